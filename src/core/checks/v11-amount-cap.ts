/**
 * V11: never more than the party paid above what it owes, and never more than it paid (domain.md 3).
 *
 * Aetna owes 480.00 and paid 480.00 + 480.00: at most 480.00 goes back. What Aetna owes must be known to say so.
 */
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome } from '../credit';
import { cents, toDollars } from '../money';
import type { Cents } from '../money';
import { partyAt, paymentsOf, refundsOf, sumEffects } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const TOLERANCE = 1;
const CLEARS = 'Lower the refund to what the party paid less what it owes.';

function ofParty(ledger: Ledger, account: AccountView, party: number, amount: Cents): CheckOutcome {
  const name = partyAt(ledger, party).name;
  const paid = cents(-sumEffects(ledger, paymentsOf(ledger, account, party)));
  if (amount > paid + TOLERANCE) return fail(`${name} would get ${toDollars(amount)} and has paid ${toDollars(paid)}.`, CLEARS);
  const excess = account.excess(party);
  if (excess === null) return notTestable(`what ${name} owes (allowed amount and patient responsibility)`);
  if (amount > excess + TOLERANCE) return fail(`${name} would get ${toDollars(amount)} and has paid ${toDollars(excess)} more than it owes.`, CLEARS);
  return pass;
}

export const v11: Check = {
  id: 'V11',
  title: 'Amount cap',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger) {
    const amounts = new Map<number, number>();
    for (const target of refundsOf(credit)) amounts.set(target.party, (amounts.get(target.party) ?? 0) + target.cents);
    const outcomes = [...amounts].map(([party, amount]) => ofParty(ledger, account, party, cents(amount)));
    return worst(outcomes);
  },
};
