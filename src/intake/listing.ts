/** The accounts sheet: keys, listed balances with their sign settled, and what is known of each account (domain.md 1.2; P18). */
import type { AccountDay, AccountMoney, AccountText } from '../core/ledger';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Stage } from './stage';
import type { PayerBook } from './payers';

const TEXTS: readonly (readonly [string, AccountText])[] = [
  ['patient', 'patient'],
  ['mrn', 'mrn'],
  ['guarantor', 'guarantor'],
  ['guarantorName', 'guarantorName'],
  ['patientType', 'patientType'],
  ['finClass', 'finClass'],
  ['payer', 'payer1'],
  ['payer2', 'payer2'],
  ['payer3', 'payer3'],
  ['plan', 'plan'],
  ['memberId', 'memberId'],
  ['groupNo', 'groupNo'],
  ['txStatus', 'status'],
  ['status', 'status'],
  ['claimStatus', 'claimStatus'],
  ['state', 'state'],
  ['zip', 'zip'],
  ['address', 'address'],
  ['flags', 'flags'],
  ['npi', 'npi'],
  ['tin', 'tin'],
  ['planType', 'planType'],
  ['qmb', 'qmb'],
  ['accident', 'accident'],
  ['drg', 'drg'],
  ['typeOfBill', 'typeOfBill'],
  ['claim', 'claim'],
];
const MONEY: readonly (readonly [string, AccountMoney])[] = [
  ['charge', 'charges'],
  ['payment', 'payments'],
  ['insPayment', 'insPayments'],
  ['ptPayment', 'ptPayments'],
  ['adjustment', 'adjustments'],
  ['ptBalance', 'ptBalance'],
  ['badDebtBalance', 'badDebtBalance'],
  ['expected', 'expected'],
  ['allowed', 'expected'],
  ['unapplied', 'unapplied'],
  ['patientResp', 'patientResp'],
];
const DAYS: readonly (readonly [string, AccountDay])[] = [
  ['dob', 'dob'],
  ['serviceDay', 'serviceFrom'],
  ['serviceTo', 'serviceTo'],
  ['lastPaymentDay', 'lastPaymentDay'],
  ['lastBillDay', 'lastBillDay'],
  ['coverageAdded', 'coverageAdded'],
  ['coverageFrom', 'coverageFrom'],
  ['coverageTo', 'coverageTo'],
  ['badDebtDay', 'badDebtDay'],
  ['charityDay', 'charityDay'],
  ['firstBillDay', 'firstBillDay'],
];
/** On a sheet of postings these describe the row, not the account. */
const ROW_FIELDS: ReadonlySet<string> = new Set([
  'txStatus',
  'serviceDay',
  'serviceTo',
  'charge',
  'payment',
  'insPayment',
  'ptPayment',
  'adjustment',
  'allowed',
  'expected',
  'patientResp',
  'payer',
  'claim',
  'claimStatus',
  'balance',
  'unapplied',
]);

/** Balance of a listing row in cents before its sign is settled; NaN when the row lists none. */
export function listedBalance(stage: Stage, row: number): number {
  const balance = stage.cents('balance', row);
  const credit = stage.cents('creditBalance', row);
  if (!Number.isNaN(balance) && (balance !== 0 || Number.isNaN(credit) || credit === 0)) return balance;
  if (!Number.isNaN(credit)) return credit === 0 ? (Number.isNaN(balance) ? 0 : balance) : -Math.abs(credit);
  const parts = [stage.cents('insBalance', row), stage.cents('insBalance2', row), stage.cents('ptBalance', row)];
  return parts.every(Number.isNaN) ? Number.NaN : parts.reduce((sum, part) => sum + (part || 0), 0);
}

export const listsBalances = (stage: Stage): boolean => ['balance', 'creditBalance', 'insBalance', 'ptBalance'].some((f) => stage.has(f));

/** Writes what a row says about an account. `rowLevel`: the sheet holds postings, so that only what describes the account counts. */
export function describeAccount(builder: LedgerBuilder, stage: Stage, row: number, account: number, rowLevel: boolean): void {
  const counts = (field: string): boolean => stage.has(field) && !(rowLevel && ROW_FIELDS.has(field));
  for (const [field, column] of TEXTS) if (counts(field)) builder.setAccountText(account, column, stage.text(field, row));
  const name = [stage.text('lastName', row), stage.text('firstName', row)].filter((part) => part !== '').join(', ');
  if (name !== '') builder.setAccountText(account, 'patient', name);
  for (const [field, column] of DAYS) if (counts(field) && stage.day(field, row) > 0) builder.setAccountDay(account, column, stage.day(field, row));
  if (rowLevel) return;
  for (const [field, column] of MONEY) if (!Number.isNaN(stage.cents(field, row))) builder.setAccountMoney(account, column, stage.cents(field, row));
  const insurance = [stage.cents('insBalance', row), stage.cents('insBalance2', row)];
  if (!insurance.every(Number.isNaN)) builder.setAccountMoney(account, 'insBalance', (insurance[0] || 0) + (insurance[1] || 0));
}

/** Tells the payer book about a row's payers. */
export function seePayers(stage: Stage, row: number, book: PayerBook): void {
  const key = book.see(stage.text('payer', row));
  book.see(stage.text('payer2', row));
  book.see(stage.text('payer3', row));
  if (stage.has('finClass')) book.seeClass(key, stage.text('finClass', row));
}
