/** Postings to ledger transactions: parties, kinds by the sign they ended with, every optional column that a sheet supplied (domain.md 1.3 and 1.4). */
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../core/ledger';
import type { TxMoney, TxText } from '../core/ledger';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Accounts } from './accounts';
import { seePayers } from './listing';
import type { Corrections } from './corrections';
import { isPatientName, SEPARATE } from './payers';
import type { PayerBook } from './payers';
import type { Ints } from './grow';
import type { Postings, SignGroup } from './postings';
import type { ProblemLog } from './problemLog';
import { multiplierOf } from './signs';
import type { Stage } from './stage';
import { normaliseWords } from './types';

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
  const partyOfText = (id: number, texts: readonly string[]): number => parties.get(book.see(texts[id] as string, 0)) ?? UNKNOWN_PARTY;
  const primary = new Map<number, number[]>();
  for (const [account, { stage, row }] of accounts.listing) {
    const own = (['payer', 'payer2', 'payer3'] as const).map((field) => partyOfText(stage.id(field, row), builder.texts));
    own.forEach((party, order) => {
      if (party > PATIENT_PARTY) builder.setAccountPayer(account, order as 0 | 1 | 2, party);
    });
    primary.set(account, own);
  }
  const writer = new Writer(builder, postings, ledgers, accounts, log, primary, partyOfText, corrections);
  for (let i = 0; i < postings.raw.length; i++) writer.write(i);
  writer.report();
}

