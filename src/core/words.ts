/** The trade's words for classes, causes and resolutions: the pane and the worksheets say the same. Short and plain. */
import type { CauseId, FindingClass, Payee, Resolution } from './credit';

export const CLASS_WORDS: Readonly<Record<FindingClass, string>> = {
  'true-overpayment': 'True overpayment',
  'posting-error': 'Posting error',
  misallocated: 'Misallocated',
  hold: 'Hold',
  'needs-review': 'Needs review',
};

export const CAUSE_WORDS: Readonly<Record<CauseId, string>> = {
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

/** To whom money goes, by name where there is one. */
export function payeeWords({ kind, name }: Payee): string {
  if (kind === 'none') return 'Nobody';
  if (kind === 'account') return `Account ${name}`;
  return name || (kind === 'patient' ? 'Patient' : 'Payer');
}
