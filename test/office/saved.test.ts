/** LibreOffice reads what we saved and writes it again: cells, tables, rules, lists and names must be ours. */
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import type { Book, BookSheet } from '../../src/host/workbook';
import { addCredits, addRule, everything } from '../host/files/everything';
import { fixture, WRITERS } from '../host/files/fixture';
import { officeIt, reexport } from './soffice';

function cellsOf(sheet: BookSheet): unknown[] {
  const used = sheet.cells.used(true);
  if (used === null) return [];
  const all: unknown[] = [];
  for (const row of sheet.cells.rowsWithin(used)) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const value = sheet.cells.get(row, column);
      // Formulas are calculated anew there; errors and truth values are written as formulas.
      if (sheet.cells.formula(row, column) !== '' || value === null || typeof value === 'object' || typeof value === 'boolean') continue;
      // LibreOffice fills the pivot table that openpyxl.xlsx only describes.
      if (sheet.name === 'Keys' && row > 0) continue;
      all.push([row, column, typeof value === 'number' ? Number(value.toPrecision(15)) : value.replace(/\r\n/g, '\n')]);
    }
  }
  return all;
}

function compare(ours: Book, theirs: Book): void {
  expect(theirs.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual(ours.sheets.map((sheet) => [sheet.name, sheet.visibility]));
  ours.sheets.forEach((sheet, i) => {
    const other = theirs.sheets[i] as BookSheet;
    expect([sheet.name, cellsOf(other)]).toEqual([sheet.name, cellsOf(sheet)]);
    const tables = (one: BookSheet): unknown => one.tables.map((table) => [table.name, table.area, table.columns]);
    expect([sheet.name, tables(other)]).toEqual([sheet.name, tables(sheet)]);
    const rules = (one: BookSheet): unknown[] =>
      one.conditionalFormats
        .filter((rule) => rule.type === 'expression')
        .map((rule) => JSON.stringify([rule.areas, rule.formula.replace(/\s/g, '')]))
        .sort();
    expect([sheet.name, rules(other)]).toEqual([sheet.name, rules(sheet)]);
    const lists = (one: BookSheet): unknown => one.validations.map((validation) => [validation.areas, validation.source, validation.errorStyle]);
    expect([sheet.name, lists(other)]).toEqual([sheet.name, lists(sheet)]);
    // LibreOffice drops the tab colour of a protected sheet.
    const protectedSheet = sheet.protection.protected;
    const frame = (one: BookSheet): unknown => [
      protectedSheet ? '' : one.tabColor,
      one.merged,
      one.hyperlinks.length,
      one.charts.length,
      one.pageLayout.orientation,
    ];
    expect([sheet.name, frame(other)]).toEqual([sheet.name, frame(sheet)]);
  });
  const names = (book: Book): unknown[] => book.names.map((name) => [name.name, name.formula.replace(/'/g, '')].join('=')).sort();
  expect(names(theirs)).toEqual(names(ours));
}

describe('LibreOffice re-exports', () => {
  officeIt('a workbook made here', () => {
    const saved = saveWorkbook(everything());
    compare(openWorkbook(saved, 'a.xlsx'), openWorkbook(reexport(saved), 'a.xlsx'));
  });
  for (const name of WRITERS.filter((writer) => !writer.endsWith('.xlsm')))
    officeIt(`${name} with our sheets`, () => {
      const book = openWorkbook(fixture(name), name);
      addCredits(book);
      addRule(book, 0);
      const saved = saveWorkbook(book);
      compare(openWorkbook(saved, name), openWorkbook(reexport(saved), name));
    });
  officeIt('a text file', () => {
    const saved = saveWorkbook(openWorkbook(new TextEncoder().encode('id,amt\n00123,=1+1\n 4 ,"x\ny"'), 'June.csv'));
    compare(openWorkbook(saved, 'a.xlsx'), openWorkbook(reexport(saved), 'a.xlsx'));
  });
});
