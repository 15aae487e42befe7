/**
 * V04: all charges are in (domain.md 3; 6 P8).
 *
 * The claim was billed at 1,000.00, the ledger holds charges of 700.00: the credit of 300.00 is missing charges. Within
 * `charge_lag_days` of service more may still come.
 */
import { Kind } from '../ledger';
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check } from '../credit';
import { cents, toDollars } from '../money';
import { accountDay, dayOfTx, isCancelled, effectOf, livePostings, remittancesOf, sumEffects, targetsOf, txDay, txText } from './facts';
import { fail, notTestable, pass } from './outcome';

const REVERSAL = 22;

function serviceDay(ledger: Ledger, account: AccountView, charges: readonly number[]): number {
  const listed = accountDay(ledger, 'serviceTo', account.index) || accountDay(ledger, 'serviceFrom', account.index);
  return listed || Math.max(0, ...charges.map((tx) => txDay(ledger, 'serviceDay', tx)));
}

const lastPosted = (ledger: Ledger, charges: readonly number[]): number => Math.max(0, ...charges.map((tx) => dayOfTx(ledger, tx)));
const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

interface Billed {
  readonly claim: string;
  readonly day: number;
  readonly cents: number;
}
function billedLines(ledger: Ledger, account: AccountView): Billed[] {
  const remits = remittancesOf(ledger, account.index).filter((line) => line.plb === '' && line.status !== REVERSAL);
  if (remits.length + ledger.tx.money.billed.length === 0) return [];
  const postings = account.live.filter((tx) => !Number.isNaN(ledger.tx.money.billed[tx] ?? Number.NaN));
  return [
    ...remits.filter((line) => !Number.isNaN(line.billed)).map((line) => ({ claim: line.claim, day: line.day, cents: line.billed })),
    ...postings.map((tx) => ({ claim: txText(ledger, 'claim', tx), day: dayOfTx(ledger, tx), cents: ledger.tx.money.billed[tx] ?? 0 })),
  ];
}

/** Last billed amount of each claim, added up; null when nothing says what was billed. */
function lastBilled(ledger: Ledger, account: AccountView): number | null {
  const last = new Map<string, Billed>();
  for (const line of billedLines(ledger, account)) if ((last.get(line.claim)?.day ?? -1) <= line.day) last.set(line.claim, line);
  return last.size === 0 ? null : [...last.values()].reduce((total, line) => total + line.cents, 0);
}

export const v04: Check = {
  id: 'V04',
  title: 'Charges complete',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger, policy) {
    if (targetsOf(credit).length === 0) return pass;
    const charges = livePostings(ledger, account, Kind.Charge, Kind.ChargeCredit);
    const served = serviceDay(ledger, account, charges);
    if (served > 0 && policy.asOf - served < policy.parameters.chargeLagDays)
      return fail(
        policy.asOf < served
          ? `The service is in ${inDays(served - policy.asOf)}; charges may still come.`
          : `The service was ${inDays(policy.asOf - served)} ago; charges may still come.`,
        `Wait until ${policy.parameters.chargeLagDays} days after service, or show that charging is closed.`,
      );
    if (charges.length === 0 && isCancelled(ledger, account.index)) return pass;
    if (!charges.some((tx) => effectOf(ledger, tx) > 0))
      return fail('No charge is posted on this account.', 'Post the charges, or show that the service was cancelled.');
    const charged = policy.asOf - lastPosted(ledger, charges);
    if (served === 0 && charged < policy.parameters.chargeLagDays)
      return fail(
        `A charge was posted ${inDays(charged)} ago and no day of service is given; charges may still come.`,
        `Wait until ${policy.parameters.chargeLagDays} days after the last charge, or show that charging is closed.`,
      );
    const [posted, billed] = [sumEffects(ledger, charges), lastBilled(ledger, account)];
    if (billed !== null && Math.abs(billed - posted) > 1)
      return fail(
        `The claim was billed at ${toDollars(cents(billed))}, the charges posted are ${toDollars(posted)}.`,
        'Post the missing charges or correct the claim.',
      );
    if (served === 0) return notTestable('the service date');
    return billed === null ? notTestable('the billed amount of the last claim') : pass;
  },
};
