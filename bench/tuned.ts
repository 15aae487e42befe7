/**
 * The five kinds and nothing else, as fast as plain JavaScript does them: one pass to ids and typed arrays, a counting sort by account, one pass
 * over accounts. A yardstick, not the product: it reads one layout, explains nothing and checks nothing.
 */
import { compareFlags } from './rows';
import type { AccountRow, Flag, Outcome, TxRow } from './rows';

const TYPES = new Map([
  ['CHG', 1],
  ['PMT', 2],
  ['ADJ', 3],
  ['REF', 4],
  ['REV', 5],
  ['XFR', 6],
]);
const CONTRACTUAL = 7;
const WINDOW_DAYS = 30;
const MOST_PARTIES = 65536;

class Columns {
  readonly account: Int32Array;
  readonly payer: Uint16Array;
  readonly type: Uint8Array;
  readonly cents: Float64Array;
  readonly day: Int32Array;
  readonly start: Int32Array;
  readonly order: Int32Array;
  readonly payers: string[] = [];
  private readonly payerIds = new Map<string, number>();

  constructor(
    readonly tx: readonly TxRow[],
    readonly acc: readonly AccountRow[],
  ) {
    const count = tx.length;
    this.account = new Int32Array(count);
    this.payer = new Uint16Array(count);
    this.type = new Uint8Array(count);
    this.cents = new Float64Array(count);
    this.day = new Int32Array(count);
    this.start = new Int32Array(acc.length + 1);
    this.order = new Int32Array(count);
    this.fill();
    this.group();
  }

  private fill(): void {
    const accounts = new Map(this.acc.map((row, at) => [row[0], at]));
    for (let at = 0; at < this.tx.length; at++) {
      const row = this.tx[at] as TxRow;
      const account = accounts.get(row[0]) as number;
      const type = TYPES.get(row[4]) as number;
      this.account[at] = account;
      this.payer[at] = this.payerOf(row[3]);
      this.type[at] = type === 3 && row[9] === '45' ? CONTRACTUAL : type;
      this.cents[at] = Math.round(row[7] * 100);
      this.day[at] = row[5];
      this.start[account + 1]!++;
    }
  }
  private payerOf(name: string): number {
    let id = this.payerIds.get(name);
    if (id === undefined) {
      id = this.payers.push(name) - 1;
      this.payerIds.set(name, id);
    }
    return id;
  }
  /** Counting sort by account. */
  private group(): void {
    const { start, order, account } = this;
    for (let at = 1; at < start.length; at++) start[at]! += start[at - 1] as number;
    const next = start.slice();
    for (let at = 0; at < account.length; at++) order[next[account[at] as number]!++] = at;
  }
}

/** One account after the other; what it holds is used again for the next. */
class Finder {
  readonly flags: Flag[] = [];
  readonly totals = { chg: 0, pay: 0, adj: 0, ref: 0 };
  readonly balances: Float64Array;
  private readonly parts: Float64Array;
  private readonly mark: Int32Array;
  private readonly touched: number[] = [];
  private payments: number[] = [];
  private readonly contractuals: number[] = [];
  private reversals = 0;
  private readonly byDay: (a: number, b: number) => number;

  constructor(private readonly of: Columns) {
    this.balances = new Float64Array(of.acc.length);
    this.parts = new Float64Array(of.payers.length);
    this.mark = new Int32Array(of.payers.length).fill(-1);
    this.byDay = (a, b) => (of.day[a] as number) - (of.day[b] as number) || a - b;
  }

  account(at: number): void {
    this.touched.length = this.payments.length = this.contractuals.length = 0;
    this.reversals = 0;
    const key = (this.of.acc[at] as AccountRow)[0];
    const balance = this.sum(at);
    this.balances[at] = balance;
    if (balance < 0) this.flags.push([1, key, '', -balance, -1]);
    else for (const payer of this.touched) this.hidden(key, payer);
    if (this.reversals > 0) this.payments = this.withoutReversed(at);
    if (this.payments.length > 1) this.paidTwice(key);
    if (this.contractuals.length > 1) this.writtenOffTwice(key);
  }

