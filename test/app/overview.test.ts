import { atStake, classLines, holdsMoneyIn, listed } from '../../src/app/overview';
import type { Credit } from '../../src/core/credit';
import { cents } from '../../src/core/money';
import { CLASSES } from '../../src/taskpane/words';
import { reviewOf } from '../taskpane/fakeSession';

const review = reviewOf(57);
const wanted = { class: 'all', text: '', order: 'largest' } as const;

describe('the list of a review', () => {
  it('counts exactly the accounts that the class filter shows', () => {
    for (const line of classLines(review, CLASSES)) expect(listed(review, { ...wanted, class: line.class })).toHaveLength(line.accounts);
  });

  it('shows every account without a filter', () => expect(listed(review, wanted)).toHaveLength(57));

  it('takes the amounts from the control totals', () => {
    const amount = Object.fromEntries(classLines(review, CLASSES).map((line) => [line.class, line.cents]));
    expect(amount['posting-error']).toBe(review.totals.postingError);
    expect(amount['needs-review']).toBe(review.totals.needsReview);
  });

  it('searches account, patient and payee, in any case', () => {
    expect(listed(review, { ...wanted, text: 'a-10004' }).map((credit) => credit.key)).toEqual(['A-10004']);
    expect(listed(review, { ...wanted, text: 'OKAFOR' }).length).toBeGreaterThan(0);
    expect(listed(review, { ...wanted, text: 'nobody of this name' })).toEqual([]);
  });

  it('sorts by amount, then by account number as a number', () => {
    const rows = listed(review, wanted);
    rows.slice(1).forEach((credit, index) => expect(atStake(rows[index] as Credit)).toBeGreaterThanOrEqual(atStake(credit)));
    expect(listed(review, { ...wanted, order: 'account' })[0]?.key).toBe('A-10000');
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
