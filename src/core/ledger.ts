/**
 * The ledger: accounts and transactions as columns, transactions grouped by account with one counting sort, so that a cause sees one
 * account as a slice and nothing is copied (design.md 5). Optional columns that no sheet supplied have length 0: read them with `?? 0`.
 * Text is dictionary-coded; id 0 is the empty text.
 */
import type { Cents } from './money';
import type { Day } from './day';

/** What a posting is, once the billing system's own words and sign are understood (domain.md 1.4). */
export const Kind = {
  Unknown: 0,
  Charge: 1,
  /** A charge taken back after billing, or voided. */
  ChargeCredit: 2,
  /** Money received; the party says from whom. */
  Payment: 3,
  /** A payment undone by our own posting: reversal, NSF, chargeback, void. */
  PaymentReversal: 4,
  /** The payer took money back (negative insurance payment). */
  Takeback: 5,
  /** Money we paid out. */
  Refund: 6,
  /** A deposit or prepayment taken before service; counts as a patient payment. */
  Deposit: 7,
  /** charges - allowed, written off by contract. */
  Contractual: 8,
  Sequestration: 9,
  /** Administrative, denial, courtesy and other write-offs. */
  WriteOff: 10,
  Charity: 11,
  SelfPayDiscount: 12,
  SmallBalance: 13,
  BadDebt: 14,
  /** Raises the balance again: reversal of a write-off, debit adjustment. */
  AdjustmentReversal: 15,
  /** Zero-sum move between payers and patient on one account. */
  TransferBucket: 16,
  /** Zero-sum move between two accounts. */
  TransferAccount: 17,
  /** Interest a payer paid: counts as posted, belongs to interest income. */
  Interest: 18,
  /** Bank returned a check or a card was charged back, listed but not itself a reversal posting (C21). */
  BankReturn: 19,
  /** Capitation money (C18). */
  Capitation: 20,
  /** A note or information row: no effect on the balance. */
  Memo: 21,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export type PartyKind = 'payer' | 'patient' | 'unknown';
/** Payer classes of domain.md 2.1; which of them are federal is policy. */
export type PayerClass =
  | 'medicare'
  | 'medicare-advantage'
  | 'medicaid'
  | 'medicaid-managed'
  | 'chip'
  | 'tricare'
  | 'va'
  | 'fehb'
  | 'commercial'
  | 'workers-comp'
  | 'auto'
  | 'liability'
  | 'self-pay'
  | 'unknown';

/** One payer (after aliases are joined) or the patient. Party 0 is unknown, party 1 is always the patient side. */
export interface Party {
  readonly kind: PartyKind;
  /** The name shown; for the patient side "Patient". */
  readonly name: string;
  /** Every spelling seen in the sheets. */
  readonly aliases: readonly string[];
  readonly payerClass: PayerClass;
  /** True for payers under federal rules: every tolerance one cent, no small balances (domain.md 2.1). */
  readonly federal: boolean;
}
export const UNKNOWN_PARTY = 0;
export const PATIENT_PARTY = 1;

/** Optional text columns of a transaction: ids into `ledger.texts`. */
export const TX_TEXTS = [
  'txnId',
  'typeText',
  'check',
  'claim',
  'icn',
  'line',
  'cpt',
  'method',
  'carc',
  'group',
  'remark',
  'batch',
  'user',
  'comment',
  'reversalOf',
  'status',
  'visit',
  'location',
  'bucketText',
  'payerText',
] as const;
/** Optional money columns of a transaction, in cents; NaN where the cell was blank. From the remittance unless the sheet is ours. */
export const TX_MONEY = ['allowed', 'patientResp', 'billed', 'remitPaid', 'remitContractual', 'checkTotal', 'priorPaid', 'interest'] as const;
/** Optional day columns of a transaction; 0 where unknown. */
export const TX_DAYS = ['postDay', 'serviceDay', 'depositDay'] as const;
export type TxText = (typeof TX_TEXTS)[number];
export type TxMoney = (typeof TX_MONEY)[number];
export type TxDay = (typeof TX_DAYS)[number];

/** Optional text columns of an account. `payer1`…`payer3` are names; their parties are in `payerParty1`…. */
export const ACCOUNT_TEXTS = [
  'facility',
  'patient',
  'mrn',
  'guarantor',
  'guarantorName',
  'patientType',
  'finClass',
  'payer1',
  'payer2',
  'payer3',
  'plan',
  'memberId',
  'groupNo',
  'status',
  'claimStatus',
  'state',
  'zip',
  'address',
  'flags',
  'npi',
  'tin',
  'planType',
  'qmb',
  'accident',
  'drg',
  'typeOfBill',
  'claim',
  // Why its postings are not all known (an unreadable amount, an unknown type, charges not in the file); '' when they are. Such an account is not judged.
  'incomplete',
] as const;
/** Optional money columns of an account, in cents as listed (balance: credit negative); NaN where blank. */
export const ACCOUNT_MONEY = [
  'balance',
  'charges',
  'payments',
  'insPayments',
  'ptPayments',
  'adjustments',
  'insBalance',
  'ptBalance',
  'badDebtBalance',
  'expected',
  'unapplied',
  'patientResp',
] as const;
export const ACCOUNT_DAYS = [
  'dob',
  'serviceFrom',
  'serviceTo',
  'lastPaymentDay',
  'lastBillDay',
  'coverageAdded',
  'coverageFrom',
  'coverageTo',
  'badDebtDay',
  'charityDay',
  'firstBillDay',
] as const;
export type AccountText = (typeof ACCOUNT_TEXTS)[number];
export type AccountMoney = (typeof ACCOUNT_MONEY)[number];
export type AccountDay = (typeof ACCOUNT_DAYS)[number];

export interface Transactions {
  readonly count: number;
  /** Account index of each transaction. */
  readonly account: Int32Array;
  readonly kind: Uint8Array;
  /** Effect on the balance in cents: positive raises what is owed to the provider (charge +, payment −). */
  readonly effect: Float64Array;
  /** Index into `ledger.parties`. */
  readonly party: Uint16Array;
  /** Index into `ledger.sheets` and 1-based row as Excel shows it. */
  readonly sheet: Uint8Array;
  readonly row: Int32Array;
  readonly text: Readonly<Record<TxText, Int32Array>>;
  readonly money: Readonly<Record<TxMoney, Float64Array>>;
  readonly day: Readonly<Record<TxDay, Int32Array>>;
}

export interface Accounts {
  readonly count: number;
  /** The key exactly as the cell shows it (text id). */
  readonly key: Int32Array;
  readonly sheet: Uint8Array;
  /** 1-based row on the accounts sheet; 0 when the account is known from transactions only. */
  readonly row: Int32Array;
  readonly payerParty: readonly [Uint16Array, Uint16Array, Uint16Array];
  readonly text: Readonly<Record<AccountText, Int32Array>>;
  readonly money: Readonly<Record<AccountMoney, Float64Array>>;
  readonly day: Readonly<Record<AccountDay, Int32Array>>;
}

/** One claim (or provider-level line) of a remittance, from an 835 or from a remittance sheet. Money in cents, NaN where not given. */
export interface Remittance {
  /** Account index, −1 when the remittance names no account we have. */
  readonly account: number;
  readonly party: number;
  readonly claim: string;
  readonly icn: string;
  /** CLP02: 1 primary, 2 secondary, 3 tertiary, 4 denied, 19–21 forwarded, 22 reversal; 0 unknown. */
  readonly status: number;
  readonly check: string;
  readonly day: Day;
  readonly billed: number;
  readonly paid: number;
  readonly patientResp: number;
  readonly allowed: number;
  readonly contractual: number;
  readonly sequestration: number;
  readonly priorPaid: number;
  readonly interest: number;
  readonly otherReductions: number;
  readonly codes: readonly string[];
  /** PLB code (WO, FB, 72, L6, CS, J1, IR) when this is a provider-level line; its amount is in `paid` with the PLB's own sign inverted (negative = payer kept money). */
  readonly plb: string;
  readonly sheet: number;
  readonly row: number;
}

/** A row of an accounts-payable or refund register beside the ledger (C20, V06). */
export interface RegisterRow {
  readonly account: number;
  readonly payee: string;
  readonly cents: Cents;
  readonly day: Day;
  readonly check: string;
  readonly status: string;
  readonly sheet: number;
  readonly row: number;
}

export interface Ledger {
  /** Names of the sheets the rows came from. */
  readonly sheets: readonly string[];
  /** Dictionary of all text; texts[0] is "". */
  readonly texts: readonly string[];
  readonly parties: readonly Party[];
  readonly accounts: Accounts;
  readonly tx: Transactions;
  /** Transactions of account a are order[start[a]] … order[start[a+1]−1], in day order, ties by sheet and row. */
  readonly start: Int32Array;
  readonly order: Int32Array;
  readonly remittances: readonly Remittance[];
  readonly register: readonly RegisterRow[];
  /** True when an accounts sheet was read (balances listed independently of the transactions). */
  readonly hasListing: boolean;
}

/** True when some sheet supplied this optional column. */
export const hasTx = (ledger: Ledger, column: TxText | TxMoney | TxDay): boolean =>
  (
    (ledger.tx.text as Record<string, { length: number }>)[column] ??
    (ledger.tx.money as Record<string, { length: number }>)[column] ??
    (ledger.tx.day as Record<string, { length: number }>)[column] ?? { length: 0 }
  ).length > 0;
