/** Postings to ledger transactions: parties, kinds by the sign they ended with, every optional column that a sheet supplied (domain.md 1.3 and 1.4). */
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../core/ledger';
import type { TxMoney, TxText } from '../core/ledger';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Accounts } from './accounts';
import { payerSeer } from './listing';
import type { PayerSeer } from './listing';
import type { Corrections } from './corrections';
import { isPatientName, SEPARATE } from './payers';
import type { PayerBook } from './payers';
import { Pairs } from './grow';
import type { Floats, Ints } from './grow';
import type { Postings, SignGroup } from './postings';
import type { ProblemLog } from './problemLog';
import { multipliersOf } from './signs';
import type { Stage } from './stage';
import { normaliseWords } from './types';
import type { TypeMeaning } from './types';

const TEXTS: readonly (readonly [string, TxText])[] = [
  ['txnId', 'txnId'],
  ['check', 'check'],
  ['claim', 'claim'],
  ['icn', 'icn'],
  ['line', 'line'],
  ['cpt', 'cpt'],
  ['method', 'method'],
  ['carc', 'carc'],
  ['group', 'group'],
  ['remark', 'remark'],
  ['batch', 'batch'],
  ['user', 'user'],
  ['comment', 'comment'],
  ['reversalOf', 'reversalOf'],
  ['txStatus', 'status'],
  ['visit', 'visit'],
  ['location', 'location'],
  ['bucket', 'bucketText'],
  ['payer', 'payerText'],
];
const MONEY: readonly (readonly [string, TxMoney])[] = [
  ['allowed', 'allowed'],
  ['remitBilled', 'billed'],
  ['remitPaid', 'remitPaid'],
  ['remitContractual', 'remitContractual'],
  ['checkTotal', 'checkTotal'],
  ['priorPaid', 'priorPaid'],
  ['interest', 'interest'],
];

/** Joins spellings of payers, gives accounts their payers, and writes every posting. */
export function pour(
  builder: LedgerBuilder,
  postings: Postings,
  ledgers: readonly Stage[],
  accounts: Accounts,
  book: PayerBook,
  log: ProblemLog,
  corrections: Corrections,
): void {
  collectPayers(ledgers, accounts, book);
  const parties = makeParties(builder, book, log);
  const named = new NamedParties(builder.texts, book, parties);
  const own = listedPayers(builder, accounts, named);
  new Writer(builder, postings, ledgers, accounts, log, own, named, corrections).run();
}

/** Party of a payer text, asked once a text. */
class NamedParties {
  private readonly byText: (number | undefined)[] = [];
  constructor(
    private readonly texts: readonly string[],
    private readonly book: PayerBook,
    private readonly parties: ReadonlyMap<string, number>,
  ) {}
  of(id: number): number {
    return (this.byText[id] ??= this.parties.get(this.book.see(this.texts[id] as string, 0)) ?? UNKNOWN_PARTY);
  }
}

/** Listed payers by account, three an account in their order; 0 where none is listed. */
class ListedPayers {
  constructor(private readonly parties: Uint16Array) {}
  at(account: number, order: number): number {
    return this.parties[account * PAYERS.length + order] ?? UNKNOWN_PARTY;
  }
  of(account: number): readonly number[] {
    return PAYERS.map((_, order) => this.at(account, order));
  }
}

const PAYERS = ['payer', 'payer2', 'payer3'] as const;
function listedPayers(builder: LedgerBuilder, { listing }: Accounts, named: NamedParties): ListedPayers {
  const parties = new Uint16Array(listing.size * PAYERS.length);
  for (let account = 0; account < listing.size; account++) {
    PAYERS.forEach((field, order) => {
      const party = named.of(listing.stageOf(account).id(field, listing.rowOf(account)));
      parties[account * PAYERS.length + order] = party;
      if (party > PATIENT_PARTY) builder.setAccountPayer(account, order as 0 | 1 | 2, party);
    });
  }
  return new ListedPayers(parties);
}

function collectPayers(ledgers: readonly Stage[], accounts: Accounts, book: PayerBook): void {
  const { listing } = accounts;
  const seers = new Map<Stage, PayerSeer>();
  for (let account = 0; account < listing.size; account++) {
    const stage = listing.stageOf(account);
    let see = seers.get(stage);
    if (see === undefined) seers.set(stage, (see = payerSeer(stage, book)));
    see(listing.rowOf(account));
  }
  for (const stage of ledgers) seePostings(stage, book);
}

