/** What a credit counts under, by class, cause, payer, age and deadline: the values of the filters and the amounts of their bars. Pure. */
import type { Credit, FindingClass } from '../core/credit';
import type { Day } from '../core/day';
import { add, sum } from '../core/money';
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

export const CLASS_ORDER: readonly FindingClass[] = ['true-overpayment', 'posting-error', 'misallocated', 'hold', 'needs-review'];
/** Days in credit up to the as-of day. */
export const AGES = ['0-30', '31-60', '61-90', '91-120', 'over 120', 'unknown'] as const;
/** From the as-of day to the earliest deadline. */
export const DEADLINES = ['overdue', 'in 7 days', 'in 30 days', 'later', 'none'] as const;
/** Credits without a finding, under cause and payer. */
export const OPEN = 'open';

/** The values of a credit in one dimension, each once; by age and deadline it has one. */
export function valuesOf(credit: Credit, dimension: Dimension, asOf: Day): readonly string[] {
  if (dimension === 'class') return CLASS_ORDER.filter((name) => holdsMoneyIn(credit, name));
  if (dimension === 'age') return [ageOf(credit, asOf)];
  if (dimension === 'deadline') return [deadlineOf(credit, asOf)];
  const values = new Set(credit.findings.map(dimension === 'cause' ? (finding) => finding.cause : payeeOf));
  // An open part, or no finding at all, counts as open.
  if (credit.findings.length === 0 || credit.unexplained !== 0) values.add(OPEN);
  return [...values];
}

/** Of the findings that carry the value; for age and deadline what is at stake on the account. */
export function centsIn(credit: Credit, dimension: Dimension, value: string): Cents {
  if (dimension === 'age' || dimension === 'deadline') return atStake(credit);
  const read = { class: (f: Credit['findings'][number]) => f.class as string, cause: (f: Credit['findings'][number]) => f.cause, payer: payeeOf }[dimension];
  const found = sum(credit.findings.filter((finding) => read(finding) === value).map((finding) => finding.cents));
  return value === OPEN || value === 'needs-review' ? add(found, credit.unexplained) : found;
}

const payeeOf = (finding: Credit['findings'][number]): string => {
  const { kind, name } = finding.owedTo;
  if (kind === 'patient') return 'Patients';
  if (kind === 'account') return 'Other accounts';
  return kind === 'none' ? 'Nobody' : name || 'Payer';
};

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
