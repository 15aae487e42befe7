/** Credit summary: our figures, and the same figures as Excel's formulas over the Credits table give them (design.md 7, domain.md 5.7). */
import { createTable } from '../../src/excel/tables';
import type { Credit } from '../../src/core/credit';
import type { Day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import { creditRows } from '../../src/outputs/creditRows';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import { amountFormula } from '../../src/outputs/criteria';
import type { CreditsTable } from '../../src/outputs/criteria';
import type { CreateTable, OutValue } from '../../src/outputs/edit';
import { summaryEdit, summaryRows } from '../../src/outputs/summary';
import type { SummaryContext } from '../../src/outputs/summary';
import { SUMMARY_COLUMNS } from '../../src/outputs/summaryColumns';
import { cellsOf, bookOf, open as openBook, quiet, sheetOf } from '../excel/book';
import { AS_OF, credit, finding, open, review } from './review';

const CREDITS: CreditsTable = { table: 'crb_Credits', daysOff: 0, heading: (key) => CREDITS_COLUMNS.find((column) => column.key === key)?.heading ?? null };
const CONTEXT: SummaryContext = {
  credits: CREDITS,
  origins: {
    '00123/Harbor Mutual/1': { poster: 'kim', location: 'North', code: '3001' },
    '8/Harbor Mutual/1': { poster: 'kim', location: 'North', code: '3001' },
  },
  causeTitle: (id) => (id === 'C01' ? 'Duplicate payment' : 'Reversal'),
  log: { lines: 3, hash: 'abc' },
};

const one = (id: string, amount: number, more: Parameters<typeof finding>[0], over: Partial<Credit> = {}): Credit =>
  credit({
    id,
    key: id,
    balance: cents(-amount),
    credit: cents(amount),
    findings: [finding({ cents: cents(amount), id: `${id}/Harbor Mutual/1`, ...more })],
    ...over,
  });

/** 120.00 true to Harbor (30 days old), 80.00 true to a payer named "<5*" (400 days), 100.10 posting error (overdue), 45.00 open (age unknown). */
const CASES: Credit[] = [
  credit(),
  one('8', 8_000, { owedTo: { kind: 'payer', name: '<5*"x"' }, due: (AS_OF + 7) as Day }, { since: (AS_OF - 400) as Day }),
  one('9', 10_010, { class: 'posting-error', cause: 'C02', owedTo: { kind: 'none', name: '' }, due: (AS_OF - 1) as Day }, { since: (AS_OF - 31) as Day }),
  { ...open(), since: 0 as Day },
];
/** With money of patients: 60.00 unclaimed soon, 70.00 where nobody knows. */
const PATIENTS: Credit[] = [
  one('10', 6_000, { owedTo: { kind: 'patient', name: 'Rivera, Ana' }, dormantOn: (AS_OF + 100) as Day }),
  one('11', 7_000, { owedTo: { kind: 'patient', name: 'Rivera, Bo' } }),
];

type Shown = Record<string, readonly OutValue[]>;
/** "Section/Line" → rows, amount, share. */
const figures = (credits: readonly Credit[]): Shown =>
  Object.fromEntries(
    summaryRows(review(credits), CONTEXT).map((row) => [`${row.section}/${row.line}`, [row.rows ?? null, row.amount ?? null, row.share ?? null]]),
  );

describe('our figures', () => {
  const shown = figures(CASES);
  it('foot: 120.00 + 80.00 + 100.10 + 45.00 = 345.10', () => {
    expect(shown['Totals/All findings and what is open']).toEqual([4, 345.1, null]);
    expect(shown['Totals/Credit']?.[1]).toBe(345.1);
    expect(shown['Totals/Control: classes less credit plus shortfall (must be 0.00)']?.[1]).toBe(0);
    expect(shown['Class/True overpayment']).toEqual([2, 200, 20_000 / 34_510]);
    expect(shown['Class/Needs review']?.slice(0, 2)).toEqual([1, 45]);
  });

  it('true against false leaves out what is not decided: 200.00 of 300.10', () => {
    expect(shown['True against false/True: money owed back']).toEqual([2, 200, 20_000 / 30_010]);
    expect(shown['True against false/False: posting error']).toEqual([1, 100.1, 10_010 / 30_010]);
  });

  it('ages from the day the account went into credit: 30 days is 0 to 30, 31 is the next', () => {
    expect(shown['Age in days/0 to 30']?.slice(0, 2)).toEqual([1, 120]);
    expect(shown['Age in days/31 to 60']?.slice(0, 2)).toEqual([1, 100.1]);
    expect(shown['Age in days/More than 365']?.slice(0, 2)).toEqual([1, 80]);
    expect(shown['Age in days/Not known']?.slice(0, 2)).toEqual([1, 45]);
  });

  it('deadlines: yesterday is overdue, in seven days is within seven', () => {
    expect(shown['Deadline/Overdue']?.slice(0, 2)).toEqual([1, 100.1]);
    expect(shown['Deadline/Within 7 days']?.slice(0, 2)).toEqual([1, 80]);
    expect(shown['Deadline/None']?.slice(0, 2)).toEqual([2, 165]);
  });

  it('unclaimed property of patients: the last day of the period is not over, 120 days ahead the owner is written to', () => {
    const patient = (id: string, amount: number, after: number | null): Credit =>
      one(id, amount, { owedTo: { kind: 'patient', name: id }, ...(after === null ? {} : { dormantOn: (AS_OF + after) as Day }) });
    const lines = [
      patient('a', 100, -1),
      patient('b', 200, 0),
      patient('c', 400, 120),
      patient('d', 800, 121),
      patient('e', 1_600, 366),
      patient('f', 3_200, null),
    ];
    const of = figures([...lines, credit()]);
    // 1.00 + 2.00 + 4.00 + 8.00 + 16.00 + 32.00 = 63.00 of patients; the payer's 120.00 is none of it.
    expect(of['Unclaimed property/Unclaimed: report to the state']).toEqual([1, 1, 100 / 6_300]);
    expect(of['Unclaimed property/Within 120 days: write to the owner']).toEqual([2, 6, 600 / 6_300]);
    expect(of['Unclaimed property/Within 121 to 365 days']).toEqual([1, 8, 800 / 6_300]);
    expect(of['Unclaimed property/Later']).toEqual([1, 16, 1_600 / 6_300]);
    expect(of['Unclaimed property/State, its period or the day not known']).toEqual([1, 32, 3_200 / 6_300]);
  });

  it('prevention: one line for what the same person posts at the same place with the same code, most money first', () => {
    const twice = [credit(), one('8', 8_000, {}), one('9', 10_010, { class: 'posting-error', cause: 'C02', owedTo: { kind: 'none', name: '' } })];
    const lines = summaryRows(review(twice), CONTEXT).filter((row) => row.section === 'Prevention');
    expect(lines.map((row) => [row.line, row.payer, row.poster, row.location, row.code, row.rows, row.amount, row.share])).toEqual([
      ['C01 Duplicate payment', 'Harbor Mutual', 'kim', 'North', '3001', 2, 200, 20_000 / 30_010],
      ['C02 Reversal', 'Nobody', '', '', '', 1, 100.1, 10_010 / 30_010],
    ]);
  });

  it('credit as a share of what accounts owe', () => {
    // The ledger of review(): charges 1,000.00 − payments 600.00 − adjustments 500.00 = −100.00 net; plus credits 345.10 = 245.10 owed.
    expect(shown['Totals/Receivables of accounts that owe, and credit as a share of them']).toEqual([null, 245.1, 34_510 / 24_510]);
  });

  it('carries the end of the log', () => {
    expect(shown['Credit log/Lines']?.[0]).toBe(3);
  });
});

const ROWS = creditRows(review([...CASES, ...PATIENTS]), {
  sheetNames: [],
  causeTitle: (id) => CONTEXT.causeTitle(id),
  link: () => null,
  ...{ posting: () => null },
});
const creditsTable = (change: (row: Record<string, OutValue>, n: number) => void = () => undefined): CreateTable => ({
  kind: 'createTable',
  role: 'credits',
  sheetName: 'Credits',
  table: 'crb_Credits',
  preface: [],
  columns: CREDITS_COLUMNS,
  rows: ROWS.map((row, n) => {
    const cells: Record<string, OutValue> = { ...row };
    change(cells, n);
    return CREDITS_COLUMNS.map((column) => cells[column.key] ?? null);
  }),
  visibility: 'visible',
});

async function inExcel(credits: CreateTable): Promise<{ rows: string[][]; close: () => void }> {
  const { excel, guard } = await openBook(bookOf({ Sheet1: [['x']] }));
  await createTable(guard, credits, 'Credits', 'crb_Credits', quiet);
  const { edit } = summaryEdit(review([...CASES, ...PATIENTS]), CONTEXT, null);
  if (edit.kind !== 'createTable') throw new Error('expected a new table');
  await createTable(guard, edit, 'Credit summary', edit.table, quiet);
  excel.settle();
  const { area } = sheetOf(excel, 'Credit summary').tables[0]!;
  return { rows: cellsOf(excel, 'Credit summary').slice(area.row + 1, area.row + area.rows), close: () => excel.close() };
}
const at = (key: string): number => SUMMARY_COLUMNS.findIndex((column) => column.key === key);

describe('over the embedded Excel', () => {
  it('every formula gives our figure', async () => {
    const { rows, close } = await inExcel(creditsTable());
    const both = rows.filter((row) => row[at('rowsNow')] !== '' && row[at('rows')] !== '');
    expect(both.length).toBeGreaterThan(25);
    expect(both.filter((row) => row[0] === 'Unclaimed property' && row[at('rows')] === '1')).toHaveLength(2);
    for (const row of both)
      expect([row[0], row[1], Number(row[at('rowsNow')]), Number(row[at('amountNow')])]).toEqual([
        row[0],
        row[1],
        Number(row[at('rows')]),
        Number(row[at('amount')]),
      ]);
    close();
  });

  it('the formulas follow a person: a cleared row and a row of somebody else do not count, a status does', async () => {
    const { rows, close } = await inExcel(
      creditsTable((row, n) => {
        if (n === 0) row['change'] = 'cleared';
        if (n === 1) row['status'] = 'Approved';
        if (n === 2) row['change'] = 'not matched';
      }),
    );
    const now = (line: string): unknown[] =>
      rows.filter((row) => row[at('line')] === line).map((row) => [row[at('rowsNow')], row[at('amountNow')]])[0] as unknown[];
    expect(now('All findings and what is open')).toEqual(['4', '255']);
    expect(now('Approved')).toEqual(['1', '80']);
    close();
  });
});

describe('the sheet', () => {
  it('written again with the same figures writes nothing; fewer lines make it shorter, more are appended', () => {
    const first = summaryEdit(review(CASES), CONTEXT, null).edit;
    if (first.kind !== 'createTable') throw new Error('expected a new table');
    const places = Object.fromEntries(SUMMARY_COLUMNS.map((column, place) => [column.key, place]));
    const standing = { places, rows: first.rows.map((row) => row.map((cell) => cell ?? '')) };
    expect(summaryEdit(review(CASES), CONTEXT, standing).edit).toMatchObject({ kind: 'updateTable', cells: [], append: [] });
    const fewer = summaryEdit(review([open()]), { ...CONTEXT, log: null }, standing).edit;
    const lines = summaryEdit(review([open()]), { ...CONTEXT, log: null }, null).edit;
    const count = lines.kind === 'createTable' ? lines.rows.length : 0;
    expect(count).toBeLessThan(standing.rows.length);
    expect(fewer).toMatchObject({ append: [], rows: count });
    expect(fewer.kind === 'updateTable' && fewer.cells.every(({ row }) => row < count)).toBe(true);
    const more = summaryEdit(review(CASES), CONTEXT, { places, rows: standing.rows.slice(0, 5) }).edit;
    expect(more.kind === 'updateTable' && more.append.length).toBe(standing.rows.length - 5);
  });

  it('a heading that was renamed is followed, one that is gone leaves no formula, and no text becomes formula code', () => {
    expect(amountFormula({ table: 'T', daysOff: 0, heading: (key) => (key === 'amount' ? 'My [sum]' : key) }, [])).toContain("SUMIFS(T[My '[sum']],T[change]");
    expect(amountFormula({ table: 'T', daysOff: 0, heading: (key) => (key === 'change' ? null : key) }, [])).toBeNull();
    expect(amountFormula(CREDITS, [['owedTo', '=a")+HACK("']])).toContain(',"=a"")+HACK("""),2)');
    expect(amountFormula(CREDITS, [['owedTo', 'x'.repeat(256)]])).toBeNull();
  });
});
