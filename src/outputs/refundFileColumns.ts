/** The columns of *Refund file* by their standard headings; accounts payable's own names come from Credit policy (topic REFUND_FILE, key column:KEY). */
import { ours } from './columns';
import type { ColumnSpec } from './edit';

export const REFUND_FILE_COLUMNS = [
  ours('id', 'Reference', 'text', 26),
  ours('vendor', 'Vendor no', 'text', 12),
  ours('payee', 'Payee name', 'text', 26),
  ours('attn', 'Attention', 'text', 20),
  ours('line1', 'Address 1', 'text', 26),
  ours('line2', 'Address 2', 'text', 18),
  ours('city', 'City', 'text', 16),
  ours('state', 'State', 'text', 7),
  ours('zip', 'ZIP', 'text', 11),
  ours('amount', 'Amount', 'money', 12),
  ours('invoiceDate', 'Invoice date', 'date', 12),
  ours('account', 'Account', 'text', 14),
  ours('facility', 'Facility', 'text', 14),
  ours('gl', 'GL account', 'text', 12),
  ours('memo', 'Description', 'text', 30),
  ours('approvedBy', 'Approved by', 'text', 20),
] as const satisfies readonly ColumnSpec[];

export type RefundFileKey = (typeof REFUND_FILE_COLUMNS)[number]['key'];
