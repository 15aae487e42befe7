/** Refunds from the approval on Credits to the text for accounts payable, over the embedded Excel. One workbook, step by step. */
import { AS_OF, column, desk, never, silent, type } from './billing';
import type { Desk } from './billing';
import { bookOf, cellsOf, sheetOf } from '../excel/book';
import type { Cell } from '../excel/book';

const D = 45_900;
/** 1: 500 − 100 − 400 − 400 on two checks: 400.00 back to Harbor Mutual. 7: 45.00, 8: 600.00, 9: 3,000.00 back to the patient. */
const TRANSACTIONS: Cell[][] = [
  ['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #'],
  ['1', D, 'Charge', 500, '', ''],
  ['1', D + 20, 'Contractual Adjustment', -100, 'Harbor Mutual', ''],
  ['1', D + 20, 'Insurance Payment', -400, 'Harbor Mutual', 'CHK1A'],
  ['1', D + 50, 'Insurance Payment', -400, 'Harbor Mutual', 'CHK1B'],
  ...[145, 700, 3_100].flatMap((paid, i): Cell[][] => [
    [String(7 + i), D, 'Charge', 100, '', ''],
    [String(7 + i), D + 5, 'Patient Payment', -paid, '', `CARD ${i}`],
  ]),
];
const ACCOUNTS: Cell[][] = [
  ['Account', 'Patient', 'Balance', 'Primary Payer'],
  ['1', 'Invented, Ana', -400, 'Harbor Mutual'],
  ['7', 'Invented, Bo', -45, ''],
  ['8', '=HYPERLINK("x")', -600, ''],
  ['9', 'Invented, Di', -3_000, ''],
];
const approver = (name: string, level: string, nth: number): Cell[] => [`AP-${nth}`, 'APPROVAL', `approver:${name}`, 'US', '', '', '', level];

let opened: Desk;
const publish = async (): ReturnType<Desk['session']['publish']> => opened.session.publish(await opened.scan(), 'Kim', silent, never());
const refunds = (heading: string): Record<string, string> => column(opened.excel, 'Refunds', heading);
const sign = (account: string, approvedBy: string, preparedBy = 'Ann Lee'): void => {
  type(opened.excel, 'Refunds', account, 'Prepared by', preparedBy);
  type(opened.excel, 'Refunds', account, 'Approved by', approvedBy);
  type(opened.excel, 'Refunds', account, 'Approved on', AS_OF);
};
const address = (payee: string, line: string): void => {
  for (const [heading, value] of Object.entries({ 'Address 1': line, City: 'Salem', State: 'OR', ZIP: '01234' }))
    type(opened.excel, 'Payees', payee, heading, value);
};
/** Adds rows below the policy table and grows it, as typing there does in Excel. */
function policy(...rows: Cell[][]): void {
  const sheet = sheetOf(opened.excel, 'Credit policy');
  const { area } = sheet.tables[0]!;
  const at = (heading: string): number => cellsOf(opened.excel, 'Credit policy')[area.row]!.indexOf(heading);
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) if (value !== '') sheet.cells.set(area.row + area.rows + r, c, value);
    sheet.cells.set(area.row + area.rows + r, at('status'), 'ACTIVE');
  }
  sheet.tables[0]!.area = { ...area, rows: area.rows + rows.length };
}
function setPolicy(id: string, value: string): void {
  const cells = cellsOf(opened.excel, 'Credit policy');
  const heading = cells.find((row) => row[0] === 'policy_id') ?? [];
  sheetOf(opened.excel, 'Credit policy').cells.set(
    cells.findIndex((row) => row[0] === id),
    heading.indexOf('value'),
    value,
  );
}
const bodyOf = (name: string): string[][] => {
  const cells = cellsOf(opened.excel, name);
  return cells.slice(sheetOf(opened.excel, name).tables[0]!.area.row + 1);
};
const ours = (): string[] => opened.excel.workbook.sheets.map((sheet) => sheet.name);

beforeAll(async () => {
  opened = await desk(bookOf({ Accounts: ACCOUNTS, Transactions: TRANSACTIONS }));
  await publish();
});
afterAll(() => opened.excel.close());

