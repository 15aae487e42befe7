/** LibreOffice opens the twin of every fixture and finds the same cells in it. */
import { fromIso } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import type { Book } from '../../src/host/workbook';
import { FEW, opened, SOURCES, twinned } from '../app/twinFile';
import { testTwins } from '../app/twinTests';
import { officeIt, reexportAll } from './soffice';

testTwins(SOURCES.filter((path) => !FEW.includes(path)));

/** How many cells of each sheet hold something. */
const filled = (book: Book): (readonly [string, number])[] =>
  book.sheets.map(({ name, cells }) => {
    const used = cells.used(true);
    let count = 0;
    if (used)
      for (const row of cells.rowsWithin(used))
        for (let column = used.column; column < used.column + used.columns; column++) if ((cells.get(row, column) ?? '') !== '') count++;
    return [name, count] as const;
  });

officeIt('opens the twin of every fixture', async () => {
  const twins: [string, Uint8Array][] = [];
  for (const [place, path] of SOURCES.entries()) twins.push([`twin${place}.xlsx`, (await twinned(path, fromIso('2026-11-30') as Day, 7)).bytes]);
  const theirs = reexportAll(twins);
  expect(theirs.map((bytes) => filled(opened(bytes, 'twin.xlsx')))).toEqual(twins.map(([name, bytes]) => filled(opened(bytes, name))));
});
