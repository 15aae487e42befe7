/**
 * C09, the contractual is larger than charges less allowed (domain.md 2.2); also a secondary's write-off on top of the primary's, and a missing debit where
 * a fixed price exceeds the charges. Example: charges 1000, contractual 400, Aetna 480, Cigna 120 and again a contractual 350 from Cigna: balance −350,
 * reverse 350, refund nobody.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence } from '../credit';
import { Kind, PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { effectOf, partyOf, sizeOf } from '../posting';
import { contractSlack, matchSlack, money, proposal } from '../proposal';
import { holds, onPatientSide, overshoot, reversedInPart } from '../writeOffs';

export const c09: Cause = {
  id: 'C09',
  title: 'Contractual over-posted',
  situation: 'The write-off is larger than the contract allows, or a later payer’s write-off was posted on top of the first one’s.',
  signal:
    'Live contractuals exceed charges less allowed by more than the contract tolerance, and it is no duplicate; denial write-offs and sequestration are left out.',
  example: 'Charges $1,000, contractual $400, Aetna $480, Cigna $120 and a second contractual of $350: reverse $350.',
  proof: 'The remittance and the contract calculation.',
  needs: ['the allowed amount, or the payer of each contractual'],
  find: (account) => {
    const { correct } = account.terms;
    const over = correct === null ? 0 : withoutRepeats(account, account.adjustments - correct - otherErrors(account));
    if (over <= slack(account) || account.terms.lateCredit > 0) return [];
    const claims = culprits(account, over);
    return [
      proposal('C09', {
        class: 'posting-error',
        cents: cents(over),
        party: claims[0] === undefined ? account.terms.primary : partyOf(account.ledger, claims[0]),
        resolution: 'REVERSE_ADJ',
        evidence: evidenceOf(account, over),
        claims,
        because: becauseOf(account, over),
        missing: missingOf(account, over),
        term: 'adjustment',
        partial: true,
      }),
    ];
  },
};

/** With the allowed amount known the contract tolerance applies; an exact match needs none. */
const slack = (account: AccountView): number =>
  culpritOf(account, account.adjustments - (account.terms.correct ?? 0)) ? 0 : contractSlack(account, account.terms.primary);

/** What is left once the duplicates that C08 can claim are taken out; what was reversed in part is of a duplicate first. */
function withoutRepeats(account: AccountView, over: number): number {
  let [left, reversed] = [over, reversedInPart(account)];
  for (const { tx } of account.provenRepeats.contractuals) {
    const size = sizeOf(account.ledger, tx);
    if (size > left + reversed + matchSlack(account, partyOf(account.ledger, tx))) continue;
    left = Math.max(0, left - Math.max(0, size - reversed));
    reversed = Math.max(0, reversed - size);
  }
  return left;
}

/** Write-offs of the patient's debt that no longer hold are C06's and C19's. */
const otherErrors = (account: AccountView): number =>
  account.live.reduce((sum, tx) => (onPatientSide(account, tx) ? sum + sizeOf(account.ledger, tx) - holds(account, tx) : sum), 0);

/** Contractuals and write-offs; a debit is neither. */
const writtenOff = (account: AccountView): readonly number[] =>
  [...account.ofKind(Kind.Contractual), ...account.ofKind(Kind.WriteOff)].filter((tx) => effectOf(account.ledger, tx) < 0);

const culpritOf = (account: AccountView, over: number): number | undefined =>
  [...writtenOff(account)].reverse().find((tx) => sizeOf(account.ledger, tx) === over);

/** The posting that is wrong by itself, else all, the later payers' first, from the last on. A missing debit has none. */
function culprits(account: AccountView, over: number): readonly number[] {
  const exact = culpritOf(account, over);
  if (exact !== undefined) return [exact];
  const written = writtenOff(account);
  const total = written.reduce((sum, tx) => sum + sizeOf(account.ledger, tx), 0);
  if (total < over) return [];
  const later = (tx: number): number => (partyOf(account.ledger, tx) > PATIENT_PARTY && partyOf(account.ledger, tx) !== account.terms.primary ? 0 : 1);
  const past = (tx: number): number => (overshoot(account, tx) > 0 ? 0 : 1);
  return [...written].sort((a, b) => later(a) - later(b) || past(a) - past(b) || account.rank(b) - account.rank(a));
}

function evidenceOf(account: AccountView, over: number): Evidence {
  if (account.terms.source === 'stated') return 'remittance';
  const culprit = culpritOf(account, over);
  return culprit === undefined || equalReceipt(account, culprit) ? 'pattern' : 'amounts';
}

/** The write-off may have been entered again as a payment: then it is the payment that is wrong. */
const equalReceipt = (account: AccountView, writeOff: number): boolean =>
  account.receipts(partyOf(account.ledger, writeOff)).some((tx) => sizeOf(account.ledger, tx) === sizeOf(account.ledger, writeOff));

function missingOf(account: AccountView, over: number): string {
  if (account.terms.source === 'stated') return '';
  const culprit = culpritOf(account, over);
  return culprit !== undefined && equalReceipt(account, culprit)
    ? `The deposit would tell whether the payment of ${money(over)} came or is the write-off, entered as a payment.`
    : 'The allowed amount on the remittance would make it certain.';
}

function becauseOf(account: AccountView, over: number): string {
  const { allowed, correct } = account.terms;
  if ((correct ?? 0) < 0)
    return `The plan allows ${money(allowed ?? 0)} on charges of ${money(account.charges)}: a contractual debit of ${money(over)} is missing, not a refund due.`;
  return `Write-offs of ${money(account.adjustments)} stand where ${money(correct ?? 0)} are correct.`;
}
