/** The end of reading: what only all sheets together show. Styles, level, join, postings, signs, proof, refusal, ledger (design.md 3 and 9). */
import type { LedgerBuilder } from '../core/ledgerBuilder';
import { Kind } from '../core/ledger';
import { Accounts } from './accounts';
import type { ColumnPlan, Grain, Plan, Reading, ReadOptions, Refusal, SheetReading } from './contract';
import { FIELD_NAMES, kindOf } from './fields';
import { chooseGrain, grainFacts } from './grain';
import type { GrainFacts } from './grain';
import { PayerBook } from './payers';
import { pour } from './pour';
import { PostingReader, Postings } from './postings';
import type { ProblemLog } from './problemLog';
import { readRegister } from './register';
import { readRemittances } from './remittances';
import { REFUSALS } from './sentences';
import { conventionOf, solveSigns } from './signs';
import type { Stage } from './stage';
import { judge, percent } from './proof';

export function finishReading(plan: Plan, stages: readonly Stage[], builder: LedgerBuilder, log: ProblemLog, options: ReadOptions): Reading {
  settleStyles(stages);
  const ledgers = stages.filter((s) => s.plan.role === 'transactions' || s.plan.role === 'mixed');
  const listings = stages.filter((s) => s.plan.role === 'accounts');
  const facts = grainFacts(ledgers, listings, builder.texts.length);
  const grain = chooseGrain(facts, options, listings.length > 0);
  const reading = (refused: Refusal | null, postings: Postings | null, accounts: Accounts | null): Reading => ({
    ledger: builder.build(),
    refused,
    grain: grain ?? options.grain ?? 'account',
    grains: describe(facts, grain),
    sheets: sheetReadings(plan, stages, postings, accounts),
    problems: log.listed,
    assumptions: log.assumptions,
  });
  columnAssumptions(plan, log);
  if (plan.refused !== null) return reading(plan.refused, null, null);
  if (ledgers.length + listings.length === 0) return reading(REFUSALS.noMoney, null, null);
  if (grain === null) return reading(options.grain === undefined ? REFUSALS.noRows : REFUSALS.grain(options.grain), null, null);

  const accounts = new Accounts(builder, log, grain, listings, ledgers, options.corrections ?? {});
  const postings = new Postings();
  for (const [index, stage] of ledgers.entries()) {
    const reader = new PostingReader(stage, index, postings, {
      texts: builder.texts,
      codeMap: options.policy.codeMap,
      corrections: options.corrections ?? {},
      log,
      accounts: (sheet) => accounts.of(sheet),
      incomplete: (account, why) => accounts.incomplete(account, why),
    });
    if (!reader.run()) return reading(REFUSALS.noType(stage.sheet), postings, accounts);
  }
  accounts.addListedTotals(postings, ledgers);
  const listed = accounts.listed(postings, ledgers);
  const proof = solveSigns(postings, listed, options.corrections ?? {}, log);
  accounts.settleListingSign(postings, listed);
  const book = new PayerBook(options.policy, options.corrections ?? {});
  pour(builder, postings, ledgers, accounts, book, log, options.corrections ?? {});
  const remittances = stages.filter((s) => s.plan.role === 'remittance');
  if (remittances.length > 0) readRemittances(builder, remittances, accounts, log, paidAmounts(postings), options.corrections ?? {});
  readRegister(
    builder,
    stages.filter((s) => s.plan.role === 'register'),
    accounts,
    log,
  );
  const refused = judge({ postings, ledgers, listings, accounts, proof, log });
  accounts.writeIncomplete();
  return reading(refused, postings, accounts);
}

/** Amounts of the payments on each account, to compare remittances with. */
function paidAmounts(postings: Postings): Map<number, Set<number>> {
  const paid = new Map<number, Set<number>>();
  for (let i = 0; i < postings.raw.length; i++) {
    if (postings.groups[postings.group.get(i)]?.kind !== Kind.Payment) continue;
    const account = postings.account.get(i);
    const amounts = paid.get(account);
    if (amounts === undefined) paid.set(account, new Set([Math.abs(postings.raw.get(i))]));
    else amounts.add(Math.abs(postings.raw.get(i)));
  }
  return paid;
}

