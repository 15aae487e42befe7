/**
 * From rows to postings: which amount of a row is meant, what kind it is, and which sign group it belongs to (exports.md hazards 1 to 3, 5, 16, 17).
 * A sign group is every posting of one sheet that the billing system calls the same; `signs.ts` decides each group's sign.
 */
import { Kind } from '../core/ledger';
import { Echo, Pairs, Runs, Smalls } from './grow';
import type { Floats, Ints } from './grow';
import { labelOf, NOTICE, plainMeaning, RowMeanings } from './rowMeanings';
import type { ProblemLog } from './problemLog';
import { typeOfSheetName } from './roles';
import type { Stage } from './stage';
import { TextKind } from './rowKinds';
import { kindName, normaliseWords, usualSign } from './types';
import type { TypeMeaning } from './types';
import { NOT_PAID_STATUS, VOID_STATUS } from './typeVocabulary';

export interface SignGroup {
  readonly sheet: string;
  readonly label: string;
  readonly kind: Kind;
  readonly generic: boolean;
  /** The sign the effect of such postings has; 0 when either. */
  readonly usual: 1 | -1 | 0;
  /** Effects already known from debit and credit columns or flags. */
  readonly fixed: boolean;
  /** For rows that may not count (void, pending, repeated totals): the group whose sign they share, else −1. */
  readonly base: number;
  readonly why: string;
  count: number;
  positive: number;
  negative: number;
  /** +1 as written, −1 turned, 0 not counted. */
  multiplier: 1 | -1 | 0;
  /** Accounts that prove it; filled by the solver. */
  proof: string;
}

/** Postings in the order of their sheets. Most sheets hold one posting a row, so that accounts and amounts are those of the sheet's own columns. */
export class Postings {
  /** Place of the posting's table; below 0 a listing's. */
  readonly stage = new Runs();
  readonly row = new Echo<Int32Array>((length) => new Int32Array(length));
  readonly account = new Echo<Int32Array>((length) => new Int32Array(length));
  readonly group = new Smalls();
  readonly meaning = new Smalls();
  /** Cents as written. */
  readonly raw = new Echo<Float64Array>((length) => new Float64Array(length));
  readonly groups: SignGroup[] = [];
  readonly meanings: TypeMeaning[] = [];

  push(stage: number, row: number, account: number, group: number, meaning: number, raw: number): void {
    this.stage.push(stage);
    this.row.push(row);
    this.account.push(account);
    this.group.push(group);
    this.meaning.push(meaning);
    this.raw.push(raw);
  }
}

/** A column of amounts by its field. */
interface AmountColumn {
  readonly field: string;
  readonly amounts: Floats;
}
interface WideColumn {
  readonly field: string;
  readonly meaning: TypeMeaning;
}
const WIDE: readonly WideColumn[] = [
  { field: 'charge', meaning: plainMeaning(Kind.Charge) },
  { field: 'lineCharge', meaning: plainMeaning(Kind.Charge) },
  { field: 'payment', meaning: plainMeaning(Kind.Payment, null, true) },
  { field: 'linePaid', meaning: plainMeaning(Kind.Payment, null, true) },
  { field: 'insPayment', meaning: plainMeaning(Kind.Payment, 'payer') },
  { field: 'ptPayment', meaning: plainMeaning(Kind.Payment, 'patient') },
  { field: 'adjustment', meaning: plainMeaning(Kind.WriteOff, null, true) },
  { field: 'lineAdj', meaning: plainMeaning(Kind.WriteOff, null, true) },
  { field: 'contractual', meaning: plainMeaning(Kind.Contractual) },
  { field: 'writeoff', meaning: plainMeaning(Kind.WriteOff) },
  { field: 'badDebt', meaning: plainMeaning(Kind.BadDebt) },
  { field: 'discount', meaning: plainMeaning(Kind.SelfPayDiscount) },
  { field: 'refund', meaning: plainMeaning(Kind.Refund) },
  { field: 'insRefund', meaning: plainMeaning(Kind.Refund, 'payer') },
  { field: 'takeback', meaning: plainMeaning(Kind.Takeback, 'payer') },
  { field: 'reversal', meaning: plainMeaning(Kind.PaymentReversal) },
  { field: 'transfer', meaning: plainMeaning(Kind.TransferBucket) },
  { field: 'transferIn', meaning: plainMeaning(Kind.TransferBucket, null, false, 1) },
  { field: 'transferOut', meaning: plainMeaning(Kind.TransferBucket, null, false, -1) },
];
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  charge: ['lineCharge', 'charge'],
  payment: ['linePaid', 'payment', 'insPayment', 'ptPayment'],
  adjustment: ['lineAdj', 'adjustment', 'contractual', 'writeoff', 'discount', 'badDebt'],
  refund: ['refund', 'insRefund', 'payment'],
  takeback: ['takeback', 'payment', 'insPayment'],
  reversal: ['reversal', 'payment', 'insPayment', 'ptPayment'],
  transfer: ['transfer', 'transferIn', 'transferOut'],
};

