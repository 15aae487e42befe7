/** The review as JSON, exactly as design.md 9: amounts as decimal text, dates ISO, unknown = null, rows 1-based as Excel shows them. */
import type { CheckResult, Credit, Review, ReviewScope, SettledFinding, Underpayment } from '../core/credit';
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { subtract, toDecimalText, ZERO } from '../core/money';
import type { Problem, Refusal, SheetPlan, SheetReading } from '../intake/contract';
import type { ListedTotals } from './listedTotals';
import type { SelfTestJson } from './selfTestReport';
import type { Correction, ReadingSummary, Scan } from './session';

type Text<T> = { readonly [K in keyof T]: string };

export interface ReviewJson {
  readonly asOf: string | null;
  readonly grain: string;
  readonly refused: Refusal | null;
  readonly sheets: readonly SheetJson[];
  readonly ledger: {
    readonly accounts: number;
    readonly transactions: number;
    readonly charges: string;
    readonly payments: string;
    readonly adjustments: string;
    readonly refunds: string;
  };
  readonly credits: readonly CreditJson[];
  readonly problems: readonly Problem[];
  readonly totals: Text<Review['totals']>;
  readonly reading: Pick<ReadingSummary, 'assumptions' | 'grains'> & {
    readonly dropped: readonly { readonly sheet: string; readonly why: string; readonly rows: number }[];
    /** Listed balances against what was posted; null when no balance is listed. */
    readonly control: null | {
      readonly accounts: number;
      readonly agree: number;
      readonly unposted: number;
      readonly listed: string;
      readonly posted: string;
      readonly difference: string;
    };
    readonly corrections: readonly Correction[];
  };
  readonly underpayments: readonly UnderpaymentJson[];
  readonly filtered: { readonly count: number; readonly amount: string; readonly why: string };
  /** Left out when none was run. */
  readonly selfTest?: SelfTestJson;
  /** Left out when all credits are listed. */
  readonly scope?: { readonly what: string; readonly leftOut: { readonly accounts: number; readonly credit: string } };
}
export interface SheetJson {
  readonly name: string;
  readonly role: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly sign: string;
  readonly matched: number | null;
}
export interface CreditJson {
  readonly id: string;
  readonly account: string;
  readonly patient: string | null;
  readonly balance: string;
  readonly credit: string;
  readonly hidden: boolean;
  readonly class: string;
  readonly confidence: string;
  readonly shortfall: string;
  readonly unexplained: string;
  readonly since: string | null;
  readonly findings: readonly FindingJson[];
  /** `cleared`: the words by which a person cleared it. */
  readonly checks: readonly Pick<CheckResult, 'id' | 'result' | 'severity' | 'message' | 'cleared'>[];
  readonly rivals: readonly {
    readonly finding: string;
    readonly cause: string;
    readonly class: string;
    readonly amount: string;
    readonly because: string;
    readonly decidedBy: string;
  }[];
}
export interface FindingJson {
  readonly id: string;
  readonly cause: string;
  readonly variant: string | null;
  readonly class: string;
  readonly amount: string;
  readonly party: string;
  readonly owedTo: { readonly kind: string; readonly name: string };
  readonly resolution: string;
  readonly evidence: string;
  readonly confidence: string;
  readonly level: string;
  readonly due: string | null;
  readonly dueBasis: string | null;
  readonly rows: readonly { readonly sheet: string; readonly row: number }[];
  readonly because: string;
  /** A person said *Not a credit* at this very amount. */
  readonly setAside?: boolean;
}
export interface UnderpaymentJson {
  readonly account: string;
  readonly patient: string | null;
  readonly party: string;
  readonly amount: string;
  readonly since: string | null;
  readonly source: string;
  readonly because: string;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const isoOrNull = (value: Day): string | null => toIso(value);

export function reviewJson(scan: Scan): ReviewJson {
  const { review, reading } = scan;
  return {
    asOf: toIso(scan.asOf),
    grain: reading.grain,
    refused: scan.refused,
    sheets: sheetsJson(scan.plan.sheets, reading.sheets),
    ledger: ledgerJson(review, reading),
    credits: (review?.credits ?? []).map((credit) => creditJson(credit, reading.sheetNames)),
    problems: [...reading.policyProblems, ...reading.problems],
    totals: totalsJson(review),
    reading: {
      assumptions: reading.assumptions,
      grains: reading.grains,
      dropped: reading.sheets.flatMap((sheet) => sheet.dropped.map(({ why, rows }) => ({ sheet: sheet.name, why, rows }))),
      control: controlJson(reading.control ?? null),
      corrections: scan.corrections ?? [],
    },
    underpayments: (review?.underpayments ?? []).map(underpaymentJson),
    filtered: { count: review?.filtered.count ?? 0, amount: toDecimalText(review?.filtered.cents ?? ZERO), why: review?.filtered.why ?? '' },
    ...(review?.scope ? { scope: scopeJson(review.scope) } : {}),
  };
}

function controlJson(control: ListedTotals | null): ReviewJson['reading']['control'] {
  if (control === null) return null;
  const { listed, posted } = control;
  return { ...control, listed: toDecimalText(listed), posted: toDecimalText(posted), difference: toDecimalText(subtract(listed, posted)) };
}

const scopeJson = ({ what, leftOut }: ReviewScope): NonNullable<ReviewJson['scope']> => ({
  what,
  leftOut: { accounts: leftOut.accounts, credit: toDecimalText(leftOut.credit) },
});

/** Every sheet of the plan, with what reading found; one that was not read keeps what the plan says. */
function sheetsJson(plans: readonly SheetPlan[], readings: readonly SheetReading[]): SheetJson[] {
  const read = new Map(readings.map((sheet) => [sheet.name, sheet]));
  const planned = plans.map((plan): SheetJson => {
    const sheet = read.get(plan.sheet);
    if (sheet) return sheetJson(sheet);
    return {
      name: plan.sheet,
      role: plan.role,
      headerRow: plan.headerRow,
      rows: plan.dataRows,
      columns: Object.fromEntries(plan.columns.map((c) => [c.field, c.heading])),
      sign: '',
      matched: null,
    };
  });
  const names = new Set(plans.map((plan) => plan.sheet));
  return [...planned, ...readings.filter((sheet) => !names.has(sheet.name)).map(sheetJson)];
}

function sheetJson({ name, role, headerRow, rows, columns, sign, matched }: SheetReading): SheetJson {
  return { name, role, headerRow, rows, columns, sign, matched };
}

function ledgerJson(review: Review | null, reading: ReadingSummary): ReviewJson['ledger'] {
  const text = (key: 'charges' | 'payments' | 'adjustments' | 'refunds'): string => toDecimalText(review?.ledger[key] ?? ZERO);
  return {
    accounts: review?.ledger.accounts ?? reading.accounts,
    transactions: review?.ledger.transactions ?? reading.transactions,
    charges: text('charges'),
    payments: text('payments'),
    adjustments: text('adjustments'),
    refunds: text('refunds'),
  };
}

function totalsJson(review: Review | null): ReviewJson['totals'] {
  const text = (key: keyof Review['totals']): string => toDecimalText(review?.totals[key] ?? ZERO);
  return {
    balance: text('balance'),
    credit: text('credit'),
    shortfall: text('shortfall'),
    unexplained: text('unexplained'),
    trueOverpayment: text('trueOverpayment'),
    postingError: text('postingError'),
    misallocated: text('misallocated'),
    hold: text('hold'),
    needsReview: text('needsReview'),
  };
}

function creditJson(credit: Credit, sheetNames: readonly string[]): CreditJson {
  return {
    id: credit.id,
    account: credit.key,
    patient: orNull(credit.patient),
    balance: toDecimalText(credit.balance),
    credit: toDecimalText(credit.credit),
    hidden: credit.hidden,
    class: credit.class,
    confidence: credit.confidence,
    shortfall: toDecimalText(credit.shortfall),
    unexplained: toDecimalText(credit.unexplained),
    since: isoOrNull(credit.since),
    findings: credit.findings.map((finding) => findingJson(credit, finding, sheetNames)),
    checks: credit.checks.map(({ id, result, severity, message, cleared }) => ({
      id,
      result,
      severity,
      message,
      ...(cleared === undefined ? {} : { cleared }),
    })),
    rivals: credit.findings.flatMap((finding) =>
      finding.rivals.map((rival) => ({
        finding: finding.id,
        cause: rival.cause,
        class: rival.class,
        amount: toDecimalText(rival.cents),
        because: rival.because,
        decidedBy: rival.decidedBy,
      })),
    ),
  };
}

function findingJson(credit: Credit, finding: SettledFinding, sheetNames: readonly string[]): FindingJson {
  return {
    id: finding.id,
    cause: finding.cause,
    variant: finding.variant,
    class: finding.class,
    amount: toDecimalText(finding.cents),
    party: credit.parties.find((position) => position.party === finding.party)?.name ?? '',
    owedTo: { kind: finding.owedTo.kind, name: finding.owedTo.name },
    resolution: finding.resolution,
    evidence: finding.evidence,
    confidence: finding.confidence,
    level: finding.level,
    due: isoOrNull(finding.due),
    dueBasis: orNull(finding.dueBasis),
    rows: finding.rows.map((ref) => ({ sheet: sheetNames[ref.sheet] ?? '', row: ref.row })),
    because: finding.because,
    ...(finding.setAside ? { setAside: true } : {}),
  };
}

function underpaymentJson(row: Underpayment): UnderpaymentJson {
  return {
    account: row.key,
    patient: orNull(row.patient),
    party: row.partyName,
    amount: toDecimalText(row.cents),
    since: isoOrNull(row.since),
    source: row.source,
    because: row.because,
  };
}
