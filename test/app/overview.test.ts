import { chosenOf, DIMENSIONS, Facets } from '../../src/app/facets';
import { atStake, holdsMoneyIn, searched, sorted } from '../../src/app/overview';
import type { Wanted } from '../../src/app/overview';
import { belongs, clearedThisWeek, decideAgain, isDone, itemsOf } from '../../src/app/worklist';
import type { Shown } from '../../src/app/worklist';
import type { Credit } from '../../src/core/credit';
import { day, fromIso, NO_DAY } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import { reviewOf } from '../taskpane/fakeSession';

const review = reviewOf(57);
const facets = new Facets(review.asOf);
const all: Wanted = { class: 'all', text: '', order: 'largest', whose: 'all' };
const listed = (wanted: Partial<Wanted>): readonly Credit[] => review.credits.filter((credit) => facets.fits(credit, chosenOf({ ...all, ...wanted })));

describe('the list of a review', () => {
  it.each(DIMENSIONS)('counts by %s exactly the accounts that the filter shows, also beside another filter', (dimension) => {
    for (const other of [{}, { class: 'true-overpayment' }, { cause: 'C12' }] as Partial<Wanted>[]) {
      const bars = facets.bars(review.credits, dimension, chosenOf({ ...all, ...other }));
      expect(bars.length).toBeGreaterThan(0);
      for (const bar of bars) expect(listed({ ...other, [dimension]: bar.value })).toHaveLength(bar.accounts);
    }
  });

  it('shows every account without a filter', () => expect(listed({})).toHaveLength(57));

  it('adds up by class to the control totals', () => {
    const amount = Object.fromEntries(facets.bars(review.credits, 'class', {}).map((bar) => [bar.value, bar.cents]));
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
      const { age, deadline } = new Facets(review.asOf).of(credit);
      return [...age, ...deadline];
    };
    expect(at(30, -1)).toEqual(['0-30', 'overdue']);
    expect(at(31, 0)).toEqual(['31-60', 'in 7 days']);
    expect(at(120, 30)).toEqual(['91-120', 'in 30 days']);
    expect(at(121, 31)).toEqual(['over 120', 'later']);
    expect(at(1, 9999)).toEqual(['0-30', 'none']);
  });

  it('searches account, patient and payee, in any case', () => {
    expect(searched(review.credits, 'a-10004').map((credit) => credit.key)).toEqual(['A-10004']);
    expect(searched(review.credits, 'OKAFOR').length).toBeGreaterThan(0);
    expect(searched(review.credits, 'nobody of this name')).toEqual([]);
  });

  it('sorts by amount, then by account number as a number', () => {
    const rows = sorted(review.credits, all);
    rows.slice(1).forEach((credit, index) => expect(atStake(rows[index] as Credit)).toBeGreaterThanOrEqual(atStake(credit)));
    expect(sorted(review.credits, { order: 'account' })[0]?.key).toBe('A-10000');
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
