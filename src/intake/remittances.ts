/** Remittance sheets (an 835, flattened) to remittances: claim totals counted once, reason codes by claim (exports.md hazards 5, 18, 19; domain.md 1.5). */
import type { Remittance } from '../core/ledger';
import { PATIENT_PARTY, UNKNOWN_PARTY } from '../core/ledger';
import type { Day } from '../core/day';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Accounts } from './accounts';
import type { Corrections } from './corrections';
import { payerKey } from './payers';
import { repeatedRows } from './postings';
import type { ProblemLog } from './problemLog';
import type { Stage } from './stage';
import { normaliseWords } from './types';

/** Pushes the remittances of every remittance sheet into the builder. */
export function readRemittances(
  builder: LedgerBuilder,
  stages: readonly Stage[],
  accounts: Accounts,
  log: ProblemLog,
  paid: ReadonlyMap<number, ReadonlySet<number>>,
  corrections: Corrections,
): void {
  for (const stage of stages) {
    const from = builder.remittances.length;
    new RemittanceReader(builder, stage, accounts, log, corrections).run();
    inDollars(builder, from, stage, log, paid, corrections);
  }
}

const AMOUNTS = ['billed', 'paid', 'patientResp', 'allowed', 'contractual', 'sequestration', 'priorPaid', 'interest', 'otherReductions'] as const;

/** A remittance written in cents beside a ledger in dollars (exports.md hazard 18): its amounts are a hundred times what was posted. */
function inDollars(
  builder: LedgerBuilder,
  from: number,
  stage: Stage,
  log: ProblemLog,
  paid: ReadonlyMap<number, ReadonlySet<number>>,
  corrections: Corrections,
): void {
  let same = 0;
  let hundredfold = 0;
  const own = builder.remittances.slice(from);
  for (const { account, paid: amount } of own) {
    const posted = paid.get(account);
    if (posted === undefined || !(amount > 0)) continue;
    if (posted.has(amount)) same++;
    else if (amount % 100 === 0 && posted.has(amount / 100)) hundredfold++;
  }
  if (hundredfold < 3 || same > hundredfold * 0.1) return;
  const cents = corrections[`units:${stage.sheet}`] !== 'dollars';
  log.assume({
    key: `units:${stage.sheet}`,
    label: `Amounts of ${stage.sheet}`,
    chosen: cents ? 'cents' : 'dollars',
    choices: ['cents', 'dollars'],
    why: `${hundredfold} claims were posted with a hundredth of the remitted amount.`,
  });
  if (!cents) return;
  log.add('units-differ', stage.sheet, 0, `The amounts of ${stage.sheet} are a hundred times what was posted (${hundredfold} claims): they are read as cents.`);
  const whole = (amount: number): number => (Number.isNaN(amount) ? amount : Math.round(amount / 100));
  own.forEach(
    (remittance, i) => (builder.remittances[from + i] = { ...remittance, ...Object.fromEntries(AMOUNTS.map((name) => [name, whole(remittance[name])])) }),
  );
}

interface Claim {
  first: number;
  rows: number[];
}

class RemittanceReader {
  private readonly once = new Map<string, Set<number>>();
  constructor(
    private readonly builder: LedgerBuilder,
    private readonly stage: Stage,
    private readonly accounts: Accounts,
    private readonly log: ProblemLog,
    corrections: Corrections,
  ) {
    const by = ['icn', 'claim', 'account'].find((f) => stage.has(f));
    if (by === undefined) return;
    for (const field of stage.moneyFields) {
      const rows = repeatedRows(stage, by, field);
      if (rows !== null && (stage.has('cpt') || stage.has('line') || stage.has('linePaid') || stage.has('carc'))) this.once.set(field, rows);
    }
    const everyLine = corrections[`repeat:${stage.sheet}`] === 'counted on every line';
    if (this.once.size > 0)
      log.assume({
        key: `repeat:${stage.sheet}`,
        label: `Amounts repeated on each line of ${stage.sheet}`,
        chosen: everyLine ? 'counted on every line' : 'counted once a claim',
        choices: ['counted once a claim', 'counted on every line'],
        why: `${[...this.once.keys()].map((f) => stage.heading(f)).join(', ')}: the same on every line of each claim.`,
      });
    if (everyLine) this.once.clear();
  }

  run(): void {
    const claims = new Map<string, Claim>();
    let unmatched = 0;
    for (let row = 0; row < this.stage.count; row++) {
      if (this.stage.id('plb', row) !== 0 || !Number.isNaN(this.stage.cents('plbAmount', row))) {
        this.builder.remittances.push(this.providerLevel(row));
        continue;
      }
      const key = ['account', 'claim', 'icn', 'check', 'claimStatus'].map((f) => this.stage.id(f, row)).join('|') + `|${this.stage.day('depositDay', row)}`;
      const claim = claims.get(key);
      if (claim === undefined) claims.set(key, { first: row, rows: [row] });
      else claim.rows.push(row);
    }
    for (const claim of claims.values()) {
      const remittance = this.claimOf(claim);
      if (remittance.account < 0) unmatched++;
      this.builder.remittances.push(remittance);
    }
    if (unmatched > 0)
      this.log.add('remittance-unmatched', this.stage.sheet, 0, `${unmatched} of ${claims.size} remitted claims name no account that is known.`);
  }

  private sum(claim: Claim, fields: readonly string[]): number {
    let total = Number.NaN;
    for (const field of fields) {
      if (!this.stage.has(field)) continue;
      for (const row of claim.rows) {
        const cents = this.stage.cents(field, row);
        if (Number.isNaN(cents) || (this.once.get(field)?.has(row) ?? false)) continue;
        total = (Number.isNaN(total) ? 0 : total) + cents;
      }
    }
    return total;
  }
  private firstOf(...fields: string[]): string[] {
    const field = fields.find((f) => this.stage.has(f));
    return field === undefined ? [] : [field];
  }