describe('from release to payment', () => {
  it('nothing approved: no sheet for refunds, and no text', async () => {
    expect(ours().filter((name) => ['Refunds', 'Payees', 'Refund file', 'Evidence'].includes(name))).toEqual([]);
    await expect(opened.session.refundFileCsv()).rejects.toMatchObject({ code: 'NoRefundFile' });
  });

  it('approved ones are listed with level, total of the payee and the missing address; the preview says so first', async () => {
    policy(approver('Bea Moss', 'supervisor', 1), approver('Max Orr', 'manager', 2));
    for (const account of ['1', '7', '8', '9']) type(opened.excel, 'Credits', account, 'Status', 'Approved');
    const { sheets } = await opened.session.preview(await opened.scan());
    expect(sheets.filter(({ action }) => action === 'create').map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['Refunds', 4],
      ['Payees', 4],
      ['Evidence', expect.any(Number)],
    ]);
    await publish();
    expect(refunds('Refund amount')).toEqual({ '9': '3000', '8': '600', '1': '400', '7': '45' });
    expect(refunds('Approval needed')).toEqual({ '9': 'manager', '8': 'supervisor', '1': 'supervisor', '7': 'lead' });
    expect(refunds('State')).toEqual({ '9': 'To prepare', '8': 'To prepare', '1': 'To prepare', '7': 'To prepare' });
    expect(refunds('Open blocks')['1']).toBe('V18: The address of Harbor Mutual lacks Address 1, City, State, ZIP. Complete the row on Payees.');
    expect(column(opened.excel, 'Payees', 'Of account')).toEqual({ 'Harbor Mutual': '', 'Invented, Bo': '7', '=HYPERLINK("x")': '8', 'Invented, Di': '9' });
    // 400 + 45 + 600 + 3,000.
    expect(cellsOf(opened.excel, 'Refunds')[2]?.slice(0, 4)).toEqual(['Released in all', '$4,045.00', 'Ready to issue', '$0.00']);
  });

  it('signed by the right people but without an address: still off the file', async () => {
    sign('1', 'Bea Moss');
    sign('7', 'Bea Moss', 'Moss, Bea');
    sign('8', 'Bea Moss');
    sign('9', 'Bea Moss');
    address('Invented, Bo', '3 Low St');
    address('Invented, Di', '4 Low St');
    await publish();
    expect(refunds('State')).toEqual({
      '1': 'Address missing: fill it on Payees',
      '7': 'Bea Moss prepared and approved this refund. Have somebody else approve it.',
      '8': 'Address missing: fill it on Payees',
      '9': '$3,000.00 to Invented, Di within 30 days needs the level manager. Have that level approve it.',
    });
    expect(ours()).not.toContain('Refund file');
    expect(refunds('Prepared by')['7']).toBe('Moss, Bea');
  });

  it('with addresses and the right level they are on the file, text as text', async () => {
    address('Harbor Mutual', '1 "Dock" Rd, Box 9');
    address('=HYPERLINK("x")', '-2 Low St');
    sign('9', 'Max Orr');
    await publish();
    expect(bodyOf('Refund file').map((row) => [row[2], row[4], row[8], row[9], row[11]])).toEqual([
      ['Invented, Di', '4 Low St', '01234', '3000', '9'],
      ['=HYPERLINK("x")', '-2 Low St', '01234', '600', '8'],
      ['Harbor Mutual', '1 "Dock" Rd, Box 9', '01234', '400', '1'],
    ]);
    expect(cellsOf(opened.excel, 'Refund file')[1]?.slice(2, 4)).toEqual(['3 refunds', '$4,000.00']);
    const file = sheetOf(opened.excel, 'Refund file');
    expect(file.cells.formula(file.tables[0]!.area.row + 2, 2)).toBe('');
  });

  it('as text: exactly', async () => {
    expect(await opened.session.refundFileCsv()).toBe(
      [
        '"Reference","Vendor no","Payee name","Attention","Address 1","Address 2","City","State","ZIP","Amount","Invoice date","Account","Facility","GL account","Description","Approved by"',
        '"9/patient:Invented, Di/1","","Invented, Di","","4 Low St","","Salem","OR","01234","3000.00","2026-01-31","9","","","Refund, account 9","Max Orr"',
        '"8/patient:=HYPERLINK(""x"")/1","","\'=HYPERLINK(""x"")","","\'-2 Low St","","Salem","OR","01234","600.00","2026-01-31","8","","","Refund, account 8","Bea Moss"',
        '"1/payer:Harbor Mutual/1","","Harbor Mutual","","1 ""Dock"" Rd, Box 9","","Salem","OR","01234","400.00","2026-01-31","1","","","Refund, account 1","Bea Moss"',
        '',
      ].join('\r\n'),
    );
  });

  it('no text when an amount on the file is not what Refunds says', async () => {
    const file = sheetOf(opened.excel, 'Refund file');
    const row = file.tables[0]!.area.row + 1;
    file.cells.set(row, 9, 3_500);
    await expect(opened.session.refundFileCsv()).rejects.toMatchObject({ code: 'RefundFileStale' });
    file.cells.set(row, 9, 3_000);
  });

  it('the policy caps a run and names the columns; a check number takes its line off', async () => {
    setPolicy('RF-column-payee', 'SUPPLIER');
    setPolicy('RF-column-line1', 'supplier');
    setPolicy('RF-most_cents', '100000');
    type(opened.excel, 'Refunds', '9', 'Check no', '5001');
    await publish();
    expect(refunds('State')).toMatchObject({ '1': 'Ready', '8': 'Ready', '9': 'Check issued' });
    const heads = cellsOf(opened.excel, 'Refund file')[5];
    expect([heads?.[2], heads?.[4]]).toEqual(['SUPPLIER', 'Address 1']);
    expect(bodyOf('Refund file').map((row) => row[9])).toEqual(['600', '400']);
    expect(sheetOf(opened.excel, 'Refund file').tables[0]!.area.rows).toBe(3);
    expect((await opened.session.refundFileCsv()).split('\r\n')[0]).toContain('"Vendor no","SUPPLIER","Attention","Address 1"');
    setPolicy('RF-most_cents', '99999');
    await publish();
    // 600.00 + 400.00 is one cent over 999.99.
    expect(refunds('State')).toMatchObject({ '1': 'Ready, waits for the next run: over the cap on Credit policy', '8': 'Ready' });
    expect((await opened.session.refundFileCsv()).split('\r\n')[1]).toContain('"600.00"');
    expect((await opened.session.refundFileCsv()).split('\r\n')).toHaveLength(3);
  });

  it('evidence has a page a refund, the heading on each', () => {
    const rows = bodyOf('Evidence');
    const sheet = sheetOf(opened.excel, 'Evidence');
    const top = sheet.tables[0]!.area.row + 1;
    const firsts = rows.flatMap((row, at) => (row[0]?.startsWith('Refund ') ? [top + at] : []));
    expect(firsts).toHaveLength(4);
    expect(sheet.pageLayout).toMatchObject({ orientation: 'Portrait', printTitleRows: `${top}:${top}`, fitToWidth: 0, scale: 70, breaks: firsts.slice(1) });
    const page = rows.slice(firsts[2]! - top, firsts[3]! - top).map((row) => row.slice(0, 4).join('|'));
    expect(page[0]).toBe('Refund 3 of 4|$400.00 to Harbor Mutual, account 1||400');
    expect(
      page
        .slice(
          page.findIndex((row) => row.startsWith('Calculation')),
          -1,
        )
        .slice(0, 8),
    ).toEqual([
      'Calculation|Harbor Mutual paid||800',
      '|owes (derived)||400',
      '|paid too much||400',
      '|this refund||400',
      `Transactions|Charge|${D}|500`,
      expect.stringMatching(/^\|(Insurance Payment, Harbor Mutual|Contractual)/),
      expect.stringMatching(/^\|(Insurance Payment, Harbor Mutual|Contractual)/),
      `|Insurance Payment, Harbor Mutual (refunded here)|${D + 50}|-400`,
    ]);
    expect(page).toContain('|Approved by Bea Moss|46053|');
  });

  it('the same again changes no cell; words stay when the release is taken back', async () => {
    const all = (): string[][][] => ['Refunds', 'Payees', 'Refund file', 'Evidence'].map((name) => cellsOf(opened.excel, name));
    const before = all();
    await publish();
    expect(all()).toEqual(before);
    type(opened.excel, 'Credits', '1', 'Status', 'Waiting');
    type(opened.excel, 'Refunds', '9', 'Check cleared on', AS_OF + 9);
    await publish();
    expect(refunds('State')).toMatchObject({ '1': expect.stringContaining('Not released'), '9': 'Check cleared' });
    expect(refunds('Approved by')).toEqual({ '1': 'Bea Moss', '7': 'Bea Moss', '8': 'Bea Moss', '9': 'Max Orr' });
  });

  it('removal counts what was typed', async () => {
    const removal = await opened.session.previewRemoval();
    // Refunds: four times prepared, approved and dated, a check number and its clearing. Payees: four addresses of four cells.
    expect(removal.filter(({ role }) => ['refunds', 'payees', 'refundFile', 'evidence'].includes(role)).map((each) => [each.role, each.typedCells])).toEqual([
      ['refunds', 14],
      ['payees', 16],
      ['refundFile', 0],
      ['evidence', 0],
    ]);
    await opened.session.removeSheets([], silent, never());
    expect(ours()).toEqual(['Accounts', 'Transactions']);
  });
});

