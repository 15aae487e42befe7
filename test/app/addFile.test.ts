/** *Add a file* over the embedded Excel: each kind of file becomes a user's sheet, whole or not at all. */
import { addRemittance } from '../../src/cli/remittance';
import { saveWorkbook } from '../../src/host/files/save';
import { newWorkbook } from '../../src/host/workbook';
import { bookOf, cellsOf, sheetOf } from '../excel/book';
import { ACCOUNTS, billing, desk, never, silent, TRANSACTIONS } from './billing';
import type { Desk } from './billing';

let open: Desk[] = [];
const at = async (...of: Parameters<typeof desk>): Promise<Desk> => {
  const opened = await desk(...of);
  open.push(opened);
  return opened;
};
afterEach(() => {
  for (const { excel } of open) excel.close();
  open = [];
});
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const add = ({ session }: Desk, name: string, content: string | Uint8Array): ReturnType<Desk['session']['addFile']> =>
  session.addFile({ name, bytes: typeof content === 'string' ? bytesOf(content) : content }, silent, never());
const names = ({ excel }: Desk): string[] => excel.workbook.sheets.map((sheet) => sheet.name);

/** The transactions of billing.ts as a file; day 45,900 is 2025-08-31. */
const iso = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
const CSV = TRANSACTIONS.map((row, r) =>
  row.map((cell, c) => (r === 0 ? String(cell) : c === 1 ? iso(Number(cell)) : c === 3 ? Number(cell).toFixed(2) : String(cell))).join(','),
).join('\r\n');

describe('a text file', () => {
  it('becomes the last sheet and is read with the others: the two credits, to the cent', async () => {
    const opened = await at(bookOf({ Accounts: ACCOUNTS }));
    const { sheets, refused } = await add(opened, 'Transactions.csv', CSV);
    expect([sheets, refused]).toEqual([[{ sheet: 'Transactions', rows: TRANSACTIONS.length }], null]);
    expect(names(opened)).toEqual(['Accounts', 'Transactions']);
    const { cells, customProperties } = sheetOf(opened.excel, 'Transactions');
    expect([cells.get(1, 0), cells.get(1, 1), cells.get(1, 3)]).toEqual(['00123', 45_900, 500]);
    const format = (column: number): string => opened.excel.workbook.styles.resolve(cells.style(1, column)).numberFormat;
    expect([format(0), format(1), format(3)]).toEqual(['@', 'yyyy-mm-dd', '#,##0.00;[Red]-#,##0.00']);
    expect([customProperties.size, opened.excel.workbook.names.filter((name) => name.formula.includes('Transactions'))]).toEqual([0, []]);
    const { review, reading } = await opened.scan();
    expect(review?.credits.map(({ key, credit }) => [key, credit]).toSorted()).toEqual([
      ['00123', 40_000],
      ['7', 4_500],
    ]);
    expect(reading.sheets.map(({ name, role }) => [name, role])).toEqual([
      ['Accounts', 'accounts'],
      ['Transactions', 'transactions'],
    ]);
    opened.excel.workbook.removeSheet(sheetOf(opened.excel, 'Transactions').id);
    expect((await opened.session.look({ asOf: (await opened.scan()).asOf })).own).toEqual([]);
  });

  it('takes the name of the file as Excel allows it, cut to 31 and numbered', async () => {
    const opened = await at(billing());
    await add(opened, 'transactions.tsv', 'Account\tAmount\n1\t2.00');
    await add(opened, 'An export of payments with a long name [2026].csv', 'Account,Amount\n1,2.00');
    await add(opened, 'An export of payments with a long name [2026].csv', 'Account,Amount\n1,2.00');
    expect(names(opened).slice(2)).toEqual(['transactions (2)', 'An export of payments with a lo', 'An export of payments with  (2)']);
  });

  it('puts nothing into a formula that only looks like one', async () => {
    const opened = await at(billing());
    await add(opened, 'x.csv', 'Account,Note\n=1+1,@SUM(A1)\n+2,-x');
    expect(cellsOf(opened.excel, 'x')).toEqual([
      ['Account', 'Note'],
      ['=1+1', '@SUM(A1)'],
      ['+2', '-x'],
    ]);
  });

  it.each([
    ['its rows are refused', (opened: Desk) => opened.excel.faults.fail(7, 'AccessDenied')],
    ['some of its rows are refused', (opened: Desk) => opened.excel.faults.fail(7, 'AccessDenied', 9)],
  ])('leaves no half sheet behind when %s', async (_, trouble) => {
    const opened = await at(billing());
    trouble(opened);
    await expect(add(opened, 'half.csv', CSV)).rejects.toMatchObject({ name: 'HostFailure', code: 'AccessDenied' });
    expect(names(opened)).toEqual(['Accounts', 'Transactions']);
  });

  it('leaves no half sheet behind when stopped', async () => {
    const opened = await at(billing());
    const stop = new AbortController();
    const adding = opened.session.addFile({ name: 'half.csv', bytes: bytesOf(CSV) }, (progress) => progress.stage === 'writing' && stop.abort(), stop.signal);
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    await opened.session.unchanged(await opened.scan());
    expect(names(opened)).toEqual(['Accounts', 'Transactions']);
  });
});

