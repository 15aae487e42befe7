/**
 * One account as a planting rewrites it: its rows, what remittances and the register say of it, and a few cells of the listing. Rows are copies of
 * rows that stand on the sheets, with what must differ changed, so that blank cells stay blank.
 */
import { Kind, PATIENT_PARTY } from '../ledger';
import type { AccountDay, AccountText, TxMoney, TxText } from '../ledger';
import type { PlainAccount } from './plainAccounts';
import type { Shape } from './shape';

/** What the payer's remittance says of a payment. Cents. */
export interface Stated {
  readonly allowed: number;
  readonly share: number;
  readonly billed: number;
  readonly paid: number;
  readonly contractual: number;
  readonly priorPaid: number;
}

/** A row of the account. `like` is the ledger's row whose other cells it takes. */
export interface Row {
  readonly like: number;
  /** A row that the sheets do not have. */
  readonly added: boolean;
  kind: Kind;
  /** Effect on the balance: charge +, payment −. */
  effect: number;
  party: number;
  day: number;
  service: number;
  texts: Partial<Record<TxText, string>>;
  money: Partial<Record<TxMoney, number>>;
  /** Of a payer's payment. */
  stated: Stated | null;
}

export interface TakebackLine {
  readonly party: number;
  readonly cents: number;
  readonly day: number;
  readonly claim: string;
  readonly check: string;
}
export interface RegisterLine {
  readonly payee: string;
  readonly cents: number;
  readonly day: number;
  readonly check: string;
}

/** Cells that name what a row belongs to: not carried from one account to another. */
const OWN_CELLS: readonly TxText[] = [
  'txnId',
  'check',
  'claim',
  'icn',
  'line',
  'cpt',
  'carc',
  'remark',
  'comment',
  'reversalOf',
  'status',
  'visit',
  'payerText',
];

export class Draft {
  readonly rows: Row[];
  readonly texts: Partial<Record<AccountText, string>> = {};
  readonly days: Partial<Record<AccountDay, number>> = {};
  /** Party listed as the second payer; 0 = as it stands. */
  secondPayer = 0;
  /** The same check was posted twice: equal rows have one number. */
  oneCheck = false;
  readonly takebacks: TakebackLine[] = [];
  readonly register: RegisterLine[] = [];
  private serial = 0;

  constructor(
    readonly shape: Shape,
    readonly plain: PlainAccount,
  ) {
    const { start, order } = shape.ledger;
    const { account } = plain;
    this.rows = Array.from(order.subarray(start[account], start[account + 1]), (tx) => this.standing(tx));
  }

  get account(): number {
    return this.plain.account;
  }
  get key(): string {
    return this.shape.keyOf(this.plain.account);
  }
  get balance(): number {
    return this.rows.reduce((sum, { effect }) => sum + effect, 0);
  }
  /** What the account's remittance says: the truth about it. */
  get truth(): Stated {
    const { allowed, share, charges, paid } = this.plain;
    return { allowed, share, billed: charges, paid, contractual: charges - allowed, priorPaid: 0 };
  }
  /** The row of a ledger's posting. */
  row(tx: number): Row {
    const found = this.rows.find(({ like, added }) => like === tx && !added);
    if (!found) throw new RangeError('the posting is not on this account');
    return found;
  }
  get main(): Row {
    return this.row(this.plain.main);
  }

  private standing(tx: number): Row {
    const { tx: columns } = this.shape.ledger;
    const payers = columns.kind[tx] === Kind.Payment && columns.party[tx] !== PATIENT_PARTY;
    return {
      like: tx,
      added: false,
      kind: columns.kind[tx] as Kind,
      effect: columns.effect[tx] as number,
      party: columns.party[tx] as number,
      day: this.shape.dayOf(tx),
      service: columns.day.serviceDay[tx] ?? 0,
      texts: {},
      money: {},
      stated: payers ? { ...this.truth, paid: -(columns.effect[tx] as number) } : null,
    };
  }

  /** The row once more, with changes; it gets an id of its own where rows have one. */
  again(row: Row, change: Partial<Row> = {}): Row {
    const added: Row = {
      ...row,
      added: true,
      ...change,
      texts: { ...this.newId(row.like), ...row.texts, ...change.texts },
      money: { ...row.money, ...change.money },
    };
    this.rows.push(added);
    return added;
  }

  /** A row of a kind the account lacks, made like one elsewhere on the sheets; null when they show none. */
  made(like: number, change: Pick<Row, 'kind' | 'effect' | 'party' | 'day'> & Partial<Row>): Row | null {
    if (like < 0) return null;
    const cleared = Object.fromEntries(OWN_CELLS.map((column) => [column, ''])) as Partial<Record<TxText, string>>;
    const { shape, plain } = this;
    const claim = plain.main < 0 ? '' : shape.textOf('claim', plain.main);
    const own: Partial<Record<TxText, string>> = { ...cleared, claim, payerText: shape.ledger.parties[change.party]?.name ?? '', ...this.newId(like) };
    const blank = {
      allowed: Number.NaN,
      patientResp: Number.NaN,
      billed: Number.NaN,
      remitPaid: Number.NaN,
      remitContractual: Number.NaN,
      checkTotal: Number.NaN,
    };
    const more = { priorPaid: Number.NaN, interest: Number.NaN };
    const row: Row = {
      like,
      added: true,
      service: plain.service,
      stated: null,
      ...change,
      texts: { ...own, ...change.texts },
      money: { ...blank, ...more, ...change.money },
    };
    this.rows.push(row);
    return row;
  }

  remove(rows: readonly number[]): void {
    for (const tx of rows) this.rows.splice(this.rows.indexOf(this.row(tx)), 1);
  }

  /** The patient's share as if it had not been paid yet, and not moved to the patient. */
  withoutPatientMoney(): void {
    this.remove(this.plain.fromPatient);
  }

  /** The cell of a row as it will stand. */
  text(row: Row, column: TxText): string {
    return row.texts[column] ?? this.shape.textOf(column, row.like);
  }

  private newId(like: number): Partial<Record<TxText, string>> {
    const id = this.shape.textOf('txnId', like);
    return id === '' ? {} : { txnId: `${id}-T${++this.serial}` };
  }
}
