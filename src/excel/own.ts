/**
 * Which sheets are ours: two of three marks, a hidden workbook name that points at the sheet, a worksheet customProperty, the header's
 * signature (design.md 7). One mark alone is a Problem and is never overwritten.
 */
import type { Problem, SheetSample } from '../app/session';
import type { OwnRole } from '../outputs/edit';
import { sheetOfFormula } from './cells';

/** How a sheet of ours is recognised. Supplied by outputs. */
export interface OwnSpec {
  readonly role: OwnRole;
  readonly sheetName: string;
  /** Table name, '' when the sheet has none. */
  readonly table: string;
  /** Headings of the table, or the title in A1 of a sheet without one. */
  readonly headings: readonly string[];
}

export interface OwnSheet {
  readonly role: OwnRole;
  readonly sheet: string;
  /** Rows below the header. */
  readonly rows: number;
  readonly marks: number;
}

export const ROLE_PROPERTY = 'crb_role';
export const sheetMark = (role: OwnRole): string => `crb_sheet_${role}`;
/** Hidden name of a column's heading cell, by which a renamed column is found. */
export const columnMark = (role: OwnRole, key: string): string => `crb_col_${role}_${key}`;
export const isOurName = (name: string): boolean => /^crb_/i.test(name);

export interface Marks {
  /** Workbook names: name → formula. */
  readonly names: ReadonlyMap<string, string>;
  /** Sheet → value of the role property, when there is one. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface OwnFound {
  readonly own: readonly OwnSheet[];
  /** Sheets that look like a copy of one of ours: never written to, and no export either. */
  readonly copies: readonly string[];
  readonly problems: readonly Problem[];
}

/** Finds our sheets. Of two sheets for one role (a copied sheet; Excel may copy its properties or not) the one with more marks is ours, the copy is a Problem. */
export function findOwn(samples: readonly SheetSample[], marks: Marks, specs: readonly OwnSpec[]): OwnFound {
  const marked = specs.map((spec) => ({
    spec,
    found: samples
      .map((sample) => ({ sample, marks: countMarks(sample, marks, spec) }))
      .filter((entry) => entry.marks > 0)
      .sort((a, b) => b.marks - a.marks),
  }));
  const own = marked.flatMap(({ spec, found: [first] }): OwnSheet[] =>
    first && first.marks >= 2 ? [{ role: spec.role, sheet: first.sample.name, rows: bodyRows(first.sample, spec), marks: first.marks }] : [],
  );
  const taken = new Set(own.map(({ sheet }) => sheet));
  const copies = new Set<string>();
  const problems: Problem[] = [];
  for (const { spec, found } of marked)
    for (const { sample, marks: count } of found) {
      if (taken.has(sample.name) || copies.has(sample.name)) continue;
      const isCopy = count > 1 || (headerHolds(sample, spec) && own.some(({ role }) => role === spec.role));
      if (isCopy) copies.add(sample.name);
      if (isCopy || !headerHolds(sample, spec)) problems.push(doubtful(sample.name, spec, isCopy));
    }
  return { own, copies: [...copies], problems };
}

function countMarks(sample: SheetSample, marks: Marks, spec: OwnSpec): number {
  const target = sheetOfFormula(marks.names.get(sheetMark(spec.role).toLowerCase()) ?? '');
  return Number(target === sample.name) + Number(marks.properties.get(sample.name) === spec.role) + Number(headerHolds(sample, spec));
}

/** At least half of our headings stand in one of the first rows. */
function headerHolds(sample: SheetSample, spec: OwnSpec): boolean {
  const wanted = new Set(spec.headings);
  return sample.head.slice(0, 30).some((row) => row.filter((cell) => typeof cell === 'string' && wanted.has(cell)).length * 2 >= spec.headings.length);
}

function bodyRows(sample: SheetSample, spec: OwnSpec): number {
  const table = sample.tables.find((entry) => entry.name === spec.table) ?? sample.tables[0];
  return table ? table.rows - 1 : Math.max(0, sample.rowCount - 1);
}

function doubtful(sheet: string, spec: OwnSpec, isCopy: boolean): Problem {
  return {
    code: 'sheet-half-ours',
    sheet,
    row: 0,
    message: isCopy
      ? `${sheet} looks like a copy of our ${spec.sheetName} sheet.`
      : `${sheet} carries one of our marks only, so it is not taken for our ${spec.sheetName} sheet.`,
    remedy: 'Nothing is written to it. Keep it, or delete it if it is not needed.',
  };
}

/** "Credits", else "Credits (2)" and so on: the first name no sheet has, compared as Excel does, without case. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`;
    const name = wanted.slice(0, 31 - suffix.length) + suffix;
    if (!lower.has(name.toLowerCase())) return name;
  }
}
