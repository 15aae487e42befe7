/** The trade's words as a worksheet shows them. */
import type { CheckResult, Finding, FindingClass, Resolution } from '../core/credit';

export const CLASS_WORDS: Readonly<Record<FindingClass, string>> = {
  'true-overpayment': 'True overpayment',
  'posting-error': 'Posting error',
  misallocated: 'Misallocated',
  hold: 'Hold',
  'needs-review': 'Needs review',
};

export const RESOLUTION_WORDS: Readonly<Record<Resolution, string>> = {
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

export function owedToWords(finding: Pick<Finding, 'owedTo'>): string {
  const { kind, name } = finding.owedTo;
  if (kind === 'none') return 'Nobody';
  if (kind === 'account') return `Account ${name}`;
  return name === '' ? (kind === 'patient' ? 'Patient' : 'Payer') : name;
}

/** "V06 blocks: …; V11 warns: …; not testable: V03, V04": blocks first; why a check is not testable stands in the pane and the JSON. */
export function checksWords(checks: readonly CheckResult[]): string {
  const open = checks.filter((check) => check.cleared === undefined);
  const failed = open
    .filter((check) => check.result === 'fail')
    .toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn') || (a.id < b.id ? -1 : 1))
    .map((check) => `${check.id} ${check.severity === 'block' ? 'blocks' : 'warns'}: ${check.message}`);
  const untested = open.filter((check) => check.result === 'notTestable').map((check) => check.id);
  const cleared = checks.filter((check) => check.cleared !== undefined).map((check) => check.id);
  const listed = (word: string, ids: string[]): string[] => (ids.length > 0 ? [`${word}: ${ids.toSorted().join(', ')}`] : []);
  return [...failed, ...listed('not testable', untested), ...listed('cleared by a person', cleared)].join('; ');
}
