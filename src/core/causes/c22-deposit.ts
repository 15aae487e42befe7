/**
 * C22, a deposit without a service yet, a cancelled service, or cash nobody has identified (domain.md 2.2, 6 P16). Example: a deposit of 300 for surgery next
 * month: hold until it is billed. The visit was cancelled: refund the patient 300.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { addDays } from '../day';
import type { Day } from '../day';
import { PATIENT_PARTY, UNKNOWN_PARTY } from '../ledger';
import { cents } from '../money';
import { isCancelled } from '../plan';
import { dayOfTx, effectOf, isIn, kindOf, MONEY, partyOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';
import { serviceOf } from '../siblings';

export const c22: Cause = {
  id: 'C22',
  title: 'Deposit, unapplied or unidentified cash',
  situation: 'Money came in for a service that has not been billed, was cancelled, or is not known.',
  signal:
    'A deposit or patient payment without charges: service in the future or within the charge lag is a hold, a cancelled visit a refund. Money from nobody named, older than 30 days, belongs elsewhere.',
  example: 'Deposit $300 for a cancelled visit: refund the patient $300.',
  proof: 'The schedule’s status and the receipt.',
  needs: [],
  find: (account) => [...deposits(account), ...unidentified(account)],
};

const UNIDENTIFIED_DAYS = 30;

function deposits(account: AccountView): Finding[] {
  const paid = account.paid(PATIENT_PARTY);
  if (account.charges !== 0 || paid <= 0 || account.payers.some((payer) => account.paid(payer) !== 0)) return [];
  const service = serviceOf(account.ledger, account.index);
  const until = addDays(Math.max(service, lastReceipt(account)) as Day, account.policy.parameters.chargeLagDays);
  const common = { cents: cents(paid), party: PATIENT_PARTY, claims: [...account.receipts(PATIENT_PARTY)].reverse(), partial: true } as const;
  if (isCancelled(account))
    return [
      proposal('C22', {
        ...common,
        class: 'true-overpayment',
        owedTo: payeeOf(account, PATIENT_PARTY),
        resolution: 'REFUND_PATIENT',
        evidence: 'reference',
        because: `The patient paid ${money(paid)} for a visit that was cancelled.`,
      }),
    ];
  if (until > account.policy.asOf)
    return [
      proposal('C22', {
        ...common,
        class: 'hold',
        owedTo: payeeOf(account, PATIENT_PARTY),
        resolution: 'HOLD_UNTIL',
        evidence: 'amounts',
        until,
        because: `The patient paid ${money(paid)} and nothing is billed yet; charges may still come.`,
      }),
    ];
  return [
    proposal('C22', {
      ...common,
      class: 'needs-review',
      resolution: 'ESCALATE',
      evidence: 'pattern',
      confidence: 'low',
      because: `The patient paid ${money(paid)} and no charge was ever posted.`,
      missing: 'The status of the visit (kept, cancelled) would decide.',
    }),
  ];
}

const lastReceipt = (account: AccountView): number => Math.max(61, ...account.receipts(PATIENT_PARTY).map((tx) => dayOfTx(account.ledger, tx)));

/** Cash in nobody's name. */
function unidentified(account: AccountView): Finding[] {
  const { ledger } = account;
  const cash = account.live.filter((tx) => partyOf(ledger, tx) === UNKNOWN_PARTY && isIn(MONEY, kindOf(ledger, tx)) && effectOf(ledger, tx) < 0);
  const old = cash.filter((tx) => account.policy.asOf - dayOfTx(ledger, tx) > UNIDENTIFIED_DAYS);
  if (old.length === 0 || account.balance >= 0) return [];
  const total = -old.reduce((sum, tx) => sum + effectOf(ledger, tx), 0);
  return [
    proposal('C22', {
      class: 'misallocated',
      cents: cents(total),
      party: UNKNOWN_PARTY,
      resolution: 'TRANSFER_ACCOUNT',
      evidence: 'pattern',
      confidence: 'low',
      claims: old,
      because: `${money(total)} came from nobody named, more than ${UNIDENTIFIED_DAYS} days ago.`,
      missing: 'The remittance or receipt would tell whose money it is.',
      partial: true,
    }),
  ];
}
