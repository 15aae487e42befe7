/**
 * Dispute letters: a payer asked for a refund that it may no longer ask for, or has already taken. A person says so with the Decision *Dispute* on
 * Credits; the letter is written only where the sheets bear it out (domain.md 4.7), for it says so to the payer.
 *
 * Example: a Texas plan paid on January 5, 2025 and may ask for 180 days, until July 4, 2025; it asked in December.
 */
import type { PaymentRefund } from '../core/checks/payment';
import type { PaymentAsked } from '../core/payments';
import type { Credit, Review, SettledFinding } from '../core/credit';
import { isTakenBack } from '../core/disputes';
import type { LetterFacts } from '../core/letterFacts';
import { toDollars } from '../core/money';
import type { Policy } from '../core/policy/policy';
import { amountInWords } from './amountInWords';
import { inOrder, longDate } from './lettersWords';
import { payerFacts, payerPlace, sender, tidy } from './lettersRefunds';
import type { LetterContext, PayerLetter } from './lettersRefunds';
import { payeeOf } from './payees';
import type { Named, Payee } from './payees';
import { text } from './refundLines';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

export interface Dispute {
  readonly credit: Credit;
  readonly finding: SettledFinding;
}
export interface DisputeWithFacts extends Dispute {
  readonly facts: LetterFacts | null;
}

/** Findings owed to a payer, or that it has taken back already, whose row on Credits a person decided to dispute. */
export function disputesOf(review: Review, credits: StandingTable | null): Dispute[] {
  if (!credits) return [];
  const ids = new Set(credits.rows.filter((row) => /^dispute$/i.test(text(cellOf(credits, row, 'decision')))).map((row) => text(cellOf(credits, row, 'id'))));
  return review.credits.flatMap((credit) =>
    credit.findings
      .filter((finding) => ids.has(finding.id) && (finding.owedTo.kind === 'payer' || isTakenBack(finding)))
      .map((finding) => ({ credit, finding })),
  );
}

/** Of what was taken back nothing is owed, so the finding names no payee: then it is whose money it was. */
const payerOf = ({ credit, finding }: Dispute): string => finding.owedTo.name || (credit.parties.find(({ party }) => party === finding.party)?.name ?? '');

/** Whose addresses the letters need. */
export const disputedPayees = (disputes: readonly Dispute[]): Named[] =>
  disputes.map((dispute) => ({ payee: payerOf(dispute), payeeKind: 'payer', account: dispute.credit.key }));

/** What the analyst is asked about a dispute: nothing is paid. */
export function disputeContexts(disputes: readonly Dispute[]): PaymentAsked[] {
  return disputes.map(({ credit, finding }) => {
    const refund = notPaid(credit, finding);
    return { account: credit.account, payment: { refund, run: [refund], earlier: [], address: null }, claims: finding.claims };
  });
}

const notPaid = (credit: Credit, finding: SettledFinding): PaymentRefund => ({
  id: finding.id,
  facility: credit.facility,
  account: credit.key,
  payeeKind: 'payer',
  payee: payerOf({ credit, finding }),
  cents: finding.cents,
  federal: false,
  preparedBy: '',
  approvedBy: '',
  approvedOn: 0 as PaymentRefund['approvedOn'],
  issuedBy: '',
});

/** Why the payer gets no refund; '' when the sheets do not say so. */
export function groundOf({ finding, facts }: DisputeWithFacts, policy: Policy): string {
  const past = facts !== null && facts.askUntil !== 0 && policy.asOf > facts.askUntil;
  const taken = isTakenBack(finding) || (facts !== null && facts.takenBack >= finding.cents);
  return [
    past ? `The time to request this refund ended on ${longDate(facts.askUntil)}.` : '',
    taken ? 'You have already taken this amount back through a later remittance.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** In brackets as the sender's own words that are still to be filled in: a refund would wait for its address, a dispute has no line on Refunds. */
const NO_ADDRESS = '[Address: fill it on Payees]';

/** null without a ground. */
export function disputeLetter(dispute: DisputeWithFacts, payees: readonly Payee[], policy: Policy, context: LetterContext): PayerLetter | null {
  const ground = groundOf(dispute, policy);
  if (ground === '') return null;
  const { credit, finding, facts } = dispute;
  const payer = payerOf(dispute);
  const { payee } = payeeOf(payees, { payee: payer, payeeKind: 'payer', account: credit.key });
  return tidy({
    ...sender(context),
    Kind: 'Dispute',
    ContactName: context.words.of('contact_name'),
    PayerName: payee?.name || payer,
    ...payerPlace({ payee }),
    ...(payee?.line1 ? {} : { PayerAddr1: NO_ADDRESS }),
    PatientName: inOrder(credit.patient),
    ...payerFacts(facts),
    AccountNo: credit.key,
    RefundAmount: toDollars(finding.cents),
    RefundAmountWords: amountInWords(finding.cents),
    RefundCheckNo: 'none',
    ReasonText: ground,
    CalcText: '',
    EnclosureList: 'Copy of the remittance advice',
  });
}
