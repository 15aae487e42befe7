/** Which credits to list at all (policy topic LISTING); what is left out is counted and said, never silent. Federal payers are always listed. */
import type { Credit, Review } from './credit';
import { PATIENT_PARTY } from './ledger';
import type { Ledger } from './ledger';
import { cents, toDollars } from './money';
import type { Policy } from './policy/policy';

export function listed(ledger: Ledger, policy: Policy, credits: readonly Credit[]): { shown: Credit[]; filtered: Review['filtered'] } {
  const { listLeastCents, listLeastAgeDays, listPrepayments } = policy.parameters;
  const small = (credit: Credit): boolean => !credit.hidden && credit.credit < listLeastCents;
  const young = (credit: Credit): boolean => credit.since > 0 && Math.max(0, policy.asOf - credit.since) < listLeastAgeDays;
  const prepaid = (credit: Credit): boolean =>
    !listPrepayments && credit.findings.length > 0 && credit.findings.every((finding) => finding.cause === 'C22' && finding.class === 'hold');
  const out = (credit: Credit): boolean => !federal(ledger, credit) && (small(credit) || young(credit) || prepaid(credit));
  const left = credits.filter(out);
  const reasons = [
    left.some(small) ? `below ${toDollars(listLeastCents)}` : '',
    left.some(young) ? `younger than ${listLeastAgeDays} days` : '',
    left.some(prepaid) ? 'prepayments on unbilled visits' : '',
  ].filter((reason) => reason !== '');
  return {
    shown: credits.filter((credit) => !out(credit)),
    filtered: { count: left.length, cents: cents(left.reduce((sum, credit) => sum + credit.credit, 0)), why: reasons.join('; ') },
  };
}

const federal = (ledger: Ledger, credit: Credit): boolean =>
  credit.parties.some(({ party, paid }) => party > PATIENT_PARTY && paid > 0 && ledger.parties[party]?.federal === true);
