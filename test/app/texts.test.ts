/** Texts that Excel would take for formulas stay texts on every sheet of ours, with what a person typed, over the embedded Excel. */
import { cents } from '../../src/core/money';
import { OWN_SHEETS } from '../../src/outputs/own';
import { bookOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { ACCOUNTS, AS_OF, desk, never, shown, silent, TRANSACTIONS, usersSheets } from './billing';
import type { Desk } from './billing';
import type { Day } from '../../src/core/day';

jest.setTimeout(60_000);

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
  const seen = new Set<string>();
  for (const sheet of opened.excel.workbook.sheets.slice(2)) {
    if (sheet.tables.length === 0) continue;
    const spec = OWN_SHEETS.find(({ role }) => role === sheet.customProperties.get('crb_role'));
    const ours = new Set(spec?.columns.filter((column) => column.type === 'formula').map(({ heading }) => heading));
    for (const { heading, formula } of formulas(sheet)) {
      expect([sheet.name, heading, ours.has(heading)]).toEqual([sheet.name, heading, true]);
      expect(formula).not.toMatch(/1\+1|2\+2|3\+3|4\+4|15550100|@SUM|"x"&A1/);
    }
    const used = sheet.cells.used(true)!;
    for (let r = 0; r < used.row + used.rows; r++) for (let c = 0; c < used.column + used.columns; c++) seen.add(shown(sheet.cells.get(r, c)));
  }
  expect([...seen]).toEqual(expect.arrayContaining(['=1+1', '=Kim', '@Lee', '-5', '@SUM(A1)', '=V08, V06 =1+1']));
  expect(await opened.session.verifyLog()).toEqual([]);
  expect(JSON.stringify(usersSheets(opened.excel))).toBe(before);
  opened.excel.close();
});
