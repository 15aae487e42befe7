/**
 * V20: nobody pays alone (domain.md 3 and 5.6). Preparer, approver and issuer are different people, and the approver's level reaches the
 * amount: what goes to one payee within 30 days adds up, so that 240.00 five times needs the level of 1,200.00.
 */
import type { Check, CheckOutcome } from '../credit';
import { toDollars } from '../money';
import { approvalNeeded, levelsOf, samePerson } from '../policy/approval';
import type { Policy } from '../policy/policy';
import { fail, notTestable, pass } from './outcome';
import type { PaymentContext, PaymentRefund } from './payment';

const people = (names: string): string[] =>
  names
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function ofPeople(refund: PaymentRefund): CheckOutcome {
  const approvers = people(refund.approvedBy);
  if (refund.preparedBy.trim() === '') return fail('Prepared by is empty.', 'Fill Prepared by on Refunds.');
  if (approvers.length === 0 || refund.approvedOn === 0) return fail('The refund is not approved.', 'Fill Approved by and Approved on in Refunds.');
  const both = approvers.find((name) => samePerson(name, refund.preparedBy));
  if (both !== undefined) return fail(`${both} prepared and approved this refund.`, 'Have somebody else approve it.');
  const issuer = refund.issuedBy.trim();
  const issues = issuer !== '' && [refund.preparedBy, ...approvers].some((name) => samePerson(name, issuer));
  return issues ? fail(`${issuer} issues a refund that the same person prepared or approved.`, 'Have somebody else issue it.') : pass;
}

function ofLevel(policy: Policy, payment: PaymentContext): CheckOutcome {
  const needed = approvalNeeded(policy, payment.refund, [...payment.run, ...payment.earlier]);
  const held = levelsOf(policy, people(payment.refund.approvedBy));
  if (held === null) return notTestable(`the level of each approver (policy rows APPROVAL, key approver:NAME); needed here: ${needed.levels.join(' and ')}`);
  const lacking = needed.levels.filter((level) => !held.some((each) => needed.reaches(each, level)));
  if (lacking.length === 0) return pass;
  return fail(
    `${toDollars(needed.cents)} to ${payment.refund.payee} within ${needed.windowDays} days needs the level ${lacking.join(' and ')}.`,
    'Have that level approve it.',
  );
}

export const v20: Check = {
  id: 'V20',
  title: 'Approval',
  stage: 'payment',
  severity: 'block',
  test(_credit, _account, _ledger, policy, payment) {
    if (payment === undefined) return notTestable('the refund with Prepared by and Approved by');
    const ofNames = ofPeople(payment.refund);
    return ofNames.result === 'pass' ? ofLevel(policy, payment) : ofNames;
  },
};
