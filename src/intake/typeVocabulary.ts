/**
 * What billing systems call their postings, as data (domain.md 1.4; exports.md 1 and hazards 3 and 16). Phrases are matched as whole words in
 * normalised text, rules in order: the first that fits wins, so the narrow ones stand first. `not` takes a rule back. The Credit policy sheet's code
 * map comes before all of this.
 */
import { Kind } from '../core/ledger';

export interface TypeRule {
  readonly kind: Kind;
  readonly any: readonly string[];
  /** One of these must stand there too. */
  readonly and?: readonly string[];
  readonly not?: readonly string[];
  /** Too wide to be the last word: description, method or comment may say more. */
  readonly generic?: true;
  /** For transfers whose words give the direction: +1 into, −1 out of the row's bucket. */
  readonly direction?: 1 | -1;
}

const PAY = ['payment', 'payments', 'pmt', 'pmts', 'pymt', 'pay', 'paid', 'receipt', 'check', 'copay', 'eft', 'cash', 'card'];
const ADJ = ['adj', 'adjust', 'adjustment', 'adjustments', 'write off', 'writeoff', 'wo', 'w o', 'allowance', 'contractual', 'discount', 'charity', 'bad debt'];
const UNDO = ['reversal', 'reversed', 'reverse', 'rev', 'rvrsl', 'void', 'voided', 'undo', 'correction', 'corrected', 'cancel', 'cancelled', 'canceled', 'backout', 'back out', 'reinstate', 'reinstated', 'reinstatement', 'rescind'];