const SEGMENTS = [
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *250101*1200*^*00501*000000001*0*P*:',
  'ST*835*0001',
  'BPR*I*480*C*ACH*CCP*01*999*DA*123*1512345678**01*888*DA*456*20250115',
  'TRN*1*EFT900*1512345678',
  'N1*PR*INVENTED HEALTH PLAN',
  'CLP*00123*1*1000*480*120*12*ICN1',
  'CAS*CO*45*400',
  'CLP*A9*1*12x4*0*0*12*ICN2',
  'SE*9*0001',
];

describe('an electronic remittance', () => {
  it('gives the same sheets as the command line, and says what could not be read', async () => {
    const text = SEGMENTS.join('~') + '~';
    const opened = await at(billing());
    const { sheets, problems } = await add(opened, 'era 15.dat', text);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['era 15 claims', 'era 15 adjustments']);
    expect(problems.map(({ code, row }) => [code, row])).toContainEqual(['x12-unreadable', 8]);
    const command = newWorkbook('command.xlsx');
    expect(addRemittance(command, text, 'era 15.dat')).toEqual(problems);
    const content = (sheet: ReturnType<typeof sheetOf>): unknown[] =>
      Array.from({ length: 3 }, (_, r) => Array.from({ length: 22 }, (_cell, c) => sheet.cells.get(r, c)));
    for (const { sheet } of sheets) expect(content(sheetOf(opened.excel, sheet))).toEqual(content(command.sheets.find(({ name }) => name === sheet)!));
    expect(sheetOf(opened.excel, 'era 15 claims').cells.get(1, 0)).toBe('00123');
    const { reading } = await opened.scan();
    expect(reading.sheets.find(({ name }) => name === 'era 15 claims')?.role).toBe('remittance');
  });

  it('without a claim adds nothing and says so', async () => {
    const opened = await at(billing());
    expect((await add(opened, 'era.835', 'ISA*00*~ST*835*1~SE*1*1~')).refused?.code).toBe('file-no-claims');
    expect(names(opened)).toEqual(['Accounts', 'Transactions']);
  });
});

