/** Equal payments of one payer that may be parts of one claim rather than one payment too many (domain.md 6 P11). */
import type { AccountView } from './accountView';
import { matchSlack } from './proposal';

/**
 * True while charges stand that no remittance speaks for, or, without remittances, where the account is not in credit by the amount and all the
 * payer paid is no more than the allowed amount.
 */
export function mayBeParts(account: AccountView, party: number, amount: number): boolean {
  const { source, unheard, allowed } = account.terms;
  if (source === 'stated') return unheard >= amount;
  const fits = allowed !== null && account.paid(party) <= allowed + account.policy.parameters.centsTol;
  return fits && amount > -account.balance + matchSlack(account, party);
}
