/**
 * C15, interest was posted as a payment (domain.md 2.2, 6 P13). Example: Aetna pays 486.31 of which 6.31 is interest for paying late: balance −6.31. The
 * interest belongs to interest income; it is no overpayment.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { kindOf, partyOf, sizeOf, txMoney } from '../posting';
import { money, nameOf, proposal } from '../proposal';

export const c15: Cause = {
  id: 'C15',
  title: 'Interest posted as payment',
  situation: 'The payer paid late and added interest; it was posted to the account.',
  signal: 'An interest row or type, or an interest amount on the remittance, beside a payment above what the payer owes. A small excess alone is no evidence.',
  example: 'Aetna paid $486.31 of which $6.31 is interest: move $6.31 to interest income.',
  proof: 'The interest line of the remittance.',
  needs: ['an interest row, type or amount'],
  find: (account) => [...account.live.flatMap((tx) => stated(account, tx)), ...fromRemittance(account)],
};

function stated(account: AccountView, tx: number): Finding[] {
  const { ledger } = account;
  if (kindOf(ledger, tx) === Kind.Interest) return [finding(account, tx, sizeOf(ledger, tx), graded(account, 'reference'))];
  const interest = txMoney(ledger, 'interest', tx);
  return kindOf(ledger, tx) === Kind.Payment && interest > 0 ? [finding(account, tx, interest, 'remittance')] : [];
}

/** Interest on a remittance row whose payment carries none of its own. */
function fromRemittance(account: AccountView): Finding[] {
  return account.remittances.flatMap((row) => {
    const interest = row.plb === 'L6' ? Math.abs(row.paid) : row.interest;
    const [last] = [...account.receipts(row.party)].reverse();
    const separate = account.ofKind(Kind.Interest).some((tx) => partyOf(account.ledger, tx) === row.party);
    return interest > 0 && last !== undefined && !separate ? [finding(account, last, interest, 'remittance')] : [];
  });
}

const finding = (account: AccountView, tx: number, interest: number, evidence: Finding['evidence']): Finding =>
  proposal('C15', {
    class: 'misallocated',
    cents: cents(interest),
    party: partyOf(account.ledger, tx),
    resolution: 'TRANSFER_GL',
    evidence,
    claims: [tx],
    because: `${nameOf(account, partyOf(account.ledger, tx))} paid ${money(interest)} of interest; it belongs to interest income.`,
  });
