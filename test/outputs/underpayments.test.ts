/** Underpayments: a row an account and party, updated in place, cleared when paid, with a person's words kept (design.md 7). */
import type { Review, Underpayment } from '../../src/core/credit';
import type { Day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import type { OutValue } from '../../src/outputs/edit';
import type { StandingTable } from '../../src/outputs/standing';
import { underpaymentsEdit } from '../../src/outputs/underpayments';
import { UNDERPAYMENTS_COLUMNS } from '../../src/outputs/underpaymentsColumns';
import type { UnderpaymentsKey } from '../../src/outputs/underpaymentsColumns';
import { AS_OF, review } from './review';

const CONTEXT = { facility: () => '', accountLink: (account: number) => `=HYPERLINK("#A${account + 2}","row")` };
const PLACES = Object.fromEntries(UNDERPAYMENTS_COLUMNS.map((column, place) => [column.key, place]));
const short = (key: string, partyName: string, amount: number, more: Partial<Underpayment> = {}): Underpayment => ({
  account: 0,
  key,
  patient: 'Rivera, Ana',
  party: 2,
  partyName,
  cents: cents(amount),
  since: 46_023 as Day,
  source: 'derived',
  because: `${partyName} is short.`,
  ...more,
});
const of = (underpayments: readonly Underpayment[], asOf: Day = AS_OF): Review => ({ ...review([], asOf), underpayments });
const change = (underpayments: readonly Underpayment[], standing: StandingTable | null, asOf: Day = AS_OF): ReturnType<typeof underpaymentsEdit> =>
  underpaymentsEdit(of(underpayments, asOf), CONTEXT, standing);

/** What the sheet shows after a write. */
function shows(standing: StandingTable | null, made: ReturnType<typeof underpaymentsEdit>): { places: Record<string, number>; rows: OutValue[][] } {
  const rows = (standing?.rows ?? []).map((row) => [...row]);
  const edit = made?.edit;
  if (edit?.kind === 'updateTable') for (const cell of edit.cells) rows[cell.row]![PLACES[cell.column] ?? 0] = cell.value ?? '';
  const fresh = edit?.kind === 'updateTable' ? edit.append : (edit?.rows ?? []);
  return { places: PLACES, rows: [...rows, ...fresh.map((row) => row.map((cell) => cell ?? ''))] };
}
const cell = (table: StandingTable, row: number, key: UnderpaymentsKey): OutValue => table.rows[row]?.[PLACES[key] ?? -1] ?? null;
const type = (table: { rows: OutValue[][] }, row: number, key: UnderpaymentsKey, value: OutValue): void => {
  table.rows[row]![PLACES[key] ?? 0] = value;
};

describe('underpayments', () => {
  it('are no sheet when nobody is short', () => {
    expect(change([], null)).toBeNull();
  });

  it('stand by most money first, with the total above', () => {
    const made = change([short('1', 'Harbor Mutual', 2_500), short('2', 'Patient', 10_000)], null);
    const table = shows(null, made);
    expect(table.rows.map((row) => [row[PLACES['account'] ?? 0], row[PLACES['amount'] ?? 0], row[PLACES['age'] ?? 0]])).toEqual([
      ['2', 100, 30],
      ['1', 25, 30],
    ]);
    expect(made?.edit.preface[2]).toEqual(['Short in all', '$125.00']);
  });

  it('written twice are written once', () => {
    const list = [short('1', 'Harbor Mutual', 2_500), short('1', 'Patient', 100)];
    const table = shows(null, change(list, null));
    const edit = change(list, table)?.edit;
    expect(edit?.kind === 'updateTable' && [edit.cells, edit.append]).toEqual([[], []]);
  });

  it("grow, shrink and clear in place, come back, and keep a person's words", () => {
    const later = (AS_OF + 28) as Day;
    const table = shows(null, change([short('1', 'Harbor Mutual', 9_000), short('2', 'Patient', 8_000), short('3', 'Patient', 7_000)], null));
    type(table, 0, 'note', 'appealed 02/03');
    type(table, 2, 'status', 'Billed');
    const next = shows(table, change([short('1', 'Harbor Mutual', 9_500), short('2', 'Patient', 1_000), short('4', 'Patient', 100)], table, later));
    const seen = next.rows.map((_, row) =>
      (['account', 'amount', 'was', 'change', 'clearedOn', 'flaggedOn', 'status', 'note'] as const).map((key) => cell(next, row, key)),
    );
    expect(seen).toEqual([
      ['1', 95, 90, 'grown', '', AS_OF, 'New', 'appealed 02/03'],
      ['2', 10, 80, 'shrunk', '', AS_OF, 'New', ''],
      ['3', 70, '', 'cleared', later, AS_OF, 'Billed', ''],
      ['4', 1, '', 'new', '', later, 'New', ''],
    ]);
    const back = shows(next, change([short('3', 'Patient', 7_000)], next, later));
    expect([cell(back, 2, 'change'), cell(back, 2, 'clearedOn'), cell(back, 2, 'status')]).toEqual(['new', '', 'Billed']);
  });

  it('are found without their id by account and party; copies and strangers stay, marked', () => {
    const list = [short('1', 'Harbor Mutual', 2_500)];
    const table = shows(null, change(list, null));
    type(table, 0, 'id', '');
    expect(change(list, table)?.appended).toBe(0);
    const copied = { places: PLACES, rows: [...shows(table, change(list, table)).rows, ...shows(null, change(list, null)).rows, table.rows[0]!.map(() => '')] };
    const next = shows(copied, change(list, copied));
    expect(next.rows.map((_, row) => cell(next, row, 'change'))).toEqual(['new', 'not matched', 'not matched']);
    // A copy sorted above its original does not take its place.
    const sorted = { places: PLACES, rows: [next.rows[1]!, next.rows[0]!] };
    const edit = change(list, sorted)?.edit;
    expect(edit?.kind === 'updateTable' && [edit.cells, edit.append]).toEqual([[], []]);
  });
});
