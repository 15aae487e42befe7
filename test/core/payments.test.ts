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

describe('what is answered', () => {
  const ledger = ledgerOf(DUPLICATE);
  const { policy } = policyFrom([], on(AS_OF));
  const found = review(ledger, policy);
  const account = found.credits[0]?.account ?? -1;
  const ask = (id: string, more: Parameters<typeof refund>[0] = {}) => ({ account, payment: paying({ refund: refund({ id, ...more }) })() });

  it('one answer for each refund, in their order, each with the transactions in time order', () => {
    const [id] = found.credits.flatMap((credit) => credit.findings.map((finding) => finding.id));
    const answers = answerPayments(ledger, policy, found, [ask('unknown'), ask(id ?? '')]);
    expect(answers.map(({ facts }) => facts?.paymentCheck ?? null)).toEqual([null, '1002']);
    expect(answers.map(({ lines }) => lines.map(({ balance }) => balance))).toEqual([
      [100000, 52000, 12000, 0, -48000],
      [100000, 52000, 12000, 0, -48000],
    ]);
  });
  it('the checks of the payment stage that did not pass: the levels are not known, one person prepared and approved', () => {
    const answers = answerPayments(ledger, policy, found, [ask('R1'), ask('R1', { approvedBy: 'Ann Lee' })]);
    expect(answers.map(({ checks }) => checks.map(({ id, result }) => `${id} ${result}`))).toEqual([['V20 notTestable'], ['V20 fail']]);
  });
  it('nothing for nothing', () => expect(answerPayments(ledger, policy, found, [])).toEqual([]));
  it('an account that is not listed is our own mistake', () =>
    expect(() => answerPayments(ledger, policy, found, [{ ...ask('R1'), account: 7 }])).toThrow('a refund is paid from a listed credit only'));
  it('of two findings with the same postings the id decides', () => {
    const [finding] = found.credits[0]?.findings ?? [];
    if (!finding) throw new Error('nothing found');
    const twin = { ...finding, id: 'twin', owedTo: { kind: 'patient', name: 'Patient' }, party: 1, claims: finding.claims } as const;
    const doubled = { ...found, credits: found.credits.map((credit) => ({ ...credit, findings: [finding, twin] })) };
    const partyOf = (id: string): string | undefined => answerPayments(ledger, policy, doubled, [{ ...ask(id), claims: finding.claims }])[0]?.facts?.payerClass;
    expect([partyOf('twin'), partyOf(finding.id), partyOf('neither')]).toEqual(['self-pay', 'commercial', undefined]);
  });
});
