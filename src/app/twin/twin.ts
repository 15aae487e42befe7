/**
 * A synthetic twin: a workbook of the same shape, headings, formats, sizes, mix of payers and faults, with no real person, number or date in it, for
 * training and for reporting a fault. The reading's plan says what each column is; every different value gets an invented one, the same everywhere.
 * What no plan explains is treated as if it were all names and numbers. Kept: headings, words of types and statuses, reason and procedure codes,
 * government programmes.
 */
import type { Day } from '../../core/day';
import { Chance } from '../../core/selfTest/chance';
import type { Plan, SheetPlan } from '../../intake/contract';
import { POLICY_SHEET } from '../../outputs/own';
import { isDateFormat } from '../../outputs/standing';
import { Amounts, looksLikeAmount } from './amounts';
import { Days, isDateText, isDayFirst, lastYearOf } from './days';
import { Identifiers } from './identifiers';
import { PayerNames } from './payerNames';
import { policySheet, type PolicySheet } from './policySheet';
import type { Slip } from './slips';
import { maskedCode, maskedText, sameMeaning, type Masks } from './texts';
import { treatmentOf, type Treatment } from './treatments';
import { HEADING_WORDS, NO_NAME, PAYER_KIND_WORDS, REPORT_WORDS, SHEET_WORDS, TYPE_WORDS, wordsOf } from './vocabulary';
import { WordMask } from './wordMask';

/** As cells stand in a workbook; an error is { error: "#N/A" }. */
export type Content = string | number | boolean | null | { readonly error: string };

/** 0-based rows at which a sheet is cut into bands; band 0 stands above the first cut. */
export interface Cuts {
  readonly sheet: string;
  readonly cuts: readonly number[];
}
/** The different contents of a column in a band, and the number format each first stood under. */
export interface ColumnContents {
  readonly sheet: string;
  readonly band: number;
  readonly column: number;
  readonly values: readonly Content[];
  readonly formats: readonly string[];
}
export interface TwinSheet extends Cuts {
  /** The sheet's name in the twin. */
  readonly as: string;
  readonly columns: readonly { readonly band: number; readonly column: number; readonly values: readonly Content[]; readonly become: readonly Content[] }[];
}
export interface Twin {
  readonly sheets: readonly TwinSheet[];
  /** Every amount is so many times that of the source. */
  readonly factor: number;
  /** Every date is so many days earlier; 0 = no one number for all. */
  readonly daysEarlier: number;
  /** *Credit policy*, its amounts scaled as all others, so that the same credits are small. */
  readonly policy: PolicySheet;
}
export interface TwinOptions {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly date1904: boolean;
  readonly seed: number;
  /** Rows of the Credit policy sheet, as Look has them. */
  readonly policyRows: readonly Readonly<Record<string, unknown>>[];
  /** Mis-keyed amounts that shall still be such. */
  readonly slips: readonly Slip[];
}

/** Where each planned table of a sheet begins and ends: its heading row is a band of its own. */
export function cutsOf(plan: Plan, sheets: readonly string[]): Cuts[] {
  return sheets.map((sheet) => {
    const rows = tablesOn(plan, sheet).flatMap(({ headerRow, firstDataRow }) => (headerRow > 0 ? [headerRow - 1, headerRow] : [firstDataRow]));
    return { sheet, cuts: [...new Set(rows)].sort((a, b) => a - b) };
  });
}

const tablesOn = (plan: Plan, sheet: string): SheetPlan[] =>
  plan.sheets.filter((entry) => entry.sheet === sheet && entry.columns.length > 0).sort((a, b) => a.firstDataRow - b.firstDataRow);

