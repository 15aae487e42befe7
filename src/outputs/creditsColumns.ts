/** The columns of *Credits* (domain.md 5.1): the working columns first, a person's columns next, the rest behind the outline. */
import type { ColumnSpec } from './edit';

export const STATUSES = ['New', 'In review', 'Waiting', 'Approved', 'Sent', 'Closed'] as const;
export const DECISIONS = ['Agree', 'Refund', 'Take back', 'Transfer', 'Correct', 'Hold', 'Not a credit'] as const;

type Column<K extends string> = ColumnSpec & { readonly key: K };
const own = <K extends string>(key: K, heading: string, type: ColumnSpec['type'], width: number): Column<K> => ({ key, heading, type, width });
const typed = <K extends string>(key: K, heading: string, type: ColumnSpec['type'], width: number, list?: readonly string[]): Column<K> => ({
  ...own(key, heading, type, width),
  person: true,
  ...(list ? { list } : {}),
});
const more = <K extends string>(key: K, heading: string, type: ColumnSpec['type'], width: number): Column<K> => ({
  ...own(key, heading, type, width),
  grouped: true,
});

export const CREDITS_COLUMNS = [
  own('account', 'Account', 'text', 14),
  own('patient', 'Patient', 'text', 20),
  own('amount', 'Amount', 'money', 12),
  own('class', 'Class', 'text', 16),
  own('cause', 'Cause', 'text', 26),
  own('because', 'Because', 'text', 60),
  own('owedTo', 'Owed to', 'text', 20),
  own('resolution', 'Resolution', 'text', 22),
  own('confidence', 'Confidence', 'text', 11),
  own('due', 'Due', 'date', 11),
  own('checks', 'Checks', 'text', 30),
  own('source', 'Source row', 'formula', 11),
  typed('status', 'Status', 'text', 11, STATUSES),
  typed('decision', 'Decision', 'text', 12, DECISIONS),
  typed('decisionAmount', 'Decision amount', 'money', 14),
  typed('assignedTo', 'Assigned to', 'text', 14),
  typed('identifiedOn', 'Identified on', 'date', 12),
  typed('investigationFrom', 'Investigation from', 'date', 16),
  typed('investigationTo', 'Investigation to', 'date', 14),
  typed('checksCleared', 'Checks cleared', 'text', 16),
  typed('note', 'Note', 'text', 30),
  more('change', 'Change', 'text', 12),
  more('was', 'Amount before', 'money', 13),
  more('flaggedOn', 'Flagged on', 'date', 11),
  more('asOf', 'As of', 'date', 11),
  more('clearedOn', 'Cleared on', 'date', 11),
  more('since', 'Credit since', 'date', 11),
  more('age', 'Age in days', 'number', 10),
  more('dueBasis', 'Due basis', 'text', 30),
  more('facility', 'Facility', 'text', 14),
  more('balance', 'Balance', 'money', 12),
  more('credit', 'Account credit', 'money', 13),
  more('shortfall', 'Shortfall', 'money', 12),
  more('hidden', 'Hidden credit', 'text', 12),
  more('accountClass', 'Account class', 'text', 16),
  more('causeId', 'Cause id', 'text', 9),
  more('owedToKind', 'Owed to kind', 'text', 11),
  more('party', 'Bucket of', 'text', 18),
  more('evidence', 'Evidence', 'text', 11),
  more('level', 'Level', 'text', 9),
  more('missing', 'Would make it certain', 'text', 30),
  more('rivals', 'Rivals', 'text', 30),
  more('rows', 'Rows', 'text', 30),
  { ...more('id', 'Credit id', 'text', 20), hidden: true },
] as const satisfies readonly ColumnSpec[];

export type CreditsKey = (typeof CREDITS_COLUMNS)[number]['key'];
