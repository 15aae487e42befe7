/** Reads small sheets and shows a ledger's control totals the way a biller states them: decimal text, by hand. */
import { fromIso } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import { Kind } from '../../src/core/ledger';
import type { Ledger } from '../../src/core/ledger';
import { cents, toDecimalText } from '../../src/core/money';
import { policyFrom } from '../../src/core/policy/load';
import type { CellValue, Grain, Reading } from '../../src/intake/contract';
import { readSheets } from '../../src/intake/readSheets';
import type { WholeSheet } from '../../src/intake/readSheets';

export const AS_OF = fromIso('2026-11-30') as Day;
export const POLICY = policyFrom([], AS_OF).policy;

export type Rows = readonly (readonly CellValue[])[];
export interface Options {
  readonly grain?: Grain;
  readonly corrections?: Readonly<Record<string, string>>;
}

/** Named sheets, read with the default policy. */
export const readBook = (book: Readonly<Record<string, Rows>>, options: Options = {}): Reading =>
  readWhole(
    Object.entries(book).map(([name, values]) => ({ name, values })),
    options,
  );
export const readWhole = (sheets: readonly WholeSheet[], options: Options = {}): Reading => readSheets(sheets, { policy: POLICY, ...options });

/** Cells written as text, one row a line, cells apart by "|"; numbers stand as numbers when they look like one and `text` is not asked. */
export const table = (lines: string, asText = false): Rows =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => (asText || !/^-?\d+(\.\d+)?$/.test(cell.trim()) || /^0\d/.test(cell.trim()) ? cell.trim() : Number(cell))));

const CHARGES: readonly Kind[] = [Kind.Charge, Kind.ChargeCredit];
const PAYMENTS: readonly Kind[] = [Kind.Payment, Kind.PaymentReversal, Kind.Takeback, Kind.Deposit, Kind.Interest, Kind.Capitation];
const NEUTRAL: readonly Kind[] = [Kind.Memo, Kind.BankReturn, Kind.TransferBucket, Kind.TransferAccount, Kind.Unknown];

/** Control totals as design.md 9 defines them: charges − payments − adjustments + refunds = balance. */
export function totals(ledger: Ledger): { charges: string; payments: string; adjustments: string; refunds: string } {
  const sum = { charges: 0, payments: 0, adjustments: 0, refunds: 0 };
  for (let i = 0; i < ledger.tx.count; i++) {
    const kind = ledger.tx.kind[i] as Kind;
    const effect = ledger.tx.effect[i] as number;
    if (CHARGES.includes(kind)) sum.charges += effect;
    else if (PAYMENTS.includes(kind)) sum.payments -= effect;
    else if (kind === Kind.Refund) sum.refunds += effect;
    else if (!NEUTRAL.includes(kind)) sum.adjustments -= effect;
  }
  const text = (value: number): string => toDecimalText(cents(value));
  return { charges: text(sum.charges), payments: text(sum.payments), adjustments: text(sum.adjustments), refunds: text(sum.refunds) };
}

/** Sum of effects by account key, facility before it when there is one. */
export function balances(ledger: Ledger): Record<string, string> {
  const found: Record<string, string> = {};
  for (let account = 0; account < ledger.accounts.count; account++) {
    let sum = 0;
    for (let at = ledger.start[account] as number; at < (ledger.start[account + 1] as number); at++)
      sum += ledger.tx.effect[ledger.order[at] as number] as number;
    const facility = ledger.texts[ledger.accounts.text.facility[account] ?? 0] ?? '';
    const key = ledger.texts[ledger.accounts.key[account] as number] as string;
    found[facility === '' ? key : `${facility}/${key}`] = toDecimalText(cents(sum));
  }
  return found;
}

/** Kinds in the order of the rows, by name. */
export const kinds = (ledger: Ledger): string[] =>
  Array.from({ length: ledger.tx.count }, (_, i) => i)
    .sort((a, b) => (ledger.tx.sheet[a] as number) - (ledger.tx.sheet[b] as number) || (ledger.tx.row[a] as number) - (ledger.tx.row[b] as number) || a - b)
    .map((i) => Object.entries(Kind).find(([, value]) => value === ledger.tx.kind[i])?.[0] ?? '?');

/** Listed balances by key. */
export function listed(ledger: Ledger): Record<string, string> {
  const found: Record<string, string> = {};
  for (let account = 0; account < ledger.accounts.count; account++) {
    const balance = ledger.accounts.money.balance[account] ?? Number.NaN;
    if (!Number.isNaN(balance)) found[ledger.texts[ledger.accounts.key[account] as number] as string] = toDecimalText(cents(balance));
  }
  return found;
}

export const codes = (reading: Reading): string[] => [...new Set(reading.problems.map((p) => p.code))].sort();
export const assumed = (reading: Reading, key: string): string | undefined => reading.assumptions.find((a) => a.key === key)?.chosen;
export const dropped = (reading: Reading, sheet: string): Record<string, number> =>
  Object.fromEntries((reading.sheets.find((s) => s.name === sheet)?.dropped ?? []).map((d) => [d.why, d.rows]));
/** Why an account is not judged; '' when it is. */
export function incomplete(ledger: Ledger, key: string): string {
  const account = Array.from(ledger.accounts.key).findIndex((id) => ledger.texts[id] === key);
  return ledger.texts[ledger.accounts.text.incomplete[account] ?? 0] ?? '';
}
