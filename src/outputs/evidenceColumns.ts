/** The columns of *Evidence*: together no wider than an upright page at 70%, which holds some 60 lines. */
import { ours } from './columns';
import type { ColumnSpec } from './edit';

export const EVIDENCE_COLUMNS = [
  { ...ours('part', 'Part', 'text', 14), bold: true },
  { ...ours('what', 'What', 'text', 58), wrap: true },
  ours('date', 'Date', 'date', 11),
  ours('amount', 'Amount', 'money', 12),
  ours('balance', 'Balance', 'money', 12),
  ours('source', 'Row', 'text', 14),
] as const satisfies readonly ColumnSpec[];

export type EvidenceKey = (typeof EVIDENCE_COLUMNS)[number]['key'];
