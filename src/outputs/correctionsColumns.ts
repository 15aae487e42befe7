/** The columns of *Corrections*: one line a posting (design.md 7). */
import { more, ours, typed } from './columns';
import type { ColumnSpec } from './edit';

export const CORRECTIONS_COLUMNS = [
  ours('account', 'Account', 'text', 14),
  ours('patient', 'Patient', 'text', 20),
  ours('todo', 'To do', 'text', 22),
  ours('amount', 'Amount', 'money', 12),
  ours('from', 'From', 'text', 26),
  ours('to', 'To', 'text', 26),
  ours('date', 'Posted on', 'date', 11),
  ours('type', 'Code or type', 'text', 20),
  ours('payer', 'Payer', 'text', 20),
  ours('posted', 'Posted amount', 'money', 13),
  { ...ours('because', 'Because', 'text', 60), wrap: true },
  ours('source', 'Source row', 'formula', 11),
  typed('doneOn', 'Done on', 'date', 11),
  typed('doneBy', 'Done by', 'text', 14),
  ours('change', 'State', 'text', 28),
  more('reference', 'Reference', 'text', 16),
  more('confidence', 'Confidence', 'text', 11),
  more('causeId', 'Cause id', 'text', 9),
  more('flaggedOn', 'Flagged on', 'date', 11),
  more('asOf', 'As of', 'date', 11),
  more('facility', 'Facility', 'text', 14),
  more('alike', 'Rows like it', 'number', 10),
  { ...more('id', 'Correction id', 'text', 20), hidden: true },
] as const satisfies readonly ColumnSpec[];

export type CorrectionsKey = (typeof CORRECTIONS_COLUMNS)[number]['key'];
