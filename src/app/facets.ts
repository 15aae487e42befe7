/**
 * The credits of a review by class, cause, payer, age and deadline: what each bar says is exactly what the list shows when it is pressed, because
 * a bar counts the accounts that all other filters leave. Pure.
 */
import type { Credit, FindingClass } from '../core/credit';
import type { Day } from '../core/day';
import { add, sum, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import { atStake, earliestDue, holdsMoneyIn } from './overview';
import type { Wanted } from './overview';

export const DIMENSIONS = ['class', 'cause', 'payer', 'age', 'deadline'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** Dimension → the one value wanted; left out = all. */
export type Chosen = Partial<Readonly<Record<Dimension, string>>>;

export function chosenOf({ class: name, cause, payer, age, deadline }: Wanted): Chosen {
  const all = { class: name === 'all' ? undefined : name, cause, payer, age, deadline };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export interface Bar {
  /** Class, cause id, payee name, or one of AGES or DEADLINES. */
  readonly value: string;
  /** Of the findings that carry the value; for age and deadline what is at stake on the accounts. */
  readonly cents: Cents;
  readonly accounts: number;
}

export const CLASS_ORDER: readonly FindingClass[] = ['true-overpayment', 'posting-error', 'misallocated', 'hold', 'needs-review'];
/** Days in credit up to the as-of day. */
export const AGES = ['0-30', '31-60', '61-90', '91-120', 'over 120', 'unknown'] as const;
/** From the as-of day to the earliest deadline. */
export const DEADLINES = ['overdue', 'in 7 days', 'in 30 days', 'later', 'none'] as const;
/** Credits without a finding, under cause and payer. */
export const OPEN = 'open';

type Values = Readonly<Record<Dimension, readonly string[]>>;

/** The values of a credit in each dimension, worked out once. */
export class Facets {
  private readonly known = new WeakMap<Credit, Values>();
  constructor(private readonly asOf: Day) {}

  of(credit: Credit): Values {
    const known = this.known.get(credit);
    if (known) return known;
    const values: Values = {
      class: CLASS_ORDER.filter((name) => holdsMoneyIn(credit, name)),
      cause: valuesOf(credit, (finding) => finding.cause),
      payer: valuesOf(credit, (finding) => payeeOf(finding)),
      age: [ageOf(credit, this.asOf)],
      deadline: [deadlineOf(credit, this.asOf)],
    };
    this.known.set(credit, values);
    return values;
  }

  /** Whether a credit passes the filters, leaving one dimension out when asked. */
  fits(credit: Credit, chosen: Chosen, except?: Dimension): boolean {
    const values = this.of(credit);
    return DIMENSIONS.every((dimension) => dimension === except || chosen[dimension] === undefined || values[dimension].includes(chosen[dimension]));
  }

  /** The bars of one dimension over `credits` under the other filters; empty ones are left out. In trade order, else the most money first. */
  bars(credits: readonly Credit[], dimension: Dimension, chosen: Chosen): Bar[] {
    const bars = new Map<string, { cents: Cents; accounts: number }>();
    for (const credit of credits) {
      if (!this.fits(credit, chosen, dimension)) continue;
      for (const value of this.of(credit)[dimension]) {
        const bar = bars.get(value) ?? { cents: ZERO, accounts: 0 };
        bars.set(value, { cents: add(bar.cents, centsIn(credit, dimension, value)), accounts: bar.accounts + 1 });
      }
    }
    const order: Partial<Record<Dimension, readonly string[]>> = { class: CLASS_ORDER, age: AGES, deadline: DEADLINES };
    const place = (value: string): number => order[dimension]?.indexOf(value) ?? 0;
    return [...bars].map(([value, bar]) => ({ value, ...bar })).sort((a, b) => place(a.value) - place(b.value) || b.cents - a.cents);
  }
}

const payeeOf = (finding: Credit['findings'][number]): string => {
  const { kind, name } = finding.owedTo;
  if (kind === 'patient') return 'Patients';
  if (kind === 'account') return 'Other accounts';
  return kind === 'none' ? 'Nobody' : name || 'Payer';
};

/** Distinct values of the findings; an open part, or no finding at all, counts as open. */
function valuesOf(credit: Credit, read: (finding: Credit['findings'][number]) => string): string[] {
  const values = new Set(credit.findings.map(read));
  if (credit.findings.length === 0 || credit.unexplained !== 0) values.add(OPEN);
  return [...values];
}

function centsIn(credit: Credit, dimension: Dimension, value: string): Cents {
  if (dimension === 'age' || dimension === 'deadline') return atStake(credit);
  const read = { class: (f: Credit['findings'][number]) => f.class as string, cause: (f: Credit['findings'][number]) => f.cause, payer: payeeOf }[dimension];
  const found = sum(credit.findings.filter((finding) => read(finding) === value).map((finding) => finding.cents));
  return value === OPEN || value === 'needs-review' ? add(found, credit.unexplained) : found;
}

function ageOf(credit: Credit, asOf: Day): (typeof AGES)[number] {
  if (credit.since === 0) return 'unknown';
  const days = asOf - credit.since;
  return days <= 30 ? '0-30' : days <= 60 ? '31-60' : days <= 90 ? '61-90' : days <= 120 ? '91-120' : 'over 120';
}

function deadlineOf(credit: Credit, asOf: Day): (typeof DEADLINES)[number] {
  const due = earliestDue(credit);
  if (due === 0) return 'none';
  const days = due - asOf;
  return days < 0 ? 'overdue' : days <= 7 ? 'in 7 days' : days <= 30 ? 'in 30 days' : 'later';
}
