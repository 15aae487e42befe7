/** The columns of *Credit summary*: figures as the Credits table says them now, beside the figures of the last review. */
import type { ColumnSpec } from './edit';

const MONEY = '#,##0.00;[Red]-#,##0.00';

export const SUMMARY_COLUMNS = [
  { key: 'section', heading: 'Section', type: 'text', width: 22 },
  { key: 'line', heading: 'Line', type: 'text', width: 40 },
  // Right of the lines: the charts take the two as one range.
  { key: 'amountNow', heading: 'Amount now', type: 'formula', width: 14, format: MONEY },
  { key: 'rowsNow', heading: 'Rows now', type: 'formula', width: 10 },
  { key: 'share', heading: 'Share', type: 'number', width: 9, format: '0.0%' },
  { key: 'rows', heading: 'Rows at review', type: 'number', width: 12 },
  { key: 'amount', heading: 'Amount at review', type: 'money', width: 15 },
  { key: 'payer', heading: 'Paid by or owed to', type: 'text', width: 20 },
  { key: 'poster', heading: 'Posted by', type: 'text', width: 14 },
  { key: 'location', heading: 'Location', type: 'text', width: 16 },
  { key: 'code', heading: 'Code', type: 'text', width: 20 },
] as const satisfies readonly ColumnSpec[];

export type SummaryKey = (typeof SUMMARY_COLUMNS)[number]['key'];
