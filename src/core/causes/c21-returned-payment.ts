/**
 * C21, a check bounced or a card was charged back and the return is not posted (domain.md 2.2). Example: the patient's check of 120 comes back, the patient
 * pays 120 again by card: balance −120. Post the return; nobody is owed anything.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind } from '../ledger';
import { checkOf, partyOf, sizeOf, txMoney } from '../posting';
import { money, nameOf, proposal } from '../proposal';

export const c21: Cause = {
  id: 'C21',
  title: 'Returned payment not posted',
  situation: 'The bank returned a check or a card was charged back; the payment still stands.',
  signal: 'A listed bank return or chargeback that names a live payment, by check number or unique amount, without a reversal.',
  example: 'A check of $120 came back and was paid again by card: post the return of $120.',
  proof: 'The bank’s return notice.',
  needs: ['bank returns'],
  find: (account) => notices(account).flatMap((notice) => returned(account, notice)),
};

/** Bank returns, and reversals listed without an amount. */
const notices = (account: AccountView): readonly number[] => [
  ...account.ofKind(Kind.BankReturn),
  ...account.ofKind(Kind.PaymentReversal).filter((tx) => account.ledger.tx.effect[tx] === 0),
];

function returned(account: AccountView, notice: number): Finding[] {
  const tx = paymentOf(account, notice);
  if (tx === undefined) return [];
  return [
    proposal('C21', {
      class: 'posting-error',
      cents: sizeOf(account.ledger, tx),
      party: partyOf(account.ledger, tx),
      resolution: 'POST_MISSING_TXN',
      evidence: 'remittance',
      claims: [tx],
      supports: [notice],
      because: `The bank returned ${money(sizeOf(account.ledger, tx))} from ${nameOf(account, partyOf(account.ledger, tx))}${checkOf(account.ledger, tx) === '' ? '' : ` (check ${checkOf(account.ledger, tx)})`} and the return is not posted.`,
    }),
  ];
}

/** A notice without number and amount can only mean a payment that is exactly what its party paid too much. */
const inExcess = (account: AccountView, receipts: readonly number[], party: number): number | undefined =>
  [...receipts].reverse().find((tx) => partyOf(account.ledger, tx) === party && sizeOf(account.ledger, tx) === account.excess(party));

/** The live payment a notice names: by check number, else the only one of its amount. */
function paymentOf(account: AccountView, notice: number): number | undefined {
  const receipts = account.parties.flatMap((party) => account.receipts(party)).filter((tx) => account.rank(tx) < account.rank(notice));
  const check = checkOf(account.ledger, notice);
  const named = receipts.filter((tx) => check !== '' && checkOf(account.ledger, tx) === check);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const amount = Math.abs(account.ledger.tx.effect[notice] as number) || txMoney(account.ledger, 'remitPaid', notice);
  const equal = receipts.filter((tx) => sizeOf(account.ledger, tx) === amount);
  if (check === '' && equal.length === 1) return equal[0];
  return check === '' && !(amount > 0) ? inExcess(account, receipts, partyOf(account.ledger, notice)) : undefined;
}