/** Payers of the postings of one sheet, each spelling with its number of rows and the financial class of its first. */
function seePostings(stage: Stage, book: PayerBook): void {
  const ids = stage.ids('payer');
  const counts = new Map<number, { row: number; n: number }>();
  for (let row = 0; row < stage.count; row++) {
    const id = ids?.get(row) ?? 0;
    const seen = counts.get(id);
    if (seen === undefined) counts.set(id, { row, n: 1 });
    else seen.n++;
  }
  for (const { row, n } of counts.values()) {
    book.see(stage.text('payer', row), n);
    if (stage.has('finClass')) book.seeClass(book.see(stage.text('payer', row), 0), stage.text('finClass', row));
  }
}

/** Party index by group key of the payer book; the patient is party 1. */
function makeParties(builder: LedgerBuilder, book: PayerBook, log: ProblemLog): Map<string, number> {
  const parties = new Map<string, number>([['\u0001', PATIENT_PARTY]]);
  for (const [key, party] of book.parties()) {
    parties.set(key, builder.party(party));
    if (party.aliases.length > 1 || (party.aliases.length === 1 && party.aliases[0] !== party.name && !key.includes('\u0002')))
      assumeGroup(party.name, party.aliases, false, log);
  }
  for (const { name, aliases } of book.splits) assumeGroup(name, aliases, true, log);
  return parties;
}

/** A group of spellings, shown with the name it goes by; it can be taken apart. */
function assumeGroup(name: string, aliases: readonly string[], apart: boolean, log: ProblemLog): void {
  const joined = aliases.join(' = ');
  const others = aliases.filter((alias) => alias !== name).map((alias) => `"${alias}"`);
  log.assume({
    key: `payer:${name}`,
    label: `Payer ${name}`,
    chosen: apart ? SEPARATE : joined,
    choices: [joined, SEPARATE],
    why: apart
      ? `You chose it: ${aliases.map((alias) => `"${alias}"`).join(', ')} are payers of their own.`
      : `${others.join(', ')} ${others.length === 1 ? 'is' : 'are'} read as "${name}". For every workbook, change it with PAYER_ALIAS rows on Credit policy.`,
  });
}

const PARTY_WORD = '(patient|pt|pat|self|guarantor|guar|primary|pri|secondary|sec|tertiary|ter|insurance|ins|payer)\\b';
const TO = new RegExp(`\\b(?:transfer(?:red)?|xfer|xfr|tfr|trf|roll|forward|moved?|from [a-z]+|balance) (?:bal |balance )?to ${PARTY_WORD}`);
const FROM = new RegExp(`\\b(?:transfer(?:red)?|xfer|xfr|tfr|trf|moved?|balance) (?:bal |balance )?from ${PARTY_WORD}`);

/** Postings from…to−1 that stand on one sheet. */
interface Segment {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
  /** Listed totals, which stand for postings. */
  readonly totals: boolean;
}

/** What the words of a transfer say: the party after "to", and the one after "from". */
interface Move {
  readonly to: string | undefined;
  readonly from: string | undefined;
  readonly saysTo: boolean;
}

class Writer {
  private readonly fallback = new Map<string, number>();
  private readonly bucketCache: (number | undefined)[] = [];
  private readonly dropped = new Map<Stage, Map<string, number>>();
  private readonly movePairs = [new Pairs(), new Pairs()] as const;
  private readonly moves: (Move | undefined)[] = [];
  private readonly segments: readonly Segment[];
  private readonly columns: {
    readonly account: Int32Array;
    readonly kind: Uint8Array;
    readonly effect: Float64Array;
    readonly party: Uint16Array;
    readonly sheet: Uint8Array;
    readonly row: Int32Array;
  };
  constructor(
    private readonly builder: LedgerBuilder,
    private readonly postings: Postings,
    private readonly ledgers: readonly Stage[],
    private readonly accounts: Accounts,
    private readonly log: ProblemLog,
    private readonly own: ListedPayers,
    private readonly named: NamedParties,
    private readonly corrections: Corrections,
  ) {
    const count = postings.raw.length;
    this.segments = this.cut();
    this.columns = {
      account: postings.account.taken(),
      kind: new Uint8Array(count),
      effect: new Float64Array(count),
      party: new Uint16Array(count),
      sheet: new Uint8Array(count),
      row: this.gathered((stage) => stage.rows),
    };
  }

