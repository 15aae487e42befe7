/** What a run of the checks says of a credit: only what did not pass, in check order, with the severity that holds. */
import { runChecks } from '../../../src/core/checks/run';
import { defaultPolicy } from '../../../src/core/policy/load';
import type { CheckResult } from '../../../src/core/credit';
import { ledgerOf, on } from '../harness';
import { AS_OF, creditOf, DUPLICATE, DUPLICATE_FOUND, viewOf } from './checkHarness';
import { paying, refund } from './paymentCases';

const run = (stage: 'review' | 'payment', text: string, payment?: ReturnType<ReturnType<typeof paying>>): CheckResult[] => {
  const ledger = ledgerOf(text);
  const credit = creditOf(ledger, { name: '', ledger: text, findings: DUPLICATE_FOUND });
  return runChecks(stage, credit, viewOf(ledger), ledger, defaultPolicy(on(AS_OF)), payment);
};

describe('a run of the checks', () => {
  it('says what failed, with the severity of the check and what clears it', () => {
    expect(run('review', `account A1 balance=-480.01${DUPLICATE}`).find((each) => each.id === 'V01')).toEqual({
      id: 'V01',
      result: 'fail',
      severity: 'block',
      message: expect.stringContaining('-$480.01'),
      clears: expect.stringMatching(/\.$/),
    });
  });
  it('takes the milder severity that a check gives itself: a pending claim only warns when a payer is owed', () => {
    expect(run('review', `account A1 claimStatus=Pending${DUPLICATE}`).find((each) => each.id === 'V03')).toMatchObject({ result: 'fail', severity: 'warn' });
  });
  it('says what is missing where it cannot test', () => {
    expect(run('review', DUPLICATE).find((each) => each.id === 'V01')).toEqual({
      id: 'V01',
      result: 'notTestable',
      severity: 'warn',
      message: expect.stringMatching(/^Not testable here: .*account balance.* is missing\.$/),
      clears: expect.stringContaining('clear V01 by hand'),
    });
  });
  it('keeps the stages apart and says nothing of what passed', () => {
    expect(run('review', `account A1 balance=-480${DUPLICATE}`).map((each) => each.id)).not.toContain('V01');
    expect(run('review', DUPLICATE).map((each) => each.id)).not.toContain('V22');
    const twice = paying({ run: [refund(), refund({ id: 'R2' })] })();
    expect(run('payment', DUPLICATE, twice).map((each) => [each.id, each.result])).toEqual([
      ['V20', 'notTestable'],
      ['V22', 'fail'],
    ]);
  });
});
