/** Corrections: one line a posting, adding up to the finding; done, proved or still open (design.md 7). */
import fc from 'fast-check';
import type { Credit, Review, SettledFinding } from '../../src/core/credit';
import type { Day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import type { Posting } from '../../src/core/postings';
import { correctionRows } from '../../src/outputs/correctionRows';
import type { CorrectionsContext } from '../../src/outputs/correctionRows';
import { correctionsEdit } from '../../src/outputs/corrections';
import { CORRECTIONS_COLUMNS } from '../../src/outputs/correctionsColumns';
import type { CorrectionsKey } from '../../src/outputs/correctionsColumns';
import type { OutValue } from '../../src/outputs/edit';
import { typedCells } from '../../src/outputs/standing';
import type { StandingTable } from '../../src/outputs/standing';
import { AS_OF, credit, finding, review } from './review';

const PLACES = Object.fromEntries(CORRECTIONS_COLUMNS.map((column, place) => [column.key, place]));
const posting = (tx: number, effect: number, more: Partial<Posting> = {}): Posting => ({
  tx,
  day: (46_000 + tx) as Day,
  type: 'Contractual Adjustment',
  effect: cents(effect),
  party: 'Harbor Mutual',
  reference: '',
  row: { sheet: 1, row: tx + 2 },
  ...more,
});
/** The export that proves: account 00123 with these postings. */
const exportOf =
  (...postings: readonly (readonly [effect: number, day: number])[]): CorrectionsContext['followed'] =>
  ({ facility, key }) => ({
    facility,
    key,
    inExport: key === '00123',
    postings: postings.map(([effect, day]) => ({ day: day as Day, effect: cents(effect), refund: false, party: '', reference: '' })),
  });
const contextOf = (postings: readonly Posting[], followed = exportOf()): CorrectionsContext => ({
  followed,
  posting: (tx) => postings.find((each) => each.tx === tx) ?? null,
  postingLink: ({ row }) => `=HYPERLINK("#'Tx'!A${row.row}","row ${row.row}")`,
  accountLink: () => '=HYPERLINK("#\'Accounts\'!A2","row")',
});
const POSTINGS = [posting(1, -33_110), posting(2, -40_000, { type: 'Insurance Payment', reference: 'CHK 88' })];
const CONTEXT = contextOf(POSTINGS);
const twice = finding({
  class: 'posting-error',
  resolution: 'REVERSE_POSTING',
  cents: cents(40_000),
  claims: [2],
  id: '00123/none:/1',
  owedTo: { kind: 'none', name: '' },
});
const over = finding({
  class: 'posting-error',
  resolution: 'REVERSE_ADJ',
  cents: cents(12_000),
  claims: [1],
  id: '00123/none:/2',
  owedTo: { kind: 'none', name: '' },
});
const owes = (...findings: readonly SettledFinding[]): Credit => {
  const sum = findings.reduce((total, each) => total + each.cents, 0);
  return credit({ balance: cents(-sum), credit: cents(sum), findings });
};
const LATER = (AS_OF + 28) as Day; // 2026-02-28

/** The export still holds what was posted: the write-off and the payment. */
const AS_BEFORE = [
  [-33_110, 46_001],
  [-40_000, 46_002],
] as const;
const change = (of: Review, standing: StandingTable | null, followed = exportOf(...AS_BEFORE)): ReturnType<typeof correctionsEdit> =>
  correctionsEdit(of, contextOf(POSTINGS, followed), standing);
function shows(standing: StandingTable | null, made: ReturnType<typeof correctionsEdit>): { places: Record<string, number>; rows: OutValue[][] } {
  const rows = (standing?.rows ?? []).map((row) => [...row]);
  const edit = made?.edit;
  if (edit?.kind === 'updateTable') for (const cell of edit.cells) rows[cell.row]![PLACES[cell.column] ?? 0] = cell.value ?? '';
  const fresh = edit?.kind === 'updateTable' ? edit.append : (edit?.rows ?? []);
  return { places: PLACES, rows: [...rows, ...fresh.map((row) => row.map((cell) => cell ?? ''))] };
}
const cell = (table: StandingTable, row: number, key: CorrectionsKey): OutValue => table.rows[row]?.[PLACES[key] ?? -1] ?? null;
const type = (table: { rows: OutValue[][] }, row: number, key: CorrectionsKey, value: OutValue): void => {
  table.rows[row]![PLACES[key] ?? 0] = value;
};
const states = (table: StandingTable): OutValue[] => table.rows.map((_, row) => cell(table, row, 'change'));

describe('lines', () => {
  it('say what to post, from where to where, with the posting it is about', () => {
    const table = shows(null, change(review([owes(twice, over)]), null));
    const line = (row: number): OutValue[] =>
      (['todo', 'amount', 'from', 'to', 'date', 'type', 'payer', 'posted', 'reference'] as const).map((key) => cell(table, row, key));
    expect(line(0)).toEqual(['Reverse the posting', 400, 'Paid by Harbor Mutual', 'Taken off', 46_002, 'Insurance Payment', 'Harbor Mutual', -400, 'CHK 88']);
    expect(line(1)).toEqual([
      'Reverse the adjustment',
      120,
      'Contractual Adjustment',
      'Balance of Harbor Mutual',
      46_001,
      'Contractual Adjustment',
      'Harbor Mutual',
      -331.1,
      '',
    ]);
    expect(cell(table, 0, 'source')).toBe('=HYPERLINK("#\'Tx\'!A4","row 4")');
    expect(cell(table, 0, 'because')).toBe('Paid twice: 120.00 on two checks.');
    expect(states(table)).toEqual(['to do', 'to do']);
  });

  it('ask for a debit adjustment where no write-off stands to be reversed', () => {
    const [row] = correctionRows(review([owes(finding({ resolution: 'REVERSE_ADJ', claims: [] }))]), CONTEXT);
    expect([row?.todo, row?.from, row?.to, row?.amount]).toEqual(['Post a debit adjustment', 'Not posted', 'Balance of Harbor Mutual', 120]);
  });

  it('are of no refund, hold or escalation', () => {
    expect(change(review([owes(finding())]), null)).toBeNull();
    const kinds = ['REFUND_PATIENT', 'AWAIT_TAKEBACK', 'CORRECT_AND_REBILL', 'SMALL_CREDIT_POLICY', 'ESCHEAT_TRACK', 'HOLD_UNTIL', 'ESCALATE'] as const;
    expect(kinds.flatMap((resolution) => correctionRows(review([owes(finding({ resolution }))]), CONTEXT))).toEqual([]);
  });

  it.each([
    ['TRANSFER_ACCOUNT', { kind: 'account', name: '77' }, 'Account 00123', 'Account 77'],
    ['TRANSFER_BUCKET', { kind: 'patient', name: '' }, 'Harbor Mutual', 'Patient'],
    ['TRANSFER_GL', { kind: 'none', name: '' }, 'Account 00123', 'General ledger'],
    ['POST_MISSING_TXN', { kind: 'none', name: '' }, 'Not posted', 'Balance of Harbor Mutual'],
    ['POST_CHARGES', { kind: 'none', name: '' }, 'Not posted', 'Charges of account 00123'],
  ] as const)('of %s name both places', (resolution, owedTo, from, to) => {
    const rows = correctionRows(review([owes(finding({ resolution, owedTo, claims: [2] }))]), CONTEXT);
    expect(rows.map((row) => [row.from, row.to, row.amount])).toEqual([[from, to, 120]]);
  });

  it('between parts of an account name the part that is as much open', () => {
    const bucket = (party: number, name: string, amount: number): Credit['parties'][number] => ({
      party,
      name,
      paid: cents(0),
      liability: null,
      source: 'unknown',
      bucket: cents(amount),
    });
    const moved = finding({ resolution: 'TRANSFER_BUCKET', owedTo: { kind: 'none', name: '' } });
    const parts = [bucket(2, 'Harbor Mutual', -12_000), bucket(1, 'Patient', 12_000), bucket(3, 'Aetna', 11_000)];
    const to = (parties: Credit['parties']): unknown => correctionRows(review([{ ...owes(moved), parties }]), CONTEXT).map((row) => [row.from, row.to]);
    expect(to(parts)).toEqual([['Harbor Mutual', 'Patient']]);
    expect(to([...parts, bucket(4, 'Cedar', 12_000)])).toEqual([['Harbor Mutual', 'Nobody']]);
  });

  it('say above the table how they meet the control totals: 400.00 and 120.00 are asked for, 30.00 is no posting', () => {
    const sent = finding({
      class: 'posting-error',
      resolution: 'CORRECT_AND_REBILL',
      cents: cents(3_000),
      id: '00123/none:/3',
      owedTo: { kind: 'none', name: '' },
    });
    const edit = change(review([owes(twice, over, sent)]), null)?.edit;
    expect(edit?.preface[2]).toEqual([
      'To correct in all',
      '$520.00',
      'Control: posting error and misallocated',
      '$550.00',
      'Set aside, or not put right by a posting',
      '$30.00',
    ]);
  });

  it('add up to the finding to the cent, and none is above its posting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 6 }), fc.integer({ min: 1, max: 120_000 }), (sizes, amount) => {
        const postings = sizes.map((size, tx) => posting(tx, -size));
        const one = finding({ resolution: 'REVERSE_ADJ', cents: cents(amount), claims: postings.map(({ tx }) => tx) });
        const rows = correctionRows(review([owes(one)]), contextOf(postings));
        expect(rows.reduce((sum, row) => sum + Math.round(Number(row.amount) * 100), 0)).toBe(amount);
        for (const row of rows) if (row.posted !== null) expect(Number(row.amount)).toBeLessThanOrEqual(-Number(row.posted));
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      }),
    );
  });
});

