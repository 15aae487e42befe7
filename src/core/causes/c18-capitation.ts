/**
 * C18, capitation money on a visit (domain.md 2.2). A capitated plan pays by member and month; the visit itself is written off in full. Example: charges 150,
 * contractual 150, and 90 of capitation posted to the visit: move 90 to the capitation ledger. A fee-for-service payment for a claim goes back to the payer.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { isCapitated } from '../plan';
import { claimOf, kindOf, partyOf, sizeOf } from '../posting';
import { money, nameOf, payeeOf, proposal } from '../proposal';

export const c18: Cause = {
  id: 'C18',
  title: 'Capitation money on a visit',
  situation: 'A capitation check was posted to a visit, or a capitated plan paid a visit by fee.',
  signal:
    'A capitation row; or a live payment on a plan marked capitated or written off in full with reason 24; without a claim number it is the capitation check, with one the payer’s error.',
  example: 'Charges $150 written off in full, capitation $90 on the visit: move $90 to the capitation ledger.',
  proof: 'The contract and the type of remittance.',
  needs: ['a capitation type, a plan type, or reason code 24'],
  find: (account) => {
    const payments = isCapitated(account) ? account.payers.flatMap((payer) => account.receipts(payer)) : [];
    return [...account.ofKind(Kind.Capitation), ...payments].map((tx) => finding(account, tx));
  },
};

function finding(account: AccountView, tx: number): Finding {
  const { ledger } = account;
  const party = partyOf(ledger, tx);
  const check = kindOf(ledger, tx) === Kind.Capitation || claimOf(ledger, tx) === '';
  const common = { party, cents: cents(sizeOf(ledger, tx)), claims: [tx], partial: true } as const;
  if (check)
    return proposal('C18', {
      ...common,
      class: 'misallocated',
      resolution: 'TRANSFER_GL',
      evidence: graded(account, kindOf(ledger, tx) === Kind.Capitation ? 'reference' : 'amounts'),
      because: `${money(sizeOf(ledger, tx))} of capitation from ${nameOf(account, party)} stands on a visit.`,
    });
  return proposal('C18', {
    ...common,
    class: 'true-overpayment',
    owedTo: payeeOf(account, party),
    resolution: 'REFUND_PAYER',
    evidence: graded(account, 'amounts'),
    because: `${nameOf(account, party)} paid ${money(sizeOf(ledger, tx))} by fee for claim ${claimOf(ledger, tx)} although the plan is capitated.`,
    missing: 'The contract’s capitated services.',
  });
}
