/** The columns of *Refund file* by their standard headings; accounts payable's own names come from Credit policy (rows RF-column-…). */
import { REFUND_FILE_HEADINGS as HEADINGS } from '../core/policy/refundRun';
import { ours } from './columns';
import type { ColumnSpec } from './edit';

export const REFUND_FILE_COLUMNS = [
  ours('id', HEADINGS.id, 'text', 26),
  ours('vendor', HEADINGS.vendor, 'text', 12),
  ours('payee', HEADINGS.payee, 'text', 26),
  ours('attn', HEADINGS.attn, 'text', 20),
  ours('line1', HEADINGS.line1, 'text', 26),
  ours('line2', HEADINGS.line2, 'text', 18),
  ours('city', HEADINGS.city, 'text', 16),
  ours('state', HEADINGS.state, 'text', 7),
  ours('zip', HEADINGS.zip, 'text', 11),
  ours('amount', HEADINGS.amount, 'money', 12),
  ours('invoiceDate', HEADINGS.invoiceDate, 'date', 12),
  ours('account', HEADINGS.account, 'text', 14),
  ours('facility', HEADINGS.facility, 'text', 14),
  ours('gl', HEADINGS.gl, 'text', 12),
  ours('memo', HEADINGS.memo, 'text', 30),
  ours('approvedBy', HEADINGS.approvedBy, 'text', 20),
] as const satisfies readonly ColumnSpec[];

export type RefundFileKey = (typeof REFUND_FILE_COLUMNS)[number]['key'];
