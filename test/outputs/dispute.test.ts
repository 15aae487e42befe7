/** *Dispute*: where the pane offers it, and what the letter says when the payer has its money already (worked by hand). */
import type { CheckResult } from '../../src/core/credit';
import { mayDispute } from '../../src/core/disputes';
import { cents } from '../../src/core/money';
import { policyFrom } from '../../src/core/policy/load';
import { letterWords } from '../../src/core/policy/letterWords';
import { disputeContexts, disputeLetter, disputesOf } from '../../src/outputs/lettersDispute';
import { CREDITS_COLUMNS, DECISIONS } from '../../src/outputs/creditsColumns';
import { AS_OF, credit, finding, review } from './review';

const check = (id: CheckResult['id'], result: CheckResult['result'] = 'fail'): CheckResult => ({ id, result, severity: 'warn', message: '', clears: '' });
const takenBack = finding({
  cause: 'C14',
  class: 'posting-error',
  owedTo: { kind: 'none', name: '' },
  resolution: 'POST_MISSING_TXN',
  id: '00123/none/1',
  because: 'Harbor Mutual took back 120.00.',
});

it('is on the list of the sheet', () => {
  expect(DECISIONS).toContain('Dispute');
  expect(CREDITS_COLUMNS.find((column) => column.key === 'decision')).toMatchObject({ list: DECISIONS });
});

it.each([
  ['asked past its time', credit({ checks: [check('V17')] }), true],
  ['a takeback has begun', credit({ checks: [check('V05')] }), true],
  ['taken back and not posted', credit({ findings: [takenBack] }), true],
  ['nothing of the kind', credit({ checks: [check('V07'), check('V08')] }), false],
  ['it cannot be told', credit({ checks: [check('V17', 'notTestable'), check('V05', 'notTestable')] }), false],
  ['a patient', credit({ checks: [check('V17')], findings: [finding({ owedTo: { kind: 'patient', name: 'Rivera, Ana' } })] }), false],
])('is offered in the pane where it makes sense: %s', (_case, of, offered) => {
  expect(of.findings.map((each) => mayDispute(of, each))).toEqual([offered]);
});

it('a payer that has its money already gets a letter in its own name', () => {
  const { policy } = policyFrom([], AS_OF);
  const table = { places: { id: 0, decision: 1 }, rows: [['00123/none/1', 'Dispute']] };
  const [dispute, ...others] = disputesOf(review([credit({ findings: [takenBack] })]), table);
  expect(others).toEqual([]);
  expect(disputeContexts([dispute!])[0]?.payment.refund).toMatchObject({ payee: 'Harbor Mutual', cents: cents(12_000) });
  expect(disputeLetter({ ...dispute!, facts: null }, [], policy, { asOf: AS_OF, words: letterWords(policy) })).toMatchObject({
    Kind: 'Dispute',
    PayerName: 'Harbor Mutual',
    PayerAddr1: '[Address: fill it on Payees]',
    RefundAmount: '$120.00',
    ReasonText: 'You have already taken this amount back through a later remittance.',
  });
});