/** What every value becomes. Throws RangeError when the amounts of the source leave no room. */
export function twinOf(contents: readonly ColumnContents[], cuts: readonly Cuts[], options: TwinOptions): Twin {
  const columns = contents.map((column) => explained(column, cuts, options));
  const masker = new Masker(options);
  for (const column of columns) masker.see(column);
  const names = sheetNames(
    cuts.map(({ sheet }) => sheet),
    masker,
  );
  const sheets = cuts.map((sheet) => ({
    ...sheet,
    as: names.get(sheet.sheet) ?? '',
    columns: columns.filter((column) => column.sheet === sheet.sheet).map((column) => ({ ...column, become: masker.become(column) })),
  }));
  const policy = policySheet(options.policyRows, masker.amounts.factor, (name) => masker.payer(name));
  return { sheets, factor: masker.amounts.factor, daysEarlier: masker.days.earlier, policy };
}

interface Explained extends ColumnContents {
  readonly treatment: Treatment;
  readonly dayFirst: boolean;
}

function explained(contents: ColumnContents, cuts: readonly Cuts[], { plan, asOf }: TwinOptions): Explained {
  const start = contents.band === 0 ? -1 : (cuts.find(({ sheet }) => sheet === contents.sheet)?.cuts[contents.band - 1] ?? -1);
  const tables = tablesOn(plan, contents.sheet).filter((table) => covers(table, contents.column));
  const isHeading = tables.some(({ headerRow }) => headerRow > 0 && start === headerRow - 1);
  const table = tables.findLast(({ headerRow, firstDataRow }) => start >= (headerRow > 0 ? headerRow : firstDataRow));
  const field = table?.columns.find(({ column }) => column === contents.column)?.field;
  const treatment = isHeading ? 'heading' : field === undefined ? 'unknown' : treatmentOf(field);
  return { ...contents, treatment, dayFirst: isDayFirst(contents.values, lastYearOf(asOf)) };
}

/** Tables can stand side by side. */
const covers = ({ headings, columns }: SheetPlan, column: number): boolean => (headings ?? columns).some((entry) => entry.column === column);

class Masker implements Masks {
  readonly words: WordMask;
  readonly ids: Identifiers;
  readonly amounts: Amounts;
  readonly days: Days;
  private readonly births: Days;
  private readonly payers: PayerNames;

  constructor({ seed, asOf, date1904, slips }: TwinOptions) {
    const chance = new Chance(seed);
    this.words = new WordMask(chance, new Set([...TYPE_WORDS, ...HEADING_WORDS, ...PAYER_KIND_WORDS]));
    this.ids = new Identifiers(chance);
    this.amounts = new Amounts(chance, slips);
    const dates = new Set<number>();
    this.days = new Days(lastYearOf(asOf), date1904, dates);
    this.births = new Days(lastYearOf(asOf), date1904, dates);
    this.payers = new PayerNames(this.words);
  }

  payer(name: string): string {
    return this.payers.of(name);
  }

  /** Everything is seen before anything is replaced, so that nothing invented is something real. */
  see(column: Explained): void {
    for (const [place, value] of column.values.entries()) {
      if (typeof value === 'number') this.seeNumber(value, column, column.formats[place] ?? '');
      else if (typeof value === 'string') this.seeText(value, column);
    }
  }

  private seeNumber(value: number, column: Explained, format: string): void {
    const what = numberIs(value, column, format);
    if (what === 'amount') this.amounts.see(value);
    else if (what === 'day') this.days.see(value, false);
    else if (what === 'birth') this.births.see(value, false);
    else if (what === 'identifier') this.ids.see(String(Math.abs(value)));
  }

  private seeText(value: string, { treatment, dayFirst }: Explained): void {
    if (treatment === 'heading') return;
    for (const word of wordsOf(value)) this.words.see(word);
    for (const word of value.match(/[\p{L}\p{N}]*\d[\p{L}\p{N}]*/gu) ?? []) this.ids.see(word);
    this.ids.see(value);
    if (treatment === 'day' || (treatment === 'code' && isDateText(value))) this.days.see(value, dayFirst);
    else if (treatment === 'birth' || treatment === 'unknown') this.births.see(value, dayFirst);
    if (treatment === 'amount' || looksLikeAmount(value)) this.amounts.seeText(value);
  }