function familyOf(kind: Kind): string {
  switch (kind) {
    case Kind.Charge:
    case Kind.ChargeCredit:
      return 'charge';
    case Kind.Payment:
    case Kind.Deposit:
    case Kind.Capitation:
    case Kind.Interest:
    case Kind.BankReturn:
      return 'payment';
    case Kind.Contractual:
    case Kind.Sequestration:
    case Kind.WriteOff:
    case Kind.Charity:
    case Kind.SelfPayDiscount:
    case Kind.SmallBalance:
    case Kind.BadDebt:
    case Kind.AdjustmentReversal:
      return 'adjustment';
    case Kind.Refund:
      return 'refund';
    case Kind.Takeback:
      return 'takeback';
    case Kind.PaymentReversal:
      return 'reversal';
    case Kind.TransferAccount:
    case Kind.TransferBucket:
      return 'transfer';
    case Kind.Memo:
    case Kind.Unknown:
      return '';
  }
}

/** By kind: the columns of its family that the sheet has, in their order. */
const familyColumns = (stage: Stage): readonly (readonly AmountColumn[])[] =>
  Object.values(Kind).map((kind) =>
    (FAMILIES[familyOf(kind)] ?? []).flatMap((field) => {
      const amounts = stage.amounts(field);
      return amounts === null ? [] : [{ field, amounts }];
    }),
  );

const NOT_PAID = new Set(NOT_PAID_STATUS);
const VOID = new Set(VOID_STATUS);
const NO = new Set(['', 'n', 'no', 'false', '0', 'f', 'null', 'none', 'active', 'not void', 'not voided', '-']);

export interface PostingContext {
  readonly texts: readonly string[];
  readonly codeMap: ReadonlyMap<string, string>;
  readonly corrections: Readonly<Record<string, string>>;
  readonly log: ProblemLog;
  /** Account of each row of a sheet, −1 where a row has none. */
  accounts(stage: Stage): Int32Array;
  /** Marks an account as not fully read. */
  incomplete(account: number, why: string): void;
}

/** Reads the postings of one table into `into`. */
export class PostingReader {
  private readonly wide: readonly WideColumn[];
  private readonly typed: boolean;
  private readonly groupIds = new Map<string, number>();
  private readonly meaningIds = new Map<string, number>();
  private readonly meaningCache = new Map<TypeMeaning, number>();
  private readonly plainGroups = new Pairs();
  private readonly plainGroupIds: (number | undefined)[] = [];
  private readonly meanings: RowMeanings;
  private readonly families: readonly (readonly AmountColumn[])[];
  private readonly types: Ints | null;
  private readonly statuses: Ints | null;
  private readonly hasVoidDay: boolean;
  private readonly amounts: Floats | null;
  private readonly sided: boolean;
  private accounts: Int32Array = new Int32Array(0);
  private readonly statusKind: number[] = [];
  private readonly sheetType: string;
  private readonly repeats: ReadonlyMap<string, ReadonlySet<number>>;
  private readonly unknown = new Map<string, { rows: number; first: number }>();
  private noAmount = 0;
  private chargeRows = false;

  constructor(
    private readonly stage: Stage,
    private readonly index: number,
    private readonly into: Postings,
    private readonly context: PostingContext,
  ) {
    this.sheetType = typeOfSheetName(stage.sheet);
    this.sided = stage.has('debit') || stage.has('credit');
    const amounts = stage.has('amount') || this.sided;
    this.typed = stage.has('type') || stage.has('code') || (stage.has('description') && amounts && !stage.has('charge'));
    this.types = stage.ids('type');
    this.statuses = stage.ids('txStatus');
    this.hasVoidDay = stage.has('voidDay');
    this.amounts = stage.amounts('amount');
    this.families = familyColumns(stage);
    this.wide = WIDE.filter(({ field }) => stage.has(field) && !this.hiddenBy(field));
    this.repeats = this.typed ? new Map() : this.findRepeats();
    this.meanings = new RowMeanings(stage, context, this.sheetType, (row) => this.withoutAmount(row));
  }

