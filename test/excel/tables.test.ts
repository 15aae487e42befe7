/** Our own sheets: made with their marks, updated in place, never over a user's (design.md 7). */
import { readOwnTable } from '../../src/excel/ownTable';
import { removeSheets } from '../../src/excel/removeSheets';
import { lookAtBook } from '../../src/excel/sample';
import type { BookLook } from '../../src/excel/sample';
import { createTable, updateTable } from '../../src/excel/tables';
import type { ColumnSpec, CreateTable, OutValue, UpdateTable } from '../../src/outputs/edit';
import { bookOf, cellsOf, open, quiet, sheetOf } from './book';
import type { Opened } from './book';

const COLUMNS: readonly ColumnSpec[] = [
  { key: 'account', heading: 'Account', type: 'text', width: 12 },
  { key: 'amount', heading: 'Amount', type: 'money', width: 10 },
  { key: 'link', heading: 'Source row', type: 'formula', width: 10 },
  { key: 'status', heading: 'Status', type: 'text', width: 10, person: true, list: ['New', 'Closed'] },
  { key: 'since', heading: 'Since', type: 'date', width: 10, grouped: true },
  { key: 'id', heading: 'Credit id', type: 'text', width: 10, grouped: true, hidden: true },
];
const SPEC = { role: 'credits', sheetName: 'Credits', table: 'crb_Credits', headings: COLUMNS.map((column) => column.heading) } as const;
const row = (account: string, amount: number, id: string): OutValue[] => [account, amount, '=HYPERLINK("#\'Data\'!A"&2,"row")', 'New', 45_000, id];
const edit = (rows: readonly (readonly OutValue[])[]): CreateTable => ({
  kind: 'createTable',
  role: 'credits',
  sheetName: 'Credits',
  table: 'crb_Credits',
  preface: [['Title'], ['As of', '2026-01-31']],
  columns: COLUMNS,
  rows,
  visibility: 'visible',
});

/** 12,000 rows of about 190 bytes: 2.3 MB, that is, half a block with the heading and two more. */
const MANY = Array.from({ length: 12_000 }, (_, i): OutValue[] => [`${i} ${'x'.repeat(90)}`, i, null, 'New', 45_000, `id ${i} ${'y'.repeat(60)}`]);

