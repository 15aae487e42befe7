import { CreditIndex } from '../../src/app/creditIndex';
import { chosenOf, DIMENSIONS, valuesOf } from '../../src/app/facets';
import { atStake, holdsMoneyIn } from '../../src/app/overview';
import type { Wanted } from '../../src/app/overview';
import { belongs, clearedThisWeek, decideAgain, isDone, itemsOf } from '../../src/app/worklist';
import type { Shown } from '../../src/app/worklist';
import type { Credit } from '../../src/core/credit';
import { day, fromIso, NO_DAY } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import { reviewOf } from '../taskpane/fakeSession';

const review = reviewOf(57);
const index = new CreditIndex(review);
const everyone = index.searched('');
const all: Wanted = { class: 'all', text: '', order: 'largest', whose: 'all' };
const listed = (wanted: Partial<Wanted>): readonly Credit[] => index.list(everyone, chosenOf({ ...all, ...wanted }), 'largest');

describe('the list of a review', () => {
  it.each(DIMENSIONS)('counts by %s exactly the accounts that the filter shows, also beside another filter', (dimension) => {
    for (const other of [{}, { class: 'true-overpayment' }, { cause: 'C12' }] as Partial<Wanted>[]) {
      const bars = index.bars(everyone, dimension, chosenOf({ ...all, ...other }));
      expect(bars.length).toBeGreaterThan(0);
      for (const bar of bars) expect(listed({ ...other, [dimension]: bar.value })).toHaveLength(bar.accounts);
    }
  });

  it('shows every account without a filter', () => expect(listed({})).toHaveLength(57));

  it('adds up by class to the control totals', () => {
    const amount = Object.fromEntries(index.bars(everyone, 'class', {}).map((bar) => [bar.value, bar.cents]));
    const { trueOverpayment, postingError, misallocated, hold, needsReview } = review.totals;
    expect(amount).toEqual({ 'true-overpayment': trueOverpayment, 'posting-error': postingError, misallocated, hold, 'needs-review': needsReview });
  });

  it('tells ages and deadlines from the as-of day', () => {
    const [first] = review.credits;
    if (!first?.findings[0]) throw new Error('no finding');
    const at = (since: number, due: number): readonly string[] => {
      const credit: Credit = {
        ...first,
        since: day(review.asOf - since),
        findings: [{ ...first.findings[0]!, due: due === 9999 ? NO_DAY : day(review.asOf + due) }],
      };
      return (['age', 'deadline'] as const).flatMap((dimension) => valuesOf(credit, dimension, review.asOf));
    };
    expect(at(30, -1)).toEqual(['0-30', 'overdue']);
    expect(at(31, 0)).toEqual(['31-60', 'in 7 days']);
    expect(at(120, 30)).toEqual(['91-120', 'in 30 days']);
    expect(at(121, 31)).toEqual(['over 120', 'later']);
    expect(at(1, 9999)).toEqual(['0-30', 'none']);
  });

  it('searches account, patient and payee, in any case', () => {
    const found = (text: string): string[] => index.list(index.searched(text), {}, 'account').map((credit) => credit.key);
    expect(found('a-10004')).toEqual(['A-10004']);
    expect(found('OKAFOR').length).toBeGreaterThan(0);
    expect(found('nobody of this name')).toEqual([]);
  });

  it('finds the same, letter by letter, as a search of the whole text', () => {
    const typed = ['a', 'a-1', 'a-10', 'a-100', 'a-1001', 'a-10', 'b', '', 'okafor', '10012'];
    for (const text of typed) expect([...index.searched(text)]).toEqual([...new CreditIndex(review).searched(text)]);
    expect(index.list(index.searched('10012'), {}, 'account').map(({ key }) => key)).toEqual(['A-10012']);
  });

  it('is made ready in parts, and says when it is done', () => {
    const fresh = new CreditIndex(review);
    expect([fresh.prepare(30), fresh.prepare(30)]).toEqual([true, false]);
    expect([...fresh.searched('okafor')]).toEqual([...index.searched('okafor')]);
  });

  it('sorts by amount, then by account number as a number', () => {
    const rows = listed({});
    rows.slice(1).forEach((credit, at) => expect(atStake(rows[at] as Credit)).toBeGreaterThanOrEqual(atStake(credit)));
    const [credit] = review.credits;
    const named = ['A-10', 'a-9', 'A-2/7', 'A-2/10'].map((key, account) => ({ ...(credit as Credit), key, account }));
    const other = new CreditIndex({ ...review, credits: named });
    expect(other.list(other.searched(''), {}, 'largest').map(({ key }) => key)).toEqual(['A-2/7', 'A-2/10', 'a-9', 'A-10']);
  });

  it('knows the neighbours of a credit that left the list', () => {
    const [first, second, third] = index.list(everyone, {}, 'account');
    expect([first?.key, second?.key, third?.key]).toEqual(['A-10000', 'A-10001', 'A-10002']);
    const without = index.list(everyone, {}, 'account').filter((credit) => credit !== second);
    expect(index.around(without, second as Credit, 'account')).toEqual({ before: first, after: third });
    expect(index.around(without, first as Credit, 'account')).toEqual({ before: undefined, after: third });
  });

  it('values a hidden credit by its findings and what they leave open', () => {
    const [first] = review.credits;
    if (!first) throw new Error('no credit');
    // Findings 480.00, hidden behind a balance of 12.00, 3.00 not explained: 483.00 in question.
    expect(atStake({ ...first, hidden: true, credit: cents(0), balance: cents(1200), unexplained: cents(300) })).toBe(48_300);
    expect(atStake({ ...first, hidden: false, credit: cents(21_220) })).toBe(21_220);
  });

  it('counts an account without a finding as needing review', () => {
    const [first] = review.credits;
    if (!first) throw new Error('no credit');
    expect(holdsMoneyIn({ ...first, findings: [], unexplained: cents(0) }, 'needs-review')).toBe(true);
    expect(holdsMoneyIn(first, 'needs-review')).toBe(false);
  });
});

