/**
 * C19, bad debt (domain.md 2.2, 6 P14). (a) The debt was written off and then paid: reverse the write-off. Example: share 120, bad-debt write-off 120, then
 * the patient pays 120: balance −120, nobody is owed. (b) Agency and direct payments together exceed the debt: the patient is owed the excess.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind, PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { patientExcess, receiptsFor } from '../patientMoney';
import { sizeOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';
import { paidAfter } from '../writeOffs';

export const c19: Cause = {
  id: 'C19',
  title: 'Bad debt paid after all',
  situation: 'A debt was written off as bad and paid later, directly or through the agency.',
  signal: 'A patient payment after a bad-debt write-off that still stands (a); agency and direct payments above the debt (b).',
  example: 'Share $120 written off as bad debt, then paid: reverse the write-off of $120, refund nobody.',
  proof: 'The placement date and the agency statement.',
  needs: ['a bad-debt type'],
  find: (account) => {
    const debts = account.ofKind(Kind.BadDebt).filter((tx) => paidAfter(account, tx) > 0);
    return [...debts.map((tx) => notReversed(account, tx)), ...paidTooMuch(account, debts)];
  },
};

function notReversed(account: AccountView, tx: number): Finding {
  const paid = paidAfter(account, tx);
  return proposal('C19', {
    variant: 'a',
    class: 'posting-error',
    cents: cents(Math.min(paid, sizeOf(account.ledger, tx))),
    party: PATIENT_PARTY,
    resolution: 'REVERSE_ADJ',
    evidence: graded(account, 'amounts'),
    claims: [tx],
    because: `${money(sizeOf(account.ledger, tx))} was written off as bad debt, then ${money(paid)} was paid: the write-off no longer holds.`,
    term: 'adjustment',
    partial: true,
  });
}

function paidTooMuch(account: AccountView, debts: readonly number[]): Finding[] {
  const excess = patientExcess(account);
  const written = debts.reduce((sum, tx) => sum + sizeOf(account.ledger, tx), 0);
  const after = Math.max(0, ...debts.map((tx) => paidAfter(account, tx)));
  if (excess === 0 || after <= written) return [];
  return [
    proposal('C19', {
      variant: 'b',
      class: 'true-overpayment',
      cents: cents(Math.min(excess, after - written)),
      party: PATIENT_PARTY,
      owedTo: payeeOf(account, PATIENT_PARTY),
      resolution: 'REFUND_PATIENT',
      evidence: graded(account, 'amounts'),
      claims: receiptsFor(account, account.receipts(PATIENT_PARTY), excess),
      because: `${money(after)} was paid on a debt of ${money(written)} after it was written off.`,
      missing: 'The agency statement.',
      partial: true,
    }),
  ];
}