  private hiddenBy(field: string): boolean {
    if (field === 'charge') return this.stage.has('lineCharge');
    if (field === 'payment') return this.stage.has('linePaid') || this.stage.has('insPayment') || this.stage.has('ptPayment');
    if (field === 'adjustment') return this.stage.has('lineAdj') || this.stage.has('contractual');
    return false;
  }

  /** True when the layout says what the amounts are; false = refuse (no type, one sign). */
  run(): boolean {
    const { stage } = this;
    if (!this.typed && this.wide.length === 0 && stage.has('amount') && this.sheetType === '' && !stage.has('drcr') && !this.bothSigns()) return false;
    if (this.typed) this.chargeRows = this.anyCharge();
    this.untangleOpenEmr();
    this.accounts = this.context.accounts(stage);
    this.into.account.follow(this.accounts);
    if (this.amounts !== null) this.into.raw.follow(this.amounts.whole);
    for (let row = 0; row < stage.count; row++) this.readRow(row);
    this.report();
    return true;
  }

  private bothSigns(): boolean {
    let plus = false;
    let minus = false;
    for (let row = 0; row < this.stage.count; row++) {
      const cents = this.stage.cents('amount', row);
      if (cents > 0) plus = true;
      if (cents < 0) minus = true;
    }
    return plus && minus;
  }

  private anyCharge(): boolean {
    for (let row = 0; row < this.stage.count; row++) if (this.meanings.of(row).kind === Kind.Charge) return true;
    return false;
  }

  /** A "Paid" that is charge less balance holds the write-offs already (exports.md 1, OpenEMR). */
  private untangleOpenEmr(): void {
    const { stage } = this;
    if (this.typed || !['charge', 'payment', 'adjustment', 'balance'].every((f) => stage.has(f))) return;
    let apart = 0;
    let within = 0;
    for (let row = 0; row < stage.count; row++) {
      const [charge, paid, adj, balance] = ['charge', 'payment', 'adjustment', 'balance'].map((f) => stage.cents(f, row) || 0) as [
        number,
        number,
        number,
        number,
      ];
      if (adj === 0) continue;
      if (charge - Math.abs(paid) - Math.abs(adj) === balance) apart++;
      else if (charge - paid === balance) within++;
    }
    if (within < 3 || within <= apart * 4) return;
    const alone = this.context.corrections[`paid:${stage.sheet}`] === 'payments alone';
    for (let row = 0; row < stage.count && !alone; row++)
      if (stage.cents('adjustment', row)) stage.setCents('payment', row, (stage.cents('payment', row) || 0) - Math.abs(stage.cents('adjustment', row)));
    this.context.log.assume({
      key: `paid:${stage.sheet}`,
      label: `${stage.heading('payment')} on ${stage.sheet}`,
      chosen: alone ? 'payments alone' : 'includes write-offs',
      choices: ['includes write-offs', 'payments alone'],
      why: `On ${within} rows the charge less ${stage.heading('payment')} is the balance, although there are adjustments.`,
    });
  }

  private readRow(row: number): void {
    const account = this.accounts[row] as number;
    if (account < 0) {
      this.noAccount(row);
      return;
    }
    const bad = this.stage.bad.size === 0 ? undefined : this.stage.bad.get(row);
    if (bad !== undefined) this.context.incomplete(account, bad);
    const before = this.into.row.length;
    if (this.sided) this.readDebitCredit(row, account);
    else if (this.typed) this.readTyped(row, account);
    else if (this.wide.length > 0) this.readWide(row, account);
    else this.readBareAmount(row, account);
    if (this.into.row.length === before && bad === undefined) this.noAmount++;
  }

