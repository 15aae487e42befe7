/** Drafts over small ledgers, and a ledger told cell by cell, so that one that was copied can be compared with one that was read. */
import { ACCOUNT_DAYS, ACCOUNT_MONEY, ACCOUNT_TEXTS, TX_DAYS, TX_MONEY, TX_TEXTS } from '../../../src/core/ledger';
import type { Ledger } from '../../../src/core/ledger';
import { Chance } from '../../../src/core/selfTest/chance';
import { Draft } from '../../../src/core/selfTest/draft';
import { plainAccountsOf } from '../../../src/core/selfTest/plainAccounts';
import type { PlainAccount } from '../../../src/core/selfTest/plainAccounts';
import type { Tools } from '../../../src/core/selfTest/plant';
import { Shape } from '../../../src/core/selfTest/shape';
import { ledgerOf, on } from '../harness';

export const AS_OF = on('2026-06-30');

/** The settled, plain accounts of a ledger by key. */
export function plainOf(text: string): Map<string, PlainAccount> {
  const shape = new Shape(ledgerOf(text));
  return new Map(plainAccountsOf(shape, AS_OF, new Set()).map((plain) => [shape.keyOf(plain.account), plain]));
}

/** A draft of a settled, plain account, as it stands. */
export function draftOf(text: string, key = 'A'): Draft {
  const shape = new Shape(ledgerOf(text));
  const plain = plainAccountsOf(shape, AS_OF, new Set()).find(({ account }) => shape.keyOf(account) === key);
  if (!plain) throw new Error(`${key} is not settled and plain`);
  return new Draft(shape, plain);
}

export const toolsFor = ({ shape }: Draft, more: Partial<Tools> = {}): Tools => ({
  shape,
  chance: new Chance(7),
  asOf: AS_OF,
  small: 500,
  other: () => null,
  ...more,
});

interface Column {
  readonly length: number;
  readonly [at: number]: number;
}
/** Cells of a row in the columns that are there. */
function cells<K extends string>(
  names: readonly K[],
  columns: Readonly<Record<K, Column>>,
  at: number,
  shown: (value: number) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => columns[name].length > 0).map((name) => [name, shown(columns[name][at] as number)]));
}

export interface Described {
  readonly count: number;
  readonly accounts: readonly Readonly<Record<string, unknown>>[];
  readonly remittances: readonly string[];
  readonly register: readonly string[];
}

/** Accounts with their rows in order, remittances and register in any: every cell of every column that is there. Row numbers are left out. */
export function described(ledger: Ledger): Described {
  const text = (id: number): string => ledger.texts[id] ?? `no text ${id}`;
  const same = (value: number): number => value;
  const name = (party: number): string => ledger.parties[party]?.name ?? `no party ${party}`;
  const rowsOf = (account: number): unknown[] =>
    Array.from(ledger.order.subarray(ledger.start[account], ledger.start[account + 1]), (tx) => ({
      of: ledger.tx.account[tx],
      kind: ledger.tx.kind[tx],
      effect: ledger.tx.effect[tx],
      party: name(ledger.tx.party[tx] as number),
      ...cells(TX_TEXTS, ledger.tx.text, tx, text),
      ...cells(TX_MONEY, ledger.tx.money, tx, same),
      ...cells(TX_DAYS, ledger.tx.day, tx, same),
    }));
  const placeless = (rows: readonly { readonly sheet: number; readonly row: number }[]): string[] =>
    rows.map((row) => JSON.stringify({ ...row, row: 0, sheet: 0 }, (_key, value: unknown) => (Number.isNaN(value) ? 'none' : value))).sort();
  return {
    count: ledger.tx.count,
    accounts: Array.from({ length: ledger.accounts.count }, (_, at) => ({
      key: text(ledger.accounts.key[at] as number),
      payers: ledger.accounts.payerParty.map((column) => name(column[at] ?? 0)),
      ...cells(ACCOUNT_TEXTS, ledger.accounts.text, at, text),
      ...cells(ACCOUNT_MONEY, ledger.accounts.money, at, same),
      ...cells(ACCOUNT_DAYS, ledger.accounts.day, at, same),
      rows: rowsOf(at),
    })),
    remittances: placeless(ledger.remittances),
    register: placeless(ledger.register),
  };
}
