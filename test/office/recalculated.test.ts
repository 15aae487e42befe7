/**
 * LibreOffice works out the formulas of Credit summary in the copy we saved: each equals our figure to the cent. The values in the file are spoiled
 * first, so that what is compared is LibreOffice's own arithmetic.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import type { Book } from '../../src/host/workbook';
import { letterDesk } from '../app/letterBook';
import { officeIt, reexport } from './soffice';

/** Every cached number of a formula becomes 987654. */
function spoiled(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/worksheets\/sheet\d+\.xml$/.test(name)) parts[name] = strToU8(strFromU8(part).replace(/<\/f><v>-?[\d.]+<\/v>/g, '</f><v>987654</v>'));
  return zipSync(parts);
}

/** Lines with both: now and at review, rows and money. */
function figures(bytes: Uint8Array): string[][] {
  const book: Book = openWorkbook(bytes, 'a.xlsx');
  const { cells, tables } = book.sheets.find((sheet) => sheet.name === 'Credit summary')!;
  const { area } = tables[0]!;
  const at = (row: number, heading: string): unknown =>
    cells.get(row, area.column + Array.from({ length: area.columns }, (_, c) => cells.get(area.row, area.column + c)).indexOf(heading));
  return Array.from({ length: area.rows - 1 }, (_, r) => area.row + 1 + r).flatMap((row) => {
    const pairs = ['Amount now', 'Amount at review', 'Rows now', 'Rows at review'].map((heading) => at(row, heading));
    return pairs.every((value) => typeof value === 'number') ? [[String(at(row, 'Line')), ...pairs.map((value) => value.toFixed(2))]] : [];
  });
}

officeIt('Credit summary: amounts and rows by formula are those of the review', async () => {
  const opened = await letterDesk();
  await opened.publish();
  opened.excel.settle();
  const bad = spoiled(saveWorkbook(opened.excel.workbook));
  opened.excel.close();
  expect(figures(bad)[0]?.slice(1, 3)).toEqual(['987654.00', '2045.10']);
  const lines = figures(reexport(bad));
  // 400.00 and 400.00 by Harbor Mutual, 1,245.10 by a patient.
  expect(lines.find(([line]) => line === 'All findings and what is open')).toEqual(['All findings and what is open', '2045.10', '2045.10', '3.00', '3.00']);
  expect(lines.length).toBeGreaterThan(20);
  for (const [line, now, review, rowsNow, rows] of lines) expect([line, now, rowsNow]).toEqual([line, review, rows]);
});
