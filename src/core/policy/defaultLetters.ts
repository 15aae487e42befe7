/**
 * What letters say (domain.md 5.4): who writes, and a reason for each cause and audience, in plain words and without blame. A patient's letter names
 * no diagnosis, no procedure and no word of the trade. Causes that end in a correction of our own books have one too: a person may refund all the
 * same. `reason:other` stands in where a person switched a row off.
 */
import type { CauseId } from '../credit';
import type { PolicyRow } from './policy';
import { policyRow } from './rows';

const row = (key: string, value: string, notes: string): PolicyRow => policyRow(`LT-${key}`, 'LETTER', key, value, { unit: 'text', notes });

/** In square brackets: to be filled by a person before the first letter goes out. */
const SENDER_ROWS: readonly PolicyRow[] = [
  row('provider_name', '[Provider name]', 'Your organization, as it signs letters.'),
  row('provider_address', '[Street, City, State ZIP]', 'One line, below the name.'),
  row('contact_name', '[Contact name]', 'Who answers questions about a refund.'),
  row('contact_phone', '[Contact phone]', 'Printed in every letter.'),
  row('signer_name', '[Signer name]', 'Who signs.'),
  row('signer_title', '[Signer title]', 'Below the signature.'),
  row('enclosures', 'Refund check; copy of the remittance advice', 'Of a payer letter.'),
  row('expected_days', '30', 'A patient letter names this many days after its date as when the refund should have come.'),
];

type Reasons = Readonly<Record<CauseId | 'other', { readonly payer: string; readonly patient: string }>>;
const REASONS: Reasons = {
  C01: { payer: 'This claim was paid more than once.', patient: 'We received more than one payment for the same service.' },
  C02: { payer: 'One payment was recorded twice on this account.', patient: 'One payment was recorded twice on your account.' },
  C03: {
    payer: 'Another plan also paid this claim as the primary payer.',
    patient: 'More than one health plan paid for this service, and your share is now lower.',
  },
  C04: {
    payer: 'Another plan was primary for this service.',
    patient: 'A different health plan was responsible for this service, and your share is now lower.',
  },
  C05: {
    payer: 'The patient had paid part of this claim in advance.',
    patient: 'The amount you paid in advance was more than your final share.',
  },
  C06: {
    payer: 'The patient had paid this claim before the plan did.',
    patient: 'Your health plan paid after you did, so your payment was more than your share.',
  },
  C07: {
    payer: 'The payment was higher than the contracted rate for this service.',
    patient: 'Your health plan lowered the price of this service, and your share is now lower.',
  },
  C08: {
    payer: 'The contract reduction for this claim was applied twice in our books.',
    patient: 'We lowered the price of this service twice in our books, so your account shows more than it should.',
  },
  C09: {
    payer: 'More than the contract reduction for this claim was taken off in our books.',
    patient: 'We lowered the price of this service by too much in our books, so your account shows more than it should.',
  },
  C10: { payer: 'A charge on this claim was removed after it was paid.', patient: 'A charge on your account was removed after you paid.' },
  C11: {
    payer: 'The payment is higher than the charges recorded for this claim.',
    patient: 'You paid more than the services recorded on your account cost.',
  },
  C12: { payer: 'The payment belongs to no open claim on this account.', patient: 'Your payment was recorded on an account that did not need it.' },
  C13: { payer: 'The payment was higher than the amount due.', patient: 'The payment recorded was higher than the amount due.' },
  C14: {
    payer: 'This payment has already been taken back through a later remittance.',
    patient: 'Your health plan took back part of what it had paid for this service.',
  },
  C15: {
    payer: 'Interest was paid that was not due on this claim.',
    patient: 'Your health plan paid interest that was recorded on your account by mistake.',
  },
  C16: {
    payer: 'Coverage for the date of service was changed after payment.',
    patient: 'Your coverage for the date of service was updated after you paid, and your share is now lower.',
  },
  C17: {
    payer: 'An accident insurer also paid for this service.',
    patient: 'An accident insurer also paid for this service, and your share is now lower.',
  },
  C18: {
    payer: 'This service is covered by the monthly payment for the member, so no separate payment was due.',
    patient: 'Your health plan already pays us a fixed amount for this service, so no further payment was needed.',
  },
  C19: { payer: 'The payment came after the account had been closed.', patient: 'Your payment came after the account had been closed.' },
  C20: { payer: 'A refund that was due for this claim has not been issued.', patient: 'A refund that was due to you has not been issued.' },
  C21: { payer: 'A payment was returned and recorded again.', patient: 'A payment was returned and recorded again on your account.' },
  C22: {
    payer: 'A deposit was paid for a service that did not take place or cost less.',
    patient: 'You paid a deposit for a visit that did not take place or cost less.',
  },
  C23: { payer: 'A small amount remains above the amount due.', patient: 'A small amount remains on your account above your share.' },
  C24: {
    payer: 'Under the rules of the coverage this amount was not due.',
    patient: 'Under the rules of your coverage you did not owe this amount.',
  },
  C25: {
    payer: 'A discount was granted on this account after payment.',
    patient: 'A discount or financial assistance was granted after you paid.',
  },
  C26: {
    payer: 'Part of the amount was the responsibility of another payer.',
    patient: 'Part of the amount you paid was the responsibility of your health plan.',
  },
  C27: { payer: 'The amount paid is more than the share that was due.', patient: 'You paid more than your share.' },
  C28: { payer: 'The allowed amount changed after payment.', patient: 'Your health plan lowered your share after you had paid.' },
  other: { payer: 'The total paid on this account is more than the amount due.', patient: 'The total paid on your account is more than the amount due.' },
};

export const LETTER_ROWS: readonly PolicyRow[] = [
  ...SENDER_ROWS,
  ...Object.entries(REASONS).flatMap(([cause, texts]) =>
    Object.entries(texts).map(([audience, sentence]) => row(`reason:${cause}:${audience}`, sentence, 'Reason sentence of a letter.')),
  ),
];
