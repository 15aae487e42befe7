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
  return sumKnown([stage.cents('insBalance', row), stage.cents('insBalance2', row), stage.cents('ptBalance', row)]);
}
/** True when some row of the sheet may list a balance. */
export const mayListBalance = (stage: Stage): boolean => stage.has('insBalance2') || listsBalances(stage);

export const listsBalances = (stage: Stage): boolean => ['balance', 'creditBalance', 'insBalance', 'ptBalance'].some((f) => stage.has(f));

/** Writes what a row of a sheet says about an account. */
export type AccountWriter = (row: number, account: number) => void;

/** `rowLevel`: the sheet holds postings, so that only what describes the account counts. Made once a sheet, called once an account. */
export function accountWriter(builder: LedgerBuilder, stage: Stage, rowLevel: boolean): AccountWriter {
  const parts = [...textWriters(builder, stage, rowLevel), ...dayWriters(builder, stage, rowLevel), ...(rowLevel ? [] : moneyWriters(builder, stage))];
  return (row, account) => {
    for (const write of parts) write(row, account);
  };
}

const describes = (field: string, rowLevel: boolean): boolean => !(rowLevel && ROW_FIELDS.has(field));

function textWriters(builder: LedgerBuilder, stage: Stage, rowLevel: boolean): AccountWriter[] {
  const columns = TEXTS.flatMap(([field, column]): AccountWriter[] => {
    const ids = describes(field, rowLevel) ? stage.ids(field) : null;
    return ids === null ? [] : [(row, account) => builder.setAccountTextId(account, column, ids.get(row))];
  });
  return stage.has('lastName') || stage.has('firstName')
    ? [...columns, (row, account) => builder.setAccountText(account, 'patient', nameOf(stage, row))]
    : columns;
}

const nameOf = (stage: Stage, row: number): string => [stage.text('lastName', row), stage.text('firstName', row)].filter((part) => part !== '').join(', ');

function dayWriters(builder: LedgerBuilder, stage: Stage, rowLevel: boolean): AccountWriter[] {
  return DAYS.flatMap(([field, column]): AccountWriter[] => {
    const days = describes(field, rowLevel) ? stage.days(field) : null;
    return days === null ? [] : [(row, account) => builder.setAccountDay(account, column, Math.max(0, days.get(row)))];
  });
}

function moneyWriters(builder: LedgerBuilder, stage: Stage): AccountWriter[] {
  const columns = MONEY.flatMap(([field, column]): AccountWriter[] => {
    const amounts = stage.amounts(field);
    return amounts === null ? [] : [(row, account) => setMoney(builder, account, column, amounts.get(row))];
  });
  const insurance = [stage.amounts('insBalance'), stage.amounts('insBalance2')].filter((amounts) => amounts !== null);
  if (insurance.length === 0) return columns;
  return [...columns, (row, account) => setMoney(builder, account, 'insBalance', sumKnown(insurance.map((amounts) => amounts.get(row))))];
}

function setMoney(builder: LedgerBuilder, account: number, column: AccountMoney, cents: number): void {
  if (!Number.isNaN(cents)) builder.setAccountMoney(account, column, cents);
}

/** Sum of the amounts that are given; NaN when none is. */
const sumKnown = (amounts: readonly number[]): number =>
  amounts.every(Number.isNaN) ? Number.NaN : amounts.reduce((sum, cents) => sum + (Number.isNaN(cents) ? 0 : cents), 0);

/** Tells the payer book about the payers of a row. */
export type PayerSeer = (row: number) => void;
export function payerSeer(stage: Stage, book: PayerBook): PayerSeer {
  const [payer, payer2, payer3] = (['payer', 'payer2', 'payer3'] as const).map((field) => stage.ids(field));
  const finClass = stage.has('finClass');
  return (row) => {
    const key = book.see(payer === null ? '' : stage.text('payer', row));
    book.see(payer2 === null ? '' : stage.text('payer2', row));
    book.see(payer3 === null ? '' : stage.text('payer3', row));
    if (finClass) book.seeClass(key, stage.text('finClass', row));
  };
}
