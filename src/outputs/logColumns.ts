/** The columns of *Credit log*: one line a thing that was done. */
import { ours } from './columns';
import type { ColumnSpec } from './edit';

export const LOG_COLUMNS = [
  ours('when', 'When', 'text', 23),
  ours('who', 'Who', 'text', 20),
  ours('what', 'What', 'text', 28),
  ours('where', 'Where', 'text', 28),
  { ...ours('from', 'From', 'text', 30), wrap: true },
  { ...ours('to', 'To', 'text', 50), wrap: true },
  ours('hash', 'Hash', 'text', 20),
] as const satisfies readonly ColumnSpec[];