  private sum(at: number): number {
    const { start, order, payer, type, cents } = this.of;
    let balance = 0;
    for (let place = start[at] as number; place < (start[at + 1] as number); place++) {
      const tx = order[place] as number;
      const party = payer[tx] as number;
      if (this.mark[party] !== at) {
        this.mark[party] = at;
        this.touched.push(party);
        this.parts[party] = 0;
      }
      const effect = this.effect(tx, type[tx] as number, cents[tx] as number);
      this.parts[party]! += effect;
      balance += effect;
    }
    return balance;
  }

  /** Counts a posting and gives its effect on the balance. */
  private effect(tx: number, type: number, cents: number): number {
    const { totals } = this;
    switch (type) {
      case 1:
        totals.chg += cents;
        return cents;
      case 2:
        totals.pay += cents;
        this.payments.push(tx);
        return -cents;
      case CONTRACTUAL:
        this.contractuals.push(tx);
        totals.adj += cents;
        return -cents;
      case 3:
        totals.adj += cents;
        return -cents;
      case 4:
        totals.ref += cents;
        return cents;
      case 5:
        totals.pay -= cents;
        this.reversals++;
        return cents;
      default:
        return cents;
    }
  }

  private hidden(key: string, payer: number): void {
    const part = this.parts[payer] as number;
    if (part < 0) this.flags.push([2, key, this.of.payers[payer] as string, -part, -1]);
  }

  private withoutReversed(at: number): number[] {
    const { start, order, type, payer, cents, tx } = this.of;
    const nameOf = (one: number): string => `${payer[one] as number}|${cents[one] as number}|${(tx[one] as TxRow)[8]}`;
    const reversed = new Set<string>();
    for (const one of order.subarray(start[at], start[at + 1])) if (type[one] === 5) reversed.add(nameOf(one));
    return this.payments.filter((one) => !reversed.has(nameOf(one)));
  }

  private paidTwice(key: string): void {
    const { cents, payer, day } = this.of;
    const last = new Map<number, number>();
    for (const tx of this.payments.sort(this.byDay)) {
      const what = (cents[tx] as number) * MOST_PARTIES + (payer[tx] as number);
      const before = last.get(what);
      if (before !== undefined && (day[tx] as number) - (day[before] as number) <= WINDOW_DAYS) this.push(3, key, tx);
      last.set(what, tx);
    }
  }

  private writtenOffTwice(key: string): void {
    const seen = new Set<string>();
    for (const tx of this.contractuals.sort(this.byDay)) {
      const what = `${this.of.payer[tx] as number}|${this.of.cents[tx] as number}|${(this.of.tx[tx] as TxRow)[6]}`;
      if (seen.has(what)) this.push(4, key, tx);
      else seen.add(what);
    }
  }
  private push(kind: number, key: string, tx: number): void {
    this.flags.push([kind, key, this.of.payers[this.of.payer[tx] as number] as string, this.of.cents[tx] as number, tx]);
  }
}

/** Credits meet open balances of exactly their cents, by guarantor and by patient. */
function openBeside(acc: readonly AccountRow[], balances: Float64Array): Flag[] {
  const credits = new Map<string, number[]>();
  const meet = (id: string, open: number): number[] => (credits.get(id) ?? []).filter((credit) => balances[credit] === -(balances[open] as number));
  acc.forEach((row, at) => {
    if ((balances[at] as number) < 0) for (const id of [row[1], row[2]]) if (id !== '') credits.set(id, [...(credits.get(id) ?? []), at]);
  });
  return acc.flatMap((row, at) => {
    if ((balances[at] as number) <= 0) return [];
    const met = new Set([...meet(row[1], at), ...meet(row[2], at)]);
    return [...met].map((credit): Flag => [5, (acc[credit] as AccountRow)[0], row[0], balances[at] as number, -1]);
  });
}

export function tuned(tx: readonly TxRow[], acc: readonly AccountRow[]): Outcome {
  const started = performance.now();
  const columns = new Columns(tx, acc);
  const loaded = performance.now();
  const finder = new Finder(columns);
  for (let at = 0; at < acc.length; at++) finder.account(at);
  const flags = [...finder.flags, ...openBeside(acc, finder.balances)].sort(compareFlags);
  return { load: loaded - started, compute: performance.now() - loaded, flags, totals: finder.totals };
}