  become(column: Explained): Content[] {
    return column.values.map((value, place) => {
      if (typeof value === 'number') return this.number(value, column, column.formats[place] ?? '');
      return typeof value === 'string' ? this.text(value, column) : value;
    });
  }

  private number(value: number, column: Explained, format: string): Content {
    switch (numberIs(value, column, format)) {
      case 'amount':
        return this.amounts.scaled(value);
      case 'day':
        return this.days.moved(value, false) ?? this.ids.ofNumber(value);
      case 'birth':
        return this.births.moved(value, false) ?? this.ids.ofNumber(value);
      case 'identifier':
        return this.ids.ofNumber(value);
      default:
        return value;
    }
  }

  private text(value: string, { treatment, dayFirst, band }: Explained): string {
    switch (treatment) {
      case 'heading':
        return value;
      case 'code':
        return isDateText(value) ? String(this.days.moved(value, dayFirst) ?? value) : sameMeaning(value, maskedCode(value, TYPE_WORDS, this));
      case 'text':
        return sameMeaning(value, maskedText(value, TYPE_WORDS, this));
      case 'payer':
        return this.payers.of(value);
      case 'identifier':
        return /\d/.test(value) ? this.ids.of(value) : maskedText(value, TYPE_WORDS, this);
      case 'amount':
        return /\d/.test(value) && !/\p{L}{3}/u.test(value) ? this.amounts.scaledText(value) : maskedText(value, TYPE_WORDS, this);
      case 'day':
        return String(this.days.moved(value, dayFirst) ?? maskedText(value, TYPE_WORDS, this));
      case 'birth':
        return String(this.births.moved(value, dayFirst) ?? maskedText(value, TYPE_WORDS, this));
      case 'name':
        return NO_NAME.has(value.trim().toLowerCase()) ? value : maskedText(value, NOTHING, this);
      case 'unknown':
        return this.unexplained(value, dayFirst, band);
    }
  }

  private unexplained(value: string, dayFirst: boolean, band: number): string {
    if (band === 0 && isHeadingText(value)) return value;
    const moved = this.births.moved(value, dayFirst);
    if (moved !== null) return String(moved);
    return looksLikeAmount(value) ? this.amounts.scaledText(value) : maskedText(value, REPORT_WORDS, this);
  }
}

const NOTHING: ReadonlySet<string> = new Set();
/** A title row above the table may be the upper half of its heading. */
const isHeadingText = (value: string): boolean => wordsOf(value).length <= 4 && wordsOf(value).every((word) => HEADING_WORDS.has(word));

/** What a number is: its column says so, or its format where no plan does. */
function numberIs(value: number, { treatment }: Explained, format: string): 'amount' | 'day' | 'birth' | 'identifier' | 'kept' {
  if (treatment === 'amount' || treatment === 'day' || treatment === 'birth') return treatment;
  if (treatment === 'heading') return 'kept';
  if (isDateFormat(format)) return treatment === 'unknown' ? 'birth' : 'day';
  if (treatment === 'code') return 'kept';
  if (treatment !== 'unknown') return 'identifier';
  return !Number.isInteger(value) || /0\.00|[$€£]|#,##0/.test(format) ? 'amount' : 'identifier';
}

/** Names of sheets keep the words of headings and types; what is left of them is invented. */
function sheetNames(sheets: readonly string[], masks: Masks): Map<string, string> {
  for (const sheet of sheets) for (const word of wordsOf(sheet)) masks.words.see(word);
  const made = new Map<string, string>();
  const taken = new Set<string>([POLICY_SHEET.sheetName.toLowerCase()]);
  for (const sheet of sheets) {
    const wanted = maskedText(sheet, SHEET_WORDS, masks).slice(0, 28);
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
    taken.add(name.toLowerCase());
    made.set(sheet, name);
  }
  return made;
}
