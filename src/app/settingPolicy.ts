/** Values of *Credit policy* changed from the pane: the cells of the column value, in place, as if typed there (design.md 7). */
import { HostFailure } from '../excel/failure';
import { readOwnTable } from '../excel/ownTable';
import { writeTyped } from '../excel/typedCells';
import { POLICY_COLUMNS } from '../outputs/policyColumns';
import { cellOf } from '../outputs/standing';
import { lookAt, writing } from './book';
import type { Book } from './book';
import type { RunHooks } from './session';

/** By policy id. Rejects with NothingToWrite when there is no policy sheet, with TableChanged when a row is not there. */
export async function setPolicy(book: Book, values: Readonly<Record<string, string>>, hooks: RunHooks): Promise<void> {
  const seen = await lookAt(book, hooks);
  const own = seen.own.find((sheet) => sheet.role === 'policy');
  if (!own) throw new HostFailure('NothingToWrite');
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  await writing(book, hooks, async () => {
    const table = await readOwnTable(book.guard, 'policy', own.sheet, POLICY_COLUMNS, hooks, 'values', ['id', 'value']);
    const cells = Object.entries(values).map(([id, value]) => {
      const row = table.rows.findIndex((cellsOfRow) => cellOf(table, cellsOfRow, 'id') === id);
      if (row < 0) throw new HostFailure('TableChanged', own.sheet);
      return { row, column: 'value', value };
    });
    await writeTyped(book.guard, table, POLICY_COLUMNS, cells, hooks);
  });
}
