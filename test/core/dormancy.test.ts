/** When a patient's money becomes unclaimed property: domain.md 4.8, counted from the day the account went into credit. */
import type { Day } from '../../src/core/day';
import { dormancyOf } from '../../src/core/dormancy';
import { policyFrom } from '../../src/core/policy/load';
import { review as reviewLedger } from '../../src/core/review';
import { ledgerOf, on } from './harness';

const { policy } = policyFrom([], on('2026-11-30'));
const patient = { owedTo: { kind: 'patient', name: 'Rivera, Ana' } } as const;

it.each([
  ['Texas: three years', 'TX', '2026-03-01', '2029-03-01'],
  ['written small', ' tx ', '2026-03-01', '2029-03-01'],
  ['Georgia: five years', 'GA', '2026-03-01', '2031-03-01'],
  ['from the last of February', 'CA', '2024-02-29', '2027-02-28'],
])('%s', (_case, state, since, until) => {
  expect(dormancyOf(patient, on(since), state, policy)).toBe(on(until));
});

it.each([
  ['a state without a period', patient, on('2026-03-01'), 'NY'],
  ['no state', patient, on('2026-03-01'), ''],
  ['no day', patient, 0 as Day, 'TX'],
  ['money of a payer', { owedTo: { kind: 'payer', name: 'Harbor Mutual' } } as const, on('2026-03-01'), 'TX'],
  ['a correction', { owedTo: { kind: 'none', name: '' } } as const, on('2026-03-01'), 'TX'],
])('not for %s', (_case, finding, since, state) => {
  expect(dormancyOf(finding, since, state, policy)).toBe(0);
});

it('stands on the finding of a patient, and on no other', () => {
  const ledger = ledgerOf(`
account A1 payer1=Aetna state=TX
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 150 patient check=77
account A2 payer1=Aetna state=TX
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=2001 claim=CL2
2026-02-20 payment 120 patient check=78
2026-03-01 payment 480 Aetna check=2002 claim=CL2`);
  const review = reviewLedger(ledger, policy);
  const [ana, payer] = review.credits.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  expect(ana?.findings.map(({ owedTo, dormantOn }) => [owedTo.kind, dormantOn])).toEqual([['patient', on('2029-02-20')]]);
  expect(payer?.findings.map(({ owedTo, dormantOn }) => [owedTo.kind, dormantOn])).toEqual([['payer', undefined]]);
});
