/** Decides what each column of a table is: by its heading and by its values, with the reason and what else it could be (issue: columns). */
import { isBareCode, meaningOfCode } from './codeHeading';
import type { ColumnPlan, SheetSample } from './contract';
import { FIELD_NAMES, kindOf } from './fields';
import type { Field } from './fields';
import { fieldsOf, isOverall } from './heading';
import type { TableLayout } from './layout';
import { profileOf } from './profile';
import type { Profile } from './profile';

/** A column with its evidence. */
export interface Candidate {
  readonly column: number;
  readonly heading: string;
  readonly profile: Profile;
}

export const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

/** Columns of a table with the profiles of their sample values. `column` is the sheet's. */
export function candidatesOf(sample: SheetSample, layout: TableLayout): readonly Candidate[] {
  const rows = sample.head.slice(layout.first, layout.until);
  const counts = new Map<string, number>();
  for (const heading of layout.headings.values()) counts.set(heading.toLowerCase(), (counts.get(heading.toLowerCase()) ?? 0) + 1);
  return layout.columns.map((index) => {
    const heading = layout.headings.get(index) ?? '';
    const column = sample.firstColumn + index;
    const label = heading === '' ? `Column ${letterOf(column)}` : (counts.get(heading.toLowerCase()) ?? 0) > 1 ? `${heading} (${letterOf(column)})` : heading;
    return {
      column,
      heading: label,
      profile: profileOf(
        rows.map((row) => row[index]),
        sample.date1904,
      ),
    };
  });
}

/** How well the values fit a field, 0…1. A column without values fits everything a little. */
export function fit(profile: Profile, field: Field): number {
  if (profile.filled === 0) return 0.45;
  const kind = kindOf(field);
  const { money, date, serial, decimals } = profile;
  if (kind === 'money') return date > 0.3 ? 0 : money;
  if (kind === 'day') return Math.min(1, date + serial);
  if (kind === 'id') return date > 0.5 ? 0.1 : decimals > 0.5 ? 0.5 : 1;
  if (field === 'type' || field === 'code') return date > 0.5 || decimals > 0.5 ? 0 : 0.6 + 0.4 * profile.types;
  if (field === 'voidDay') return 1;
  if (field === 'accident' || field === 'qmb' || field === 'flags') return decimals > 0.5 ? 0 : 1;
  return decimals > 0.5 || date > 0.7 ? 0.05 : 1;
}

interface Choice {
  readonly candidate: Candidate;
  readonly field: Field;
  readonly score: number;
  readonly headingScore: number;
  readonly options: number;
  /** The field the heading names when the values made it another one. */
  readonly twin: Field | null;
}

/** Names and the numbers that stand under the same headings. */
const TWINS: Readonly<Partial<Record<Field, Field>>> = { patient: 'mrn', guarantorName: 'guarantor' };
/** Headings that name a person without saying whether by name or by number. */
const PERSON = /^(guarantor|guar|patient|pat|pt|client|member|beneficiary|responsible party|resp party)$/;
const CODE = /^[A-Za-z]{0,5}[-_]?\d[A-Za-z\d_-]*$/;

/** A heading such as "Guarantor" names a person by number where every value is a number or a code, by name where not. */
function byNumber(candidate: Candidate, field: Field): Field | null {
  const twin = TWINS[field];
  if (twin === undefined || candidate.profile.filled === 0) return null;
  if (
    !PERSON.test(
      bare(candidate.heading)
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ')
        .trim(),
    )
  )
    return null;
  const values = [...candidate.profile.values];
  return values.filter((value) => CODE.test(value)).length >= values.length * 0.9 ? twin : null;
}

const bare = (label: string): string => label.replace(/ \([A-Z]{1,3}\)$/, '');

/** "Code" beside a column that names the kind or the procedure may be a short word for the kind. */
function codeMeant(candidate: Candidate, candidates: readonly Candidate[]): 'code' | 'cpt' | null {
  if (!isBareCode(bare(candidate.heading))) return null;
  const explained = candidates.some(
    (other) => other !== candidate && fieldsOf(bare(other.heading)).some(({ field, score }) => score === 1 && (field === 'type' || field === 'cpt')),
  );
  return meaningOfCode(candidate.profile.values, candidate.profile.types, explained);
}

function choicesOf(candidate: Candidate, candidates: readonly Candidate[]): Choice[] {
  const matches = fieldsOf(bare(candidate.heading));
  const code = codeMeant(candidate, candidates);
  return matches
    .filter(({ field }) => code === null || field === code)
    .map(({ field, score }) => {
      const number = byNumber(candidate, field);
      return {
        candidate,
        field: number ?? field,
        headingScore: score,
        score: score * (0.4 + 0.6 * fit(candidate.profile, number ?? field)) - (isOverall(candidate.heading) ? 1 : 0),
        options: matches.length + (number === null ? 0 : 1),
        twin: code === 'code' ? 'cpt' : number === null ? null : field,
      };
    })
    .filter((choice) => choice.score > 0.4 && fit(candidate.profile, choice.field) >= 0.4);
}

const confidenceOf = (score: number): 'high' | 'medium' | 'low' => (score >= 0.95 ? 'high' : score >= 0.7 ? 'medium' : 'low');

