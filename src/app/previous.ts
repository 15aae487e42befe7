/** Last month's reviewed workbook (--previous): our tables in it, so that words, owners and clock starts are carried over. */
import { createGuard } from '../excel/guard';
import { readOwnTable } from '../excel/ownTable';
import { OWN_SHEETS } from '../outputs/own';
import type { OwnSheetSpec } from '../outputs/own';
import type { StandingTable } from '../outputs/standing';
import { lookAt, quiet } from './book';
import type { Book } from './book';
import type { OnProgress, Previous } from './session';
import { systemClock, systemTimers } from './systemClock';

/** Reads the workbook that the loaded Excel holds. Formulas come as their values, links not at all: nothing that calculates is carried over. */
export async function readPrevious(onWaiting: OnProgress): Promise<Previous> {
  const guard = createGuard({ clock: systemClock, timers: systemTimers, onWaiting });
  const book: Pick<Book, 'guard' | 'onWaiting'> = { guard, onWaiting };
  const hooks = quiet(book);
  const seen = await lookAt(book, hooks);
  const tables = new Map<OwnSheetSpec['role'], StandingTable>();
  for (const spec of OWN_SHEETS) {
    const own = seen.own.find((sheet) => sheet.role === spec.role);
    if (!own || spec.table === '') continue;
    tables.set(spec.role, withoutLinks(spec, await readOwnTable(guard, spec.role, own.sheet, spec.columns, hooks, 'values')));
  }
  return tables;
}

function withoutLinks({ columns }: OwnSheetSpec, { places, rows }: StandingTable): StandingTable {
  const links = new Set(columns.filter((column) => column.type === 'formula').map((column) => places[column.key]));
  return { places, rows: rows.map((row) => row.map((cell, place) => (links.has(place) ? '' : cell))), finished: true };
}
