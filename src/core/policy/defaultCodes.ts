/**
 * Default code map: the words of domain.md 1.4 and their common spellings, by the kind of posting. The map is
 * asked before intake's own words and ends the question, so only words that mean one thing everywhere stand here; "PAYMENT" or
 * "ADJUSTMENT" would hide what description and comment say.
 */
import type { Kind } from '../ledger';
import type { PolicyRow } from './policy';
import { normalKey } from './normalise';
import { policyRow } from './rows';

export type KindName = keyof typeof Kind;

const CODES: readonly (readonly [KindName, readonly string[]])[] = [
  ['ChargeCredit', ['CHARGE_CREDIT', 'CHARGE VOID', 'VOID CHARGE', 'LATE CREDIT']],
  ['Payment', ['PAYMENT_INS', 'PAYMENT_PT', 'INS PMT', 'PT PMT']],
  ['Deposit', ['DEPOSIT_APPLIED', 'PREPAYMENT', 'POS DEPOSIT', 'PATIENT DEPOSIT']],
  ['PaymentReversal', ['PAYMENT_REVERSAL', 'PMT REVERSAL', 'NSF REVERSAL', 'CHARGEBACK']],
  ['Takeback', ['TAKEBACK', 'RECOUPMENT', 'INSURANCE TAKEBACK', 'PAYER RECOUPMENT']],
  ['Refund', ['REFUND_INS', 'REFUND_PT', 'REFUND VOID']],
  ['Contractual', ['CONTRACTUAL', 'CONTRACTUAL ADJUSTMENT', 'CONTRACTUAL ALLOWANCE', 'CO 45', 'CO45']],
  ['Sequestration', ['SEQUESTRATION', 'CO 253', 'CO253']],
  ['Charity', ['CHARITY', 'CHARITY CARE', 'FINANCIAL ASSISTANCE']],
  ['SelfPayDiscount', ['SELF-PAY DISCOUNT', 'UNINSURED DISCOUNT', 'PROMPT PAY DISCOUNT']],
  ['SmallBalance', ['SMALL_BAL_WO', 'SMALL BALANCE WRITE OFF']],
  ['BadDebt', ['BAD_DEBT_WO', 'BAD DEBT WRITE OFF']],
  ['AdjustmentReversal', ['BAD DEBT RECALL', 'BAD DEBT REVERSAL', 'CONTRACTUAL REVERSAL', 'ADJUSTMENT REVERSAL']],
  ['BankReturn', ['BANK RETURN', 'RETURNED CHECK NOTICE']],
];

export const CODE_ROWS: readonly PolicyRow[] = CODES.flatMap(([kind, words]) =>
  words.map((word) => policyRow(`K-${word.replace(/[ _]/g, '-')}`, 'CODE_MAP', normalKey(word), kind, { citation: 'domain.md 1.4' })),
);
