/**
 * V06: the money has not gone back already (domain.md 3).
 *
 * The account shows Aetna 480.00 too much; the refund register shows a check of 480.00 to Aetna for it, posted nowhere. A second check
 * pays twice. Any standing refund to the same payee on the account stops the next one, and one of the same amount whoever it went to.
 */
import type { Ledger, RegisterRow } from '../ledger';
import { Kind, UNKNOWN_PARTY } from '../ledger';
import type { Check } from '../credit';
import type { AccountView } from '../accountView';
import { cents, toDollars } from '../money';
import { normalKey } from '../policy/normalise';
import { effectOf, livePostings, partyOf, payeeNames, placeOf, registerOf, targetsOf } from './facts';
import type { Target } from './facts';
import { fail, notTestable, pass } from './outcome';

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1;
const samePayee = (party: number, target: Target): boolean => target.party === UNKNOWN_PARTY || party === UNKNOWN_PARTY || party === target.party;

/** The first posted refund, not voided, that may be this one. */
function posted(ledger: Ledger, account: AccountView, target: Target): number | undefined {
  return livePostings(ledger, account, Kind.Refund).find(
    (tx) => effectOf(ledger, tx) > 0 && (samePayee(partyOf(ledger, tx), target) || same(effectOf(ledger, tx), target.cents)),
  );
}

function registered(ledger: Ledger, account: AccountView, target: Target): RegisterRow | undefined {
  const rows = registerOf(ledger, account.index);
  if (rows.length === 0) return undefined;
  const names = payeeNames(ledger, account.index, target.party);
  return rows.find((row) => target.party === UNKNOWN_PARTY || row.payee === '' || names.has(normalKey(row.payee)) || same(row.cents, target.cents));
}

const CLEARS = 'Show that the earlier refund was for something else or never went out (void, stopped check).';

export const v06: Check = {
  id: 'V06',
  title: 'No prior refund',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger) {
    const targets = targetsOf(credit);
    if (targets.length === 0) return pass;
    for (const target of targets) {
      const tx = posted(ledger, account, target);
      if (tx !== undefined) return fail(`A refund of ${toDollars(cents(effectOf(ledger, tx)))} is already posted here (${placeOf(ledger, tx)}).`, CLEARS);
      const row = registered(ledger, account, target);
      if (row !== undefined) return fail(`The refund register shows ${toDollars(row.cents)} for this account (row ${row.row}).`, CLEARS);
    }
    return ledger.register.length === 0 ? notTestable('a refund or accounts-payable register') : pass;
  },
};