describe('a later export', () => {
  const first = (): { places: Record<string, number>; rows: OutValue[][] } => shows(null, change(review([owes(twice, over)]), null));

  it('with nothing changed changes nothing', () => {
    const edit = change(review([owes(twice, over)]), first())?.edit;
    expect(edit?.kind === 'updateTable' && [edit.cells, edit.append]).toEqual([[], []]);
  });

  it('proves what was marked done and is gone, and says still open where it is not', () => {
    const table = first();
    for (const row of [0, 1]) {
      type(table, row, 'doneOn', AS_OF + 3);
      type(table, row, 'doneBy', 'Kim');
    }
    // The same export again: nothing is decided yet.
    const same = shows(table, change(review([owes(twice, over)]), table));
    expect(states(same)).toEqual(['done, next export proves it', 'done, next export proves it']);
    const reversed = exportOf(...AS_BEFORE, [40_000, AS_OF + 25]); // 2026-02-25
    const next = shows(same, change(review([owes(over)], LATER), same, reversed));
    expect(states(next)).toEqual(['proved by export of 2026-02-28: posted 2026-02-25', 'still open']);
    expect([cell(next, 0, 'doneBy'), cell(next, 1, 'doneBy')]).toEqual(['Kim', 'Kim']);
    // A proof stays; a posting that is wrong again is asked for again.
    const both = exportOf(...AS_BEFORE, [40_000, AS_OF + 25], [12_000, AS_OF + 30]); // 2026-03-02
    const after = shows(next, change(review([], (LATER + 30) as Day), next, both));
    expect(states(after)).toEqual(['proved by export of 2026-02-28: posted 2026-02-25', 'proved by export of 2026-03-30: posted 2026-03-02']);
    expect(states(shows(after, change(review([owes(twice)], (LATER + 31) as Day), after)))[0]).toBe('still open');
  });

  it('proves by a posting of that very amount since, one line each; by the posting gone; not by an account that is not there', () => {
    const done = (): ReturnType<typeof first> => {
      const table = first();
      type(table, 0, 'doneOn', AS_OF + 3);
      return table;
    };
    const state = (followed: CorrectionsContext['followed'], table = done()): OutValue => states(shows(table, change(review([], LATER), table, followed)))[0]!;
    const nothing = 'no longer in credit, but no posting of $400.00 found in the export of 2026-02-28';
    expect(state(exportOf(...AS_BEFORE, [39_999, AS_OF + 3]))).toBe(nothing);
    expect(state(exportOf(...AS_BEFORE, [40_000, AS_OF - 1]))).toBe(nothing);
    expect(state(exportOf(...AS_BEFORE, [40_000, AS_OF]))).toBe('proved by export of 2026-02-28: posted 2026-01-31');
    expect(state(exportOf([-33_110, 46_001]))).toBe('proved by export of 2026-02-28: the posting is gone');
    const elsewhere: CorrectionsContext['followed'] = (account) => ({ ...account, inExport: false, postings: [] });
    expect(state(elsewhere)).toBe('not in this export');
    const open = first();
    expect(state(elsewhere, open)).toBe('not in this export');
    // Two lines of 400.00, one reversal: one is proved.
    const two = { places: PLACES, rows: [...done().rows.slice(0, 1), ...done().rows.slice(0, 1)] };
    two.rows[1]![PLACES['id']!] = 'another';
    expect(states(shows(two, change(review([], LATER), two, exportOf(...AS_BEFORE, [40_000, AS_OF + 1]))))).toEqual([
      'proved by export of 2026-02-28: posted 2026-02-01',
      nothing,
    ]);
  });

  it('proves a duplicate that was deleted, each row that is gone one line', () => {
    // One payment of 400.00 by check 88 stood three times; two are to be reversed.
    const like = (tx: number): Posting => posting(tx, -40_000, { type: 'Insurance Payment', reference: 'CHK 88', alike: 3 });
    const postings = [like(2), like(3)];
    const thrice = [2, 3].map((tx) => ({ ...twice, id: `00123/none:/${tx}`, claims: [tx] }));
    const standing = (left: number): CorrectionsContext['followed'] => {
      const row = { day: 46_002 as Day, effect: cents(-40_000), refund: false, party: 'Harbor Mutual', reference: 'CHK 88' };
      return (account) => ({ ...account, inExport: true, postings: Array.from({ length: left }, () => row) });
    };
    const of = (next: Review, table: StandingTable | null, left: number): ReturnType<typeof shows> =>
      shows(table, correctionsEdit(next, contextOf(postings, standing(left)), table));
    const table = of(review([owes(...thrice)]), null, 3);
    for (const row of [0, 1]) type(table, row, 'doneOn', AS_OF + 3);
    const gone = 'proved by export of 2026-02-28: the posting is gone';
    const nothing = 'no longer in credit, but no posting of $400.00 found in the export of 2026-02-28';
    expect(states(of(review([], LATER), table, 3))).toEqual([nothing, nothing]);
    const one = of(review([], LATER), table, 2);
    expect(states(one)).toEqual([gone, nothing]);
    // The row that proved the first line proves no other a month later; the next that goes does.
    expect(states(of(review([], LATER), one, 2))).toEqual([gone, nothing]);
    expect(states(of(review([], LATER), one, 1))).toEqual([gone, gone]);
    expect(states(of(review([], LATER), table, 1))).toEqual([gone, gone]);
    // Gone, but the account still holds the money: the balance does not say so.
    const held = credit({ balance: cents(-40_000), credit: cents(40_000), unexplained: cents(40_000), findings: [], class: 'needs-review' });
    expect(states(of(review([held], LATER), table, 1))).toEqual(['still open', 'still open']);
  });

  it('asks for nothing where a person said Not a credit, and asks again when that is taken back', () => {
    const aside = { ...twice, setAside: true } as const;
    expect(change(review([owes(aside)]), null)).toBeNull();
    const table = first();
    const next = shows(table, change(review([owes(aside, over)]), table));
    expect(states(next)).toEqual(['not asked for: Not a credit on Credits', 'to do']);
    expect(states(shows(next, change(review([owes(twice, over)]), next)))).toEqual(['to do', 'to do']);
    expect(change(review([owes(aside, over)]), shows(null, change(review([owes(over)]), null)))?.appended).toBe(0);
  });

  it('proves nothing while the account still holds as much that nothing explains', () => {
    const table = first();
    type(table, 0, 'doneOn', AS_OF + 3);
    const unexplained = credit({ balance: cents(-40_000), credit: cents(40_000), unexplained: cents(40_000), findings: [], class: 'needs-review' });
    expect(states(shows(table, change(review([unexplained], LATER), table)))).toEqual(['still open', 'to do']);
  });

  it('says of a line gone without a word that it is no longer asked for', () => {
    const table = first();
    const next = shows(table, change(review([], LATER), table));
    expect(states(next)).toEqual(['no longer asked for, export of 2026-02-28', 'no longer asked for, export of 2026-02-28']);
  });

  it('finds lines after a sort and without their ids, and counts what was typed', () => {
    const table = first();
    type(table, 0, 'doneOn', AS_OF);
    type(table, 0, 'id', '');
    const sorted = { places: PLACES, rows: [table.rows[1]!, table.rows[0]!] };
    const next = shows(sorted, change(review([owes(twice, over)], LATER), sorted));
    expect(next.rows).toHaveLength(2);
    expect(states(next)).toEqual(['to do', 'still open']);
    expect(cell(next, 1, 'id')).toContain('REVERSE_POSTING');
    expect(typedCells(CORRECTIONS_COLUMNS, next)).toBe(1);
  });
});