  private claimOf(claim: Claim): Remittance {
    const { stage } = this;
    const stated = this.sum(claim, this.firstOf('patientResp'));
    const parts = this.sum(claim, ['copay', 'coinsurance', 'deductible']);
    const groups = this.byGroup(claim);
    const billed = this.sum(claim, this.firstOf('lineCharge', 'remitBilled', 'charge'));
    return {
      account: this.accounts.find(stage, claim.first),
      party: this.party(claim.first),
      claim: stage.text('claim', claim.first),
      icn: stage.text('icn', claim.first),
      status: this.status(claim.first),
      check: stage.text('check', claim.first),
      day: (stage.day('depositDay', claim.first) || stage.day('postDay', claim.first)) as Day,
      billed,
      paid: this.sum(claim, this.firstOf('linePaid', 'remitPaid', 'payment', 'insPayment', 'amount')),
      patientResp: Number.isNaN(stated) ? (Number.isNaN(parts) ? groups.patient : parts) : stated,
      allowed: this.sum(claim, this.firstOf('allowed')),
      contractual: coalesce(this.sum(claim, this.firstOf('remitContractual', 'contractual')), groups.contractual),
      sequestration: coalesce(this.sum(claim, ['sequestration']), groups.sequestration),
      priorPaid: coalesce(this.sum(claim, ['priorPaid']), groups.prior),
      interest: this.sum(claim, ['interest']),
      otherReductions: coalesce(this.sum(claim, ['otherReductions']), groups.other),
      codes: this.codes(claim),
      plb: '',
      sheet: this.builder.sheet(stage.sheet),
      row: stage.rows.get(claim.first),
    };
  }

  /** Adjustments by group and reason code, where a row carries one adjustment. Once a claim when both levels are given. */
  private byGroup(claim: Claim): { contractual: number; sequestration: number; patient: number; prior: number; other: number } {
    const found = { contractual: Number.NaN, sequestration: Number.NaN, patient: Number.NaN, prior: Number.NaN, other: Number.NaN };
    const field = this.firstOf('lineAdj', 'adjustment')[0];
    if (field === undefined || !this.stage.has('group')) return found;
    const put = (name: keyof typeof found, cents: number): void => {
      found[name] = (Number.isNaN(found[name]) ? 0 : found[name]) + cents;
    };
    for (const row of claim.rows) {
      const cents = this.stage.cents(field, row);
      if (Number.isNaN(cents)) continue;
      const group = this.stage.text('group', row).toUpperCase();
      const reason = this.stage.text('carc', row).replace(/^[A-Z]+-?/i, '');
      if (group.startsWith('PR')) put('patient', cents);
      else if (reason === '253') put('sequestration', cents);
      else if (reason === '23') put('prior', cents);
      else if (group.startsWith('CO')) put('contractual', cents);
      else put('other', cents);
    }
    return found;
  }

  private codes(claim: Claim): string[] {
    const codes = new Set<string>();
    for (const row of claim.rows) {
      const group = this.stage.text('group', row);
      for (const carc of this.stage.text('carc', row).split(/[\s,;|]+/))
        if (carc !== '') codes.add(group !== '' && /^\d/.test(carc) ? `${group}-${carc}` : carc);
      for (const remark of this.stage.text('remark', row).split(/[\s,;|]+/)) if (remark !== '') codes.add(remark);
    }
    return [...codes];
  }

  private status(row: number): number {
    const words = normaliseWords(this.stage.text('claimStatus', row) || this.stage.text('txStatus', row));
    const digits = /^\d+/.exec(words);
    if (digits) return Number(digits[0]);
    if (/reversal|reversed/.test(words)) return 22;
    if (/denied|denial/.test(words)) return 4;
    return /tertiary/.test(words) ? 3 : /secondary/.test(words) ? 2 : /primary/.test(words) ? 1 : 0;
  }

  private party(row: number): number {
    const name = this.stage.text('payer', row);
    if (name === '') return UNKNOWN_PARTY;
    const key = payerKey(name);
    const found = this.builder.parties.findIndex(
      (party, i) => i > PATIENT_PARTY && (payerKey(party.name) === key || party.aliases.some((alias) => payerKey(alias) === key)),
    );
    return found < 0 ? UNKNOWN_PARTY : found;
  }

  /** A provider-level line: a positive PLB lowers the payment, so its amount is turned (domain.md 1.5). */
  private providerLevel(row: number): Remittance {
    const { stage } = this;
    const cents = coalesce(stage.cents('plbAmount', row), coalesce(stage.cents('adjustment', row), stage.cents('payment', row)));
    const nothing = Number.NaN;
    return {
      account: this.accounts.find(stage, row),
      party: this.party(row),
      claim: stage.text('claim', row),
      icn: stage.text('icn', row),
      status: 0,
      check: stage.text('check', row),
      day: (stage.day('depositDay', row) || stage.day('postDay', row)) as Day,
      billed: nothing,
      paid: cents === 0 ? 0 : -cents,
      patientResp: nothing,
      allowed: nothing,
      contractual: nothing,
      sequestration: nothing,
      priorPaid: nothing,
      interest: nothing,
      otherReductions: nothing,
      codes: [],
      plb: stage.text('plb', row),
      sheet: this.builder.sheet(stage.sheet),
      row: stage.rows.get(row),
    };
  }
}

const coalesce = (a: number, b: number): number => (Number.isNaN(a) ? b : a);
