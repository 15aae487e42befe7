/** What a table holds, told by its columns and values, not by its place or name alone (design.md 9: accounts, transactions, mixed, remittance, register). */
import type { Role } from './contract';
import type { Profile } from './profile';
import { normaliseWords } from './types';
import { SHEET_TYPES } from './typeVocabulary';

/** The facts about a table that decide its role. */
export interface TableFacts {
  readonly sheet: string;
  readonly fields: ReadonlySet<string>;
  /** Profile of the column of a field. */
  profile(field: string): Profile | null;
}

export const KEYS = ['account', 'claim', 'visit', 'mrn', 'patient', 'guarantor', 'guarantorName'] as const;
const WIDE = [
  'charge',
  'lineCharge',
  'payment',
  'linePaid',
  'insPayment',
  'ptPayment',
  'adjustment',
  'lineAdj',
  'contractual',
  'writeoff',
  'badDebt',
  'discount',
  'refund',
  'insRefund',
  'takeback',
  'reversal',
  'transfer',
  'transferIn',
  'transferOut',
] as const;
const BALANCES = ['balance', 'insBalance', 'ptBalance', 'creditBalance', 'badDebtBalance', 'insBalance2'];
const REMIT = [
  'icn',
  'claimStatus',
  'carc',
  'group',
  'patientResp',
  'allowed',
  'deductible',
  'coinsurance',
  'remitPaid',
  'remitBilled',
  'remitContractual',
  'plb',
  'plbAmount',
  'checkTotal',
  'remark',
  'sequestration',
  'priorPaid',
];
const ATTRIBUTES = [
  'payer',
  'payer2',
  'plan',
  'finClass',
  'status',
  'coverageFrom',
  'coverageTo',
  'coverageAdded',
  'qmb',
  'flags',
  'dob',
  'memberId',
  'state',
  'patient',
  'guarantorName',
  'accident',
  'drg',
  'planType',
  'expected',
  'charityDay',
  'badDebtDay',
  'claimStatus',
  'address',
];

export const WIDE_COLUMNS: readonly string[] = WIDE;
const some = (facts: TableFacts, fields: readonly string[]): number => fields.filter((f) => facts.fields.has(f)).length;
const named = (facts: TableFacts, words: RegExp): boolean => words.test(` ${normaliseWords(facts.sheet)} `);

/** The type every row has when the sheet's name says it ("Payments"); '' when it does not. */
export function typeOfSheetName(sheet: string): string {
  const words = ` ${normaliseWords(sheet)} `;
  return SHEET_TYPES.find((entry) => entry.words.some((word) => words.includes(` ${word} `)))?.type ?? '';
}

/** Share of distinct values of the key column among its filled cells; 1 = never repeated. */
function keyIsUnique(facts: TableFacts): boolean {
  const key = KEYS.find((field) => facts.fields.has(field));
  const profile = key === undefined ? null : facts.profile(key);
  return profile !== null && profile.filled > profile.blank && profile.distinct >= profile.filled * 0.95;
}

const typed = (facts: TableFacts): boolean =>
  ['type', 'code', 'drcr', 'method'].some((f) => facts.fields.has(f) && (f !== 'method' || (facts.profile('method')?.types ?? 0) > 0.5)) ||
  (facts.profile('description')?.types ?? 0) > 0.5;
const hasKey = (facts: TableFacts): boolean => some(facts, KEYS) > 0;

