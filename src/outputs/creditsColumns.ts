/** The columns of *Credits* (domain.md 5.1): the working columns first, a person's columns next, the rest behind the outline. */
import { more, ours, typed } from './columns';
import type { ColumnSpec } from './edit';

export const STATUSES = ['New', 'In review', 'Waiting', 'Approved', 'Sent', 'Closed'] as const;
export const DECISIONS = ['Agree', 'Refund', 'Take back', 'Transfer', 'Correct', 'Hold', 'Dispute', 'Not a credit'] as const;

export const CREDITS_COLUMNS = [
  ours('account', 'Account', 'text', 14),
  ours('patient', 'Patient', 'text', 20),
  ours('amount', 'Amount', 'money', 12),
  ours('class', 'Class', 'text', 16),
  ours('cause', 'Cause', 'text', 26),
  ours('because', 'Because', 'text', 60),
  ours('owedTo', 'Owed to', 'text', 20),
  ours('resolution', 'Resolution', 'text', 22),
  ours('confidence', 'Confidence', 'text', 11),
  ours('due', 'Due', 'date', 11),
  ours('checks', 'Checks', 'text', 30),
  ours('source', 'Source row', 'formula', 11),
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
  more('transactions', 'Transactions', 'text', 40),
  more('setAside', 'Set aside', 'text', 22),
  more('clearedAt', 'Checks cleared at', 'text', 22),
  more('refundSeen', 'Refund seen', 'text', 30),
  { ...more('id', 'Credit id', 'text', 20), hidden: true },
] as const satisfies readonly ColumnSpec[];

export type CreditsKey = (typeof CREDITS_COLUMNS)[number]['key'];