it('an approved refund that the verdict does not carry is told before the write, with the reason', async () => {
  // 20: 400.00 on check CHK20 of one day stands twice: a posting error, nothing to refund.
  const twice = [...TRANSACTIONS, ['20', D, 'Charge', 500, '', ''], ['20', D + 20, 'Contractual Adjustment', -100, 'Harbor Mutual', '']];
  for (let i = 0; i < 2; i++) twice.push(['20', D + 20, 'Insurance Payment', -400, 'Harbor Mutual', 'CHK20']);
  const other = await desk(bookOf({ Accounts: [...ACCOUNTS, ['20', 'Invented, Eve', -400, 'Harbor Mutual']], Transactions: twice }));
  await other.session.publish(await other.scan(), 'Kim', silent, never());
  type(other.excel, 'Credits', '20', 'Status', 'Approved');
  const held = async (decision: string): Promise<string[]> => {
    type(other.excel, 'Credits', '20', 'Decision', decision);
    return (await other.session.preview(await other.scan())).problems.filter(({ code }) => code === 'refund-held').map(({ message }) => message);
  };
  expect(await held('Refund')).toEqual(['1 approved on Credits does not go on Refunds: 20 (the verdict is posting error).']);
  expect(await held('Agree')).toEqual([]);
  other.excel.close();
});
