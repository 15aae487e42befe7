/**
 * Reading one posting out of the ledger's columns. Optional columns may be absent (length 0): a text is then '', an amount NaN, a day 0.
 * Kinds and their signs: domain.md 1.4.
 */
import { Kind } from './ledger';
import type { AccountDay, AccountMoney, AccountText, Ledger, TxMoney, TxText } from './ledger';
import { whole } from './money';
import type { Cents } from './money';
import type { Day } from './day';

const table = (...kinds: readonly Kind[]): Uint8Array => {
  const marks = new Uint8Array(32);
  for (const kind of kinds) marks[kind] = 1;
  return marks;
};
/** Charge and charge credit. */
export const CHARGES = table(Kind.Charge, Kind.ChargeCredit);
/** Everything that changes what a party has paid, net. */
export const MONEY = table(Kind.Payment, Kind.PaymentReversal, Kind.Takeback, Kind.Refund, Kind.Deposit, Kind.Interest, Kind.Capitation, Kind.TransferAccount);
/** Money as it came in. */
export const RECEIPTS = table(Kind.Payment, Kind.Deposit);
export const ADJUSTMENTS = table(
  Kind.Contractual,
  Kind.Sequestration,
  Kind.WriteOff,
  Kind.Charity,
  Kind.SelfPayDiscount,
  Kind.SmallBalance,
  Kind.BadDebt,
  Kind.AdjustmentReversal,
);
export const isIn = (kinds: Uint8Array, kind: number): boolean => kinds[kind] === 1;

export const kindOf = (ledger: Ledger, tx: number): Kind => ledger.tx.kind[tx] as Kind;
export const effectOf = (ledger: Ledger, tx: number): number => whole(ledger.tx.effect[tx] as number);
/** Size of a posting in cents, never negative. */
export const sizeOf = (ledger: Ledger, tx: number): Cents => whole(Math.abs(ledger.tx.effect[tx] as number)) as Cents;
export const partyOf = (ledger: Ledger, tx: number): number => ledger.tx.party[tx] as number;
/** Post day, else service day, else 0. */
export const dayOfTx = (ledger: Ledger, tx: number): Day => (ledger.tx.day.postDay[tx] || ledger.tx.day.serviceDay[tx] || 0) as Day;
export const serviceDayOf = (ledger: Ledger, tx: number): Day => (ledger.tx.day.serviceDay[tx] ?? 0) as Day;
export const txText = (ledger: Ledger, column: TxText, tx: number): string => ledger.texts[ledger.tx.text[column][tx] ?? 0] as string;
export const txMoney = (ledger: Ledger, column: TxMoney, tx: number): number => ledger.tx.money[column][tx] ?? Number.NaN;
export const accountText = (ledger: Ledger, column: AccountText, account: number): string => ledger.texts[ledger.accounts.text[column][account] ?? 0] as string;
export const accountMoney = (ledger: Ledger, column: AccountMoney, account: number): number => ledger.accounts.money[column][account] ?? Number.NaN;
export const accountDay = (ledger: Ledger, column: AccountDay, account: number): Day => (ledger.accounts.day[column][account] ?? 0) as Day;
export const keyOf = (ledger: Ledger, account: number): string => ledger.texts[ledger.accounts.key[account] ?? 0] as string;

/** "1.23E+11": Excel bent the number, so it identifies nothing (domain.md 6 P19). */
const BENT = /^\s*\d(\.\d+)?E\+?\d+\s*$/i;
/** A check or claim number without case, blanks and punctuation (domain.md 2.1 step 1). */
export const reference = (text: string): string => (text === '' || BENT.test(text) ? '' : text.toUpperCase().replace(/[^A-Z0-9]/g, ''));

/** Reason and remark codes of one text: "45", "N781", "OA-209" is 209. */
const parseCodes = (text: string): readonly string[] =>
  text
    .toUpperCase()
    .replace(/\b(CO|PR|OA|PI|CR)[- ]?(?=\d)/g, '')
    .split(/[^A-Z0-9]+/)
    .filter((code) => code !== '');

