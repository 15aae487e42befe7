/** The words people read for the words of the core. Short, the trade's own; classes, causes, resolutions and payees in the words of the worksheets. */
import { OPEN, type Dimension } from '../app/facets';
import type { CauseId, Confidence, Credit, Evidence, FindingClass, LiabilitySource } from '../core/credit';
import { fromIso, NO_DAY, type Day } from '../core/day';
import { CAUSE_WORDS as CAUSE_WORD, CLASS_WORDS as CLASS_WORD } from '../core/words';
import type { Grain, Role } from '../intake/contract';
import type { OwnRole } from '../outputs/edit';

export { CAUSE_WORDS as CAUSE_WORD, CLASS_WORDS as CLASS_WORD, payeeWords as payeeWord, RESOLUTION_WORDS as RESOLUTION_WORD } from '../core/words';

export const CLASSES: readonly FindingClass[] = ['true-overpayment', 'posting-error', 'misallocated', 'hold', 'needs-review'];

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
  if (dimension === 'age') return value === 'unknown' ? 'Age not known' : `${value.replace('-', '\u2013').replace('over', 'Over')} days`;
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

/** The one line under an account in the list: what happened. */
export function headline(credit: Credit): string {
  const [first, ...more] = credit.findings;
  if (!first) return datesInWords(credit.reviewReason) || 'No cause found';
  return more.length === 0 ? CAUSE_WORD[first.cause] : `${CAUSE_WORD[first.cause]}, and ${more.length} more`;
}