/** Role and the reason in words. `ledgerElsewhere`: another sheet already holds postings. */
export function roleOf(facts: TableFacts, ledgerElsewhere: boolean): { readonly role: Role; readonly why: string } {
  const amounts = some(facts, ['amount', 'debit', 'credit']);
  const wide = some(facts, WIDE);
  const balances = some(facts, BALANCES);
  const isTyped = typed(facts);
  const money = amounts + wide + balances;
  if (!hasKey(facts) && !(facts.fields.has('icn') && some(facts, REMIT) >= 2) && !facts.fields.has('payee'))
    return { role: 'ignored', why: 'No column names an account, claim, visit or patient.' };
  if (facts.fields.has('icn') && facts.fields.has('adjustment') && some(facts, ['carc', 'group']) > 0 && wide === 1 && amounts + balances === 0 && !isTyped)
    return { role: 'ignored', why: 'Adjustments of a remittance line by line; their claims are on another sheet.' };
  if (isRegister(facts, isTyped, wide)) return { role: 'register', why: 'Payees, checks and amounts of money paid out.' };
  if (isRemittance(facts, isTyped, balances, ledgerElsewhere))
    return { role: 'remittance', why: 'What payers said: allowed amounts, reason codes or claim status, without postings of ours.' };
  if (amounts > 0 && (isTyped || facts.fields.has('debit'))) return ledgerRole(facts, balances);
  if (wide > 0 && isTyped && ((facts.profile('type')?.types ?? 0) > 0.6 || !keyIsUnique(facts) || balances === 0)) return ledgerRole(facts, balances);
  if (balances > 0 && keyIsUnique(facts)) return { role: 'accounts', why: 'One row an account, with a balance.' };
  if (amounts + wide > 0 && !keyIsUnique(facts)) return ledgerRole(facts, balances);
  if (
    amounts + wide > 0 &&
    (typeOfSheetName(facts.sheet) !== '' ||
      (amounts > 0 && some(facts, ['postDay', 'depositDay', 'check']) > 0) ||
      some(facts, ['check', 'depositDay', 'cpt', 'line']) > 0) &&
    balances === 0
  )
    return ledgerRole(facts, balances);
  if (balances > 0 || wide >= 2) return { role: 'accounts', why: 'Accounts with totals.' };
  if (amounts > 0)
    return named(facts, /\b(credit|overpay|balance)/) ? { role: 'accounts', why: 'A list of accounts with one amount each.' } : ledgerRole(facts, balances);
  if (money === 0 && some(facts, ATTRIBUTES) >= 1 && ledgerElsewhere) return { role: 'accounts', why: 'What is known about accounts, without amounts.' };
  return { role: 'ignored', why: money === 0 ? 'No column holds amounts.' : 'Neither accounts nor postings.' };
}

function ledgerRole(facts: TableFacts, balances: number): { readonly role: Role; readonly why: string } {
  const listing = balances > 0 && some(facts, ['payer', 'patient', 'finClass', 'status']) > 0;
  return {
    role: listing && facts.fields.has('balance') ? 'mixed' : 'transactions',
    why: listing ? 'Postings, with the account beside each.' : 'Postings: an account, a kind or column of amount, and amounts.',
  };
}

function isRegister(facts: TableFacts, isTyped: boolean, wide: number): boolean {
  if (facts.fields.has('charge') || facts.fields.has('balance') || some(facts, ['debit', 'insPayment', 'contractual']) > 0) return false;
  const amount = some(facts, ['amount', 'refund', 'payment', 'checkTotal']) > 0;
  const name = named(facts, /\b(refund|ap|a p|accounts payable|register|disbursement|check log|payables)\b/);
  const paysOut = facts.fields.has('payee');
  return (
    amount &&
    !(isTyped && wide > 1) &&
    ((paysOut && (name || facts.fields.has('check') || facts.fields.has('txStatus'))) ||
      (name && facts.fields.has('check') && named(facts, /\b(register|ap|log|payable|disbursement)\b/)))
  );
}

function isRemittance(facts: TableFacts, isTyped: boolean, balances: number, ledgerElsewhere: boolean): boolean {
  const signs = some(facts, REMIT);
  const paid = some(facts, ['payment', 'linePaid', 'remitPaid', 'insPayment', 'plbAmount', 'amount']) > 0;
  const name = named(facts, /\b(remit|remits|remittance|remittances|835|era|eras|eob|eobs)\b/);
  if (!paid || balances > 0) return false;
  if (name && signs >= 1 && (!isTyped || signs >= 3)) return true;
  return !isTyped && signs >= 3 && (ledgerElsewhere || facts.fields.has('icn') || facts.fields.has('claimStatus'));
}
