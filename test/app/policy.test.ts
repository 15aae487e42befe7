/** Credit policy in the workbook: written once, a person's from then on, and what it says decides (domain.md 4.9), over the embedded Excel. */
import { cellsOf, sheetOf } from '../excel/book';
import { billing, desk, never, silent } from './billing';
import type { Desk } from './billing';
import type { Cell } from '../excel/book';

let opened: Desk;
beforeEach(async () => {
  opened = await desk(billing());
  await opened.session.publish(await opened.scan(), 'Kim', silent, never());
});
afterEach(() => opened.excel.close());

/** 0-based sheet row and column of a cell of the policy table. */
function place(id: string, heading: string, sheet = 'Credit policy'): [number, number] {
  const cells = cellsOf(opened.excel, sheet);
  const header = cells.findIndex((row) => row[0] === 'policy_id');
  return [cells.findIndex((row) => row[0] === id), cells[header]!.indexOf(heading)];
}
const set = (id: string, heading: string, value: Cell, sheet = 'Credit policy'): void =>
  sheetOf(opened.excel, sheet).cells.set(...place(id, heading, sheet), value);
const verdict = async (account: string): Promise<unknown> =>
  (await opened.scan()).review?.credits.find((credit) => credit.key === account)?.findings.map(({ cause, resolution }) => [cause, resolution]);

describe('the policy sheet in a workbook', () => {
  it('is written behind the sheets that stood, with its note, and reads back without a problem', async () => {
    expect(opened.excel.workbook.sheets.slice(2).map((sheet) => sheet.name)).toContain('Credit policy');
    expect(cellsOf(opened.excel, 'Credit policy')[1]?.[0]).toContain('not legal advice');
    const scan = await opened.scan();
    expect(scan.reading.policyProblems).toEqual([]);
    expect(scan.plan.sheets.find((sheet) => sheet.sheet === 'Credit policy')?.role ?? 'own').toBe('own');
    expect(scan.review?.totals.balance).toBe(-44_500);
  });

  it('decides: a least credit of 50.00 leaves the 45.00 out, and says so', async () => {
    set('L-cents', 'value', '5000');
    const { review, reading } = await opened.scan();
    expect(reading.policyProblems).toEqual([]);
    expect(review?.credits.map((credit) => credit.key)).toEqual(['00123']);
    expect(review?.filtered).toMatchObject({ count: 1, cents: 4_500 });
  });

  it('decides: with a small balance of 50.00 the 45.00 of account 7 is no refund but a small credit', async () => {
    expect(await verdict('7')).toEqual([['C27', 'REFUND_PATIENT']]);
    set('SB-patient', 'value', '5000');
    expect(await verdict('7')).toEqual([['C23', 'SMALL_CREDIT_POLICY']]);
  });

  it('reads a value typed as a number', async () => {
    set('L-cents', 'value', 5000);
    expect((await opened.scan()).review?.credits).toHaveLength(1);
    const [row, column] = place('L-cents', 'value');
    sheetOf(opened.excel, 'Credit policy').cells.set(row, column, 4000);
    expect((await opened.scan()).review?.credits).toHaveLength(2);
  });

  it('reports a bad row by sheet and row, also when the sheet was renamed, and the default holds', async () => {
    set('L-cents', 'value', 'fifty');
    const [row] = place('L-cents', 'value');
    sheetOf(opened.excel, 'Credit policy').name = 'Our rules';
    const { review, reading } = await opened.scan();
    expect(review?.credits).toHaveLength(2);
    expect(reading.policyProblems).toMatchObject([{ code: 'policy-number', sheet: 'Our rules', row: row + 1 }]);
    expect(reading.policyProblems[0]?.remedy).not.toBe('');
  });

  it("is never written again: a person's edits and deletions stay, and the preview does not list it", async () => {
    set('L-cents', 'value', '4000');
    set('L-cents', 'notes', 'agreed with Dana');
    const before = JSON.stringify(cellsOf(opened.excel, 'Credit policy'));
    const preview = await opened.session.preview(await opened.scan());
    expect(preview.sheets.map((sheet) => sheet.role)).not.toContain('policy');
    await opened.session.publish(await opened.scan(), 'Kim', silent, never());
    expect(JSON.stringify(cellsOf(opened.excel, 'Credit policy'))).toBe(before);
    expect((await opened.session.previewRemoval()).find((sheet) => sheet.role === 'policy')).toMatchObject({ typedCells: 2 });
  });

  it('goes before rows from outside where a person edited it; an untouched row gives way', async () => {
    const outside = (value: string): Record<string, unknown> => ({
      policy_id: 'L-cents',
      topic: 'LISTING',
      key: 'least_credit',
      value,
      unit: 'cents',
      status: 'ACTIVE',
    });
    const untouched = await opened.scan({ policyRows: [outside('5000')] });
    expect(untouched.reading.policyProblems).toEqual([]);
    expect(untouched.review?.credits).toHaveLength(1);
    set('L-cents', 'value', '4000');
    const edited = await opened.scan({ policyRows: [outside('5000')] });
    expect(edited.reading.policyProblems).toEqual([]);
    expect(edited.review?.credits).toHaveLength(2);
  });

  it('falls back to the defaults, with a problem, when its table is gone', async () => {
    sheetOf(opened.excel, 'Credit policy').tables.length = 0;
    const { review, reading } = await opened.scan();
    expect(review?.credits).toHaveLength(2);
    expect(reading.policyProblems).toMatchObject([{ code: 'policy-table-gone', sheet: 'Credit policy' }]);
  });
});