describe('own tables', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open(
      bookOf({
        Data: [
          ['Account', 'Balance'],
          ['00123', -5],
        ],
      }),
    );
  });
  afterEach(() => opened.excel.close());
  const look = (): Promise<BookLook> => lookAtBook(opened.guard, [SPEC], quiet);
  const create = (rows: readonly (readonly OutValue[])[], sheet = 'Credits'): Promise<unknown> =>
    createTable(opened.guard, edit(rows), sheet, 'crb_Credits', quiet);
  const standing = (): ReturnType<typeof readOwnTable> => readOwnTable(opened.guard, 'credits', 'Credits', COLUMNS, quiet);

  it('makes the sheet last, with preface, table, formats, list, groups and frozen heading', async () => {
    await create([row('00123', 5, '00123|payer'), row('7', 0.1, '7|patient')]);
    const sheet = sheetOf(opened.excel, 'Credits');
    expect(opened.excel.workbook.sheets.at(-1)?.name).toBe('Credits');
    const cells = cellsOf(opened.excel, 'Credits');
    expect(cells[0]?.[0]).toBe('Title');
    expect(cells[3]).toEqual(['Account', 'Amount', 'Source row', 'Status', 'Since', 'Credit id']);
    expect(cells[4]?.[0]).toBe('00123');
    expect(cells[4]?.[1]).toBe('5');
    expect(cells[5]?.[5]).toBe('7|patient');
    expect(sheet.cells.formula(4, 2)).toContain('HYPERLINK');
    expect(sheet.tables).toHaveLength(1);
    expect(sheet.tables[0]).toMatchObject({ name: 'crb_Credits', area: { row: 3, column: 0, rows: 3, columns: 6 } });
    expect(sheet.frozenRows).toBe(4);
    expect(sheet.validations[0]).toMatchObject({ source: 'New,Closed', errorStyle: 'warning' });
    expect([...sheet.columnOutline.keys()]).toEqual([4, 5]);
    expect(sheet.hiddenColumns.has(5)).toBe(true);
    expect(opened.excel.workbook.styles.resolve(sheet.cells.style(4, 4)).numberFormat).toBe('yyyy-mm-dd');
  });

  it('is found again by its marks, also when a person renamed the sheet and a heading', async () => {
    await create([row('1', 5, 'a')]);
    sheetOf(opened.excel, 'Credits').name = 'My list';
    const found = await look();
    expect(found.own).toEqual([{ role: 'credits', sheet: 'My list', rows: 1, marks: 2 }]);
    expect(found.samples.map((sample) => sample.own)).toEqual([false, true]);
  });

  it('takes two of three marks, not one', async () => {
    await create([row('1', 5, 'a')]);
    opened.excel.workbook.names = opened.excel.workbook.names.filter((name) => name.name !== 'crb_sheet_credits');
    expect((await look()).own[0]?.marks).toBe(2);
    sheetOf(opened.excel, 'Credits').customProperties.clear();
    const found = await look();
    expect(found.own).toEqual([]);
  });

  it("leaves a user's own sheet named Credits alone", async () => {
    opened.excel.close();
    opened = await open(
      bookOf({
        Credits: [
          ['Account', 'My words'],
          ['1', 'keep'],
        ],
      }),
    );
    const found = await look();
    expect(found.own).toEqual([]);
    expect(found.problems).toEqual([]);
    await create([row('1', 5, 'a')], 'Credits (2)');
    expect(cellsOf(opened.excel, 'Credits')).toEqual([
      ['Account', 'My words'],
      ['1', 'keep'],
    ]);
    expect((await look()).own).toEqual([{ role: 'credits', sheet: 'Credits (2)', rows: 1, marks: 3 }]);
  });

  it.each(['=1+1', '+1', '-5', '@SUM(A1)', "'quoted", '\tx', '1-2', '3/4', '1E5', '12345678901234567', 'TRUE'])('keeps the text %j as it is', async (text) => {
    await create([row(text, 5, text)]);
    const sheet = sheetOf(opened.excel, 'Credits');
    expect(sheet.cells.get(4, 0)).toBe(text);
    expect(sheet.cells.formula(4, 0)).toBe('');
    expect(sheet.cells.get(4, 5)).toBe(text);
  });

  it('writes large tables in blocks and grows the table with each', async () => {
    await create(MANY);
    expect(sheetOf(opened.excel, 'Credits').tables[0]?.area.rows).toBe(12_001);
    expect(cellsOf(opened.excel, 'Credits').at(-1)?.[0]).toContain('11999 ');
    // Three blocks, the look, the frozen heading.
    expect(opened.excel.counters.requests).toBe(5);
    // 1,500 cells an object, not an object a row.
    expect(opened.excel.counters.objects).toBeLessThan(200);
    expect(opened.excel.counters.cleanups).toBe(0);
  });

  it('a write that breaks off leaves whole rows in a marked sheet, and a later one completes it', async () => {
    opened.excel.faults.fail(2, 'AccessDenied');
    await expect(create(MANY)).rejects.toMatchObject({ code: 'AccessDenied' });
    expect((await look()).own[0]?.marks).toBe(3);
    const table = await standing();
    expect(table.rows.length).toBeGreaterThan(1_000);
    expect(table.finished).toBe(false);
    expect(table.rows.every((cells, i) => cells[5] === `id ${i} ${'y'.repeat(60)}` && cells[1] === i)).toBe(true);
    const update: UpdateTable = {
      kind: 'updateTable',
      role: 'credits',
      table: 'crb_Credits',
      cells: [],
      append: MANY.slice(table.rows.length),
      columns: COLUMNS,
      preface: [],
    };
    await updateTable(opened.guard, update, table, quiet);
    const whole = await standing();
    expect(whole.rows).toHaveLength(12_000);
    expect(whole.finished).toBe(true);
  });

  it('updates cells in place and appends, whatever a person did to the columns', async () => {
    await create([row('1', 5, 'a'), row('2', 6, 'b')]);
    const sheet = sheetOf(opened.excel, 'Credits');
    sheet.cells.set(4, 3, 'Waiting for the bank');
    // The person renamed our Amount column: it is still found by its hidden name.
    sheet.cells.set(3, 1, 'Dollars');
    const table = await standing();
    expect(table.places).toEqual({ account: 0, amount: 1, link: 2, status: 3, since: 4, id: 5 });
    const update: UpdateTable = {
      kind: 'updateTable',
      role: 'credits',
      table: 'crb_Credits',
      columns: COLUMNS,
      preface: [['Title'], ['As of', '2026-02-28']],
      cells: [
        { row: 1, column: 'amount', value: 7.25 },
        { row: 0, column: 'since', value: null },
      ],
      append: [row('3', 9, 'c')],
    };
    await updateTable(opened.guard, update, table, quiet);
    const cells = cellsOf(opened.excel, 'Credits');
    expect(cells[1]).toEqual(['As of', '2026-02-28', '', '', '', '']);
    expect(cells[3]?.[1]).toBe('Dollars');
    expect(cells[4]).toEqual(['1', '5', cells[4]?.[2], 'Waiting for the bank', '', 'a']);
    expect(cells[5]?.[1]).toBe('7.25');
    expect(cells[6]?.[5]).toBe('c');
    expect(sheet.tables[0]?.area.rows).toBe(4);
  });

  it("refuses to write a person's column", async () => {
    await create([row('1', 5, 'a')]);
    const update: UpdateTable = {
      kind: 'updateTable',
      role: 'credits',
      table: 'crb_Credits',
      columns: COLUMNS,
      preface: [],
      cells: [{ row: 0, column: 'status', value: 'New' }],
      append: [],
    };
    await expect(updateTable(opened.guard, update, await standing(), quiet)).rejects.toBeInstanceOf(TypeError);
  });

  it('makes a sheet nobody types in shorter before all else: no row is ever blank, none stands twice', async () => {
    const shorter: UpdateTable = {
      kind: 'updateTable',
      role: 'credits',
      table: 'crb_Credits',
      columns: COLUMNS,
      preface: [],
      cells: [
        { row: 0, column: 'account', value: '2' },
        { row: 0, column: 'id', value: 'b' },
      ],
      append: [],
      rows: 1,
    };
    const ids = async (): Promise<unknown[]> => (await standing()).rows.map((cells) => cells[5]);
    const seen: unknown[] = [];
    for (let nth = 1; nth <= 4; nth++) {
      await create([row('1', 5, 'a'), row('2', 6, 'b'), row('3', 7, 'c')]);
      const table = await standing();
      const before = opened.excel.counters.requests;
      opened.excel.faults.fail(nth, 'AccessDenied');
      await updateTable(opened.guard, shorter, table, quiet).catch(() => undefined);
      opened.excel.faults.clear();
      seen.push([opened.excel.counters.requests - before, await ids()]);
      // Below the table nothing is left over.
      if (nth > 1) expect(cellsOf(opened.excel, 'Credits')).toHaveLength(5);
      await updateTable(opened.guard, { ...shorter, cells: [] }, await standing(), quiet);
      await removeSheets(opened.guard, (await look()).own, [], quiet);
    }
    // Shorter, cells, the rest: each of the three fails once, then none does.
    expect(seen).toEqual([
      [1, ['a', 'b', 'c']],
      [2, ['a']],
      [3, ['b']],
      [3, ['b']],
    ]);
  });

  it('empties a sheet nobody types in: the one row a table must have is blank', async () => {
    await create([row('1', 5, 'a'), row('2', 6, 'b')]);
    const none: UpdateTable = { kind: 'updateTable', role: 'credits', table: 'crb_Credits', columns: COLUMNS, preface: [], cells: [], append: [], rows: 0 };
    await updateTable(opened.guard, none, await standing(), quiet);
    expect((await standing()).rows).toEqual([]);
    await updateTable(opened.guard, { ...none, append: [row('3', 7, 'c')], rows: 1 }, await standing(), quiet);
    expect((await standing()).rows.map((cells) => cells[5])).toEqual(['c']);
  });

  it('moves columns of a sheet nobody types in to where they shall stand, with their formats and hidden names', async () => {
    await create([row('1', 5, 'a')]);
    const { places } = await standing();
    const swapped = { ...places, amount: 4, since: 1 };
    const cells = [
      { row: 0, column: 'amount', value: 5 },
      { row: 0, column: 'since', value: 45_000 },
    ];
    const update = {
      kind: 'updateTable',
      role: 'credits',
      table: 'crb_Credits',
      columns: COLUMNS,
      preface: [],
      cells,
      append: [],
      places: swapped,
      renames: true,
    } as const;
    await updateTable(opened.guard, update, await standing(), quiet);
    expect(cellsOf(opened.excel, 'Credits').slice(3)).toEqual([
      ['Account', 'Since', 'Source row', 'Status', 'Amount', 'Credit id'],
      ['1', '45000', expect.anything(), 'New', '5', 'a'],
    ]);
    const sheet = sheetOf(opened.excel, 'Credits');
    sheet.cells.set(3, 4, 'Dollars');
    expect((await standing()).places).toEqual(swapped);
    const format = (column: number): string | undefined => opened.excel.workbook.styles.resolve(sheet.cells.style(4, column)).numberFormat;
    expect([format(1), format(4)]).toEqual(['yyyy-mm-dd', '#,##0.00;[Red]-#,##0.00']);
  });

  it('says so when our sheet is protected or filtered, and touches nothing', async () => {
    await create([row('1', 5, 'a')]);
    const update: UpdateTable = {
      kind: 'updateTable',
      role: 'credits',
      table: 'crb_Credits',
      columns: COLUMNS,
      preface: [],
      cells: [{ row: 0, column: 'amount', value: 1 }],
      append: [],
    };
    const sheet = sheetOf(opened.excel, 'Credits');
    sheet.protection.protected = true;
    await expect(updateTable(opened.guard, update, await standing(), quiet)).rejects.toMatchObject({ code: 'SheetProtected' });
    sheet.protection.protected = false;
    sheet.tables[0]!.filtered = true;
    await expect(updateTable(opened.guard, update, await standing(), quiet)).rejects.toMatchObject({ code: 'TableFiltered' });
    expect(cellsOf(opened.excel, 'Credits')[4]?.[1]).toBe('5');
  });

  it('says so when the table is gone', async () => {
    await create([row('1', 5, 'a')]);
    sheetOf(opened.excel, 'Credits').tables.length = 0;
    await expect(standing()).rejects.toMatchObject({ code: 'TableGone' });
  });

  it('is removed with all its marks', async () => {
    const before = opened.excel.workbook.names.length;
    await create([row('1', 5, 'a')]);
    // Names of the workbook; the print area is the sheet's own and goes with it.
    expect(opened.excel.workbook.names.every((name) => !name.visible || name.scope !== '')).toBe(true);
    expect(await removeSheets(opened.guard, (await look()).own, [], quiet)).toEqual(['Credits']);
    expect(opened.excel.workbook.names).toHaveLength(before);
    expect(opened.excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(['Data']);
  });
});

