/** Values of *Credit policy* changed from the pane: the cells of the column value, in place, as if typed there (design.md 7). */
import { HostFailure } from '../excel/failure';
import { readOwnTable } from '../excel/ownTable';
import type { OwnTable } from '../excel/ownTable';
import { writeTyped } from '../excel/typedCells';
import { POLICY_COLUMNS } from '../outputs/policyColumns';
import type { OutValue } from '../outputs/edit';
import { shown } from '../outputs/log';
import type { LogEntry } from '../outputs/log';
import { POLICY_SHEET } from '../outputs/own';
import { cellOf } from '../outputs/standing';
import { lookAt, writing } from './book';
import type { Book } from './book';
import { logNow, whenOf } from './logging';
import type { RunHooks } from './session';

const VALUE = POLICY_COLUMNS.find(({ key }) => key === 'value')!;

/** By policy id; each changed value is one line of *Credit log*, where there is one. Rejects with NothingToWrite when there is no policy sheet, with TableChanged when a row is not there. */
export async function setPolicy(book: Book, values: Readonly<Record<string, string>>, user: string, hooks: RunHooks): Promise<void> {
  await writing(book, hooks, async () => {
    const seen = await lookAt(book, hooks);
    const own = seen.own.find((sheet) => sheet.role === 'policy');
    if (!own) throw new HostFailure('NothingToWrite');
    const table = await readOwnTable(book.guard, 'policy', own.sheet, POLICY_COLUMNS, hooks, 'values', ['id', 'value']);
    const cells = Object.entries(values).map(([id, value]) => {
      const row = table.rows.findIndex((cellsOfRow) => cellOf(table, cellsOfRow, 'id') === id);
      if (row < 0) throw new HostFailure('TableChanged', own.sheet);
      return { row, column: 'value', value };
    });
    await writeTyped(book.guard, table, POLICY_COLUMNS, cells, hooks);
    const moment = { when: whenOf(book.guard.clock.now()), who: user === '' ? 'nobody named' : user };
    await logNow(
      book,
      seen,
      cells.map(({ row, value }) => logEntry(table, row, value, moment)).filter(({ from, to }) => from !== to),
      hooks,
    );
  });
}

function logEntry(table: OwnTable, row: number, value: string, moment: Pick<LogEntry, 'when' | 'who'>): LogEntry {
  const read = (key: string): OutValue => cellOf(table, table.rows[row] ?? [], key);
  const { heading } = VALUE;
  return { ...moment, what: `${POLICY_SHEET.sheetName}: ${heading}`, where: String(read('id')), from: shown(VALUE, read('value')), to: shown(VALUE, value) };
}
