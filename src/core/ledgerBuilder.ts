/**
 * Builds a Ledger row by row. Growable typed columns; an optional column exists only once a non-blank value has been given for it.
 * Used by intake (one call a row, no object kept) and by tests.
 */
import { ACCOUNT_DAYS, ACCOUNT_MONEY, ACCOUNT_TEXTS, TX_DAYS, TX_MONEY, TX_TEXTS, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { AccountDay, AccountMoney, AccountText, Kind, Ledger, Party, RegisterRow, Remittance, TxDay, TxMoney, TxText } from './ledger';
import { TextTable } from './textTable';

type Typed = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** A growable typed column. `absent` fills rows nobody set. */
class Column<T extends Typed> {
  private data: T | null = null;
  constructor(
    private readonly make: (length: number) => T,
    private readonly absent: number,
  ) {}
  set(index: number, value: number): void {
    if (this.data === null || index >= this.data.length) this.grow(index);
    (this.data as T)[index] = value;
  }
  get(index: number): number {
    return this.data?.[index] ?? this.absent;
  }
  /** Takes a whole column as its own. */
  adopt(data: T): void {
    this.data = data;
  }
  private grow(index: number): void {
    const next = this.make(Math.max(1024, Math.ceil((index + 1) * 1.5)));
    if (this.absent !== 0) next.fill(this.absent);
    if (this.data !== null) next.set(this.data);
    this.data = next;
  }
  /** Length `count`, or 0 when the column was never set. */
  finish(count: number, always: boolean): T {
    if (this.data === null) {
      if (!always) return this.make(0);
      this.grow(Math.max(0, count - 1));
    } else if (this.data.length < count) this.grow(count - 1);
    const data = this.data as T;
    return (data.length === count ? data : data.slice(0, count)) as T;
  }
}

const int32 = (length: number): Int32Array => new Int32Array(length);
const float64 = (length: number): Float64Array => new Float64Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);
const uint16 = (length: number): Uint16Array => new Uint16Array(length);
const columnsOf = <K extends string, T extends Typed>(names: readonly K[], make: (length: number) => T, absent: number) =>
  Object.fromEntries(names.map((name) => [name, new Column(make, absent)])) as Record<K, Column<T>>;
const finishAll = <K extends string, T extends Typed>(columns: Record<K, Column<T>>, count: number) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, (column as Column<T>).finish(count, false)])) as Record<K, T>;

/** Transactions column by column, all of one length. */
export interface TransactionColumns {
  readonly account: Int32Array;
  readonly kind: Uint8Array;
  readonly effect: Float64Array;
  readonly party: Uint16Array;
  readonly sheet: Uint8Array;
  readonly row: Int32Array;
}

export class LedgerBuilder {
  readonly sheets: string[] = [];
  /** The dictionary, for intake to read whole columns with. */
  readonly table: TextTable;
  readonly texts: readonly string[];
  readonly parties: Party[] = [
    { kind: 'unknown', name: '', aliases: [], payerClass: 'unknown', federal: false },
    { kind: 'patient', name: 'Patient', aliases: [], payerClass: 'self-pay', federal: false },
  ];
  readonly remittances: Remittance[] = [];
  readonly register: RegisterRow[] = [];
  hasListing = false;
  accountCount = 0;
  txCount = 0;
  /** Account and 1 by key; keys of a facility by facility and key. */
  private readonly keyIndex = new Column(int32, 0);
  private readonly placedKeys = new Map<number, number>();
  private readonly accountKey = new Column(int32, 0);
  private readonly accountSheet = new Column(uint8, 0);
  private readonly accountRow = new Column(int32, 0);
  private readonly payerParty = [0, 1, 2].map(() => new Column(uint16, UNKNOWN_PARTY));
  private readonly accountText = columnsOf(ACCOUNT_TEXTS, int32, 0);
  private readonly accountMoney = columnsOf(ACCOUNT_MONEY, float64, Number.NaN);
  private readonly accountDay = columnsOf(ACCOUNT_DAYS, int32, 0);
  private readonly txAccount = new Column(int32, 0);
  private readonly txKind = new Column(uint8, 0);
  private readonly txEffect = new Column(float64, 0);
  private readonly txParty = new Column(uint16, UNKNOWN_PARTY);
  private readonly txSheet = new Column(uint8, 0);
  private readonly txRow = new Column(int32, 0);
  private readonly txText = columnsOf(TX_TEXTS, int32, 0);
  private readonly txMoney = columnsOf(TX_MONEY, float64, Number.NaN);
  private readonly txDay = columnsOf(TX_DAYS, int32, 0);

