/**
 * A copy of the ledger with the drafts in it: rows of accounts that are drafted are replaced, all others are as they were. Cells are written only
 * where the sheets have the column, unless `with` names columns to fill in as if they were there.
 */
import { ACCOUNT_DAYS, ACCOUNT_MONEY, ACCOUNT_TEXTS, Kind, PATIENT_PARTY, TX_DAYS, TX_MONEY, TX_TEXTS } from '../ledger';
import type { Accounts, Ledger, Remittance, Transactions, TxText } from '../ledger';
import { cents } from '../money';
import type { Day } from '../day';
import type { Draft, Row } from './draft';
import type { Added } from './fields';
import { NOTHING_ADDED } from './fields';

interface Placed {
  readonly draft: Draft;
  readonly row: Row;
}

/** `only` marks accounts to keep: the others are left there empty, at a balance of 0, where drafted accounts alone are judged. */
export function ledgerWith(ledger: Ledger, drafts: readonly Draft[], added: Added = NOTHING_ADDED, only: Uint8Array | null = null): Ledger {
  const texts = new Texts(ledger.texts);
  const parties =
    added.payer === ''
      ? ledger.parties
      : [...ledger.parties, { kind: 'payer', name: added.payer, aliases: [], payerClass: 'commercial', federal: false } as const];
  const drafted = new Map(drafts.map((draft) => [draft.account, draft]));
  const kept = keptRows(ledger, drafted, only);
  const placed = drafts.flatMap((draft) => draft.rows.map((row): Placed => ({ draft, row })));
  const tx = transactionsOf(ledger, kept, placed, texts, added);
  const accounts = accountsOf(ledger, drafts, texts, added, only);
  return {
    ...ledger,
    parties,
    texts: texts.all,
    accounts,
    tx,
    ...grouped(tx, accounts.count),
    remittances: [
      ...ledger.remittances.filter(({ account }) => !drafted.has(account) && (only === null || only[account] === 1)),
      ...drafts.flatMap((draft) => remittancesOf(draft)),
    ],
    register: [...ledger.register, ...drafts.flatMap((draft) => registerOf(ledger, draft))],
  };
}

/** The dictionary with more texts. */
class Texts {
  readonly all: string[];
  private readonly known = new Map<string, number>();
  constructor(texts: readonly string[]) {
    this.all = [...texts];
  }
  id(text: string): number {
    if (text === '') return 0;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const id = this.all.push(text) - 1;
    this.known.set(text, id);
    return id;
  }
}