/** Texts are read many times and repeat: what was made of each is kept with the ledger, by text id. */
class TextMemo {
  readonly references: string[] = [];
  readonly codes: (readonly string[])[] = [];
}
const memos = new WeakMap<Ledger, TextMemo>();
function memoOf(ledger: Ledger): TextMemo {
  let memo = memos.get(ledger);
  if (memo === undefined) memos.set(ledger, (memo = new TextMemo()));
  return memo;
}

const NO_CODES: readonly string[] = [];
function referenceIn(ledger: Ledger, column: TxText, tx: number): string {
  const id = ledger.tx.text[column][tx] ?? 0;
  if (id === 0) return '';
  const { references } = memoOf(ledger);
  return (references[id] ??= reference(ledger.texts[id] as string));
}
function codesIn(ledger: Ledger, column: TxText, tx: number): readonly string[] {
  const id = ledger.tx.text[column][tx] ?? 0;
  if (id === 0) return NO_CODES;
  const { codes } = memoOf(ledger);
  return (codes[id] ??= parseCodes(ledger.texts[id] as string));
}

export const checkOf = (ledger: Ledger, tx: number): string => referenceIn(ledger, 'check', tx);
export const claimOf = (ledger: Ledger, tx: number): string => referenceIn(ledger, 'claim', tx);
export const icnOf = (ledger: Ledger, tx: number): string => referenceIn(ledger, 'icn', tx);
/** Line and procedure of a posting, '' when neither is given. */
export const lineOf = (ledger: Ledger, tx: number): string => {
  const line = txText(ledger, 'line', tx);
  const cpt = txText(ledger, 'cpt', tx);
  return line === '' && cpt === '' ? '' : `${line}|${cpt}`;
};

/** Reason and remark codes of a posting. */
export const codesOf = (ledger: Ledger, tx: number): readonly string[] => {
  const [reasons, remarks] = [codesIn(ledger, 'carc', tx), codesIn(ledger, 'remark', tx)];
  return remarks.length === 0 ? reasons : [...reasons, ...remarks];
};
/** True when the posting carries one of the codes. */
export const hasCode = (ledger: Ledger, tx: number, wanted: ReadonlySet<string>): boolean => {
  if (!ledger.tx.text.carc[tx] && !ledger.tx.text.remark[tx]) return false;
  return codesIn(ledger, 'carc', tx).some((code) => wanted.has(code)) || codesIn(ledger, 'remark', tx).some((code) => wanted.has(code));
};

const CONTENT: readonly TxText[] = ['check', 'claim', 'icn', 'line', 'cpt', 'txnId', 'batch', 'user', 'comment'];

/** Time order that does not depend on the order of rows, up to rows of identical content (design.md law 2). */
export function inTimeOrder(ledger: Ledger): (x: number, y: number) => number {
  const { kind, effect, party, sheet, row } = ledger.tx;
  const texts = CONTENT.filter((column) => ledger.tx.text[column].length > 0);
  const byText = (x: number, y: number): number => {
    for (const column of texts) {
      const [a, b] = [ledger.tx.text[column][x] ?? 0, ledger.tx.text[column][y] ?? 0];
      if (a !== b) return (ledger.texts[a] as string) < (ledger.texts[b] as string) ? -1 : 1;
    }
    return 0;
  };
  const name = (tx: number): string => ledger.parties[party[tx] as number]?.name ?? '';
  const byName = (x: number, y: number): number => (party[x] === party[y] ? 0 : name(x) < name(y) ? -1 : 1);
  return (x, y) =>
    dayOfTx(ledger, x) - dayOfTx(ledger, y) ||
    (kind[x] as number) - (kind[y] as number) ||
    (effect[x] as number) - (effect[y] as number) ||
    byName(x, y) ||
    byText(x, y) ||
    (sheet[x] as number) - (sheet[y] as number) ||
    (row[x] as number) - (row[y] as number);
}
