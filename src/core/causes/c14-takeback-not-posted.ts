/**
 * C14, the payer took the money back and the takeback is not posted (domain.md 2.2, 6 P12). Example: Aetna paid 480 twice and withheld 480 from a later
 * check (provider-level WO naming the claim); the ledger still shows −480. Post the takeback. Never refund: the payer has its money.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { cents } from '../money';
import { sizeOf } from '../posting';
import { money, nameOf, proposal } from '../proposal';
import { unpostedTakebacks } from '../takebacks';
import type { Takeback } from '../takebacks';

export const c14: Cause = {
  id: 'C14',
  title: 'Takeback not posted',
  situation: 'The payer recovered an overpayment from a later remittance; the ledger does not show it.',
  signal: 'A provider-level WO or FB, or a status-22 reversal, names this claim and no negative payment of the amount is posted.',
  example: 'Aetna paid $480 twice, a later remittance withholds $480 for the claim: post the takeback of $480, refund nothing.',
  proof: 'The remittance with the provider-level line and the transfer total.',
  needs: ['remittance rows with reversals or provider-level lines'],
  find: (account) => unpostedTakebacks(account).map((takeback) => finding(account, takeback)),
};

function finding(account: AccountView, takeback: Takeback): Finding {
  const receipts = [...account.receipts(takeback.party)].reverse();
  const equal = receipts.find((tx) => sizeOf(account.ledger, tx) === takeback.cents);
  return proposal('C14', {
    class: 'posting-error',
    cents: cents(takeback.cents),
    party: takeback.party,
    resolution: 'POST_MISSING_TXN',
    evidence: 'remittance',
    claims: equal === undefined ? receipts : [equal],
    because: `${nameOf(account, takeback.party)} took back ${money(takeback.cents)} (${takeback.words}) and no takeback is posted; the payer has its money.`,
    partial: true,
  });
}