export const TYPE_RULES: readonly TypeRule[] = [
  { kind: Kind.Refund, any: ['refund', 'refunds', 'refunded', 'rfnd', 'rfd', 'refund check', 'ref'] },
  { kind: Kind.Charge, any: ['finance charge', 'late fee', 'interest charge', 'nsf fee', 'returned check fee', 'service fee'], not: UNDO },
  { kind: Kind.Interest, any: ['interest', 'int pmt', 'payer interest', 'interest payment'] },
  { kind: Kind.TransferBucket, any: ['system debit adjustment', 'system debit adj'], direction: 1 },
  { kind: Kind.TransferBucket, any: ['system credit adjustment', 'system credit adj'], direction: -1 },
  { kind: Kind.TransferAccount, any: ['account transfer', 'acct transfer', 'transfer to account', 'transfer from account', 'payment transfer', 'transfer payment', 'xfer acct', 'transfer pmt', 'transfer to acct', 'transfer from acct'] },
  { kind: Kind.TransferBucket, any: ['transfer in', 'transferin', 'xfer in', 'transfers in', 'tfr in'], direction: 1 },
  { kind: Kind.TransferBucket, any: ['transfer out', 'transferout', 'xfer out', 'transfers out', 'tfr out'], direction: -1 },
  { kind: Kind.TransferBucket, any: ['transfer', 'transfers', 'xfer', 'xfr', 'tfr', 'trf', 'responsibility change', 'next responsible party', 'bucket move', 'move balance', 'balance forward to patient', 'roll to patient', 'transferred'] },
  { kind: Kind.Takeback, any: ['takeback', 'take back', 'takebacks', 'take backs', 'recoup', 'recouped', 'recoupment', 'recoupments', 'overpayment recovery', 'payer recovery', 'offset', 'forwarding balance', 'retraction', 'ins recovery'] },
  { kind: Kind.ChargeCredit, any: UNDO, and: ['charge', 'charges', 'chg'], not: [...PAY, ...ADJ, 'chargeback'] },
  { kind: Kind.ChargeCredit, any: ['charge credit', 'late credit', 'credit charge', 'chg credit', 'charge cr', 'chargecredit', 'charge removal', 'negative charge'] },
  { kind: Kind.AdjustmentReversal, any: UNDO, and: ADJ, not: ['payment', 'payments', 'pmt', 'pymt'] },
  { kind: Kind.PaymentReversal, any: ['nsf', 'returned check', 'bounced', 'chargeback', 'charge back', 'stop payment', 'insufficient funds', 'dishonored', 'return item', 'returned payment', 'ach return', 'card dispute', 'bad check'] },
  { kind: Kind.PaymentReversal, any: UNDO, and: PAY },
  { kind: Kind.PaymentReversal, any: UNDO, generic: true },
  { kind: Kind.Contractual, any: ['capitation adjustment', 'cap adj', 'capitation write off', 'capitation writeoff', 'capitated adjustment', 'capitated write off'] },
  { kind: Kind.Capitation, any: ['capitation', 'cap payment', 'cap pmt', 'pmpm', 'capitated payment', 'cap check'] },
  { kind: Kind.Sequestration, any: ['sequestration', 'sequester', 'co 253', 'co253', 'seq adj', 'sequest'] },
  { kind: Kind.Payment, any: ['bad debt', 'collection', 'collections', 'agency', 'bd'], and: ['payment', 'payments', 'pmt', 'pymt', 'remit'] },
  { kind: Kind.BadDebt, any: ['bad debt', 'baddebt', 'bd write off', 'bd wo', 'collections', 'collection agency', 'agency placement', 'bad debts', 'bd', 'collection write off', 'sent to collection', 'uncollectible'] },
  { kind: Kind.Charity, any: ['charity', 'financial assistance', 'fap', 'indigent', 'uncompensated care', 'sliding fee', 'sliding scale', 'hardship', 'charity care'] },
  { kind: Kind.SmallBalance, any: ['small balance', 'small bal', 'sm bal', 'sbwo', 'small credit', 'minimum balance', 'small balance write off', 'sm balance', 'tolerance write off', 'low balance'] },
  { kind: Kind.Contractual, any: ['insurance discount', 'ins discount', 'contract discount', 'network discount', 'ppo discount', 'hmo discount', 'provider discount', 'payer discount'] },
  { kind: Kind.SelfPayDiscount, any: ['self pay discount', 'selfpay discount', 'uninsured discount', 'prompt pay discount', 'cash discount', 'prompt pay', 'self pay adj', 'self pay adjustment', 'discount', 'uninsured adj'], not: ['courtesy', 'employee'] },
  {
    kind: Kind.Contractual,
    any: [
      'contractual', 'contractuals', 'contract adj', 'contract adjustment', 'contr', 'contr adj', 'ctr', 'allowance', 'allowances', 'disallowed', 'disallowance', 'co45', 'co 45', 'fee schedule', 'ins adj', 'insurance adj', 'insurance adjustment',
      'ins adjustment', 'insurance write off', 'ins write off', 'ins writeoff', 'insurance writeoff', 'write down', 'writedown', 'medicare adj', 'medicare adjustment', 'medicaid adj', 'medicaid adjustment', 'payer adj', 'payer adjustment', 'contract write off',
      'not allowed', 'ca', 'cont adj', 'payor adj', 'contractual adj', 'contractual adjustment', 'ins wo', 'adj ins',
    ],
  },
  { kind: Kind.AdjustmentReversal, any: ['debit adjustment', 'debit adj', 'adj debit', 'adjustment debit', 'positive adjustment', 'dr adj', 'adj dr', 'debit adjust', 'adjust debit', 'adjustment up', 'balance increase'], generic: true },
  { kind: Kind.WriteOff, any: ['write off', 'writeoff', 'write offs', 'wo', 'w o', 'admin adj', 'administrative', 'administrative adjustment', 'timely filing', 'courtesy', 'professional courtesy', 'employee discount', 'non covered', 'noncovered', 'denial write off', 'no auth', 'sales adjustment'] },
  { kind: Kind.WriteOff, any: ['credit adjustment', 'credit adj', 'adj credit', 'cr adj', 'adj cr', 'credit adjust', 'adjustment credit', 'adjustment', 'adjustments', 'adj', 'adjust', 'adjs', 'a', 'provider reduction', 'deduction'], generic: true },
  { kind: Kind.Deposit, any: ['deposit', 'deposits', 'prepayment', 'prepay', 'pre payment', 'prepaid', 'pre pay', 'advance payment', 'preservice payment', 'pre service payment', 'down payment', 'deposit applied', 'dep', 'advance', 'estimate payment'] },
  { kind: Kind.Payment, any: ['payment', 'payments', 'pmt', 'pmts', 'pymt', 'pymnt', 'pay', 'paid', 'receipt', 'receipts', 'copay', 'co pay', 'copayment', 'remit', 'remittance', 'era', 'lockbox', 'p', 'inspayment', 'ptpayment', 'ins pay', 'pt pay', 'patpay', 'inspay', 'cash receipt', 'unapplied', 'unapplied cash'], generic: true },
  { kind: Kind.Payment, any: ['check', 'cash', 'eft', 'ach', 'credit card', 'debit card', 'visa', 'mastercard', 'amex', 'discover', 'money order', 'cc', 'echeck', 'hsa'], generic: true },
  { kind: Kind.Memo, any: ['memo', 'note', 'statement sent', 'claim billed', 'claim sent', 'info only', 'information', 'informational', 'denial', 'denied', 'comment', 'statement', 'no pay', 'zero pay'] },
  { kind: Kind.Charge, any: ['charge', 'charges', 'chg', 'chgs', 'late charge', 'procedure', 'service', 'billed', 'fee', 'fees', 'sale', 'invoice', 'c', 'supply', 'office visit', 'visit charge', 'room and board', 'new charge', 'debit'] },
  { kind: Kind.Unknown, any: ['credit'], generic: true },
];