function settleStyles(stages: readonly Stage[]): void {
  const evidence = { us: 0, european: 0, monthFirst: false, dayFirst: false };
  for (const stage of stages) stage.addEvidence(evidence);
  for (const stage of stages) stage.settle(evidence);
}

/** Fields whose column changes a balance, a party or a date. */
const MATTERS: ReadonlySet<string> = new Set(
  FIELD_NAMES.filter((f) => kindOf(f) !== 'text' || ['type', 'code', 'payer', 'drcr', 'bucket', 'voidDay', 'txStatus', 'facility', 'patient'].includes(f)),
);

/** Every column that was not certain, so that a person can change it. */
function columnAssumptions(plan: Plan, log: ProblemLog): void {
  for (const sheet of plan.sheets) {
    if (sheet.columns.length > 0 && sheet.headerRow === 0)
      log.add('no-heading', sheet.sheet, 0, `${sheet.sheet} has no heading row; its columns were told by their values.`);
    for (const column of sheet.columns) {
      if (column.twin !== undefined && !sheet.columns.some(({ field }) => field === column.twin)) assumeTwin(sheet.sheet, column, column.twin, log);
      if ((column.confidence === 'high' && column.alternatives.length === 0) || !MATTERS.has(column.field)) continue;
      log.assume({
        key: `column:${sheet.sheet}:${column.field}`,
        label: `Column for ${column.field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} on ${sheet.sheet}`,
        chosen: column.heading,
        choices: [...new Set([column.heading, ...column.alternatives, 'none'])],
        why: column.reason,
      });
    }
  }
}

const TWIN_WORDS: Readonly<Record<string, string>> = { patient: 'patient names', guarantorName: 'guarantor names', cpt: 'procedure codes' };

/** A column whose values decided between two fields of its heading: it can be read as the other one instead. */
function assumeTwin(sheet: string, column: ColumnPlan, twin: string, log: ProblemLog): void {
  log.assume({
    key: `column:${sheet}:${twin}`,
    label: `Column for ${TWIN_WORDS[twin] ?? twin} on ${sheet}`,
    chosen: 'none',
    choices: ['none', column.heading],
    why: column.reason,
  });
}

function describe(facts: readonly GrainFacts[], chosen: Grain | null): Reading['grains'] {
  return facts
    .filter((f) => f.keys > 0)
    .map((f) => ({
      grain: f.grain,
      keys: f.keys,
      matched: f.matched === null ? null : Math.round(f.matched * 1e4) / 1e4,
      note:
        f.grain === chosen
          ? 'In use.'
          : `${f.keys} keys${f.filled < 0.995 ? `, on ${percent(f.filled)} of the postings` : ''}${f.grain === 'patient' || f.grain === 'guarantor' ? '; netting here hides overpaid visits' : ''}.`,
    }));
}

function sheetReadings(plan: Plan, stages: readonly Stage[], postings: Postings | null, accounts: Accounts | null): SheetReading[] {
  return plan.sheets.map((sheet) => {
    const stage = stages.find((s) => s.plan === sheet);
    return {
      name: sheet.sheet,
      role: sheet.role,
      headerRow: sheet.headerRow,
      rows: stage?.count ?? 0,
      dropped: [...(stage?.dropped ?? [])].map(([why, rows]) => ({ why, rows })),
      columns: Object.fromEntries(sheet.columns.map((c) => [c.field, c.heading])),
      sign: stage === undefined ? '' : signOf(stage, postings),
      matched: stage === undefined || accounts === null ? null : accounts.matchRate(stage),
    };
  });
}

function signOf(stage: Stage, postings: Postings | null): string {
  if (stage.has('debit') && stage.has('credit')) return 'debit and credit columns';
  const groups = postings?.groups.filter((g) => g.sheet === stage.sheet && g.kind !== Kind.Memo) ?? [];
  if (groups.length === 0) return '';
  if (groups.every((g) => g.multiplier === 1)) return 'signed: payments lower';
  const convention = conventionOf(groups);
  return convention === 'positive'
    ? 'all positive: the type says the sign'
    : convention === 'inverse'
      ? 'inverse: charges negative'
      : 'mixed: decided for each type';
}