  private noAccount(row: number): void {
    let total = 0;
    for (const field of this.stage.moneyFields)
      if (field === 'amount' || this.wide.some((w) => w.field === field) || field === 'credit' || field === 'debit' || field === 'unapplied')
        total += Math.abs(this.stage.cents(field, row) || 0);
    const unapplied = ['type', 'description', 'payer', 'comment', 'patient'].some(
      (f) => (this.stage.kindOfText(this.stage.id(f, row)) & TextKind.Unapplied) !== 0,
    );
    const alone =
      ['type', 'description', 'payer', 'patient', 'code', 'check'].every((f) => this.stage.id(f, row) === 0) && this.stage.day('postDay', row) === 0;
    this.count(unapplied ? 'unapplied money without an account' : 'rows without an account');
    this.context.log.add(
      alone ? 'amount-alone' : 'no-account',
      this.stage.sheet,
      this.stage.rows.get(row),
      `${unapplied ? 'Unapplied money' : 'A row'} of ${(total / 100).toFixed(2)} has no account.`,
    );
  }

  private count(why: string): void {
    this.stage.dropped.set(why, (this.stage.dropped.get(why) ?? 0) + 1);
  }

  private readDebitCredit(row: number, account: number): void {
    const { stage } = this;
    const debit = stage.cents('debit', row);
    const credit = stage.cents('credit', row);
    const known = this.typed || this.sheetType !== '';
    const meaning = known ? this.meanings.of(row) : null;
    // A credit column may show its amounts negative: the side says it already.
    if (debit) this.add(row, account, meaning ?? plainMeaning(Kind.Charge), Math.abs(debit) === debit ? debit : debit, 'debit', true);
    if (credit)
      this.add(row, account, meaning ?? { ...plainMeaning(Kind.Unknown), source: 'none', generic: true }, -this.creditSign() * credit, 'credit', true);
    if (!debit && !credit && (debit === 0 || credit === 0) && meaning !== null) this.add(row, account, meaning, 0, 'zero', true);
    if (!debit && !credit && Number.isNaN(debit) && Number.isNaN(credit) && meaning !== null) {
      const amount = stage.cents('amount', row);
      if (!Number.isNaN(amount)) this.add(row, account, meaning, amount, '', false);
    }
  }

  private creditSignCache: 1 | -1 | 0 = 0;
  private creditSign(): 1 | -1 {
    if (this.creditSignCache !== 0) return this.creditSignCache;
    let balance = 0;
    for (let row = 0; row < this.stage.count; row++) balance += Math.sign(this.stage.cents('credit', row) || 0);
    this.creditSignCache = balance < 0 ? -1 : 1;
    return this.creditSignCache;
  }

  private readTyped(row: number, account: number): void {
    const { stage } = this;
    const meaning = this.meanings.of(row);
    const amount = this.amounts === null ? Number.NaN : this.amounts.get(row);
    const family = this.families[meaning.kind] as readonly AmountColumn[];
    let used: string | null = null;
    let raw = Number.NaN;
    for (const { field, amounts } of family) {
      const cents = amounts.get(row);
      if (Number.isNaN(cents) || (cents === 0 && raw === raw)) continue;
      raw = cents;
      used = field;
      if (cents !== 0) break;
    }
    if ((Number.isNaN(raw) || raw === 0) && !Number.isNaN(amount) && (amount !== 0 || Number.isNaN(raw))) {
      raw = amount;
      used = 'amount';
    }
    if (!Number.isNaN(raw) || meaning === NOTICE) this.addTyped(row, account, meaning, raw || 0);
    if (this.amounts !== null && used !== null) return;
    for (const { field, meaning: column } of this.wide) {
      const cents = stage.cents(field, row);
      if (!cents || field === used || family.some((own) => own.field === field) || (field === 'charge' && this.chargeRows)) continue;
      this.add(row, account, column, cents, field, false);
      raw = cents;
    }
  }

  private addTyped(row: number, account: number, meaning: TypeMeaning, raw: number): void {
    if (!this.stage.has('drcr')) {
      this.add(row, account, meaning, raw, '', false);
      return;
    }
    const flag = normaliseWords(this.stage.text('drcr', row));
    const side =
      /^(d|dr|debit|db|\+|plus)$/.test(flag) || this.stage.text('drcr', row).trim() === '+'
        ? 1
        : /^(c|cr|credit|minus)$/.test(flag) || this.stage.text('drcr', row).trim() === '-'
          ? -1
          : 0;
    if (side === 0) {
      this.add(row, account, meaning, raw, '', false);
      return;
    }
    this.add(row, account, meaning, side * (raw < 0 && side < 0 ? -raw : raw), 'flag', true);
  }

