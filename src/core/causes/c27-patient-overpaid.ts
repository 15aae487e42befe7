/**
 * C27, the patient overpaid or paid twice (domain.md 2.2): the same bill through two channels, the share and then a secondary that paid it too, or
 * simply too much. It takes only what C05, C06, C24, C25 and C28 left (design.md law 6). Example: charges 1000, contractual 400, Aetna 480, patient
 * 120 online and 120 by check: refund the patient 120.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence } from '../credit';
import { cents } from '../money';
import { Kind, PATIENT_PARTY } from '../ledger';
import { paidTwice, patientExcess, receiptsFor } from '../patientMoney';
import { dayOfTx, effectOf, sizeOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';
import { openSibling } from '../siblings';
import { isSmallCredit } from '../smallCredit';
import { onPatientSide, paidAfter } from '../writeOffs';

export const c27: Cause = {
  id: 'C27',
  title: 'Patient overpaid or paid twice',
  situation: 'The patient paid one bill twice, paid a share that a secondary paid as well, or paid more than the bill.',
  signal: 'After the last payer the patient paid more than the patient share, and no more particular cause explains it.',
  example: 'Charges $1,000, contractual $400, Aetna $480, patient $120 online and $120 by check: refund the patient $120.',
  proof: 'The receipts and the last remittance.',
  needs: [],
  find: (account) => {
    const excess = patientExcess(account);
    if (excess === 0 || isSmallCredit(account)) return [];
    const claims = receiptsFor(account, account.receipts(PATIENT_PARTY), excess);
    const share = account.liability(PATIENT_PARTY).cents ?? 0;
    return [
      proposal('C27', {
        class: 'true-overpayment',
        cents: cents(excess),
        party: PATIENT_PARTY,
        owedTo: payeeOf(account, PATIENT_PARTY),
        resolution: 'REFUND_PATIENT',
        evidence: evidenceOf(account, excess),
        claims,
        because: `The patient paid ${money(account.paid(PATIENT_PARTY))}; the share after the last payer is ${money(share)}.`,
        missing: missingOf(account),
        partial: true,
        sign: 'amounts',
      }),
    ];
  },
};

/**
 * Where the share is only what the payer's payment left, an over-posted write-off looks the same as an overpaying patient: then it takes a bill
 * paid twice, or a later payer that paid the share too, to be more than a pattern. The same where a whole payment is just what another account of
 * the family is open at (C12).
 */
function evidenceOf(account: AccountView, excess: number): Evidence {
  if (forgiven(account) > 0) return 'pattern';
  if (openSibling(account, excess) !== null && !billPaidTwice(account, excess)) return 'pattern';
  if (account.terms.source === 'stated') return 'remittance';
  return account.terms.shareProven || billPaidTwice(account, excess) || laterPayerPaid(account, excess) ? 'amounts' : 'pattern';
}

function missingOf(account: AccountView): string {
  const written = forgiven(account);
  if (written > 0)
    return `Why ${money(written)} of the patient’s debt was written off: where the debt was only given up, the write-off is reversed and as much less is owed.`;
  return account.terms.source === 'stated' ? '' : 'The patient share on the last remittance would make it certain.';
}

/** Write-offs in the patient's name, without a reason of their own, before the patient paid after all (domain.md 6 P14). */
const forgiven = (account: AccountView): number =>
  account
    .ofKind(Kind.WriteOff)
    .filter((tx) => onPatientSide(account, tx) && effectOf(account.ledger, tx) < 0)
    .reduce((sum, tx) => sum + Math.min(sizeOf(account.ledger, tx), paidAfter(account, tx)), 0);

const billPaidTwice = (account: AccountView, excess: number): boolean => paidTwice(account).some((tx) => sizeOf(account.ledger, tx) === excess);

/** A later payer paid, after the patient had, just what is now in excess. */
function laterPayerPaid(account: AccountView, excess: number): boolean {
  const first = account.receipts(PATIENT_PARTY)[0];
  if (first === undefined) return false;
  const later = account.payers.filter((payer) => payer !== account.terms.primary).flatMap((payer) => account.receipts(payer));
  return later.some((tx) => sizeOf(account.ledger, tx) === excess && dayOfTx(account.ledger, tx) > dayOfTx(account.ledger, first));
}