/** Fields to columns, each column and each field once; ties are kept as alternatives. Corrections come first: field → heading label, or "none". */
export function assign(candidates: readonly Candidate[], corrections: ReadonlyMap<string, string>): ColumnPlan[] {
  const taken = new Map<number, ColumnPlan>();
  const fields = new Set<string>();
  for (const [field, label] of corrections) {
    if (!(FIELD_NAMES as readonly string[]).includes(field)) continue;
    fields.add(field);
    const column = candidates.find((c) => c.heading === label) ?? candidates.find((c) => bare(c.heading).toLowerCase() === label.trim().toLowerCase());
    if (column !== undefined)
      taken.set(column.column, { field, column: column.column, heading: column.heading, reason: 'You chose it.', confidence: 'high', alternatives: [] });
  }
  const choices = candidates
    .flatMap((candidate) => choicesOf(candidate, candidates))
    .sort((a, b) => b.score - a.score || a.options - b.options || a.candidate.column - b.candidate.column);
  // A heading that names one field only goes before one that names several with the same score.
  choices.sort((a, b) => (Math.abs(a.score - b.score) < 0.05 ? a.options - b.options : 0));
  for (const choice of choices) {
    if (taken.has(choice.candidate.column) || fields.has(choice.field)) continue;
    const rivals = choices.filter(
      (other) =>
        other.field === choice.field && other.candidate !== choice.candidate && other.score >= choice.score - 0.1 && !taken.has(other.candidate.column),
    );
    fields.add(choice.field);
    taken.set(choice.candidate.column, {
      field: choice.field,
      column: choice.candidate.column,
      heading: choice.candidate.heading,
      reason: reasonOf(choice),
      confidence: rivals.length > 0 ? 'medium' : confidenceOf(choice.score),
      alternatives: rivals.map((rival) => rival.candidate.heading),
      ...(choice.twin === null ? {} : { twin: choice.twin }),
    });
  }
  return [...taken.values()].sort((a, b) => a.column - b.column);
}

function reasonOf({ candidate, twin }: Choice): string {
  const heading = bare(candidate.heading);
  if (twin === 'cpt') return `The heading "${heading}" may stand over procedures or kinds of posting; its values are short words for kinds.`;
  if (twin !== null) return `The heading "${heading}" may stand over names or numbers; its values are numbers or codes.`;
  return `The heading "${heading}" names it${candidate.profile.filled === 0 ? '; the sample holds no value' : ' and the values fit'}.`;
}

const byValue = (candidate: Candidate, field: Field, why: string, confidence: 'medium' | 'low'): ColumnPlan => ({
  field,
  column: candidate.column,
  heading: candidate.heading,
  reason: why,
  confidence,
  alternatives: [],
});

/** Columns told by their values: the missing type column of any table, and everything when there is no heading. */
export function assignByValues(
  candidates: readonly Candidate[],
  have: readonly ColumnPlan[],
  noHeading: boolean,
  keysElsewhere: ReadonlySet<string>,
): ColumnPlan[] {
  const free = candidates.filter((c) => !have.some((h) => h.column === c.column) && c.profile.filled > 0);
  const added: ColumnPlan[] = [];
  const has = (field: Field): boolean => have.some((h) => h.field === field) || added.some((a) => a.field === field);
  const take = (pick: Candidate | undefined, field: Field, why: string): void => {
    if (pick === undefined || has(field) || added.some((a) => a.column === pick.column)) return;
    added.push(byValue(pick, field, why, noHeading ? 'low' : 'medium'));
  };
  const left = (): Candidate[] => free.filter((c) => !added.some((a) => a.column === c.column));
  const most = (list: readonly Candidate[], measure: (p: Profile) => number, least: number): Candidate | undefined =>
    [...list].filter((c) => measure(c.profile) >= least).sort((a, b) => measure(b.profile) - measure(a.profile) || a.column - b.column)[0];
  if (!has('type') && !has('code'))
    take(
      most(
        left().filter((c) => c.profile.distinct <= 40),
        (p) => p.types,
        0.75,
      ),
      'type',
      'Its values are words for postings.',
    );
  if (!noHeading) return added;
  const days = left().filter((c) => c.profile.date + c.profile.serial > 0.7 && c.profile.decimals < 0.5);
  if (days.length === 1) take(days[0], 'postDay', 'Its values are dates.');
  if (days.length > 1) {
    take(days[0], 'serviceDay', 'Its values are dates; it stands first.');
    take(days[1], 'postDay', 'Its values are dates; it stands second.');
  }
  const amounts = left().filter((c) => c.profile.money > 0.7 && c.profile.decimals > 0.2 && c.profile.long < 0.5);
  if (amounts.length === 1) take(amounts[0], 'amount', 'Its values are the only amounts.');
  take(
    most(left(), (p) => p.people, 0.5),
    'patient',
    'Its values look like names.',
  );
  const ids = left().filter(
    (c) =>
      c.profile.decimals < 0.1 &&
      c.profile.distinct > 1 &&
      c.profile.payers < 0.4 &&
      c.profile.filled >= 2 &&
      [...c.profile.values].every((v) => v.length >= 2 && /\d/.test(v)),
  );
  const joined = ids.find((c) => [...c.profile.values].filter((v) => keysElsewhere.has(v)).length >= 2);
  take(
    joined ?? ids.find((c) => c.profile.distinct < c.profile.filled) ?? ids[0],
    'account',
    joined ? 'Its values are keys of another sheet.' : 'Its values look like identifiers.',
  );
  take(
    most(
      left().filter((c) => c.profile.words > 0.5),
      (p) => p.payers,
      0.5,
    ),
    'payer',
    'Its values look like payers.',
  );
  return added;
}
