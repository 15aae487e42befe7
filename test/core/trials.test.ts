/** One value after another on one ledger says what a fresh review of the whole ledger under that policy says. */
import { fromIso } from '../../src/core/day';
import { policyFrom } from '../../src/core/policy/load';
import type { Policy } from '../../src/core/policy/policy';
import { review } from '../../src/core/review';
import { TRIABLE_ROWS, withValue } from '../../src/core/ruleLab';
import { Trials } from '../../src/core/trials';
import { readSheets } from '../../src/intake/readSheets';
import { COLUMN_SETS, generate } from '../quality/generate';

const AS_OF = fromIso('2026-06-30')!;
const under = (id: string, value: string): Policy => policyFrom(withValue([], id, value), AS_OF).policy;

/** Two of every plant: all causes, and the look-alikes. */
const planted = generate(COLUMN_SETS[0]!, 7, AS_OF, 0, 2);
const { ledger } = readSheets(planted.sheets, { policy: policyFrom([], AS_OF).policy });

const fresh = (policy: Policy): unknown => review(ledger, policy).credits.map((credit) => ({ ...credit, checks: [] }));
/** A value far from the default, so that accounts of the ledger change. */
const FAR: Readonly<Record<string, string>> = { cents: '5000', calendar_days: '200', rate: '0.1' };

const trials = new Trials(ledger);

it('has credits of every kind to try', () => {
  const causes = new Set(review(ledger, under('L-cents', '1')).credits.flatMap(({ findings }) => findings.map(({ cause }) => cause)));
  expect(causes.size).toBe(28);
});

describe('the credits listed, in order, with every word of their findings', () => {
  it.each(TRIABLE_ROWS.map(({ id, unit }) => [id, FAR[unit] ?? '']))('%s at %s, then at 0 or 1', (id, far) => {
    for (const value of [far, id === 'P-dup_window_days' ? '1' : '0']) {
      const policy = under(id, value);
      expect(trials.credits(policy)).toEqual(fresh(policy));
    }
  });

  it('cents_tol, which decides which accounts are looked at, a holding period and another as-of day', () => {
    for (const policy of [under('P-cents_tol', '900'), under('P-cents_tol', '1'), policyFrom([], fromIso('2026-11-30')!).policy]) {
      expect(trials.credits(policy)).toEqual(fresh(policy));
    }
  });
});

it.each([
  ['P-dup_window_days', '1'],
  ['SB-patient', '5000'],
  ['L-age', '200'],
  ['L-cents', '5000'],
])('%s at %s moves credits: the comparison is not idle', (id, value) => {
  expect(trials.credits(under(id, value))).not.toEqual(trials.credits(under('L-cents', '1')));
});
