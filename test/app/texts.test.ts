/** Texts that Excel would take for formulas stay texts on every sheet of ours, with what a person typed, over the embedded Excel. */
import { cents } from '../../src/core/money';
import { OWN_SHEETS } from '../../src/outputs/own';
import { bookOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { ACCOUNTS, AS_OF, desk, never, shown, silent, TRANSACTIONS, type, usersSheets } from './billing';
import type { Desk } from './billing';
import type { Day } from '../../src/core/day';

const ODD = ['=1+1', '+15550100', '-5', '@SUM(A1)', '\t=2+2', '\r=3+3', '="x"&A1', "'=4+4"];
const odd = (n: number): string => ODD[n % ODD.length] as string;
/** Formulas on a sheet, by heading of the table column they stand in. */
function formulas(sheet: Desk['excel']['workbook']['sheets'][number]): { heading: string; formula: string }[] {
  const { area } = sheet.tables[0]!;
  const found: { heading: string; formula: string }[] = [];
  const used = sheet.cells.used(false)!;
  for (let r = used.row; r < used.row + used.rows; r++)
    for (let c = used.column; c < used.column + used.columns; c++) {
      const formula = sheet.cells.formula(r, c);
      if (formula) found.push({ heading: shown(sheet.cells.get(area.row, c)), formula });
    }
  return found;
}

/** No formula stands on a sheet of ours but in columns of formulas, and none says what a person wrote. Gives the sheets and all that stands there. */
function onlyOurFormulas({ excel }: Desk): { roles: string[]; seen: string[] } {
  const roles: string[] = [];
  const seen = new Set<string>();
  for (const sheet of excel.workbook.sheets.slice(2)) {
    if (sheet.tables.length === 0) continue;
    const spec = OWN_SHEETS.find(({ role }) => role === sheet.customProperties.get('crb_role'));
    roles.push(spec?.role ?? '');
    const ours = new Set(spec?.columns.filter((column) => column.type === 'formula').map(({ heading }) => heading));
    for (const { heading, formula } of formulas(sheet)) {
      expect([sheet.name, heading, ours.has(heading)]).toEqual([sheet.name, heading, true]);
      expect(formula).not.toMatch(/1\+1|2\+2|3\+3|4\+4|15550100|@SUM|"x"&A1/);
    }
    const used = sheet.cells.used(true)!;
    for (let r = 0; r < used.row + used.rows; r++) for (let c = 0; c < used.column + used.columns; c++) seen.add(shown(sheet.cells.get(r, c)));
  }
  return { roles, seen: [...seen] };
}

it('names, payers, references, decisions and the log', async () => {
  const accounts = ACCOUNTS.map((row, n): Cell[] => (n === 0 ? row : [row[0]!, odd(n - 1), row[2]!, row[3] === '' ? '' : '=Harbor Mutual']));
  const transactions = TRANSACTIONS.map((row, n): Cell[] => (n === 0 ? row : [...row.slice(0, 4), row[4] === '' ? '' : '=Harbor Mutual', odd(n)]));
  const opened = await desk(bookOf({ Accounts: accounts, Transactions: transactions }));
  const before = JSON.stringify(usersSheets(opened.excel));
  const scan = await opened.scan();
  const ids = scan.review!.credits.flatMap((credit) => credit.findings.map((finding) => finding.id));
  const decisions = ids.map((id, n) => ({
    id,
    status: 'Approved',
    amount: cents(1_000),
    assignedTo: odd(n),
    note: odd(n + 2),
    checksCleared: `=V08, V06 ${odd(n)}`,
  }));
  await opened.session.publish(scan, '=Kim', silent, never(), { decisions });
  await opened.session.publish(await opened.scan({ asOf: (AS_OF + 28) as Day }), '@Lee', silent, never());
  const { seen } = onlyOurFormulas(opened);
  expect(seen).toEqual(expect.arrayContaining(['=1+1', '=Kim', '@Lee', '-5', '@SUM(A1)', '=V08, V06 =1+1']));
  expect(await opened.session.verifyLog()).toEqual([]);
  expect(JSON.stringify(usersSheets(opened.excel))).toBe(before);
  opened.excel.close();
});

it('every sheet: refunds with addresses, letters, evidence, corrections, the Medicare report, and the CSV', async () => {
  const D = 45_900;
  const twice = (account: string, payer = '=Harbor Mutual'): Cell[][] => [
    [account, D, D, 'Charge', 500, '', '', ''],
    [account, D, D + 20, 'Contractual Adjustment', -100, payer, '', ''],
    [account, D, D + 20, 'Insurance Payment', -400, payer, '=1+1', '-5'],
    [account, D, D + 50, 'Insurance Payment', -400, payer, '+15550100', '-5'],
  ];
  const opened = await desk(
    bookOf({
      Accounts: [
        ['Account', 'Patient', 'Balance', 'Primary Payer', 'Patient State', 'Member ID'],
        ['M1', '@SUM(A1)', -400, '=Harbor Mutual', 'OR', '-77A'],
        ['H1', '-Ana, =2', -400, 'Medicare', 'OR', '=2+2'],
        ['7', '=1+1', -1245.1, '', 'OR', ''],
        ['C1', '-5', -100, '=Harbor Mutual', 'OR', '=2+2'],
        ['16', '+15550100', 250, '', 'OR', ''],
      ],
      Transactions: [
        ['Account', 'Service Date', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #', 'Claim Number'],
        ...twice('M1'),
        ...twice('H1', 'Medicare'),
        ['7', D, D, 'Charge', 100, '', '', ''],
        ['7', D, D + 5, 'Patient Payment', -1345.1, '', '=3+3', ''],
        ...twice('C1').slice(0, 3),
        ['C1', D, D + 20, 'Contractual Adjustment', -100, '=Harbor Mutual', '', ''],
        ['16', D, D, 'Charge', 250, '', '', ''],
      ],
    }),
  );
  const { excel, session } = opened;
  const scan = await opened.scan();
  const decisions = scan
    .review!.credits.flatMap(({ findings }) => findings)
    .map(({ id }, n) => ({ id, status: 'Approved', note: odd(n), assignedTo: odd(n + 1) }));
  await session.publish(scan, '=Kim', silent, never(), { decisions });
  const people = { 'Prepared by': '=Ann', 'Approved by': '-Bea', 'Approved on': AS_OF };
  for (const account of ['M1', '7']) for (const [heading, value] of Object.entries(people)) type(excel, 'Refunds', account, heading, value);
  const address = {
    Attention: '+Desk',
    'Address 1': '=1+1 High St',
    'Address 2': '@ the mill',
    City: '-Salem',
    State: 'OR',
    ZIP: '01234',
    'Vendor no': '=4+4',
  };
  for (const payee of ['=Harbor Mutual', '=1+1']) for (const [heading, value] of Object.entries(address)) type(excel, 'Payees', payee, heading, value);
  const again = await opened.scan();
  await session.publish(again, '@Lee', silent, never());
  await session.writeMedicareReport(again, '-Max', silent, never());
  const { roles, seen } = onlyOurFormulas(opened);
  expect(roles.toSorted()).toEqual(
    OWN_SHEETS.filter(({ table }) => table !== '')
      .map(({ role }) => role)
      .toSorted(),
  );
  expect(seen).toEqual(expect.arrayContaining(['=Harbor Mutual', '=Ann', '-Bea', '+Desk', '=1+1 High St', '@ the mill', '-Salem', '=4+4', '-77A']));
  const csv = (await session.refundFileCsv()).split('\r\n').flatMap((line) => line.split('","'));
  expect(csv).toEqual(expect.arrayContaining(["'=1+1 High St", "'@ the mill", "'-Salem", "'=4+4"]));
  expect(csv.filter((field) => /^"?[=+\-@\t\r]/.test(field))).toEqual([]);
  expect(await session.verifyLog()).toEqual([]);
  excel.close();
});
