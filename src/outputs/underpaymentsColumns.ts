/** The columns of *Underpayments* (design.md 7). */
import { more, ours, typed } from './columns';
import type { ColumnSpec } from './edit';

export const UNDERPAYMENT_STATUSES = ['New', 'In review', 'Billed', 'Appealed', 'Waiting', 'Closed'] as const;

export const UNDERPAYMENTS_COLUMNS = [
  ours('account', 'Account', 'text', 14),
  ours('patient', 'Patient', 'text', 20),
  ours('party', 'Owed by', 'text', 20),
  ours('amount', 'Short by', 'money', 12),
  { ...ours('because', 'Because', 'text', 60), wrap: true },
  ours('basis', 'Based on', 'text', 12),
  ours('since', 'Since', 'date', 11),
  ours('age', 'Age in days', 'number', 10),
  ours('source', 'Source row', 'formula', 11),
  typed('status', 'Status', 'text', 11, UNDERPAYMENT_STATUSES),
  typed('note', 'Note', 'text', 30),
  more('change', 'Change', 'text', 12),
  more('was', 'Short before', 'money', 12),
  more('flaggedOn', 'Flagged on', 'date', 11),
  more('asOf', 'As of', 'date', 11),
  more('clearedOn', 'Cleared on', 'date', 11),
  more('facility', 'Facility', 'text', 14),
  { ...more('id', 'Underpayment id', 'text', 20), hidden: true },
] as const satisfies readonly ColumnSpec[];

export type UnderpaymentsKey = (typeof UNDERPAYMENTS_COLUMNS)[number]['key'];