  run(): void {
    for (const segment of this.segments) this.write(segment);
    this.builder.adoptTransactions(this.columns);
    this.writeTexts();
    this.writeDays();
    for (const segment of this.segments) if (!segment.totals) this.writeMoney(segment);
    this.report();
  }

  private cut(): Segment[] {
    const { stage } = this.postings;
    const segments: Segment[] = [];
    for (let from = 0, to = 0; from < stage.length; from = to) {
      const index = stage.get(from);
      while (to < stage.length && stage.get(to) === index) to++;
      segments.push({ stage: index < 0 ? this.accounts.listingStage(index) : (this.ledgers[index] as Stage), from, to, totals: index < 0 });
    }
    return segments;
  }

  /** A column of the sheets by posting: the sheet's own array where each of its rows is one posting, else a new one. */
  private gathered(of: (stage: Stage, totals: boolean) => Ints | null): Int32Array {
    const { raw, row } = this.postings;
    const [only] = this.segments;
    const whole = this.segments.length === 1 && only !== undefined && only.stage.count === raw.length && this.inOrder() ? of(only.stage, only.totals) : null;
    if (whole !== null) return whole.taken();
    const column = new Int32Array(raw.length);
    for (const { stage, from, to, totals } of this.segments) {
      const values = of(stage, totals);
      if (values !== null) for (let i = from; i < to; i++) column[i] = values.get(row.get(i));
    }
    return column;
  }
  private ordered: boolean | null = null;
  private inOrder(): boolean {
    if (this.ordered !== null) return this.ordered;
    const { row } = this.postings;
    let at = 0;
    while (at < row.length && row.get(at) === at) at++;
    return (this.ordered = at === row.length);
  }

  /** Kind, effect and party of the postings of a sheet. */
  private write(segment: Segment): void {
    const { postings, columns } = this;
    const multipliers = multipliersOf(postings.groups);
    const partyOf = segment.totals ? this.partiesOfTotals() : this.partiesOf(segment.stage);
    columns.sheet.fill(this.builder.sheet(segment.stage.sheet), segment.from, segment.to);
    for (let i = segment.from; i < segment.to; i++) {
      const g = postings.group.get(i);
      const meaning = postings.meanings[postings.meaning.get(i)] as TypeMeaning;
      const raw = postings.raw.get(i);
      const multiplier = multipliers[g] as number;
      const effect = multiplier === 0 || raw === 0 ? 0 : raw * multiplier;
      if (!Number.isSafeInteger(effect)) throw new RangeError('effect must be whole cents');
      const party = partyOf(postings.row.get(i), columns.account[i] as number, meaning, effect < 0);
      const silent = multiplier === 0 && raw !== 0 && meaning.kind !== Kind.TransferBucket && meaning.kind !== Kind.BankReturn;
      const kind = silent ? Kind.Memo : kindFor(meaning.kind, effect, party);
      if (kind === Kind.Memo && (postings.groups[g] as SignGroup).why !== '') this.countDropped(segment.stage, (postings.groups[g] as SignGroup).why);
      columns.kind[i] = kind;
      columns.effect[i] = effect;
      columns.party[i] = party;
    }
  }

  private partiesOfTotals(): PartyOf {
    return (_, account, meaning) => (meaning.kind === Kind.Charge ? UNKNOWN_PARTY : this.own.at(account, 0));
  }
  private partiesOf(stage: Stage): PartyOf {
    const [payers, buckets] = [stage.ids('payer'), stage.ids('bucket')];
    return (row, account, meaning, lowers) => {
      const named = this.named.of(payers?.get(row) ?? 0);
      const moved = meaning.kind === Kind.TransferBucket ? this.movedParty(stage, row, account, lowers, named) : null;
      return moved ?? this.partyFor(stage, named, this.bucketOf(buckets?.get(row) ?? 0), account, meaning);
    };
  }

  private writeTexts(): void {
    const { groups, group } = this.postings;
    const labels = groups.map(({ label }) => this.builder.text(label));
    const types = new Int32Array(group.length);
    for (let i = 0; i < types.length; i++) types[i] = labels[group.get(i)] as number;
    this.builder.adoptTxText('typeText', types);
    for (const [field, column] of TEXTS)
      if (this.segments.some(({ stage, totals }) => !totals && stage.has(field)))
        this.builder.adoptTxText(
          column,
          this.gathered((stage, totals) => (totals ? null : stage.ids(field))),
        );
  }

