/** Since when an account, or the party on it, has been in credit (domain.md 5.1, credit_since). */
import type { Account } from './accountView';
import type { Day } from './day';
import { NO_DAY } from './day';
import { dayOfTx, effectOf, isIn, MONEY, kindOf, partyOf } from './posting';

/** The posting that turned the balance negative for the last time; −1 when the balance is not negative. */
export function turningPoint(account: Account): number {
  const { running, all } = account;
  if ((running[running.length - 1] ?? 0) >= 0) return -1;
  let at = running.length - 1;
  while ((running[at - 1] ?? 0) < 0) at--;
  return all[at] as number;
}

/** Day of the turning point; for a hidden credit the day the party's payments went and stayed above what it owes. 0 when unknown. */
export function since(account: Account): Day {
  const turned = turningPoint(account);
  if (turned >= 0) return dayOfTx(account.ledger, turned);
  const days = account.parties.map((party) => overpaidSince(account, party)).filter((day) => day > 0);
  return (days.length > 0 ? Math.min(...days) : NO_DAY) as Day;
}

function overpaidSince(account: Account, party: number): number {
  const owes = account.liability(party).cents;
  if (owes === null || account.paid(party) <= owes) return 0;
  let [paid, day] = [0, 0];
  for (const tx of account.all) {
    if (partyOf(account.ledger, tx) !== party || !isIn(MONEY, kindOf(account.ledger, tx))) continue;
    // In the end it is above, so the last posting that found it at or below its share took it there for good.
    if (paid <= owes) day = dayOfTx(account.ledger, tx);
    paid -= effectOf(account.ledger, tx);
  }
  return day;
}