  /** `texts`: how many different ones will probably come. */
  constructor(texts = 0) {
    this.table = new TextTable(texts);
    this.texts = this.table.texts;
  }

  /** Index of a sheet name, added when new. At most 255 sheets. */
  sheet(name: string): number {
    const found = this.sheets.indexOf(name);
    if (found >= 0) return found;
    if (this.sheets.length >= 255) throw new RangeError('more than 255 sheets');
    return this.sheets.push(name) - 1;
  }

  /** Id of a text in the dictionary, added when new. */
  text(value: string): number {
    return this.table.add(value);
  }

  /** Adds a payer and returns its party index. The caller joins aliases before calling. */
  party(party: Party): number {
    if (party.kind === 'patient') return PATIENT_PARTY;
    return this.parties.push(party) - 1;
  }

  /** Index of the account with this facility and key, or −1. */
  findAccount(key: string, facility = ''): number {
    const [keyId, facilityId] = [this.table.find(key), this.table.find(facility)];
    return keyId < 0 || facilityId < 0 ? -1 : this.findAccountId(keyId, facilityId);
  }
  /** The same by the numbers of the texts. */
  findAccountId(key: number, facility = 0): number {
    return facility === 0 ? this.keyIndex.get(key) - 1 : (this.placedKeys.get(pairOf(facility, key)) ?? -1);
  }

  /** Index of the account with this facility and key; made when new. Sheet and row are those of the listing (row 0: none). */
  account(key: string, facility = '', sheet = 0, row = 0): number {
    return this.accountOf(this.text(key), this.text(facility), sheet, row);
  }
  /** The same by the numbers of the texts. */
  accountOf(key: number, facility = 0, sheet = 0, row = 0): number {
    const known = this.findAccountId(key, facility);
    const index = known < 0 ? this.newAccount(key, facility) : known;
    if (row > 0 && this.accountRow.get(index) === 0) {
      this.accountSheet.set(index, sheet);
      this.accountRow.set(index, row);
    }
    return index;
  }
  private newAccount(key: number, facility: number): number {
    const index = this.accountCount++;
    this.accountKey.set(index, key);
    if (facility === 0) this.keyIndex.set(key, index + 1);
    else {
      this.placedKeys.set(pairOf(facility, key), index);
      this.accountText.facility.set(index, facility);
    }
    return index;
  }

  setAccountText(account: number, column: AccountText, value: string): void {
    if (value !== '') this.accountText[column].set(account, this.text(value));
  }
  /** The same with the number of a text already in the dictionary. */
  setAccountTextId(account: number, column: AccountText, id: number): void {
    if (id !== 0) this.accountText[column].set(account, id);
  }
  setAccountMoney(account: number, column: AccountMoney, value: number): void {
    this.accountMoney[column].set(account, value);
  }
  setAccountDay(account: number, column: AccountDay, value: number): void {
    if (value !== 0) this.accountDay[column].set(account, value);
  }
  /** order 0, 1, 2 = primary, secondary, tertiary. */
  setAccountPayer(account: number, order: 0 | 1 | 2, party: number): void {
    this.payerParty[order]?.set(account, party);
  }

  /** Adds a transaction; effect in cents, positive raises what is owed to the provider. Returns its index. */
  transaction(account: number, kind: Kind, effect: number, party: number, sheet: number, row: number): number {
    if (!Number.isSafeInteger(effect)) throw new RangeError('effect must be whole cents');
    const index = this.txCount++;
    this.txAccount.set(index, account);
    this.txKind.set(index, kind);
    this.txEffect.set(index, effect);
    this.txParty.set(index, party);
    this.txSheet.set(index, sheet);
    this.txRow.set(index, row);
    return index;
  }
  /** The same with the id of a text already in the dictionary. */
  setTxTextId(index: number, column: TxText, id: number): void {
    if (id !== 0) this.txText[column].set(index, id);
  }
  setTxText(index: number, column: TxText, value: string): void {
    if (value !== '') this.txText[column].set(index, this.text(value));
  }
  setTxMoney(index: number, column: TxMoney, value: number): void {
    this.txMoney[column].set(index, value);
  }
  setTxDay(index: number, column: TxDay, value: number): void {
    if (value !== 0) this.txDay[column].set(index, value);
  }

