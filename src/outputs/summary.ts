/**
 * *Credit summary*: totals and control totals (law 5), ageing (domain.md 5.7), classes, causes, payees, deadlines, unclaimed property (4.8), true
 * against false, and prevention: which cause × payee × poster × location × code brings the credits, and what share would go if it were fixed.
 * Where the Credits table holds the answer a formula asks it, so that the sheet follows a person's work; beside it stand the figures of the last
 * review.
 *
 * Example: 120.00 true overpayment and 45.00 nobody explains: All findings 165.00, True overpayment 120.00 (72.7 %), Needs review 45.00.
 */
import type { Review } from '../core/credit';
import type { Origins } from '../core/origin';
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { add, cents, centsOfNumber, negate, subtract, sum } from '../core/money';
import type { Cents } from '../core/money';
import { creditRows, dollarsOf } from './creditRows';
import type { CreditRow } from './creditRows';
import { DECISIONS, STATUSES } from './creditsColumns';
import { amountFormula, exactly, rowsFormula } from './criteria';
import type { CreditsTable, Criterion } from './criteria';
import type { OutValue } from './edit';
import { accountsOf } from './preface';
import { rewritten } from './rewrite';
import type { Rewritten, SheetToWrite, Standing } from './rewrite';
import { selfTestRows } from './selfTestRows';
import type { DatedSelfTest } from './selfTestRows';
import { SUMMARY_COLUMNS } from './summaryColumns';
import type { SummaryKey } from './summaryColumns';
import { CLASS_WORDS } from './words';

export interface SummaryContext {
  readonly credits: CreditsTable;
  readonly origins: Origins;
  readonly causeTitle: (id: string) => string;
  /** Lines of the Credit log and the hash of the last one, so that a cut tail shows; null before there is a log. */
  readonly log: { readonly lines: number; readonly hash: string } | null;
  /** Left out when none was run since the review. */
  readonly selfTest?: DatedSelfTest | undefined;
}

type Row = Readonly<Partial<Record<SummaryKey, OutValue>>>;

/** One line that both the review and the table can answer. */
interface Line {
  readonly section: string;
  readonly line: string;
  readonly criteria: readonly Criterion[];
  /** Rows that meet these too do not count. */
  readonly except?: readonly Criterion[];
  readonly test: (row: CreditRow) => boolean;
}

const AGES = [
  [0, 30],
  [31, 60],
  [61, 90],
  [91, 120],
  [121, 180],
  [181, 365],
] as const;
const MOST_LINES = 50;

const SHEET: SheetToWrite = { role: 'summary', sheetName: 'Credit summary', table: 'crb_Credit_summary', columns: SUMMARY_COLUMNS };

/** The sheet, whole: it is rewritten inside its table at each run. */
export function summaryEdit(review: Review, context: SummaryContext, standing: Standing | null): Rewritten {
  const places = standing && amountsBesideLines(standing.places);
  const change = rewritten(SHEET, prefaceOf(review), summaryRows(review, context), places ? { ...standing, places } : standing);
  return places && change.edit.kind === 'updateTable' ? { ...change, edit: { ...change.edit, places, renames: true } } : change;
}

/** On a sheet of the first version the rows stood between the lines and the amounts, where the charts would show them; null on all others. */
function amountsBesideLines({ line, rowsNow, amountNow, ...others }: Standing['places']): Standing['places'] | null {
  if (line === undefined || rowsNow !== line + 1 || amountNow !== line + 2) return null;
  return { ...others, line, amountNow: rowsNow, rowsNow: amountNow };
}

function prefaceOf(review: Review): OutValue[][] {
  return [
    ['Credit balance review: Summary'],
    ['As of', toIso(review.asOf) ?? '', accountsOf(review)],
    ['"Now" follows the Credits table; "at review" is what the last run found. Cleared rows do not count.'],
  ];
}

export function summaryRows(review: Review, context: SummaryContext): Row[] {
  const bare = { sheetNames: [], causeTitle: context.causeTitle, posting: () => null, link: () => null };
  const rows = creditRows(review, bare);
  const answer = (lines: readonly Line[], basis: Cents | null): Row[] => lines.map((line) => answered(line, rows, context.credits, basis));
  const all = amountOf(rows);
  return [
    ...answer([ALL], null),
    ...totalRows(review),
    ...answer(CLASSES, all),
    ...answer(TRUTH, amountOf(rows.filter((row) => TRUTH.some((line) => line.test(row))))),
    ...answer(AGEING, all),
    ...answer(deadlines(review.asOf), all),
    ...answer(unclaimed(review.asOf), amountOf(rows.filter((row) => row.owedToKind === 'patient'))),
    ...answer(causeLines(rows), all),
    ...answer(payeeLines(rows), all),
    ...preventionRows(rows, context, all),
    ...people(context.credits),
    ...(context.selfTest ? selfTestRows(context.selfTest) : []),
    ...logRows(context.log),
  ];
}

