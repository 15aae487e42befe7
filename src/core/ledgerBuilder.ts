/**
 * Builds a Ledger row by row. Growable typed columns; an optional column exists only once a non-blank value has been given for it.
 * Used by intake (one call a row, no object kept) and by tests.
 */
import { ACCOUNT_DAYS, ACCOUNT_MONEY, ACCOUNT_TEXTS, TX_DAYS, TX_MONEY, TX_TEXTS, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { AccountDay, AccountMoney, AccountText, Kind, Ledger, Party, RegisterRow, Remittance, TxDay, TxMoney, TxText } from './ledger';

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
    return (this.data as T).slice(0, count) as T;
  }
}

const int32 = (length: number) => new Int32Array(length);
const float64 = (length: number) => new Float64Array(length);
const columnsOf = <K extends string, T extends Typed>(names: readonly K[], make: (length: number) => T, absent: number) =>
  Object.fromEntries(names.map((name) => [name, new Column(make, absent)])) as Record<K, Column<T>>;
const finishAll = <K extends string, T extends Typed>(columns: Record<K, Column<T>>, count: number) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, (column as Column<T>).finish(count, false)])) as Record<K, T>;

export class LedgerBuilder {
  readonly sheets: string[] = [];
  readonly texts: string[] = [''];
  readonly parties: Party[] = [
    { kind: 'unknown', name: '', aliases: [], payerClass: 'unknown', federal: false },
    { kind: 'patient', name: 'Patient', aliases: [], payerClass: 'self-pay', federal: false },
  ];
  readonly remittances: Remittance[] = [];
  readonly register: RegisterRow[] = [];
  hasListing = false;
  accountCount = 0;
  txCount = 0;
  private readonly textIds = new Map<string, number>([['', 0]]);
  private readonly keyIndex = new Map<string, number>();
  private readonly accountKey = new Column(int32, 0);
  private readonly accountSheet = new Column((n) => new Uint8Array(n), 0);
  private readonly accountRow = new Column(int32, 0);
  private readonly payerParty = [0, 1, 2].map(() => new Column((n) => new Uint16Array(n), UNKNOWN_PARTY));
  private readonly accountText = columnsOf(ACCOUNT_TEXTS, int32, 0);
  private readonly accountMoney = columnsOf(ACCOUNT_MONEY, float64, Number.NaN);
  private readonly accountDay = columnsOf(ACCOUNT_DAYS, int32, 0);
  private readonly txAccount = new Column(int32, 0);
  private readonly txKind = new Column((n) => new Uint8Array(n), 0);
  private readonly txEffect = new Column(float64, 0);
  private readonly txParty = new Column((n) => new Uint16Array(n), UNKNOWN_PARTY);
  private readonly txSheet = new Column((n) => new Uint8Array(n), 0);
  private readonly txRow = new Column(int32, 0);
  private readonly txText = columnsOf(TX_TEXTS, int32, 0);
  private readonly txMoney = columnsOf(TX_MONEY, float64, Number.NaN);
  private readonly txDay = columnsOf(TX_DAYS, int32, 0);

  /** Index of a sheet name, added when new. At most 255 sheets. */
  sheet(name: string): number {
    const found = this.sheets.indexOf(name);
    if (found >= 0) return found;
    if (this.sheets.length >= 255) throw new RangeError('more than 255 sheets');
    return this.sheets.push(name) - 1;
  }

  /** Id of a text in the dictionary, added when new. */
  text(value: string): number {
    let id = this.textIds.get(value);
    if (id === undefined) {
      id = this.texts.push(value) - 1;
      this.textIds.set(value, id);
    }
    return id;
  }

  /** Adds a payer and returns its party index. The caller joins aliases before calling. */
  party(party: Party): number {
    if (party.kind === 'patient') return PATIENT_PARTY;
    return this.parties.push(party) - 1;
  }

  /** Index of the account with this facility and key, or −1. */
  findAccount(key: string, facility = ''): number {
    return this.keyIndex.get(facility === '' ? key : `${facility}\u0000${key}`) ?? -1;
  }

  /** Index of the account with this facility and key; made when new. Sheet and row are those of the listing (row 0: none). */
  account(key: string, facility = '', sheet = 0, row = 0): number {
    const joined = facility === '' ? key : `${facility}\u0000${key}`;
    let index = this.keyIndex.get(joined);
    if (index === undefined) {
      index = this.accountCount++;
      this.keyIndex.set(joined, index);
      this.accountKey.set(index, this.text(key));
      if (facility !== '') this.accountText.facility.set(index, this.text(facility));
    }
    if (row > 0 && this.accountRow.get(index) === 0) {
      this.accountSheet.set(index, sheet);
      this.accountRow.set(index, row);
    }
    return index;
  }

  setAccountText(account: number, column: AccountText, value: string): void {
    if (value !== '') this.accountText[column].set(account, this.text(value));
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

  /** Groups transactions by account (counting sort), then by post day, sheet and row. The builder is not used afterwards. */
  build(): Ledger {
    const n = this.txCount;
    const m = this.accountCount;
    const account = this.txAccount.finish(n, true);
    const row = this.txRow.finish(n, true);
    const sheet = this.txSheet.finish(n, true);
    const day = finishAll(this.txDay, n);
    const start = new Int32Array(m + 1);
    for (let i = 0; i < n; i++) start[(account[i] as number) + 1]!++;
    for (let a = 0; a < m; a++) start[a + 1]! += start[a] as number;
    const order = new Int32Array(n);
    const next = start.slice(0, m);
    for (let i = 0; i < n; i++) order[next[account[i] as number]!++] = i;
    const dayOf = (i: number): number => day.postDay[i] || day.serviceDay[i] || 0;
    const before = (x: number, y: number): number =>
      dayOf(x) - dayOf(y) || (sheet[x] as number) - (sheet[y] as number) || (row[x] as number) - (row[y] as number) || x - y;
    for (let a = 0; a < m; a++) {
      const from = start[a] as number;
      const to = start[a + 1] as number;
      let sorted = true;
      for (let q = from + 1; q < to && sorted; q++) sorted = before(order[q - 1] as number, order[q] as number) <= 0;
      if (!sorted) order.subarray(from, to).sort(before);
    }
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