  /** All transactions at once, in columns of one length; the builder holds none yet. Effects in whole cents. */
  adoptTransactions(columns: TransactionColumns): void {
    if (this.txCount > 0) throw new RangeError('transactions are adopted before any is added');
    this.txCount = columns.account.length;
    this.txAccount.adopt(columns.account);
    this.txKind.adopt(columns.kind);
    this.txEffect.adopt(columns.effect);
    this.txParty.adopt(columns.party);
    this.txSheet.adopt(columns.sheet);
    this.txRow.adopt(columns.row);
  }
  /** A whole optional column, one value a transaction; left out when all of it is blank. */
  adoptTxText(column: TxText, ids: Int32Array): void {
    if (ids.some((id) => id !== 0)) this.txText[column].adopt(ids);
  }
  adoptTxDay(column: TxDay, days: Int32Array): void {
    if (days.some((day) => day !== 0)) this.txDay[column].adopt(days);
  }

  /** Groups transactions by account (counting sort), then by post day, sheet and row. The builder is not used afterwards. */
  build(): Ledger {
    const [n, m] = [this.txCount, this.accountCount];
    const account = this.txAccount.finish(n, true);
    const row = this.txRow.finish(n, true);
    const sheet = this.txSheet.finish(n, true);
    const day = finishAll(this.txDay, n);
    const { start, order } = grouped(account, m);
    sortEach(start, order, daysOf(day.postDay, day.serviceDay, n), sheet, row);
    const [p1, p2, p3] = this.payerParty.map((column) => column.finish(m, true));
    return {
      sheets: this.sheets,
      texts: this.texts,
      parties: this.parties,
      hasListing: this.hasListing,
      remittances: this.remittances,
      register: this.register,
      start,
      order,
      accounts: {
        count: m,
        key: this.accountKey.finish(m, true),
        sheet: this.accountSheet.finish(m, true),
        row: this.accountRow.finish(m, true),
        payerParty: [p1!, p2!, p3!],
        text: finishAll(this.accountText, m),
        money: finishAll(this.accountMoney, m),
        day: finishAll(this.accountDay, m),
      },
      tx: {
        count: n,
        account,
        kind: this.txKind.finish(n, true),
        effect: this.txEffect.finish(n, true),
        party: this.txParty.finish(n, true),
        sheet,
        row,
        text: finishAll(this.txText, n),
        money: finishAll(this.txMoney, n),
        day,
      },
    };
  }
}

/** One number for two text numbers (each below 2^26). */
const pairOf = (facility: number, key: number): number => facility * 67_108_864 + key;

/** Places of the transactions of each account, in the order they came. */
function grouped(account: Int32Array, accounts: number): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(accounts + 1);
  for (let i = 0; i < account.length; i++) start[(account[i] as number) + 1]!++;
  for (let a = 0; a < accounts; a++) start[a + 1]! += start[a] as number;
  const order = new Int32Array(account.length);
  const next = start.slice(0, accounts);
  for (let i = 0; i < account.length; i++) order[next[account[i] as number]!++] = i;
  return { start, order };
}

/** Post day, else service day, else 0. */
function daysOf(posted: Int32Array, served: Int32Array, count: number): Int32Array {
  if (served.length === 0) return posted.length === 0 ? new Int32Array(count) : posted;
  if (posted.length === 0) return served;
  if (posted.every((day) => day !== 0)) return posted;
  return posted.map((day, i) => day || (served[i] as number));
}

/** Day order within each account, ties by sheet and row. Most accounts come in order already. */
function sortEach(start: Int32Array, order: Int32Array, day: Int32Array, sheet: Uint8Array, row: Int32Array): void {
  const before = (x: number, y: number): number =>
    (day[x] as number) - (day[y] as number) || (sheet[x] as number) - (sheet[y] as number) || (row[x] as number) - (row[y] as number) || x - y;
  for (let a = 0; a + 1 < start.length; a++) {
    const [from, to] = [start[a] as number, start[a + 1] as number];
    let at = from + 1;
    while (at < to && before(order[at - 1] as number, order[at] as number) <= 0) at++;
    if (at < to) order.subarray(from, to).sort(before);
  }
}