  private readWide(row: number, account: number): void {
    const { stage } = this;
    const amountIsCharge = stage.has('amount') && !this.wide.some((w) => w.meaning.kind === Kind.Charge) && this.sheetType !== 'Payment';
    if (amountIsCharge) {
      const cents = stage.cents('amount', row);
      if (cents) this.add(row, account, plainMeaning(Kind.Charge), cents, 'amount', false);
    }
    for (const { field, meaning } of this.wide) {
      const cents = stage.cents(field, row);
      if (Number.isNaN(cents)) continue;
      if (cents === 0 && !(meaning.kind === Kind.Payment && this.wide.length === 1)) continue;
      const narrowed =
        meaning.generic && meaning.kind === Kind.WriteOff
          ? this.meanings.byReason(meaning, row)
          : meaning.generic
            ? this.meanings.refined(meaning, row)
            : meaning;
      this.add(row, account, narrowed, cents, field, false, this.repeats.get(field)?.has(row) ?? false);
    }
  }

  private readBareAmount(row: number, account: number): void {
    const cents = this.stage.cents('amount', row);
    if (Number.isNaN(cents)) return;
    if (this.sheetType !== '' || this.stage.has('drcr')) {
      this.addTyped(row, account, this.meanings.of(row), cents);
      return;
    }
    const meaning = cents >= 0 ? plainMeaning(Kind.Charge) : { ...plainMeaning(Kind.Unknown), source: 'none' as const, generic: true };
    this.add(row, account, meaning, cents, 'signed amount', true);
  }

  private withoutAmount(row: number): boolean {
    return !['amount', 'debit', 'credit', ...this.wide.map(({ field }) => field)].some((field) => this.stage.cents(field, row));
  }

  private meaningId(meaning: TypeMeaning): number {
    const cached = this.meaningCache.get(meaning);
    if (cached !== undefined) return cached;
    const key = `${meaning.kind}|${meaning.party ?? ''}|${meaning.direction}|${meaning.source}|${String(meaning.generic)}`;
    let id = this.meaningIds.get(key);
    if (id === undefined) {
      id = this.into.meanings.push(meaning) - 1;
      this.meaningIds.set(key, id);
    }
    this.meaningCache.set(meaning, id);
    return id;
  }

  private add(row: number, account: number, meaning: TypeMeaning, raw: number, column: string, fixed: boolean, repeated = false): void {
    const status = this.statuses === null && !this.hasVoidDay ? '' : this.statusOf(row, meaning);
    const group =
      column === '' && status === '' && !repeated
        ? this.plainGroup(row, meaning)
        : this.groupOf(row, meaning, column, fixed, repeated ? 'repeated total' : status);
    const signs = this.into.groups[group] as SignGroup;
    signs.count++;
    if (raw > 0) signs.positive++;
    else if (raw < 0) signs.negative++;
    if (meaning.source === 'none') this.noteUnknown(row, account);
    if (this.types !== null && (this.stage.kindOfText(this.types.get(row)) & TextKind.Opening) !== 0)
      this.context.incomplete(account, 'It begins with a balance brought forward.');
    this.into.push(this.index, row, account, group, this.meaningId(meaning), raw);
  }

  private noteUnknown(row: number, account: number): void {
    const label = this.labelOf(row);
    const seen = this.unknown.get(label);
    if (seen === undefined) this.unknown.set(label, { rows: 1, first: this.stage.rows.get(row) });
    else seen.rows++;
    this.context.incomplete(account, label === '' ? 'It has a row without a type.' : `It has a row of a type that is not known: ${label}.`);
  }

  private labelOf(row: number): string {
    return labelOf(this.stage, row);
  }

  private statusOf(row: number, meaning: TypeMeaning): string {
    const { stage } = this;
    if (stage.has('voidDay') && !NO.has(normaliseWords(stage.text('voidDay', row)))) return 'void';
    const id = stage.id('txStatus', row);
    if (id === 0) return '';
    let kind = this.statusKind[id];
    if (kind === undefined) {
      const words = normaliseWords(stage.text('txStatus', row));
      kind = VOID.has(words) ? 1 : NOT_PAID.has(words) || NOT_PAID.has(words.split(' ')[0] as string) ? 2 : 0;
      this.statusKind[id] = kind;
    }
    const money = meaning.kind === Kind.Payment || meaning.kind === Kind.Deposit || meaning.kind === Kind.Refund || meaning.kind === Kind.Capitation;
    return kind === 1 ? 'void' : kind === 2 && money ? normaliseWords(stage.text('txStatus', row)) : '';
  }