  /** The post day is the deposit or service day where none is given. */
  private writeDays(): void {
    const [posted, deposited, served] = [this.daysOf('postDay'), this.daysOf('depositDay'), this.daysOf('serviceDay')];
    const complete = posted?.every((day) => day !== 0) ?? false;
    const known = complete ? posted : firstOf([posted, deposited, served], this.postings.raw.length);
    if (known !== null) this.builder.adoptTxDay('postDay', known);
    if (served !== null) this.builder.adoptTxDay('serviceDay', served);
    if (deposited !== null) this.builder.adoptTxDay('depositDay', deposited);
  }
  private daysOf(field: string): Int32Array | null {
    return this.segments.some(({ stage, totals }) => !totals && stage.has(field))
      ? this.gathered((stage, totals) => (totals ? null : stage.days(field)))
      : null;
  }

  private writeMoney({ stage, from, to }: Segment): void {
    if (stage.moneyFields.length === 1) return;
    for (const [field, column] of MONEY) this.money(column, stage.amounts(field), from, to);
    if (SHARES.some((field) => stage.has(field)))
      for (let i = from; i < to; i++) this.setMoney(i, 'patientResp', patientShare(stage, this.postings.row.get(i)));
    if (!stage.has('amount')) return;
    const isCharge = (i: number): boolean => this.columns.kind[i] === Kind.Charge;
    if (!stage.has('remitBilled')) this.money('billed', stage.amounts('charge'), from, to, isCharge);
    if (!stage.has('remitContractual')) this.money('remitContractual', stage.amounts('contractual'), from, to, isCharge);
  }
  private money(column: TxMoney, amounts: Floats | null, from: number, to: number, except: (i: number) => boolean = () => false): void {
    if (amounts === null) return;
    for (let i = from; i < to; i++) if (!except(i)) this.setMoney(i, column, amounts.get(this.postings.row.get(i)));
  }
  private setMoney(i: number, column: TxMoney, cents: number): void {
    if (!Number.isNaN(cents)) this.builder.setTxMoney(i, column, cents);
  }

  /**
   * Whose part a transfer moves when its words name it ("Transfer to Patient", "Transfer from Primary to Secondary"): what is added goes to the
   * party after "to", what is taken comes from the one after "from"; null when they do not say (domain.md 1.4).
   */
  private movedParty(stage: Stage, row: number, account: number, lowers: boolean, named: number): number | null {
    const { to, from, saysTo } = this.moveOf(stage, row);
    const target = lowers ? from : to;
    if (target !== undefined) return this.partyOfBucket(target, account, named);
    return lowers && saysTo && named > PATIENT_PARTY ? named : null;
  }

  private moveOf(stage: Stage, row: number): Move {
    const [type, description, code] = [stage.id('type', row), stage.id('description', row), stage.id('code', row)];
    const key = this.movePairs[1].of(this.movePairs[0].of(type, description), code);
    return (this.moves[key] ??= readMove([type, description, code].map((id) => normaliseWords(this.builder.texts[id] as string)).join(' | ')));
  }

  private partyOfBucket(word: string, account: number, named: number): number | null {
    if (/^(patient|pt|pat|self|guarantor|guar)/.test(word)) return PATIENT_PARTY;
    const order = word.startsWith('pri') ? 0 : word.startsWith('sec') ? 1 : word.startsWith('ter') ? 2 : -1;
    if (order < 0) return named > PATIENT_PARTY ? named : null;
    const party = this.own.at(account, order);
    if (party !== UNKNOWN_PARTY) return party;
    return named > PATIENT_PARTY && !this.own.of(account).includes(named) ? named : UNKNOWN_PARTY;
  }

  /** Whose money or share a posting is. */
  private partyFor(stage: Stage, named: number, bucket: number, account: number, { party: said, kind }: TypeMeaning): number {
    if (named === PATIENT_PARTY || said === 'patient' || bucket === 4) return PATIENT_PARTY;
    if (named !== UNKNOWN_PARTY) return named;
    if (bucket >= 1) return this.own.at(account, bucket - 1);
    if (said !== 'payer') return UNKNOWN_PARTY;
    const payers = this.own.of(account).filter((party) => party > PATIENT_PARTY);
    if (payers.length !== 1 || kind === Kind.Charge) return UNKNOWN_PARTY;
    this.fallback.set(stage.sheet, (this.fallback.get(stage.sheet) ?? 0) + 1);
    return this.corrections[`party:${stage.sheet}`] === 'no payer' ? UNKNOWN_PARTY : (payers[0] as number);
  }