/** Words that say whose money it is. */
export const PAYER_WORDS: readonly string[] = ['ins', 'insurance', 'payer', 'payor', 'carrier', 'medicare', 'medicaid', 'third party', 'era', 'primary', 'secondary', 'tertiary', 'ins1', 'ins2', 'inspayment', 'inspay', 'payer1', 'payer2', 'payer3', 'plan', 'tricare', 'bcbs', 'hmo', 'ppo'];
export const PATIENT_WORDS: readonly string[] = ['patient', 'pt', 'pat', 'self', 'selfpay', 'self pay', 'guarantor', 'guar', 'copay', 'co pay', 'copayment', 'client', 'personal', 'family', 'ptpayment', 'patpay', 'coinsurance', 'deductible', 'pos', 'time of service'];

/** Statuses under which a listed payment is no money (exports.md hazard 17), and those that say a row is void. */
export const NOT_PAID_STATUS: readonly string[] = ['pending', 'rejected', 'denied', 'declined', 'failed', 'in process', 'processing', 'unposted', 'not posted', 'suspended', 'on hold', 'hold', 'draft', 'scheduled', 'submitted', 'open batch', 'error', 'expired', 'unverified', 'authorized'];
export const VOID_STATUS: readonly string[] = ['void', 'voided', 'deleted', 'cancelled', 'canceled', 'inactive', 'removed', 'moved to history', 'history', 'replaced'];

/** Sheet names that tell what every row is when there is no type column. */
export const SHEET_TYPES: readonly { readonly words: readonly string[]; readonly type: string }[] = [
  { words: ['nsf', 'bank return', 'bank returns', 'returned items', 'chargebacks', 'returned checks', 'bank returned'], type: 'Bank return' },
  { words: ['payments', 'payment', 'receipts', 'cash posting', 'pmts', 'remits', 'cash', 'paid', 'deposits'], type: 'Payment' },
  { words: ['adjustments', 'adjustment', 'write offs', 'writeoffs', 'adj'], type: 'Adjustment' },
  { words: ['refunds', 'refund'], type: 'Refund' },
  { words: ['charges', 'charge', 'billing', 'chg'], type: 'Charge' },
];