  /** The common case of `groupOf`, looked up by text ids. */
  private plainGroup(row: number, meaning: TypeMeaning): number {
    const label = this.types?.get(row) || this.stage.id('code', row) || this.stage.id('description', row);
    const key = this.plainGroups.of(label, this.meaningId(meaning));
    return (this.plainGroupIds[key] ??= this.groupOf(row, meaning, '', false, ''));
  }

  private groupOf(row: number, meaning: TypeMeaning, column: string, fixed: boolean, off: string): number {
    const label =
      column !== '' && column !== 'flag' && column !== 'zero' && !(fixed && this.typed)
        ? this.stage.heading(column) || column
        : this.labelOf(row) || this.sheetType || kindName(meaning.kind);
    const key = `${fixed ? column : ''}|${label}|${meaning.kind}|${meaning.direction}|${off}`;
    const found = this.groupIds.get(key);
    if (found !== undefined) return found;
    const base = off === '' ? -1 : this.groupOf(row, meaning, column, fixed, '');
    const usual = meaning.direction !== 0 ? meaning.direction : usualSign(meaning.kind);
    const id =
      this.into.groups.push({
        sheet: this.stage.sheet,
        label,
        kind: meaning.kind,
        generic: meaning.generic || meaning.source === 'none',
        usual,
        fixed,
        base,
        why: off,
        count: 0,
        positive: 0,
        negative: 0,
        multiplier: 1,
        proof: '',
      }) - 1;
    this.groupIds.set(key, id);
    return id;
  }

  /** Claim totals repeated on each line: constant within every claim that has several lines (exports.md hazard 5). */
  private findRepeats(): Map<string, Set<number>> {
    const found = new Map<string, Set<number>>();
    const by = ['claim', 'icn'].find((f) => this.stage.has(f));
    if (by === undefined || !(this.stage.has('cpt') || this.stage.has('line') || this.stage.has('lineCharge') || this.stage.has('linePaid'))) return found;
    const fields = this.wide.map((w) => w.field).filter((field) => !field.startsWith('line'));
    for (const least of [3, 1]) {
      if (least === 1 && found.size === 0) break;
      for (const field of fields) {
        const rows = found.has(field) ? null : repeatedRows(this.stage, by, field, least);
        if (rows !== null) found.set(field, rows);
      }
    }
    return found;
  }

  private report(): void {
    const { stage, context } = this;
    if (this.noAmount > 0) stage.dropped.set('rows without an amount', (stage.dropped.get('rows without an amount') ?? 0) + this.noAmount);
    for (const [label, { rows, first }] of this.unknown) {
      context.log.add(
        'type-unknown',
        stage.sheet,
        first,
        label === '' ? `${rows} rows have an amount but no type.` : `The type "${label.slice(0, 60)}" is not known (${rows} rows).`,
      );
      context.log.assume({
        key: `type:${stage.sheet}:${label}`,
        label: `"${label.slice(0, 60)}" on ${stage.sheet}`,
        chosen: 'Unknown',
        choices: Object.keys(Kind),
        why: 'Neither the code map nor the built-in words know it.',
      });
    }
  }
}

/** Rows beyond the first of each group in which a money column repeats one value; null when the column differs inside groups, or too few groups show it. */
export function repeatedRows(stage: Stage, by: string, field: string, least = 3): Set<number> | null {
  const first = new Map<number, number>();
  const constant = new Map<number, boolean>();
  const extra = new Set<number>();
  for (let row = 0; row < stage.count; row++) {
    const key = stage.id(by, row);
    const cents = stage.cents(field, row);
    if (key === 0 || Number.isNaN(cents) || cents === 0) continue;
    const seen = first.get(key);
    if (seen === undefined) first.set(key, cents);
    else {
      constant.set(key, (constant.get(key) ?? true) && cents === seen);
      extra.add(row);
    }
  }
  const groups = [...constant.values()];
  return groups.length >= least && groups.every(Boolean) ? extra : null;
}
