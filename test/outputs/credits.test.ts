/** Credits: one row a finding, ordered by risk, merged without touching a person's words (design.md 7, domain.md 5.1). */
import fc from 'fast-check';
import type { Credit } from '../../src/core/credit';
import type { Day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import type { CreditsContext } from '../../src/outputs/creditRows';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import type { CreditsKey } from '../../src/outputs/creditsColumns';
import { creditsEdit } from '../../src/outputs/credits';
import type { CreateTable, OutValue, UpdateTable } from '../../src/outputs/edit';
import { linkFormula } from '../../src/outputs/links';
import { typedCells } from '../../src/outputs/standing';
import type { StandingTable } from '../../src/outputs/standing';
import { AS_OF, credit, finding, open, review } from './review';

const CONTEXT: CreditsContext = {
  sheetNames: ['Accounts', 'Tx'],
  causeTitle: (id) => (id === 'C01' ? 'Duplicate payment' : ''),
  link: () => '=HYPERLINK("#\'Accounts\'!A2","row 2")',
};
const PLACES = Object.fromEntries(CREDITS_COLUMNS.map((column, place) => [column.key, place]));

function first(credits: readonly Credit[]): CreateTable {
  const { edit } = creditsEdit(review(credits), CONTEXT, null);
  if (edit.kind !== 'createTable') throw new Error('expected a new table');
  return edit;
}
const standingOf = (credits: readonly Credit[]): { places: Record<string, number>; rows: OutValue[][] } => ({
  places: PLACES,
  rows: first(credits).rows.map((row) => row.map((cell) => cell ?? '')),
});
function again(credits: readonly Credit[], standing: StandingTable, asOf: Day = AS_OF): UpdateTable {
  const { edit } = creditsEdit(review(credits, asOf), CONTEXT, standing);
  if (edit.kind !== 'updateTable') throw new Error('expected an update');
  return edit;
}
const cell = (rows: readonly (readonly OutValue[])[], row: number, key: CreditsKey): OutValue => rows[row]?.[PLACES[key] ?? -1] ?? null;
/** What the sheet shows after an update. */
function applied(standing: StandingTable, edit: UpdateTable): StandingTable {
  const rows = standing.rows.map((row) => [...row]);
  for (const change of edit.cells) rows[change.row]![PLACES[change.column] ?? 0] = change.value ?? '';
  return { places: standing.places, rows: [...rows, ...edit.append.map((row) => row.map((value) => value ?? ''))] };
}

describe('the first write', () => {
  it('gives one row a finding and one for what nothing explains, and the rows add up to the control totals', () => {
    // −balance 120.00 + shortfall 30.00 = 150.00 = findings 100.00 + 40.00 + unexplained 10.00.
    const mixed = credit({
      shortfall: cents(3_000),
      unexplained: cents(1_000),
      class: 'needs-review',
      findings: [
        finding({ cents: cents(10_000) }),
        finding({ cents: cents(4_000), class: 'posting-error', id: '00123/Harbor Mutual/2', resolution: 'REVERSE_POSTING' }),
      ],
    });
    const { rows, preface } = first([mixed, open()]);
    expect(rows.map((row) => row[PLACES['amount'] ?? 0]).toSorted((a, b) => Number(a) - Number(b))).toEqual([10, 40, 45, 100]);
    // 150.00 + 45.00 = 195.00 = true 100.00 + posting 40.00 + needs review 10.00 + 45.00.
    expect(preface[3]).toEqual(['$195.00', '$100.00', '$40.00', '$0.00', '$0.00', '$55.00']);
    expect(preface[1]?.[1]).toBe('2026-01-31');
  });

  it("says all in the trade's words", () => {
    const { rows } = first([
      credit({
        checks: [
          { id: 'V06', result: 'fail', severity: 'block', message: 'A refund stands in the register.', clears: '' },
          { id: 'V01', result: 'notTestable', severity: 'warn', message: 'no allowed column', clears: '' },
        ],
      }),
    ]);
    const shown = (key: CreditsKey): OutValue => cell(rows, 0, key);
    expect(shown('account')).toBe('00123');
    expect(shown('class')).toBe('True overpayment');
    expect(shown('cause')).toBe('Duplicate payment');
    expect(shown('owedTo')).toBe('Harbor Mutual');
    expect(shown('resolution')).toBe('Refund the payer');
    expect(shown('checks')).toBe('V06 blocks: A refund stands in the register; not testable: V01');
    expect(shown('age')).toBe(30);
    expect(shown('rows')).toBe('Tx!7');
    expect(shown('party')).toBe('Harbor Mutual');
    expect([shown('status'), shown('decision'), shown('change'), shown('flaggedOn')]).toEqual(['New', null, 'new', AS_OF]);
  });

  it('orders by the nearest deadline, then by money', () => {
    const due = (id: string, amount: number, day: number): Credit =>
      credit({ id, key: id, findings: [finding({ id: `${id}/p/1`, cents: cents(amount), due: day as Day })], balance: cents(-amount), credit: cents(amount) });
    const { rows } = first([due('none, most', 90_000, 0), due('late', 100, 46_200), due('soon, less', 200, 46_100), due('soon, more', 300, 46_100)]);
    expect(rows.map((row) => row[0])).toEqual(['soon, more', 'soon, less', 'late', 'none, most']);
  });

  it("has the working columns first, then a person's, then the rest behind the outline, and a hidden id", () => {
    const kinds = CREDITS_COLUMNS.map((column) =>
      'person' in column && column.person ? 'person' : 'grouped' in column && column.grouped ? 'grouped' : 'working',
    );
    expect(kinds.join(' ')).toBe(
      [...Array<string>(12).fill('working'), ...Array<string>(9).fill('person'), ...Array<string>(kinds.length - 21).fill('grouped')].join(' '),
    );
    expect(CREDITS_COLUMNS.at(-1)).toMatchObject({ key: 'id', type: 'text', hidden: true });
    expect(new Set(CREDITS_COLUMNS.map((column) => column.heading)).size).toBe(CREDITS_COLUMNS.length);
  });
});

describe('a later write', () => {
  it('changes nothing on an unchanged workbook with the same as-of date', () => {
    const standing = standingOf([credit(), open()]);
    const edit = again([credit(), open()], standing);
    expect(edit.cells).toEqual([]);
    expect(edit.append).toEqual([]);
  });

  it('marks what grew with the old amount, and keeps it so when run once more', () => {
    const standing = standingOf([credit()]);
    const grown = credit({ balance: cents(-15_000), credit: cents(15_000), findings: [finding({ cents: cents(15_000) })] });
    const next = applied(standing, again([grown], standing));
    expect([cell(next.rows, 0, 'amount'), cell(next.rows, 0, 'was'), cell(next.rows, 0, 'change'), cell(next.rows, 0, 'flaggedOn')]).toEqual([
      150,
      120,
      'grown',
      AS_OF,
    ]);
    expect(again([grown], next).cells).toEqual([]);
    const later = applied(next, again([grown], next, (AS_OF + 28) as Day));
    expect([cell(later.rows, 0, 'change'), cell(later.rows, 0, 'was'), cell(later.rows, 0, 'flaggedOn'), cell(later.rows, 0, 'asOf')]).toEqual([
      'unchanged',
      '',
      AS_OF,
      AS_OF + 28,
    ]);
  });

  it('marks what shrank, what is gone with its date, and appends what is new', () => {
    const standing = standingOf([credit(), open()]);
    const shrunk = credit({ balance: cents(-2_000), credit: cents(2_000), findings: [finding({ cents: cents(2_000) })] });
    const fresh = credit({ account: 5, id: '9', key: '9', findings: [finding({ id: '9/Harbor Mutual/1' })] });
    const later = (AS_OF + 7) as Day;
    const next = applied(standing, again([shrunk, fresh], standing, later));
    const byAccount = new Map(next.rows.map((row, index) => [row[0], index]));
    const at = (account: string, key: CreditsKey): OutValue => cell(next.rows, byAccount.get(account) ?? -1, key);
    expect([at('00123', 'change'), at('00123', 'amount'), at('00123', 'was')]).toEqual(['shrunk', 20, 120]);
    expect([at('7', 'change'), at('7', 'clearedOn'), at('7', 'amount')]).toEqual(['cleared', later, 45]);
    expect([at('9', 'change'), at('9', 'flaggedOn')]).toEqual(['new', later]);
    // A cleared row stays as it is.
    expect(again([shrunk, fresh], next, later).cells).toEqual([]);
  });

  it('finds a row whose id was wiped by account, payee and cause, when only one fits', () => {
    const standing = standingOf([credit()]);
    standing.rows[0]![PLACES['id'] ?? 0] = '';
    const edit = again([credit()], standing);
    expect(edit.append).toEqual([]);
    expect(edit.cells).toContainEqual({ row: 0, column: 'id', value: '00123/Harbor Mutual/1' });
  });

  it('leaves a row nobody knows in its place, marked', () => {
    const standing = standingOf([credit()]);
    const stranger = CREDITS_COLUMNS.map((column): OutValue => (column.key === 'note' ? 'my own line' : ''));
    const edit = again([credit()], { places: PLACES, rows: [...standing.rows, stranger] });
    expect(edit.cells).toEqual([{ row: 1, column: 'change', value: 'not matched' }]);
  });

  it('of duplicated ids the first row is the credit; the copy is marked', () => {
    const standing = standingOf([credit()]);
    const edit = again([credit()], { places: PLACES, rows: [...standing.rows, [...standing.rows[0]!]] });
    expect(edit.append).toEqual([]);
    expect(edit.cells.map((change) => [change.row, change.column])).not.toContainEqual([0, 'change']);
    expect(edit.cells.every((change) => change.row === 1)).toBe(true);
  });

  it("never writes a person's column, whatever was typed, sorted or copied", () => {
    const person = new Set<string>(CREDITS_COLUMNS.filter((column) => 'person' in column && column.person).map((column) => column.key));
    const accounts = ['1', '2', '3', '4', '5', '6'];
    const made = (id: string, amount: number): Credit =>
      credit({ id, key: id, balance: cents(-amount), credit: cents(amount), findings: [finding({ id: `${id}/Harbor Mutual/1`, cents: cents(amount) })] });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...accounts), fc.integer({ min: 1, max: 9_999 })), { maxLength: 6 }),
        fc.array(fc.nat(5), { maxLength: 6 }),
        fc.string(),
        (fresh, order, note) => {
          const standing = standingOf(accounts.map((id) => made(id, 500)));
          for (const [i, row] of standing.rows.entries()) row[PLACES['note'] ?? 0] = `${note}${i}`;
          const rows = [...order.map((i) => [...standing.rows[i]!]), ...standing.rows];
          const credits = [...new Map(fresh).entries()].map(([id, amount]) => made(id, amount));
          const edit = again(credits, { places: PLACES, rows });
          expect(edit.cells.some((change) => person.has(change.column))).toBe(false);
          const next = applied({ places: PLACES, rows }, edit);
          expect(next.rows.slice(0, rows.length).map((row) => row[PLACES['note'] ?? 0])).toEqual(rows.map((row) => row[PLACES['note'] ?? 0]));
          // Twice is once.
          expect(again(credits, next).cells).toEqual([]);
          expect(again(credits, next).append).toEqual([]);
        },
      ),
    );
  });

  it('counts what a person typed; New is ours', () => {
    const standing = standingOf([credit(), open()]);
    expect(typedCells(CREDITS_COLUMNS, standing)).toBe(0);
    standing.rows[0]![PLACES['status'] ?? 0] = 'Approved';
    standing.rows[1]![PLACES['note'] ?? 0] = 'asked the payer';
    expect(typedCells(CREDITS_COLUMNS, standing)).toBe(2);
  });
});

describe('links', () => {
  const target = { sheet: "Bob's", keyColumn: 1, raw: 'A*1', row: 9, joined: false };
  it('follow a sort, and take no wildcard for one', () => {
    expect(linkFormula(target)).toBe("=HYPERLINK(\"#'Bob''s'!B\"&MATCH(\"A~*1\",'Bob''s'!$B:$B,0),\"row\")");
    expect(linkFormula({ ...target, sheet: 'S', raw: 123 })).toBe('=HYPERLINK("#\'S\'!B"&MATCH(123,\'S\'!$B:$B,0),"row")');
  });
  it('cannot be broken out of by a key', () => {
    expect(linkFormula({ ...target, sheet: 'S', raw: '"&HACK()&"' })).toBe('=HYPERLINK("#\'S\'!B"&MATCH("""&HACK()&""",\'S\'!$B:$B,0),"row")');
    expect(linkFormula({ ...target, sheet: 'S', raw: 'x'.repeat(300) })).toBe('=HYPERLINK("#\'S\'!B9","row 9")');
    expect(linkFormula({ ...target, sheet: 'S', joined: true })).toBe('=HYPERLINK("#\'S\'!B9","row 9")');
  });
});
