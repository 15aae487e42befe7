/**
 * Default code map: the words of domain.md 1.4 and their common spellings, by the kind of posting. Only words whose meaning does not
 * depend on the system; everything else is intake's to decide and a person's to add.
 */
import type { Kind } from '../ledger';
import type { PolicyRow } from './policy';
import { normalKey } from './normalise';
import { policyRow } from './rows';

export type KindName = keyof typeof Kind;

const CODES: readonly (readonly [KindName, readonly string[]])[] = [
  ['Charge', ['CHARGE', 'CHARGES', 'CHG', 'LATE CHARGE']],
  ['ChargeCredit', ['CHARGE_CREDIT', 'CHARGE VOID', 'VOID CHARGE', 'VOIDED CHARGE', 'CHARGE REVERSAL', 'LATE CREDIT', 'CHARGE CORRECTION CREDIT']],
  [
    'Payment',
    [
      'PAYMENT',
      'PMT',
      'PYMT',
      'PAYMENT_INS',
      'PAYMENT_PT',
      'INSURANCE PAYMENT',
      'INS PAYMENT',
      'INS PMT',
      'PATIENT PAYMENT',
      'PT PAYMENT',
      'PT PMT',
      'SELF PAY PAYMENT',
      'COPAY PAYMENT',
    ],
  ],
  ['Deposit', ['DEPOSIT', 'DEPOSIT_APPLIED', 'PREPAYMENT', 'PRE PAYMENT', 'POS DEPOSIT', 'PATIENT DEPOSIT']],
  ['PaymentReversal', ['PAYMENT_REVERSAL', 'PMT REVERSAL', 'REVERSE PAYMENT', 'VOID PAYMENT', 'NSF', 'NSF REVERSAL', 'CHARGEBACK', 'CHARGE BACK REVERSAL']],
  ['Takeback', ['TAKEBACK', 'TAKE BACK', 'RECOUPMENT', 'RECOUP', 'INSURANCE TAKEBACK', 'PAYER TAKEBACK', 'INS RECOUPMENT', 'PAYER RECOUPMENT']],
  ['Refund', ['REFUND', 'REFUND_INS', 'REFUND_PT', 'INSURANCE REFUND', 'PATIENT REFUND', 'INS REFUND', 'PT REFUND', 'REFUND VOID', 'VOID REFUND']],
  ['Contractual', ['CONTRACTUAL', 'CONTRACTUAL ADJUSTMENT', 'CONTRACTUAL ADJ', 'CONTRACTUAL ALLOWANCE', 'CONTRACTUAL WRITE OFF', 'CONTR ADJ', 'CO 45', 'CO45']],
  ['Sequestration', ['SEQUESTRATION', 'SEQUESTRATION ADJUSTMENT', 'SEQUESTER', 'CO 253', 'CO253']],
  [
    'WriteOff',
    [
      'ADMIN',
      'ADMIN WRITE OFF',
      'ADMINISTRATIVE WRITE OFF',
      'ADMINISTRATIVE ADJUSTMENT',
      'WRITE OFF',
      'WRITEOFF',
      'DENIAL WRITE OFF',
      'TIMELY FILING WRITE OFF',
      'COURTESY ADJUSTMENT',
    ],
  ],
  ['Charity', ['CHARITY', 'CHARITY CARE', 'CHARITY ADJUSTMENT', 'FINANCIAL ASSISTANCE', 'FINANCIAL ASSISTANCE ADJUSTMENT']],
  ['SelfPayDiscount', ['SELF-PAY DISCOUNT', 'SELFPAY DISCOUNT', 'UNINSURED DISCOUNT', 'PROMPT PAY DISCOUNT']],
  ['SmallBalance', ['SMALL_BAL_WO', 'SMALL BALANCE', 'SMALL BALANCE WRITE OFF', 'SMALL BALANCE ADJUSTMENT']],
  ['BadDebt', ['BAD_DEBT_WO', 'BAD DEBT', 'BAD DEBT WRITE OFF', 'BAD DEBT ADJUSTMENT', 'BAD DEBT TRANSFER']],
  [
    'AdjustmentReversal',
    [
      'ADJUSTMENT REVERSAL',
      'REVERSE ADJUSTMENT',
      'ADJ REVERSAL',
      'WRITE OFF REVERSAL',
      'BAD DEBT RECALL',
      'BAD DEBT REVERSAL',
      'SMALL CREDIT WRITE OFF',
      'CONTRACTUAL REVERSAL',
    ],
  ],
  [
    'TransferBucket',
    ['TRANSFER_BUCKET', 'TRANSFER TO PATIENT', 'TRANSFER TO INSURANCE', 'BUCKET TRANSFER', 'RESPONSIBILITY TRANSFER', 'TRANSFER OF RESPONSIBILITY'],
  ],
  ['TransferAccount', ['TRANSFER_ACCOUNT', 'ACCOUNT TRANSFER', 'TRANSFER BETWEEN ACCOUNTS', 'PAYMENT TRANSFER']],
  ['Interest', ['INTEREST', 'INTEREST PAYMENT', 'PAYER INTEREST']],
  ['BankReturn', ['BANK RETURN', 'RETURNED CHECK NOTICE', 'BANK RETURN NOTICE']],
  ['Capitation', ['CAPITATION', 'CAPITATION PAYMENT', 'CAP PAYMENT']],
  ['Memo', ['MEMO', 'NOTE', 'COMMENT', 'STATEMENT SENT', 'INFORMATION']],
];

export const CODE_ROWS: readonly PolicyRow[] = CODES.flatMap(([kind, words]) =>
  words.map((word) => policyRow(`K-${word.replace(/[ _]/g, '-')}`, 'CODE_MAP', normalKey(word), kind, { citation: 'domain.md 1.4' })),
);
