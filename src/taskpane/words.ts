/** The words people read for the words of the core. Short, the trade's own; classes and resolutions are worded as on the worksheets (a test compares). */
import { OPEN, type Dimension } from '../app/facets';
import type { CauseId, Confidence, Credit, Evidence, FindingClass, LiabilitySource, Payee, Resolution } from '../core/credit';
import { fromIso, NO_DAY, type Day } from '../core/day';
import type { Grain, Role } from '../intake/contract';
import type { OwnRole } from '../outputs/edit';

export const CLASSES: readonly FindingClass[] = ['true-overpayment', 'posting-error', 'misallocated', 'hold', 'needs-review'];

export const CLASS_WORD: Readonly<Record<FindingClass, string>> = {
  'true-overpayment': 'True overpayment',
  'posting-error': 'Posting error',
  misallocated: 'Misallocated',
  hold: 'Hold',
  'needs-review': 'Needs review',
};
export const DIMENSION_WORD: Readonly<Record<Dimension, string>> = { class: 'Class', cause: 'Cause', payer: 'Payer', age: 'Age', deadline: 'Due' };
const DEADLINE_WORD: Readonly<Record<string, string>> = {
  overdue: 'Overdue',
  'in 7 days': 'Due within 7 days',
  'in 30 days': 'Due within 30 days',
  later: 'Due later',
  none: 'No deadline',
};
/** A bar's value in words. */
export function barWord(dimension: Dimension, value: string): string {
  if (value === OPEN) return dimension === 'cause' ? 'No cause found' : 'Not known';
  if (dimension === 'class') return CLASS_WORD[value as FindingClass];
  if (dimension === 'cause') return CAUSE_WORD[value as CauseId];
  if (dimension === 'age') return value === 'unknown' ? 'Age not known' : `${value.replace('-', '\u2013')} days`;
  return dimension === 'deadline' ? (DEADLINE_WORD[value] ?? value) : value;
}

/** What it means for the next step. */
export const CLASS_MEANING: Readonly<Record<FindingClass, string>> = {
  'true-overpayment': 'Money to give back',
  'posting-error': 'Fix the books, refund nothing',
  misallocated: 'Move the money, refund nothing',
  hold: 'Wait before deciding',
  'needs-review': 'A person must look',
};

export const CAUSE_WORD: Readonly<Record<CauseId, string>> = {
  C01: 'Duplicate payment by one payer',
  C02: 'Same payment posted twice',
  C03: 'Two payers both paid as primary',
  C04: 'Medicare paid first, should be second',
  C05: 'Patient prepaid too much',
  C06: 'Patient paid, then insurance paid',
  C07: 'Payer paid above contract',
  C08: 'Write-off posted twice',
  C09: 'Write-off too large',
  C10: 'Charge removed after payment',
  C11: 'Charges not posted',
  C12: 'Payment on the wrong account',
  C13: 'Amount mistyped',
  C14: 'Takeback not posted',
  C15: 'Interest posted as payment',
  C16: 'Coverage changed afterwards',
  C17: 'Accident insurer and health plan paid',
  C18: 'Capitation money on a visit',
  C19: 'Payment after bad debt',
  C20: 'Refund not or wrongly recorded',
  C21: 'Returned payment not posted',
  C22: 'Deposit or cancelled visit',
  C23: 'Small credit',
  C24: 'Protected patient was charged',
  C25: 'Discount granted after payment',
  C26: 'Share not moved to the other party',
  C27: 'Patient overpaid',
  C28: 'Patient share lowered later',
};

export const RESOLUTION_WORD: Readonly<Record<Resolution, string>> = {
  REFUND_PAYER: 'Refund the payer',
  REFUND_PATIENT: 'Refund the patient',
  AWAIT_TAKEBACK: 'Await the takeback',
  REVERSE_ADJ: 'Reverse the adjustment',
  REVERSE_POSTING: 'Reverse the posting',
  POST_MISSING_TXN: 'Post what is missing',
  TRANSFER_ACCOUNT: 'Transfer to the account',
  TRANSFER_BUCKET: 'Transfer between payers',
  TRANSFER_GL: 'Transfer to the ledger',
  POST_CHARGES: 'Post the charges',
  CORRECT_AND_REBILL: 'Correct and rebill',
  SMALL_CREDIT_POLICY: 'Small credit policy',
  ESCHEAT_TRACK: 'Track as unclaimed',
  HOLD_UNTIL: 'Hold',
  ESCALATE: 'Escalate',
};
export const EVIDENCE_WORD: Readonly<Record<Evidence, string>> = {
  remittance: 'Remittance',
  reference: 'Check or claim number',
  amounts: 'Amounts and dates',
  pattern: 'Pattern only',
};
export const CONFIDENCE_WORD: Readonly<Record<Confidence, string>> = { high: 'High', medium: 'Medium', low: 'Low' };
export const SOURCE_WORD: Readonly<Record<LiabilitySource, string>> = {
  stated: 'stated',
  listed: 'from the list',
  derived: 'worked out',
  unknown: 'not known',
};

export const ROLE_WORD: Readonly<Record<Role, string>> = {
  accounts: 'Accounts',
  transactions: 'Transactions',
  mixed: 'Accounts and transactions',
  remittance: 'Remittances',
  register: 'Payment register',
  own: 'Made by this add-in',
  ignored: 'Not used',
};
export const GRAIN_WORD: Readonly<Record<Grain, string>> = { account: 'Account', claim: 'Claim', visit: 'Visit', patient: 'Patient', guarantor: 'Guarantor' };

export const OWN_WORD: Readonly<Record<OwnRole, string>> = {
  credits: 'The work list: one row a finding, with room for your decision',
  underpayments: 'Parties that paid less than they owe',
  refunds: 'Released refunds, for approval',
  refundFile: 'Approved refunds for accounts payable',
  payees: 'Refund addresses',
  payerLetters: 'Letter data, payers',
  patientLetters: 'Letter data, patients',
  evidence: 'A packet for each refund',
  corrections: 'Postings the billing system needs',
  cms838: 'Medicare credit balance report',
  summary: 'Totals, ageing and causes',
  policy: 'Thresholds and deadlines, yours to edit',
  log: 'Who did what, when',
  message: 'What the last ribbon button did',
  keys: 'Hidden list behind the colours',
};

/** "accountKey" or "post_date" as words, for fields without a better name. */
export function fieldWord(field: string): string {
  const words = field
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const DATE = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' });
/** "Mar 4, 2026"; '' when not known. */
export const dayWord = (value: Day): string => (value === 0 ? '' : DATE.format(new Date((value - 25569) * 86_400_000)));

const ISO = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
/** "since 2026-04-04" as "since Apr 4, 2026"; what is no date stays. */
export const datesInWords = (text: string): string => text.replace(ISO, (iso) => dayWord(fromIso(iso) ?? NO_DAY) || iso);

const NUMBER = new Intl.NumberFormat('en-US');
export const count = (value: number): string => NUMBER.format(value);
/** "1 row", "2,000 rows". */
export const counted = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

export function payeeWord(payee: Payee): string {
  if (payee.kind === 'none') return 'Nobody';
  if (payee.kind === 'account') return `Account ${payee.name}`;
  return payee.name || (payee.kind === 'patient' ? 'Patient' : 'Payer');
}

/** The one line under an account in the list: what happened. */
export function headline(credit: Credit): string {
  const [first, ...more] = credit.findings;
  if (!first) return datesInWords(credit.reviewReason) || 'No cause found';
  return more.length === 0 ? CAUSE_WORD[first.cause] : `${CAUSE_WORD[first.cause]}, and ${more.length} more`;
}