const centsOf = (row: CreditRow): Cents => centsOfNumber(Number(row.amount)) ?? cents(0);
const amountOf = (rows: readonly CreditRow[]): Cents => sum(rows.map(centsOf));
const shareOf = (part: Cents, whole: Cents | null): number | null => (whole === null || whole === 0 ? null : part / whole);

function answered({ section, line, criteria, except, test }: Line, rows: readonly CreditRow[], table: CreditsTable, basis: Cents | null): Row {
  const mine = rows.filter((row) => test(row));
  const amount = amountOf(mine);
  return {
    section,
    line,
    rowsNow: rowsFormula(table, criteria, except ?? null),
    amountNow: amountFormula(table, criteria, except ?? null),
    share: shareOf(amount, basis),
    rows: mine.length,
    amount: dollarsOf(amount),
  };
}

const ALL: Line = { section: 'Totals', line: 'All findings and what is open', criteria: [], test: () => true };

/** Figures of the review that no row of Credits holds alone. */
function totalRows({ totals, ledger, credits, filtered }: Review): Row[] {
  const classes = sum([totals.trueOverpayment, totals.postingError, totals.misallocated, totals.hold, totals.needsReview]);
  const asked = add(negate(totals.balance), totals.shortfall);
  const allCredit = add(totals.credit, filtered.cents);
  const debit = add(subtract(subtract(ledger.charges, ledger.payments), subtract(ledger.adjustments, ledger.refunds)), allCredit);
  const line = (text: string, amount: Cents, more: Row = {}): Row => ({ section: 'Totals', line: text, amount: dollarsOf(amount), ...more });
  return [
    line('Balance of the listed accounts', totals.balance, { rows: credits.length }),
    line('Credit', totals.credit),
    line('Shortfall', totals.shortfall),
    line('Unexplained', totals.unexplained),
    line('Control: classes less credit plus shortfall (must be 0.00)', subtract(classes, asked)),
    line('Left out by the listing policy', filtered.cents, { rows: filtered.count }),
    line('Receivables of accounts that owe, and credit as a share of them', debit, { share: debit > 0 ? shareOf(allCredit, debit) : null }),
  ];
}

const ofClass = (section: string, word: string): Line => ({ section, line: word, criteria: [['class', word]], test: (row) => row.class === word });
const CLASSES = Object.values(CLASS_WORDS).map((word) => ofClass('Class', word));

/** Settled verdicts only: holds and what needs review are neither true nor false yet. */
const TRUTH: readonly Line[] = [
  { ...ofClass('True against false', CLASS_WORDS['true-overpayment']), line: 'True: money owed back' },
  { ...ofClass('True against false', CLASS_WORDS['posting-error']), line: 'False: posting error' },
  { ...ofClass('True against false', CLASS_WORDS.misallocated), line: 'False: misallocated' },
];

/** A column of numbers or days from a to b, both included; Infinity = no end. */
function between(section: string, line: string, key: 'age' | 'due' | 'unclaimedOn', from: number, to: number): Line {
  const bound = (side: '>=' | '<=', value: number): Criterion => (key === 'age' ? [key, `${side}${value}`] : [key, side, value]);
  return {
    section,
    line,
    criteria: [bound('>=', from), ...(to === Infinity ? [] : [bound('<=', to)])],
    test: (row) => typeof row[key] === 'number' && row[key] >= from && row[key] <= to,
  };
}

const AGEING: readonly Line[] = [
  ...AGES.map(([from, to]) => between('Age in days', `${from} to ${to}`, 'age', from, to)),
  between('Age in days', 'More than 365', 'age', 366, Infinity),
  { section: 'Age in days', line: 'Not known', criteria: [], except: [['age', '>=0']], test: (row) => !(typeof row.age === 'number' && row.age >= 0) },
];

const deadlines = (asOf: Day): Line[] => [
  between('Deadline', 'Overdue', 'due', 1, asOf - 1),
  between('Deadline', 'Within 7 days', 'due', asOf, asOf + 7),
  between('Deadline', 'Within 8 to 14 days', 'due', asOf + 8, asOf + 14),
  between('Deadline', 'Within 15 to 30 days', 'due', asOf + 15, asOf + 30),
  between('Deadline', 'Later', 'due', asOf + 31, Infinity),
  { section: 'Deadline', line: 'None', criteria: [], except: [['due', '>=', 1]], test: (row) => typeof row.due !== 'number' },
];

/** Money of patients by the day after which it is unclaimed property (domain.md 4.8); an owner is usually written to 60 to 120 days before. */
const unclaimed = (asOf: Day): Line[] => [
  between('Unclaimed property', 'Unclaimed: report to the state', 'unclaimedOn', 1, asOf - 1),
  between('Unclaimed property', 'Within 120 days: write to the owner', 'unclaimedOn', asOf, asOf + 120),
  between('Unclaimed property', 'Within 121 to 365 days', 'unclaimedOn', asOf + 121, asOf + 365),
  between('Unclaimed property', 'Later', 'unclaimedOn', asOf + 366, Infinity),
  {
    section: 'Unclaimed property',
    line: 'State, its period or the day not known',
    criteria: [['owedToKind', 'patient']],
    except: [['unclaimedOn', '>=', 1]],
    test: (row) => row.owedToKind === 'patient' && typeof row.unclaimedOn !== 'number',
  },
];

