/** The sample's sheets as csv files, as another system would hand them over: the same verdicts. */
import { makeSample } from '../../scripts/sample/sample';
import type { Cell, Layout } from '../../scripts/sample/layout';
import type { Report } from './contract';
import { AS_OF, folder, review, SAMPLE } from './harness';

jest.setTimeout(180_000);
const here = folder();
afterAll(() => here.remove());

const usDate = (day: number): string => {
  const date = new Date((day - 25569) * 86_400_000);
  return `${String(date.getUTCMonth() + 1).padStart(2, '0')}/${String(date.getUTCDate()).padStart(2, '0')}/${date.getUTCFullYear()}`;
};
const shown = (cell: Cell | null): string => (cell === null ? '' : cell.look === 'date' ? usDate(Number(cell.value)) : String(cell.value));
const csv = ({ rows }: Layout): string => rows.map((row) => row.map((cell) => `"${shown(cell).replace(/"/g, '""')}"`).join(',')).join('\r\n');

/** What was decided, without the places. */
const verdicts = ({ credits }: Report) =>
  credits
    .map(({ account, balance, class: verdict, findings }) => ({
      account,
      balance,
      verdict,
      findings: findings.map(({ cause, amount, owedTo }) => ({ cause, amount, owedTo })),
    }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));

describe('the sample as csv files', () => {
  it('gives the verdicts of the workbook, in any order of files', async () => {
    for (const sheet of makeSample().sheets) here.write(`${sheet.name}.csv`, csv(sheet));
    const workbook = await review([SAMPLE, ...AS_OF, '--json', '-'], here.path);
    const files = await review(['Refund checks.csv', 'Transactions.csv', 'Remittances.csv', 'Accounts.csv', ...AS_OF, '--json', '-'], here.path);
    expect(files.code).toBe(0);
    expect(files.report().ledger).toEqual(workbook.report().ledger);
    expect(verdicts(files.report())).toEqual(verdicts(workbook.report()));
  });
});
