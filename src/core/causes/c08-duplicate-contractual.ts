/**
 * C08, the contractual was posted twice (domain.md 2.2), typically once at billing and once with the remittance. Example: charges 1000, contractual 400 and
 * 400, Aetna 480, patient nothing: balance −280. Reverse one contractual of 400; the patient then owes 120, and nobody is refunded. Where a part of it was
 * reversed already, only the rest is left to reverse.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence, Finding } from '../credit';
import { cents } from '../money';
import { graded } from '../grade';
import { PATIENT_PARTY } from '../ledger';
import { partyOf, sizeOf } from '../posting';
import { matchSlack, money, nameOf, proposal } from '../proposal';
import type { Repeat } from '../repeats';
import { reversedInPart } from '../writeOffs';

export const c08: Cause = {
  id: 'C08',
  title: 'Duplicate contractual',
  situation: 'The contractual write-off was posted at billing and again with the remittance.',
  signal: 'Two live contractuals of one payer for the same claim and line, equal within a cent, and write-offs stand above the correct ones by that amount.',
  example: 'Charges $1,000, contractual $400 twice, Aetna $480: reverse $400; the patient owes $120.',
  proof: 'The write-off on the remittance and both postings.',
  needs: [],
  find: (account) => account.provenRepeats.contractuals.flatMap((repeat) => duplicate(account, repeat)),
};

function duplicate(account: AccountView, repeat: Repeat): Finding[] {
  const size = sizeOf(account.ledger, repeat.tx);
  const party = partyOf(account.ledger, repeat.tx);
  const { correct } = account.terms;
  const over = correct === null ? Math.max(0, -account.balance) : account.adjustments - correct;
  const reversed = Math.min(size, reversedInPart(account));
  const amount = Math.min(size - reversed, over);
  if (amount <= 0 || over + reversed < size - matchSlack(account, party)) return [];
  const who = party > PATIENT_PARTY ? ` of ${nameOf(account, party)}` : '';
  return [
    proposal('C08', {
      class: 'posting-error',
      cents: cents(amount),
      party,
      resolution: 'REVERSE_ADJ',
      evidence: evidenceOf(account, repeat),
      claims: [repeat.tx],
      supports: [repeat.of],
      because: `The contractual${who} of ${money(size)} stands twice; write-offs are ${money(over)} above the correct ones.`,
      missing: account.terms.source === 'stated' ? '' : 'The write-off on the remittance would make it certain.',
      term: 'adjustment',
    }),
  ];
}

const evidenceOf = (account: AccountView, repeat: Repeat): Evidence => graded(account, repeat.sameClaim ? 'reference' : 'amounts');