describe('the first look', () => {
  it('takes three requests whatever the number of sheets', async () => {
    const sheets = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `S${i}`,
        [
          ['Account', 'Balance'],
          ['1', i],
        ],
      ]),
    );
    const { excel, guard } = await open(bookOf({ ...sheets, Empty: [] }));
    const found = await lookAtBook(guard, [SPEC], quiet);
    expect(excel.counters.requests).toBe(3);
    expect(excel.counters.cleanups).toBe(0);
    expect(found.samples).toHaveLength(13);
    expect(found.samples[3]).toMatchObject({
      name: 'S3',
      head: [
        ['Account', 'Balance'],
        ['1', 3],
      ],
      tail: [
        ['Account', 'Balance'],
        ['1', 3],
      ],
      rowCount: 2,
      columnCount: 2,
      firstRow: 0,
      visibility: 'visible',
      date1904: false,
    });
    expect(found.samples[12]).toMatchObject({ name: 'Empty', rowCount: 0, head: [] });
    excel.close();
  });

  it('gives the head, the tail and formats of a long sheet that starts below A1, hidden or not', async () => {
    const rows = [[], [], ...Array.from({ length: 1_000 }, (_, i) => [null, `K${i}`, i])];
    const book = bookOf({ Long: rows });
    book.sheets[0]!.visibility = 'VeryHidden';
    book.addSheet('Front');
    const { excel, guard } = await open(book);
    const [sample] = (await lookAtBook(guard, [SPEC], quiet)).samples;
    expect(sample).toMatchObject({ firstRow: 2, firstColumn: 1, rowCount: 1_000, columnCount: 2, visibility: 'veryHidden' });
    expect(sample?.head).toHaveLength(200);
    expect(sample?.tail).toHaveLength(50);
    expect(sample?.tail.at(-1)).toEqual(['K999', 999]);
    expect(sample?.formats).toHaveLength(20);
    expect(sample?.formats[0]).toEqual(['General', 'General']);
    excel.close();
  });

  it('sees a read-only workbook and a protected structure', async () => {
    const book = bookOf({ S: [['x']] });
    book.readOnly = true;
    book.structureProtected = true;
    const { excel, guard } = await open(book);
    expect(await lookAtBook(guard, [SPEC], quiet)).toMatchObject({ readOnly: true, structureProtected: true });
    excel.close();
  });
});