describe('the worklist', () => {
  const [credit] = review.credits;
  const [item] = credit ? itemsOf(credit) : [];
  if (!credit || !item) throw new Error('no credit');
  const shownAs = (cells: object): Shown => new Map([[item.id, { id: item.id, ...cells }]]);

  it('is mine by name in any case, until it is closed, sent or set aside', () => {
    expect(belongs(credit, 'mine', shownAs({ assignedTo: ' dana ' }), 'Dana')).toBe(true);
    expect(belongs(credit, 'mine', shownAs({ assignedTo: 'Kim' }), 'Dana')).toBe(false);
    expect(belongs(credit, 'mine', shownAs({ assignedTo: '' }), '')).toBe(false);
    for (const status of ['Closed', 'sent ']) expect(belongs(credit, 'mine', shownAs({ assignedTo: 'Dana', status }), 'Dana')).toBe(false);
    expect(isDone(item, shownAs({ decision: 'not a credit', amount: item.cents }))).toBe(true);
  });

  it('asks again when what was no credit has another amount now', () => {
    // Set aside at 45.00; the finding says 480.00 now.
    expect(decideAgain(item, shownAs({ decision: 'Not a credit', amount: cents(4500), status: 'Closed' }))).toBe(4500);
    expect(decideAgain(item, shownAs({ decision: 'Not a credit', amount: null, setAsideAt: cents(4500) }))).toBe(4500);
    expect(belongs(credit, 'open', shownAs({ decision: 'Not a credit', amount: cents(4500) }), '')).toBe(true);
    expect(belongs(credit, 'open', shownAs({ decision: 'Refund', amount: cents(4500) }), '')).toBe(false);
  });

  it('counts what was cleared from my list since Monday', () => {
    // 2026-11-30 is a Monday; 2026-12-03 a Thursday.
    const on = (iso: string): Day => fromIso(iso) ?? NO_DAY;
    const row = (assignedTo: string, amount: number, iso: string) => ({ assignedTo, amount: cents(amount), on: on(iso) });
    const rows = [row('Dana', 100, '2026-11-30'), row('dana', 250, '2026-12-02'), row('Dana', 900, '2026-11-29'), row('Kim', 50, '2026-12-01')];
    expect(clearedThisWeek(rows, 'Dana', on('2026-12-03'))).toEqual({ rows: 2, cents: 350 });
    expect(clearedThisWeek(rows, 'Dana', on('2026-11-29'))).toEqual({ rows: 1, cents: 900 });
  });
});
