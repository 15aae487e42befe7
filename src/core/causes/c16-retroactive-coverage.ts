/**
 * C16, eligibility changed afterwards (domain.md 2.2). Coverage was added or ended with dates that cover the service after money had come in. Example: a
 * patient pays 200; Medicaid is added back to the day of service and pays in full: refund the patient 200. Or the first payer says *coverage had ended*
 * (reason 27): what it paid is owed to it.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { notCovering } from '../coverage';
import { PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { patientExcess, receiptsFor } from '../patientMoney';
import { accountDay, dayOfTx, sizeOf } from '../posting';
import { money, nameOf, payeeOf, proposal } from '../proposal';
import { serviceOf } from '../siblings';

export const c16: Cause = {
  id: 'C16',
  title: 'Retroactive eligibility change',
  situation: 'A payer was added or ended, with dates that reach back over the service, after payments were posted.',
  signal: 'Coverage added after the patient paid and effective on the service day, by a public payer; or a reversal with reason 26 or 27.',
  example: 'The patient paid $200, Medicaid was added back to the service day and paid in full: refund the patient $200.',
  proof: 'Proof of eligibility with its dates.',
  needs: ['the day coverage was added and from when it holds, or reason codes'],
  find: (account) => [...patients(account), ...[...notCovering(account)].flatMap((party) => terminated(account, party))],
};

const PUBLIC: ReadonlySet<string> = new Set(['medicaid', 'medicaid-managed', 'medicare', 'medicare-advantage', 'chip', 'tricare', 'va']);

function patients(account: AccountView): Finding[] {
  const { ledger, index } = account;
  const added = accountDay(ledger, 'coverageAdded', index);
  const from = accountDay(ledger, 'coverageFrom', index);
  if (added === 0 || from === 0) return [];
  const isPublic = account.payers.some((payer) => account.receipts(payer).length > 0 && PUBLIC.has(account.party(payer).payerClass));
  const before = account.receipts(PATIENT_PARTY).filter((tx) => dayOfTx(ledger, tx) < added);
  const amount = Math.min(
    patientExcess(account),
    before.reduce((sum, tx) => sum + sizeOf(ledger, tx), 0),
  );
  if (amount <= 0 || !isPublic || from > serviceOf(ledger, index)) return [];
  return [
    proposal('C16', {
      class: 'true-overpayment',
      cents: cents(amount),
      party: PATIENT_PARTY,
      owedTo: payeeOf(account, PATIENT_PARTY),
      resolution: 'REFUND_PATIENT',
      evidence: graded(account, 'reference'),
      claims: receiptsFor(account, before, amount),
      because: `Coverage was added after the patient paid and holds from before the service; the share is ${money(account.liability(PATIENT_PARTY).cents ?? 0)}.`,
      missing: 'Proof of eligibility with its dates.',
      partial: true,
    }),
  ];
}

function terminated(account: AccountView, party: number): Finding[] {
  const excess = account.excess(party) ?? 0;
  if (excess <= account.policy.parameters.centsTol) return [];
  return [
    proposal('C16', {
      class: 'true-overpayment',
      cents: cents(excess),
      party,
      owedTo: payeeOf(account, party),
      resolution: 'REFUND_PAYER',
      evidence: account.remittances.length > 0 ? 'remittance' : graded(account, 'reference'),
      claims: [...account.receipts(party)].reverse(),
      because: `${nameOf(account, party)} says that its coverage did not reach the service (reason 26 or 27) and has paid ${money(account.paid(party))}.`,
      missing: 'Proof of eligibility with its dates.',
      partial: true,
    }),
  ];
}