function causeLines(rows: readonly CreditRow[]): Line[] {
  const titles = new Map(rows.filter((row) => row.causeId !== null).map((row) => [String(row.causeId), String(row.cause)]));
  const lines = [...titles].map(([id, title]): Line => ({
    section: 'Cause',
    line: `${id} ${title}`,
    criteria: [['causeId', id]],
    test: (row) => row.causeId === id,
  }));
  const none: Line = { section: 'Cause', line: 'No cause found', criteria: [], except: [['causeId', 'C*']], test: (row) => row.causeId === null };
  return [...lines.toSorted((a, b) => (a.line < b.line ? -1 : 1)), none];
}

/** Payers by name, most money first; everybody else by kind. Excel compares text without case, so names that differ only in case are one. */
function payeeLines(rows: readonly CreditRow[]): Line[] {
  const kind = (line: string, of: string): Line => ({ section: 'Owed to', line, criteria: [['owedToKind', of]], test: (row) => row.owedToKind === of });
  const payers = grouped(
    rows.filter((row) => row.owedToKind === 'payer'),
    (row) => fold(row.owedTo),
  );
  const named = payers.slice(0, MOST_LINES).map(([name, group]): Line => ({
    ...kind(`Payer: ${String(group[0]?.owedTo)}`, 'payer'),
    criteria: [
      ['owedToKind', 'payer'],
      ['owedTo', exactly(String(group[0]?.owedTo))],
    ],
    test: (row) => row.owedToKind === 'payer' && fold(row.owedTo) === name,
  }));
  const unnamed: Line = {
    section: 'Owed to',
    line: 'Not known yet',
    criteria: [],
    except: [['owedToKind', '?*']],
    test: (row) => row.owedToKind === null,
  };
  return [kind('All payers', 'payer'), ...named, kind('Patients', 'patient'), kind('Other accounts', 'account'), kind('Nobody (correction)', 'none'), unnamed];
}

const fold = (value: OutValue): string => String(value ?? '').toLowerCase();

/** Groups by key, the most money first, then by key so that the order is always the same. */
function grouped(rows: readonly CreditRow[], keyOf: (row: CreditRow) => string): [string, CreditRow[]][] {
  const groups = new Map<string, CreditRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  const sized = [...groups].map(([key, group]) => ({ key, group, amount: amountOf(group) }));
  return sized.toSorted((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1)).map(({ key, group }) => [key, group]);
}

/** Cause × payee × poster × location × code; patients are one payee, no name of theirs stands here. */
function preventionRows(rows: readonly CreditRow[], { origins }: SummaryContext, all: Cents): Row[] {
  const payee = (row: CreditRow): string =>
    row.owedToKind === 'patient' ? 'Patient' : row.owedToKind === 'account' ? 'Another account' : String(row.owedTo ?? '');
  const origin = (row: CreditRow): readonly string[] => {
    const { poster = '', location = '', code = '' } = origins[String(row.id)] ?? {};
    return [poster, location, code];
  };
  const groups = grouped(
    rows.filter((row) => row.causeId !== null),
    (row) => JSON.stringify([row.causeId, payee(row), ...origin(row)]),
  );
  return groups.slice(0, MOST_LINES).map(([, group]) => {
    const row = group[0] as CreditRow;
    const [poster = '', location = '', code = ''] = origin(row);
    const amount = amountOf(group);
    return {
      section: 'Prevention',
      line: `${String(row.causeId)} ${String(row.cause)}`,
      share: shareOf(amount, all),
      rows: group.length,
      amount: dollarsOf(amount),
      payer: payee(row),
      poster,
      location,
      code,
    };
  });
}

/** What people have made of it; only the table knows. */
function people(table: CreditsTable): Row[] {
  const line = (section: string, key: 'status' | 'decision', word: string): Row => ({
    section,
    line: word,
    rowsNow: rowsFormula(table, [[key, word]]),
    amountNow: amountFormula(table, [[key, word]]),
  });
  return [...STATUSES.map((word) => line('Status', 'status', word)), ...DECISIONS.map((word) => line('Decision', 'decision', word))];
}

function logRows(log: SummaryContext['log']): Row[] {
  if (!log) return [];
  return [
    { section: 'Credit log', line: 'Lines', rows: log.lines },
    { section: 'Credit log', line: 'Last hash', code: log.hash },
  ];
}

/** Where the log ended when the summary was written; null before there was a log. */
export function logEndOf(standing: Standing): SummaryContext['log'] {
  const cell = (row: readonly OutValue[], key: SummaryKey): OutValue => row[standing.places[key] ?? -1] ?? null;
  const find = (line: string): readonly OutValue[] => standing.rows.find((row) => cell(row, 'section') === 'Credit log' && cell(row, 'line') === line) ?? [];
  const [lines, hash] = [cell(find('Lines'), 'rows'), cell(find('Last hash'), 'code')];
  return typeof lines === 'number' && typeof hash === 'string' ? { lines, hash } : null;
}
