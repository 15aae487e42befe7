/** The columns of *Payees* (design.md 7): who is paid is ours, where the money goes is a person's. */
import { ours, typed } from './columns';
import type { ColumnSpec } from './edit';

export const PAYEES_COLUMNS = [
  ours('payee', 'Payee', 'text', 26),
  ours('kind', 'Payee kind', 'text', 10),
  ours('account', 'Of account', 'text', 14),
  typed('payTo', 'Pay to', 'text', 26),
  typed('attn', 'Attention', 'text', 22),
  typed('line1', 'Address 1', 'text', 26),
  typed('line2', 'Address 2', 'text', 18),
  typed('city', 'City', 'text', 16),
  typed('state', 'State', 'text', 7),
  typed('zip', 'ZIP', 'text', 11),
  typed('vendor', 'Vendor no', 'text', 12),
  typed('flags', 'Flags', 'text', 18),
  typed('note', 'Note', 'text', 30),
] as const satisfies readonly ColumnSpec[];

export type PayeesKey = (typeof PAYEES_COLUMNS)[number]['key'];
