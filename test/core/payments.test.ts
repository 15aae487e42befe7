/** Stage payment: a refund is answered by its finding, also where *Credits* keeps another id of it. */
import { answerPayments } from '../../src/core/payments';
import { policyFrom } from '../../src/core/policy/load';
import { review } from '../../src/core/review';
import { AS_OF, DUPLICATE } from './checks/checkHarness';
import { paying, refund } from './checks/paymentCases';
import { ledgerOf, on } from './harness';

it('knows the finding by its postings, else by its id', () => {
  const ledger = ledgerOf(DUPLICATE);
  const { policy } = policyFrom([], on(AS_OF));
  const found = review(ledger, policy);
  const [credit] = found.credits;
  const [finding] = credit?.findings ?? [];
  const checkOf = (id: string, claims?: readonly number[]): string | undefined => {
    const payment = paying({ refund: refund({ id }) })();
    const [answer] = answerPayments(ledger, policy, found, [{ account: credit?.account ?? -1, payment, ...(claims ? { claims } : {}) }]);
    return answer?.facts?.paymentCheck;
  };
  // The second payment of 480.00 is the one too many.
  expect(checkOf(finding?.id ?? '')).toBe('1002');
  expect(checkOf('an id of last month', finding?.claims)).toBe('1002');
  expect(checkOf('an id of last month')).toBeUndefined();
  expect(checkOf('an id of last month', [0])).toBeUndefined();
});