function keptRows({ tx }: Ledger, drafted: ReadonlyMap<number, Draft>, only: Uint8Array | null): Int32Array {
  const rows = new Int32Array(tx.count);
  let kept = 0;
  for (let row = 0; row < tx.count; row++) {
    const account = tx.account[row] as number;
    if ((only === null || only[account] === 1) && !drafted.has(account)) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

function transactionsOf(ledger: Ledger, kept: Int32Array, placed: readonly Placed[], texts: Texts, added: Added): Transactions {
  const { tx } = ledger;
  const count = kept.length + placed.length;
  /** Old cells gathered, then those of drafted rows by `cell`, which gets the old one. */
  const gather = <C extends Column>(from: C, cell: (of: Placed, old: number) => number, blank = 0): C => {
    if (from.length === 0) return from;
    const to = new (from.constructor as new (length: number) => C)(count);
    for (let at = 0; at < kept.length; at++) to[at] = from[kept[at] as number] as number;
    placed.forEach((of, at) => (to[kept.length + at] = cell(of, from[of.row.like] ?? blank)));
    return to;
  };
  /** A column the sheets lack, for drafted rows alone. */
  const opened = <C extends Column>(from: C, wanted: boolean, blank: number): C => {
    if (from.length > 0 || !wanted) return from;
    return new (from.constructor as new (length: number) => C)(tx.count).fill(blank) as C;
  };
  const textCell =
    (column: TxText) =>
    (of: Placed, old: number): number => {
      const filled = added.text(column, of.draft, of.row);
      const text = filled ?? of.row.texts[column];
      return text === undefined ? old : texts.id(text);
    };
  const days = { postDay: (of: Placed) => of.row.day, serviceDay: (of: Placed) => of.row.service, depositDay: (_: Placed, old: number) => old };
  return {
    count,
    account: gather(tx.account, ({ draft }) => draft.account),
    kind: gather(tx.kind, ({ row }) => row.kind),
    effect: gather(tx.effect, ({ row }) => row.effect),
    party: gather(tx.party, ({ draft, row }) => added.party(draft, row, ledger.parties.length) ?? row.party),
    sheet: gather(tx.sheet, (_, old) => old),
    row: gather(tx.row, (_, old) => old),
    text: record(TX_TEXTS, (column) => gather(opened(tx.text[column], added.opens(column), 0), textCell(column))),
    money: record(TX_MONEY, (column) =>
      gather(
        opened(tx.money[column], added.opens(column), Number.NaN),
        ({ row }, old) => added.money(column, row) ?? row.money[column] ?? restated(column, row, old),
        Number.NaN,
      ),
    ),
    day: record(TX_DAYS, (column) => gather(tx.day[column], days[column])),
  };
}

/** Where the sheets say what the remittance says, a planted payment's remittance says it too. */
function restated(column: string, { stated }: Row, old: number): number {
  if (stated === null || Number.isNaN(old)) return old;
  switch (column) {
    case 'allowed':
      return stated.allowed;
    case 'patientResp':
      return stated.share;
    case 'billed':
      return stated.billed;
    case 'remitPaid':
      return stated.paid;
    case 'remitContractual':
      return stated.contractual;
    case 'priorPaid':
      return stated.priorPaid;
    default:
      return old;
  }
}

const record = <K extends string, V>(names: readonly K[], of: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, V>;

function accountsOf(ledger: Ledger, drafts: readonly Draft[], texts: Texts, added: Added, only: Uint8Array | null): Accounts {
  const { accounts } = ledger;
  const copy = <C extends Column>(column: C, opens = false, blank = 0): C =>
    (column.length === 0 && opens ? new (column.constructor as new (length: number) => C)(accounts.count).fill(blank) : column.slice()) as C;
  const text = record(ACCOUNT_TEXTS, (column) => copy(accounts.text[column], added.opensAccount(column)));
  const money = record(ACCOUNT_MONEY, (column) => copy(accounts.money[column]));
  const day = record(ACCOUNT_DAYS, (column) => copy(accounts.day[column]));
  const payerParty = accounts.payerParty.map((column) => copy(column)) as [Uint16Array, Uint16Array, Uint16Array];
  if (only !== null) empty(money, only);
  const listed = accounts.payerParty[0].some((party) => party > 0);
  for (const draft of drafts) {
    const at = draft.account;
    for (const column of ACCOUNT_TEXTS) {
      const value = added.accountText(column, draft) ?? draft.texts[column];
      if (value !== undefined && text[column].length > 0) text[column][at] = texts.id(value);
    }
    for (const column of ACCOUNT_DAYS) if (draft.days[column] !== undefined && day[column].length > 0) day[column][at] = draft.days[column];
    if (draft.secondPayer > 0 && (listed || added.payerOrder)) {
      payerParty[0][at] ||= draft.plain.payer;
      payerParty[1][at] = draft.secondPayer;
    }
    relist(draft, money, at);
  }
  return { ...accounts, text, money, day, payerParty };
}

type Listed = Record<(typeof ACCOUNT_MONEY)[number], Float64Array>;

function empty(money: Listed, only: Uint8Array): void {
  for (const column of ['balance', 'insBalance', 'ptBalance', 'expected'] as const)
    money[column].forEach((_, at) => {
      if (only[at] !== 1) money[column][at] = column === 'expected' ? Number.NaN : 0;
    });
}

/** The listing follows the postings, as it would on the sheets. */
function relist(draft: Draft, money: Listed, at: number): void {
  const set = (column: 'balance' | 'insBalance' | 'ptBalance', value: number): void => {
    if (money[column].length > 0 && !Number.isNaN(money[column][at])) money[column][at] = value;
  };
  const patient = draft.rows.reduce((sum, { party, effect }) => (party === PATIENT_PARTY ? sum + effect : sum), 0);
  // Where no row moves the share to the patient, the listing does, unless a second payer takes it or nothing was billed.
  const billed = draft.secondPayer === 0 && draft.rows.some(({ kind }) => kind === Kind.Charge);
  const part = draft.plain.moved || !billed ? patient : patient + draft.plain.share;
  set('balance', draft.balance);
  set('ptBalance', part);
  set('insBalance', draft.balance - part);
}

/** Remittance rows of a drafted account, one a payment; a payment posted twice has one. */
function remittancesOf(draft: Draft): Remittance[] {
  const { plain, shape } = draft;
  const base = plain.remittance ?? (draft.takebacks.length > 0 ? shape.ledger.remittances[0] : undefined);
  if (!base) return [];
  const seen = new Set<string>();
  const rows = plain.remittance === null ? [] : draft.rows.filter(({ stated }) => stated !== null);
  const claims = rows.flatMap((row): Remittance[] => {
    const [check, icn, claim] = [draft.text(row, 'check') || base.check, draft.text(row, 'icn') || base.icn, draft.text(row, 'claim') || base.claim];
    const key = [check, icn, claim, row.texts.line ?? ''].join('|');
    if (seen.has(key) || row.stated === null) return [];
    seen.add(key);
    const { allowed, share, billed, paid, contractual, priorPaid } = row.stated;
    const status = priorPaid > 0 ? 2 : base.status;
    return [
      {
        ...base,
        account: draft.account,
        party: row.party,
        claim,
        icn,
        check,
        status,
        day: row.day as Day,
        allowed,
        patientResp: share,
        billed,
        paid,
        contractual,
        priorPaid,
      },
    ];
  });
  const lines = draft.takebacks.map(({ party, cents: size, day, claim, check }): Remittance => ({
    ...base,
    ...BLANK,
    account: draft.account,
    party,
    claim,
    check,
    icn: '',
    status: 0,
    codes: [],
    plb: 'WO',
    day: day as Day,
    paid: -size,
  }));
  return [...claims, ...lines];
}
const NONE = Number.NaN;
const BLANK = {
  billed: NONE,
  patientResp: NONE,
  allowed: NONE,
  contractual: NONE,
  sequestration: NONE,
  priorPaid: NONE,
  interest: NONE,
  otherReductions: NONE,
};

const registerOf = (ledger: Ledger, draft: Draft): Ledger['register'] => {
  const [like] = ledger.register;
  return like === undefined
    ? []
    : draft.register.map(({ payee, cents: size, day, check }) => ({ ...like, account: draft.account, payee, cents: cents(size), day: day as Day, check }));
};

/** Postings by account, in day order; ties by sheet, row and place. */
function grouped({ count, account, day, sheet, row }: Transactions, accounts: number): Pick<Ledger, 'start' | 'order'> {
  const start = new Int32Array(accounts + 1);
  for (let tx = 0; tx < count; tx++) start[(account[tx] as number) + 1]!++;
  for (let at = 0; at < accounts; at++) start[at + 1]! += start[at] as number;
  const next = start.slice(0, accounts);
  const order = new Int32Array(count);
  for (let tx = 0; tx < count; tx++) order[next[account[tx] as number]!++] = tx;
  const dayOf = (tx: number): number => day.postDay[tx] || day.serviceDay[tx] || 0;
  const before = (x: number, y: number): number =>
    dayOf(x) - dayOf(y) || (sheet[x] as number) - (sheet[y] as number) || (row[x] as number) - (row[y] as number) || x - y;
  for (let at = 0; at < accounts; at++) if ((start[at + 1] as number) - (start[at] as number) > 1) order.subarray(start[at], start[at + 1]).sort(before);
  return { start, order };
}
