/** Values as they were asked for: Excel may hand back null, or too few rows, without an error (office-js.md 1.1, #6781). */
import type { CellValue } from '../app/session';
import { HostFailure } from './failure';

/** The loaded values of a range of so many rows. Throws IncompleteRead. */
export function wholeValues(range: Pick<Excel.Range, 'values'>, rows: number): CellValue[][] {
  const values = range.values as CellValue[][] | null;
  if (values?.length !== rows) throw new HostFailure('IncompleteRead');
  return values;
}
