/**
 * From rows to postings: which amount of a row is meant, what kind it is, and which sign group it belongs to (exports.md hazards 1 to 3, 5, 16, 17).
 * A sign group is every posting of one sheet that the billing system calls the same; `signs.ts` decides each group's sign.
 */
import { Kind } from '../core/ledger';
import { chosenFor } from './corrections';
import { Floats, Ints, Pairs } from './grow';
import type { ProblemLog } from './problemLog';
import { typeOfSheetName } from './roles';
import type { Stage } from './stage';
import { TextKind } from './rowKinds';
import { classifyWords, kindName, kindNamed, normaliseWords, refine, usualSign } from './types';
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

export interface Postings {
  readonly stage: Ints;
  readonly row: Ints;
  readonly account: Ints;
  readonly group: Ints;
  readonly meaning: Ints;
  readonly raw: Floats;
  readonly groups: SignGroup[];
  readonly meanings: TypeMeaning[];
}

export const newPostings = (): Postings => ({
  stage: new Ints(),
  row: new Ints(),
  account: new Ints(),
  group: new Ints(),
  meaning: new Ints(),
  raw: new Floats(),
  groups: [],
  meanings: [],
});

interface WideColumn {
  readonly field: string;
  readonly meaning: TypeMeaning;
}
const of = (kind: Kind, party: 'payer' | 'patient' | null = null, generic = false, direction: 0 | 1 | -1 = 0): TypeMeaning => ({
  kind,
  party,
  generic,
  direction,
  source: 'words',
});
const WIDE: readonly WideColumn[] = [
  { field: 'charge', meaning: of(Kind.Charge) },
  { field: 'lineCharge', meaning: of(Kind.Charge) },
  { field: 'payment', meaning: of(Kind.Payment, null, true) },
  { field: 'linePaid', meaning: of(Kind.Payment, null, true) },
  { field: 'insPayment', meaning: of(Kind.Payment, 'payer') },
  { field: 'ptPayment', meaning: of(Kind.Payment, 'patient') },
  { field: 'adjustment', meaning: of(Kind.WriteOff, null, true) },
  { field: 'lineAdj', meaning: of(Kind.WriteOff, null, true) },
  { field: 'contractual', meaning: of(Kind.Contractual) },
  { field: 'writeoff', meaning: of(Kind.WriteOff) },
  { field: 'badDebt', meaning: of(Kind.BadDebt) },
  { field: 'discount', meaning: of(Kind.SelfPayDiscount) },
  { field: 'refund', meaning: of(Kind.Refund) },
  { field: 'insRefund', meaning: of(Kind.Refund, 'payer') },
  { field: 'takeback', meaning: of(Kind.Takeback, 'payer') },
  { field: 'reversal', meaning: of(Kind.PaymentReversal) },
  { field: 'transfer', meaning: of(Kind.TransferBucket) },
  { field: 'transferIn', meaning: of(Kind.TransferBucket, null, false, 1) },
  { field: 'transferOut', meaning: of(Kind.TransferBucket, null, false, -1) },
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

/** What the bank says: a notice that moves no money. */
const NOTICE = of(Kind.BankReturn);
const RETURNABLE: ReadonlySet<Kind> = new Set([Kind.Unknown, Kind.Payment, Kind.WriteOff, Kind.AdjustmentReversal, Kind.PaymentReversal]);
const BANK_RETURN =
  / (nsf|bank returns?|bank returned|returned (by )?bank|returned (check|cheque|item|payment|ach|eft)|return item|check returned|bounced|insufficient funds|bad check) /;
/** True for "Bank return", "NSF" and the like; not for the fee of one, nor for writing one off. */
function saysReturned(text: string): boolean {
  if (text === '' || text.length > 200) return false;
  const words = ` ${normaliseWords(text)} `;
  return BANK_RETURN.test(words) && !/ (fee|fees|charge|writeoff|wo|write off|not|reversal of|redeposit|redeposited) /.test(words);
}

const NOT_PAID = new Set(NOT_PAID_STATUS);
const VOID = new Set(VOID_STATUS);
const NO = new Set(['', 'n', 'no', 'false', '0', 'f', 'null', 'none', 'active', 'not void', 'not voided', '-']);

export interface PostingContext {
  readonly texts: readonly string[];
  readonly codeMap: ReadonlyMap<string, string>;
  readonly corrections: Readonly<Record<string, string>>;
  readonly log: ProblemLog;
  /** Account of a stage row, −1 when it has none. */
  account(row: number): number;
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
  private readonly byType: (TypeMeaning | undefined)[] = [];
  private readonly words: (TypeMeaning | undefined)[] = [];
  private readonly pairs = [new Pairs(), new Pairs(), new Pairs(), new Pairs(), new Pairs()] as const;
  private readonly combined: (TypeMeaning | undefined)[] = [];
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
    const sided = stage.has('amount') || stage.has('debit') || stage.has('credit');
    this.typed = stage.has('type') || stage.has('code') || (stage.has('description') && sided && !stage.has('charge'));
    this.wide = WIDE.filter(({ field }) => stage.has(field) && !this.hiddenBy(field));
    this.repeats = this.typed ? new Map() : this.findRepeats();
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
    for (let row = 0; row < this.stage.count; row++) if (this.meaningOf(row).kind === Kind.Charge) return true;
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
    const account = this.context.account(row);
    const bad = this.stage.bad.get(row);
    if (account < 0) {
      this.noAccount(row);
      return;
    }
    if (bad !== undefined) this.context.incomplete(account, bad);
    const before = this.into.row.length;
    if (this.stage.has('debit') || this.stage.has('credit')) this.readDebitCredit(row, account);
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
    const meaning = known ? this.meaningOf(row) : null;
    // A credit column may show its amounts negative: the side says it already.
    if (debit) this.add(row, account, meaning ?? of(Kind.Charge), Math.abs(debit) === debit ? debit : debit, 'debit', true);
    if (credit) this.add(row, account, meaning ?? { ...of(Kind.Unknown), source: 'none', generic: true }, -this.creditSign() * credit, 'credit', true);
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
    const meaning = this.meaningOf(row);
    const amount = stage.cents('amount', row);
    const family = FAMILIES[familyOf(meaning.kind)] ?? [];
    let used: string | null = null;
    let raw = Number.NaN;
    for (const field of family) {
      const cents = stage.cents(field, row);
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
    if (stage.has('amount') && used !== null) return;
    for (const { field, meaning: column } of this.wide) {
      const cents = stage.cents(field, row);
      if (!cents || field === used || family.includes(field) || (field === 'charge' && this.chargeRows)) continue;
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
      if (cents) this.add(row, account, of(Kind.Charge), cents, 'amount', false);
    }
    for (const { field, meaning } of this.wide) {
      const cents = stage.cents(field, row);
      if (Number.isNaN(cents)) continue;
      if (cents === 0 && !(meaning.kind === Kind.Payment && this.wide.length === 1)) continue;
      const narrowed = meaning.generic && meaning.kind === Kind.WriteOff ? this.byReason(meaning, row) : meaning.generic ? this.refined(meaning, row) : meaning;
      this.add(row, account, narrowed, cents, field, false, this.repeats.get(field)?.has(row) ?? false);
    }
  }

  private readBareAmount(row: number, account: number): void {
    const cents = this.stage.cents('amount', row);
    if (Number.isNaN(cents)) return;
    if (this.sheetType !== '' || this.stage.has('drcr')) {
      this.addTyped(row, account, this.meaningOf(row), cents);
      return;
    }
    const meaning = cents >= 0 ? of(Kind.Charge) : { ...of(Kind.Unknown), source: 'none' as const, generic: true };
    this.add(row, account, meaning, cents, 'signed amount', true);
  }

  /** What a row is, from its type, code, description, method, comment and reason codes; cached by text ids. */
  private meaningOf(row: number): TypeMeaning {
    const { stage } = this;
    const typeId = stage.id('type', row);
    const codeId = stage.id('code', row);
    const first = this.pairs[0].of(typeId, codeId);
    let base = this.byType[first];
    if (base === undefined) {
      base = this.fromType(typeId, codeId);
      this.byType[first] = base;
    }
    return base.generic || base.kind === Kind.Memo ? this.refined(base, row, first) : base;
  }

  private fromType(typeId: number, codeId: number): TypeMeaning {
    const { texts, codeMap, corrections } = this.context;
    const type = texts[typeId] as string;
    const code = texts[codeId] as string;
    for (const text of [code, type]) {
      const chosen = kindNamed(chosenFor(corrections, 'type', this.stage.sheet, text) ?? '');
      if (text !== '' && chosen !== null) return { ...classifyWords(text, codeMap), kind: chosen, generic: false, source: 'map' };
    }
    const fromCode = classifyWords(code, codeMap);
    if (fromCode.source === 'map') return fromCode;
    const fromType = classifyWords(type, codeMap);
    if (fromType.source === 'map') return fromType;
    if (fromType.source === 'none') return fromCode.source === 'none' && type === '' && this.sheetType !== '' ? this.fromSheetName() : fromCode;
    return code === '' ? fromType : refine(fromType, fromCode, false);
  }

  private fromSheetName(): TypeMeaning {
    return this.sheetType === 'Bank return' ? of(Kind.BankReturn) : classifyWords(this.sheetType, new Map());
  }

  private wordsOf(id: number): TypeMeaning {
    let meaning = this.words[id];
    if (meaning === undefined) {
      meaning = classifyWords(this.context.texts[id] as string, this.context.codeMap);
      this.words[id] = meaning;
    }
    return meaning;
  }

  private refined(base: TypeMeaning, row: number, first = -1): TypeMeaning {
    const { stage } = this;
    const ids = [stage.id('description', row), stage.id('method', row), stage.id('comment', row), stage.id('carc', row)] as const;
    let key = this.pairs[1].of(first < 0 ? this.meaningId(base) + 1_000_000 : first, ids[0]);
    key = this.pairs[2].of(key, ids[1]);
    key = this.pairs[3].of(key, ids[2]);
    key = this.pairs[4].of(key, this.pairs[0].of(ids[3] + 500_000_000, stage.id('group', row)));
    let meaning = this.combined[key];
    if (meaning === undefined) {
      meaning = base;
      meaning = refine(meaning, this.wordsOf(ids[0]), false);
      meaning = refine(meaning, this.wordsOf(ids[1]), true);
      if (ids[2] !== 0 && (this.context.texts[ids[2]] as string).length < 80) meaning = refine(meaning, this.wordsOf(ids[2]), false);
      meaning = this.byReason(meaning, row);
      if (saysReturned(this.context.texts[ids[0]] as string)) meaning = this.returnedBy(meaning);
      if (meaning.source === 'none') meaning = this.answered(meaning, row);
      this.combined[key] = meaning;
    }
    return this.returned.has(meaning) && this.withoutAmount(row) ? NOTICE : meaning;
  }

  /** A row that no word tells, by what a person said of its label; '' when the row has none. */
  private answered(meaning: TypeMeaning, row: number): TypeMeaning {
    const chosen = kindNamed(chosenFor(this.context.corrections, 'type', this.stage.sheet, this.labelOf(row)) ?? '');
    return chosen === null ? meaning : { ...meaning, kind: chosen, generic: false, source: 'map' };
  }

  private readonly returned = new Set<TypeMeaning>();
  /** A row of a general type whose description says that the bank sent a payment back (domain.md 2.2, C21). */
  private returnedBy(meaning: TypeMeaning): TypeMeaning {
    if (meaning.kind === Kind.Memo) return NOTICE;
    if (!RETURNABLE.has(meaning.kind)) return meaning;
    const found: TypeMeaning = { ...of(Kind.PaymentReversal, meaning.party), source: meaning.source === 'map' ? 'map' : 'words' };
    this.returned.add(found);
    return found;
  }
  private withoutAmount(row: number): boolean {
    return !['amount', 'debit', 'credit', ...this.wide.map(({ field }) => field)].some((field) => this.stage.cents(field, row));
  }

  /** A general adjustment told apart by its group and reason codes (domain.md 1.5). */
  private byReason(meaning: TypeMeaning, row: number): TypeMeaning {
    if (!meaning.generic || meaning.kind !== Kind.WriteOff) return meaning;
    const reason = `${this.stage.text('group', row)} ${this.stage.text('carc', row)}`.toUpperCase();
    if (reason.trim() === '') return meaning;
    if (/\b253\b/.test(reason)) return { ...meaning, kind: Kind.Sequestration, generic: false };
    if (/\bPR\b/.test(reason)) return { ...meaning, kind: Kind.TransferBucket, generic: false };
    if (/\bCO\b|^\s*0*(45|24|59|97)\s*$/.test(reason)) return { ...meaning, kind: Kind.Contractual, generic: false };
    return meaning;
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
    const status = this.statusOf(row, meaning);
    const group =
      column === '' && status === '' && !repeated
        ? this.plainGroup(row, meaning)
        : this.groupOf(row, meaning, column, fixed, repeated ? 'repeated total' : status);
    const signs = this.into.groups[group] as SignGroup;
    signs.count++;
    if (raw > 0) signs.positive++;
    else if (raw < 0) signs.negative++;
    if (meaning.source === 'none') this.noteUnknown(row, account);
    if ((this.stage.kindOfText(this.stage.id('type', row)) & TextKind.Opening) !== 0)
      this.context.incomplete(account, 'It begins with a balance brought forward.');
    this.into.stage.push(this.index);
    this.into.row.push(row);
    this.into.account.push(account);
    this.into.group.push(group);
    this.into.meaning.push(this.meaningId(meaning));
    this.into.raw.push(raw);
  }

  private noteUnknown(row: number, account: number): void {
    const label = this.labelOf(row);
    const seen = this.unknown.get(label);
    if (seen === undefined) this.unknown.set(label, { rows: 1, first: this.stage.rows.get(row) });
    else seen.rows++;
    this.context.incomplete(account, label === '' ? 'It has a row without a type.' : `It has a row of a type that is not known: ${label}.`);
  }

  private labelOf(row: number): string {
    return this.stage.text('type', row) || this.stage.text('code', row) || this.stage.text('description', row);
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
    const label = this.stage.id('type', row) || this.stage.id('code', row) || this.stage.id('description', row);
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