  /** 1…3 the account's payers in order, 4 the patient, 0 nothing said. */
  private bucketOf(id: number): number {
    let bucket = this.bucketCache[id];
    if (bucket === undefined) {
      const text = this.builder.texts[id] as string;
      const words = normaliseWords(text);
      bucket =
        isPatientName(text) || /^(p|pt|pat|patient|self|guarantor)\b/.test(words)
          ? 4
          : /^(payer ?|ins ?|insurance ?|plan ?)?(1|i|primary|pri)( insurance| ins| payer)?$/.test(words)
            ? 1
            : /^(payer ?|ins ?|insurance ?|plan ?)?(2|ii|secondary|sec)( insurance| ins| payer)?$/.test(words)
              ? 2
              : /^(payer ?|ins ?|insurance ?|plan ?)?(3|iii|tertiary|ter)( insurance| ins| payer)?$/.test(words)
                ? 3
                : 0;
      this.bucketCache[id] = bucket;
    }
    return bucket;
  }

  private countDropped(stage: Stage, why: string): void {
    let counts = this.dropped.get(stage);
    if (counts === undefined) this.dropped.set(stage, (counts = new Map<string, number>()));
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }

  private report(): void {
    for (const [stage, counts] of this.dropped) for (const [why, rows] of counts) stage.dropped.set(`not counted: ${why}`, rows);
    for (const [sheet, rows] of this.fallback)
      this.log.assume({
        key: `party:${sheet}`,
        label: `Insurance payments without a payer on ${sheet}`,
        chosen: this.corrections[`party:${sheet}`] === 'no payer' ? 'no payer' : "the account's only payer",
        choices: ["the account's only payer", 'no payer'],
        why: `${rows} rows say insurance but name no payer, and the account lists one.`,
      });
  }
}

/** Party of a posting row; `lowers`: whether it lowers the balance. */
type PartyOf = (row: number, account: number, meaning: TypeMeaning, lowers: boolean) => number;

const readMove = (words: string): Move => ({ to: TO.exec(words)?.[1], from: FROM.exec(words)?.[1], saysTo: TO.test(words) });

/** Of columns of days, of each posting the first that is given; null without any column. */
function firstOf(columns: readonly (Int32Array | null)[], count: number): Int32Array | null {
  const given = columns.filter((column) => column !== null);
  if (given.length === 0) return null;
  const days = new Int32Array(count);
  for (const column of given) for (let i = 0; i < count; i++) days[i] ||= column[i] as number;
  return days;
}

const SHARES = ['copay', 'coinsurance', 'deductible', 'patientResp'] as const;
/** Patient share as stated, else the sum of its parts; NaN when the row gives none. */
function patientShare(stage: Stage, row: number): number {
  const stated = stage.cents('patientResp', row);
  const parts = [stage.cents('copay', row), stage.cents('coinsurance', row), stage.cents('deductible', row)];
  return Number.isNaN(stated) && !parts.every(Number.isNaN) ? parts.reduce((sum, part) => sum + (part || 0), 0) : stated;
}

/** The kind once the sign is known: a payment that raises the balance is a reversal or a takeback, a charge that lowers it a credit. */
function kindFor(kind: Kind, effect: number, party: number): Kind {
  if (kind === Kind.Charge && effect < 0) return Kind.ChargeCredit;
  if (kind === Kind.ChargeCredit && effect > 0) return Kind.Charge;
  if ((kind === Kind.Payment || kind === Kind.Deposit) && effect > 0) return party > PATIENT_PARTY ? Kind.Takeback : Kind.PaymentReversal;
  if ((kind === Kind.PaymentReversal || kind === Kind.Takeback) && effect < 0) return Kind.Payment;
  if (kind === Kind.AdjustmentReversal && effect < 0) return Kind.WriteOff;
  if ((kind === Kind.WriteOff || kind === Kind.Charity || kind === Kind.SelfPayDiscount || kind === Kind.SmallBalance || kind === Kind.BadDebt) && effect > 0)
    return Kind.AdjustmentReversal;
  return kind;
}
