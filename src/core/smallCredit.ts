/** Whether the whole credit is a small patient excess with nothing particular about it (domain.md 2.2 C23); C27 leaves those alone. */
import type { AccountView } from './accountView';
import { paidTwice, patientExcess } from './patientMoney';
import { sizeOf } from './posting';

export function isSmallCredit(account: AccountView): boolean {
  const excess = patientExcess(account);
  if (excess === 0 || excess > account.policy.parameters.smallBalancePatient || account.balance !== -excess) return false;
  if (account.payers.some((payer) => account.party(payer).federal && account.paid(payer) > 0)) return false;
  return !paidTwice(account).some((tx) => sizeOf(account.ledger, tx) === excess);
}