function collectPayers(ledgers: readonly Stage[], accounts: Accounts, book: PayerBook): void {
  for (const { stage, row } of accounts.listing.values()) seePayers(stage, row, book);
  for (const stage of ledgers) {
    const counts = new Map<number, { row: number; n: number }>();
    for (let row = 0; row < stage.count; row++) {
      const id = stage.id('payer', row);
      const seen = counts.get(id);
      if (seen === undefined) counts.set(id, { row, n: 1 });
      else seen.n++;
    }
    for (const { row, n } of counts.values()) {
      book.see(stage.text('payer', row), n);
      if (stage.has('finClass')) book.seeClass(book.see(stage.text('payer', row), 0), stage.text('finClass', row));
    }
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

class Writer {
  private readonly fallback = new Map<string, number>();
  private readonly textColumns = new Map<Stage, readonly { readonly ids: Ints; readonly column: TxText }[]>();
  private readonly labels = new Map<SignGroup, number>();
  private readonly bucketCache = new Map<number, number>();
  private readonly dropped = new Map<Stage, Map<string, number>>();
  constructor(
    private readonly builder: LedgerBuilder,
    private readonly postings: Postings,
    private readonly ledgers: readonly Stage[],
    private readonly accounts: Accounts,
    private readonly log: ProblemLog,
    private readonly primary: ReadonlyMap<number, readonly number[]>,
    private readonly partyOfText: (id: number, texts: readonly string[]) => number,
    private readonly corrections: Corrections,
  ) {}

  write(i: number): void {
    const { postings, builder } = this;
    const index = postings.stage.get(i);
    const stage = index < 0 ? this.accounts.listingStage(index) : (this.ledgers[index] as Stage);
    const row = postings.row.get(i);
    const group = postings.groups[postings.group.get(i)]!;
    const meaning = postings.meanings[postings.meaning.get(i)]!;
    const account = postings.account.get(i);
    const multiplier = multiplierOf(postings.groups, postings.group.get(i));
    const effect = multiplier === 0 ? 0 : postings.raw.get(i) * multiplier;
    const party =
      index < 0
        ? meaning.kind === Kind.Charge
          ? UNKNOWN_PARTY
          : (this.primary.get(account)?.[0] ?? UNKNOWN_PARTY)
        : ((meaning.kind === Kind.TransferBucket ? this.movedParty(stage, row, account, effect) : null) ??
          this.partyFor(stage, row, account, meaning.party, meaning.kind));
    const kind =
      multiplier === 0 && postings.raw.get(i) !== 0 && meaning.kind !== Kind.TransferBucket && meaning.kind !== Kind.BankReturn
        ? Kind.Memo
        : kindFor(meaning.kind, effect, party);
    if (kind === Kind.Memo && group.why !== '') this.countDropped(stage, group.why);
    const tx = builder.transaction(account, kind, effect === 0 ? 0 : effect, party, builder.sheet(stage.sheet), stage.rows.get(row));
    builder.setTxTextId(tx, 'typeText', this.labelId(group));
    if (index < 0) return;
    for (const { ids, column } of this.textsOf(stage)) builder.setTxTextId(tx, column, ids.get(row));
    builder.setTxDay(tx, 'postDay', stage.day('postDay', row) || stage.day('depositDay', row) || stage.day('serviceDay', row));
    builder.setTxDay(tx, 'serviceDay', stage.day('serviceDay', row));
    builder.setTxDay(tx, 'depositDay', stage.day('depositDay', row));
    this.writeMoney(stage, row, tx, kind);
  }

  private textsOf(stage: Stage): readonly { readonly ids: Ints; readonly column: TxText }[] {
    let columns = this.textColumns.get(stage);
    if (columns === undefined) {
      columns = TEXTS.flatMap(([field, column]) => {
        const ids = stage.ids(field);
        return ids === null ? [] : [{ ids, column }];
      });
      this.textColumns.set(stage, columns);
    }
    return columns;
  }

  private labelId(group: SignGroup): number {
    let id = this.labels.get(group);
    if (id === undefined) this.labels.set(group, (id = this.builder.text(group.label)));
    return id;
  }

  private writeMoney(stage: Stage, row: number, tx: number, kind: Kind): void {
    if (stage.moneyFields.length === 1) return;
    for (const [field, column] of MONEY) this.money(tx, column, stage.cents(field, row));
    const shares = [stage.cents('copay', row), stage.cents('coinsurance', row), stage.cents('deductible', row)];
    const stated = stage.cents('patientResp', row);
    this.money(tx, 'patientResp', Number.isNaN(stated) && !shares.every(Number.isNaN) ? shares.reduce((sum, part) => sum + (part || 0), 0) : stated);
    if (kind !== Kind.Charge && stage.has('amount')) {
      if (!stage.has('remitBilled')) this.money(tx, 'billed', stage.cents('charge', row));
      if (!stage.has('remitContractual')) this.money(tx, 'remitContractual', stage.cents('contractual', row));
    }
  }
  private money(tx: number, column: TxMoney, cents: number): void {
    if (!Number.isNaN(cents)) this.builder.setTxMoney(tx, column, cents);
  }

  /**
   * Whose part a transfer moves when its words name it ("Transfer to Patient", "Transfer from Primary to Secondary"): what is added goes to the
   * party after "to", what is taken comes from the one after "from"; null when they do not say (domain.md 1.4).
   */
  private movedParty(stage: Stage, row: number, account: number, effect: number): number | null {
    const words = ['type', 'description', 'code'].map((field) => normaliseWords(stage.text(field, row))).join(' | ');
    const target = (effect < 0 ? FROM : TO).exec(words)?.[1];
    if (target !== undefined) return this.partyOfBucket(target, account, this.partyOfText(stage.id('payer', row), this.builder.texts));
    if (effect >= 0 || !TO.test(words)) return null;
    const named = this.partyOfText(stage.id('payer', row), this.builder.texts);
    return named > PATIENT_PARTY ? named : null;
  }

  private partyOfBucket(word: string, account: number, named: number): number | null {
    if (/^(patient|pt|pat|self|guarantor|guar)/.test(word)) return PATIENT_PARTY;
    const own = this.primary.get(account) ?? [];
    const order = word.startsWith('pri') ? 0 : word.startsWith('sec') ? 1 : word.startsWith('ter') ? 2 : -1;
    if (order < 0) return named > PATIENT_PARTY ? named : null;
    const party = own[order] ?? UNKNOWN_PARTY;
    if (party !== UNKNOWN_PARTY) return party;
    return named > PATIENT_PARTY && !own.includes(named) ? named : UNKNOWN_PARTY;
  }

  /** Whose money or share a posting is. */
  private partyFor(stage: Stage, row: number, account: number, said: 'payer' | 'patient' | null, kind: Kind): number {
    const named = this.partyOfText(stage.id('payer', row), this.builder.texts);
    if (named === PATIENT_PARTY || said === 'patient') return PATIENT_PARTY;
    const bucket = this.bucketOf(stage.id('bucket', row));
    if (bucket === 4) return PATIENT_PARTY;
    if (named !== UNKNOWN_PARTY) return named;
    const own = this.primary.get(account) ?? [];
    if (bucket >= 1) return own[bucket - 1] ?? UNKNOWN_PARTY;
    if (said !== 'payer') return UNKNOWN_PARTY;
    const payers = own.filter((party) => party > PATIENT_PARTY);
    if (payers.length !== 1 || kind === Kind.Charge) return UNKNOWN_PARTY;
    this.fallback.set(stage.sheet, (this.fallback.get(stage.sheet) ?? 0) + 1);
    return this.corrections[`party:${stage.sheet}`] === 'no payer' ? UNKNOWN_PARTY : (payers[0] as number);
  }

  /** 1…3 the account's payers in order, 4 the patient, 0 nothing said. */
  private bucketOf(id: number): number {
    let bucket = this.bucketCache.get(id);
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
      this.bucketCache.set(id, bucket);
    }
    return bucket;
  }

  private countDropped(stage: Stage, why: string): void {
    let counts = this.dropped.get(stage);
    if (counts === undefined) this.dropped.set(stage, (counts = new Map<string, number>()));
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }

  report(): void {
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