describe('a workbook', () => {
  /** Two sheets, one under a name that is taken, with a formula and a name that point at each other. */
  const other = (): ReturnType<typeof bookOf> => {
    const book = bookOf({
      Accounts: [
        ['Account', 'Balance'],
        ['0042', 12.5],
      ],
      Sums: [['Total']],
    });
    const [accounts, sums] = book.sheets;
    accounts!.cells.setStyle(1, 1, book.styles.derive(0, { numberFormat: '0.000', fill: '#FFEE00' }));
    accounts!.tables.push({
      id: 1,
      name: 'List',
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      columns: ['Account', 'Balance'],
      style: '',
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      showBandedRows: false,
      part: '',
      filtered: false,
    });
    sums!.cells.setFormula(1, 0, '=SUM(Accounts!B2:B2)*2', 25);
    book.names.push({ name: 'Rate', formula: 'Accounts!$B$2', scope: '', visible: true, comment: '' });
    return book;
  };

  it('is inserted by Excel with values, formats, formulas and names; a taken name is numbered', async () => {
    const opened = await at(billing());
    expect(await add(opened, 'more.xlsx', saveWorkbook(other()))).toEqual({
      sheets: [
        { sheet: 'Accounts (2)', rows: null },
        { sheet: 'Sums', rows: null },
      ],
      problems: [],
      refused: null,
    });
    expect(names(opened)).toEqual(['Accounts', 'Transactions', 'Accounts (2)', 'Sums']);
    const { cells, tables } = sheetOf(opened.excel, 'Accounts (2)');
    expect([cells.get(1, 0), cells.get(1, 1)]).toEqual(['0042', 12.5]);
    expect(opened.excel.workbook.styles.resolve(cells.style(1, 1))).toMatchObject({ numberFormat: '0.000', fill: '#FFEE00' });
    expect(tables.map(({ name }) => name)).toEqual(['List']);
    expect(sheetOf(opened.excel, 'Sums').cells.formula(1, 0)).toBe("=SUM('Accounts (2)'!B2:B2)*2");
    expect(opened.excel.workbook.names.find(({ name }) => name === 'Rate')?.formula).toBe("'Accounts (2)'!$B$2");
    expect(cellsOf(opened.excel, 'Accounts')[1]).toEqual(['00123', 'Invented, Ana', '-400', 'Harbor Mutual']);
  });

  it('counts as added when Excel reports an error although the sheets stand there', async () => {
    const opened = await at(billing());
    const before = (): void => ['One', 'Two'].forEach((name) => void opened.excel.workbook.addSheet(name));
    opened.excel.faults.plan(7, { before, code: 'GeneralException' });
    expect((await add(opened, 'more.xlsx', saveWorkbook(other()))).sheets).toHaveLength(2);
  });

  it.each([
    ['with macros', 'a.xlsm', saveWorkbook(newWorkbookWithSheet()), 'file-macros'],
    ['of the old format', 'a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-old-workbook'],
    ['that is damaged', 'a.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'file-not-inserted'],
    ['that is a PDF', 'a.csv', bytesOf('%PDF-1.7 …'), 'file-unknown'],
    ['without a byte', 'a.csv', new Uint8Array(), 'file-empty'],
  ])('%s is refused with the way out, and nothing is added', async (_, name, bytes, code) => {
    const opened = await at(billing());
    const { refused, sheets } = await add(opened, name, bytes);
    expect([refused?.code, sheets]).toEqual([code, []]);
    expect(refused?.remedy).not.toBe('');
    expect(names(opened)).toEqual(['Accounts', 'Transactions']);
  });

  it('too large for one request, it is moved by hand', async () => {
    const opened = await at(billing());
    opened.excel.configure({ limits: { requestBytes: 4_000 } });
    expect((await add(opened, 'more.xlsx', saveWorkbook(other()))).refused?.remedy).toContain('Move or Copy');
  });
});

it('adds nothing to a workbook that is read-only or whose structure is protected', async () => {
  const opened = await at(billing());
  opened.excel.workbook.structureProtected = true;
  await expect(add(opened, 'x.csv', CSV)).rejects.toMatchObject({ code: 'StructureProtected' });
  opened.excel.workbook.readOnly = true;
  await expect(add(opened, 'x.csv', CSV)).rejects.toMatchObject({ code: 'ReadOnly' });
});

function newWorkbookWithSheet(): ReturnType<typeof newWorkbook> {
  const book = newWorkbook('a.xlsx');
  book.addSheet('Sheet1');
  return book;
}
