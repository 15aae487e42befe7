/**
 * V24: the remittance that proves the verdict adds up (domain.md 3): allowed = paid + patient responsibility + prior paid + coded
 * reductions. Allowed 600.00, paid 480.00, responsibility 210.00 cannot be: the 210.00 is probably 120.00 mis-keyed.
 */
import { Kind } from '../ledger';
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome, Credit } from '../credit';
import { cents, toDollars } from '../money';
import { effectOf, livePostings, partyOf, placeOf, remittancesOf } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const TOLERANCE = 1;
const REVERSAL = 22;
const CLEARS = 'Look at the remittance itself and correct the value; until then the verdict is not proved.';
const given = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);
const isGiven = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value);

/**
 * `reductionsKnown`: a rest above 0 may be a reduction the sheet has no column for, but not where the very rest is what the patient would be
 * refunded: then a share keyed too low looks the same (allowed 600.00, paid 480.00, share 20.00, patient 120.00).
 */
function judge(credit: Credit, rest: number, reductionsKnown: boolean, where: string): CheckOutcome {
  if (Math.abs(rest) <= TOLERANCE) return pass;
  if (rest > 0 && !reductionsKnown && !refundedToPatient(credit, rest)) return notTestable('the coded reductions of the remittance');
  return fail(`The remittance in ${where} does not add up: ${toDollars(cents(rest))} between the allowed amount and its parts.`, CLEARS);
}

const refundedToPatient = (credit: Credit, rest: number): boolean =>
  credit.findings.some((finding) => finding.class === 'true-overpayment' && finding.owedTo.kind === 'patient' && finding.cents === rest);

/** A payer-initiated cut is named by its group code (domain.md 1.5): it explains a rest. */
const cutByPayer = (codes: readonly string[]): boolean => codes.some((code) => /^PI/i.test(code));

function ofRemittances(credit: Credit, ledger: Ledger, account: AccountView): CheckOutcome[] {
  const lines = remittancesOf(ledger, account.index).filter((line) => line.plb === '' && line.status !== REVERSAL);
  return lines.map((line) => {
    const allowed = isGiven(line.allowed) ? line.allowed : isGiven(line.billed) && isGiven(line.contractual) ? line.billed - line.contractual : Number.NaN;
    if (!isGiven(allowed)) return notTestable('the allowed amount of the remittance');
    if (!isGiven(line.patientResp)) return notTestable('the patient responsibility of the remittance');
    const rest = allowed - line.paid - line.patientResp - given(line.priorPaid) - given(line.sequestration) - given(line.otherReductions);
    if (rest > 0 && cutByPayer(line.codes)) return pass;
    return judge(credit, rest, isGiven(line.otherReductions), `row ${line.row} of ${ledger.sheets[line.sheet] ?? 'the remittance'}`);
  });
}

/** Payment rows that carry remittance values; sequestration posted for the same payer counts as a coded reduction. */
function ofPostings(credit: Credit, ledger: Ledger, account: AccountView): CheckOutcome[] {
  const { allowed, patientResp, remitPaid, priorPaid } = ledger.tx.money;
  const rows = livePostings(ledger, account, Kind.Payment).filter((tx) => isGiven(allowed[tx]) && isGiven(patientResp[tx]));
  return rows.map((tx) => {
    const paid = isGiven(remitPaid[tx]) ? remitPaid[tx] : -effectOf(ledger, tx);
    const rest = given(allowed[tx]) - paid - given(patientResp[tx]) - given(priorPaid[tx]);
    const cut = -livePostings(ledger, account, Kind.Sequestration)
      .filter((each) => partyOf(ledger, each) === partyOf(ledger, tx))
      .reduce((sum, each) => sum + effectOf(ledger, each), 0);
    return Math.abs(rest - cut) <= TOLERANCE ? pass : judge(credit, rest, false, placeOf(ledger, tx));
  });
}

const restsOnRemit = (credit: Credit): boolean =>
  credit.findings.some((finding) => finding.evidence === 'remittance') || credit.parties.some((party) => party.source === 'stated');

export const v24: Check = {
  id: 'V24',
  title: 'Remittance adds up',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger) {
    if (!restsOnRemit(credit)) return pass;
    const outcomes = [...ofRemittances(credit, ledger, account), ...ofPostings(credit, ledger, account)];
    if (outcomes.length === 0) return notTestable('the allowed amount and the patient responsibility of the remittance');
    return worst(outcomes);
  },
};
