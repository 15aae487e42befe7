/**
 * The rows of one table as typed columns, filled block by block. Rows that are no data (blank, repeated headings, totals, page lines) are counted
 * with the reason and dropped here; cells that cannot be read become Problems. What only the whole column can decide (European decimals, day first) is
 * decided in `settle`.
 */
import type { LedgerBuilder } from '../core/ledgerBuilder';
import { Damage, damage, idOfCell, textOfCell } from './cells';
import type { CellValue, SheetPlan, SheetSample } from './contract';
import { scanDate, TWO_READINGS, UNREADABLE_DAY } from './dates';
import { kindOf } from './fields';
import { fieldsOf } from './heading';
import { Floats, Ints } from './grow';
import { Money, scanMoney } from './money';
import type { ProblemLog } from './problemLog';
import { isBlank } from './profile';
import { sectionKey, TextKind, textKind } from './rowKinds';
import { KEYS } from './roles';

interface Column {
  readonly field: string;
  readonly heading: string;
  readonly column: number;
}
interface TextColumn extends Column {
  readonly ids: Ints;
  readonly isId: boolean;
  readonly width: number;
  readonly cache: Map<CellValue, number>;
  readonly damaged: Map<CellValue, Damage>;
}
interface MoneyColumn extends Column {
  readonly cents: Floats;
  /** Of all cells read so far. */
  sum: number;
  us: number;
  european: number;
  readonly openRows: Ints;
  readonly openEuropean: Floats;
  /** Of the open cells: those written with a dot ("1.234"). */
  dots: number;
}
interface DayColumn extends Column {
  readonly days: Ints;
  readonly cache: Map<CellValue, number>;
  readonly monthFirst: number[];
  readonly dayFirst: number[];
  readonly dotted: boolean[];
  provesMonth: boolean;
  provesDay: boolean;
  readonly unreadable: Set<CellValue>;
  shortYears: boolean;
  serials: number;
  serialsOver12: number;
}

/** What the caller decided about the workbook. */
export interface StageOptions {
  readonly lastYear: number;
  readonly corrections: Readonly<Record<string, string>>;
}

const BARE_ID_DAMAGE: Readonly<Record<number, string>> = {
  [Damage.Scientific]: 'is in scientific notation: digits are lost',
  [Damage.TooLong]: 'has more than 15 digits: Excel has changed the last ones',
  [Damage.Error]: 'is an Excel error',
};
const KIND_FIELDS: ReadonlySet<string> = new Set([...KEYS, 'type', 'description', 'payer', 'code', 'lastName', 'payee', 'label']);
/** A text that is taken as it stands: no edge blanks, no formula text, no error, not a number that Excel may have bent. */
function isClean(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 35 && first < 127 && last > 32 && last < 127 && first !== 61 && !(first >= 48 && first <= 57 && text.length < 24 && text.includes('E'));
}
const shown = (cell: CellValue): string => `"${String(cell).slice(0, 40)}"`;

const FILL = 'belong to the account above';
const NO_FILL = 'have no account';
const CENTURIES = ['the last hundred years', 'the years from 2000'] as const;
const UNDECIDED = 'not decided';

export class Stage {
  readonly sheet: string;
  /** 1-based sheet rows. */
  readonly rows = new Ints();
  readonly dropped = new Map<string, number>();
  /** Stage rows with a cell that could not be read, by reason; their account is not judged. */
  readonly bad = new Map<number, string>();
  /** Text ids of keys that Excel has damaged. */
  readonly damagedKeys = new Set<number>();
  read = 0;
  filled = 0;
  private readonly texts = new Map<string, TextColumn>();
  private readonly moneys = new Map<string, MoneyColumn>();
  private readonly dayColumns = new Map<string, DayColumn>();
  private readonly order: (TextColumn | MoneyColumn | DayColumn)[] = [];
  private readonly kinds: number[] = [];
  private readonly keyField: string | null;
  private readonly fillDown: boolean;
  private readonly fill: boolean;
  private groupKey = 0;
  private sectionRows = 0;
  private stopped = false;
  private decimalIds = 0;
  private readonly usesKeys: boolean;
  /** By column: its heading, and the halves of a heading in two rows. */
  private readonly headings: readonly ReadonlySet<string>[];

  constructor(
    readonly plan: SheetPlan,
    private readonly sample: SheetSample,
    private readonly builder: LedgerBuilder,
    private readonly log: ProblemLog,
    private readonly options: StageOptions,
  ) {
    this.sheet = plan.sheet;
    for (const column of plan.columns) this.addColumn(column);
    this.headings = plan.columns.map((column) => headingParts(column.heading.replace(/ \([A-Z]{1,3}\)$/, '')));
    this.keyField = KEYS.find((field) => this.texts.has(field)) ?? null;
    this.usesKeys = plan.role === 'transactions' || plan.role === 'mixed' || plan.role === 'accounts';
    const fill = options.corrections[`fill:${plan.sheet}`] !== NO_FILL;
    this.fill = fill;
    this.fillDown = (plan.role === 'transactions' || plan.role === 'mixed') && this.keyField !== null && groupsNames(sample, plan, this.keyField);
  }

  get count(): number {
    return this.rows.length;
  }
  has(field: string): boolean {
    return this.texts.has(field) || this.moneys.has(field) || this.dayColumns.has(field);
  }
  heading(field: string): string {
    return this.plan.columns.find((c) => c.field === field)?.heading ?? '';
  }
  /** Text id of a field in a row; 0 when blank or no such column. */
  id(field: string, row: number): number {
    return this.texts.get(field)?.ids.get(row) ?? 0;
  }
  text(field: string, row: number): string {
    return this.builder.texts[this.id(field, row)] as string;
  }
  /** Cents, NaN when blank or no such column. */
  cents(field: string, row: number): number {
    return this.moneys.get(field)?.cents.get(row) ?? Number.NaN;
  }
  setCents(field: string, row: number, value: number): void {
    this.moneys.get(field)?.cents.set(row, value);
  }
  /** Day serial, 0 when blank or no such column. */
  day(field: string, row: number): number {
    return this.dayColumns.get(field)?.days.get(row) ?? 0;
  }
  /** The text ids of a column, for loops over many rows; null when there is no such column. */
  ids(field: string): Ints | null {
    return this.texts.get(field)?.ids ?? null;
  }
  kindOfText(id: number): number {
    let bits = this.kinds[id];
    if (bits === undefined) {
      bits = id === 0 ? 0 : textKind(this.builder.texts[id] as string);
      this.kinds[id] = bits;
    }
    return bits;
  }
  get moneyFields(): readonly string[] {
    this.moneyNames ??= [...this.moneys.keys()];
    return this.moneyNames;
  }
  private moneyNames: readonly string[] | null = null;

  private addColumn(plan: Column): void {
    const base = { field: plan.field, heading: plan.heading, column: plan.column };
    const kind = kindOf(plan.field);
    if (kind === 'money') {
      const column: MoneyColumn = { ...base, cents: new Floats(), sum: 0, us: 0, european: 0, openRows: new Ints(), openEuropean: new Floats(), dots: 0 };
      this.moneys.set(plan.field, column);
      this.order.push(column);
    } else if (kind === 'day') {
      const column: DayColumn = {
        ...base,
        days: new Ints(),
        cache: new Map(),
        monthFirst: [],
        dayFirst: [],
        dotted: [],
        provesMonth: false,
        provesDay: false,
        unreadable: new Set(),
        shortYears: false,
        serials: 0,
        serialsOver12: 0,
      };
      this.dayColumns.set(plan.field, column);
      this.order.push(column);
    } else {
      const column: TextColumn = {
        ...base,
        ids: new Ints(),
        isId: kind === 'id',
        width: paddedWidth(this.sample, plan.column),
        cache: new Map(),
        damaged: new Map(),
      };
      this.texts.set(plan.field, column);
      this.order.push(column);
    }
  }

  /** Reads rows; `places` are the positions of this table's columns in the block. */
  accept(firstRow: number, values: readonly (readonly CellValue[])[], places: readonly number[]): void {
    for (let r = 0; r < values.length && !this.stopped; r++) {
      this.read++;
      this.acceptRow(firstRow + r + 1, values[r] as readonly CellValue[], places);
    }
  }

  private drop(why: string): void {
    this.dropped.set(why, (this.dropped.get(why) ?? 0) + 1);
  }

  private acceptRow(row: number, cells: readonly CellValue[], places: readonly number[]): void {
    let filledCells = 0;
    let sameHeading = 0;
    for (let c = 0; c < places.length; c++) {
      const cell = cells[places[c] as number] ?? '';
      if (cell === '' || (typeof cell === 'string' && cell.charCodeAt(0) <= 32 && isBlank(cell))) continue;
      filledCells++;
      if (typeof cell === 'string' && (this.headings[c] as ReadonlySet<string>).has(cell)) sameHeading++;
    }
    if (filledCells === 0) {
      this.drop('blank rows');
      return;
    }
    if (sameHeading >= 2 && sameHeading >= filledCells * 0.6) {
      this.drop('repeated headings');
      return;
    }
    const why = this.noData(cells, places, filledCells);
    if (why !== null) {
      this.drop(why);
      return;
    }
    if (this.startsAnotherTable(cells, places, filledCells)) {
      this.stop(row);
      return;
    }
    this.push(row, cells, places);
  }

  /** Why a row is no data; null when it is. Sets the key of a group as it goes. */
  private noData(cells: readonly CellValue[], places: readonly number[], filledCells: number): string | null {
    if (filledCells > 3 && this.isPlain(cells, places)) return null;
    let bits = 0;
    let keyBits = 0;
    let key = 0;
    let amounts = 0;
    let other = 0;
    let lead = '';
    for (let c = 0; c < places.length; c++) {
      const column = this.order[c] as Column;
      const cell = cells[places[c] as number] ?? '';
      if (cell === '') continue;
      if (this.moneys.has(column.field)) {
        const state = typeof cell === 'number' ? Money.Ok : scanMoney(cell).state;
        if (state === Money.Unreadable && typeof cell === 'string') {
          bits |= textKind(cell) & (TextKind.Total | TextKind.Page);
          if ((bits & (TextKind.Total | TextKind.Page)) !== 0) continue;
        }
        if (state !== Money.Blank) amounts++;
        continue;
      }
      if (typeof cell === 'string' && isBlank(cell)) continue;
      other++;
      const text = this.texts.get(column.field);
      if (text === undefined) {
        if (typeof cell === 'string') bits |= textKind(cell) & (TextKind.Total | TextKind.Page);
        continue;
      }
      const id = this.textId(text, cell);
      if (lead === '' && typeof cell === 'string') {
        lead = cell;
        bits |= this.kindOfText(id);
      }
      if (column.field === this.keyField) {
        key = id;
        keyBits = this.kindOfText(id);
      } else if (KIND_FIELDS.has(column.field)) bits |= this.kindOfText(id);
    }
    const total = TextKind.Total | TextKind.TotalEnd;
    if (
      (keyBits & TextKind.Total) !== 0 ||
      ((keyBits & TextKind.TotalEnd) !== 0 && other <= 2) ||
      (key === 0 && (bits & total) !== 0) ||
      ((bits & TextKind.Total) !== 0 && other <= 3 && this.isTotalType(cells, places))
    ) {
      this.groupKey = 0;
      return 'totals';
    }
    if (((keyBits | bits) & TextKind.Page) !== 0 && amounts === 0 && filledCells <= 3) return 'page lines';
    if (amounts === 0 && filledCells <= 3) {
      const section = this.usesKeys && this.plan.role !== 'accounts' ? sectionKey(lead) : '';
      if (section !== '') {
        this.groupKey = this.builder.text(section);
        this.sectionRows++;
        return 'section lines';
      }
      if ((this.plan.role === 'transactions' || this.plan.role === 'mixed') && filledCells <= 2 && !this.hasType(cells, places)) {
        if (this.fillDown && key !== 0) this.groupKey = key;
        return 'lines without amounts';
      }
    }
    if (this.keyField !== null && key === 0 && amounts === filledCells && this.plan.role !== 'remittance') return this.amountsAlone(cells, places);
    return null;
  }

  /** The common case, fast: a key that is no total's name, and no type that says total. */
  private isPlain(cells: readonly CellValue[], places: readonly number[]): boolean {
    const key = this.keyField === null ? undefined : this.texts.get(this.keyField);
    if (key === undefined) return false;
    const cell = cells[places[this.order.indexOf(key)] as number] ?? '';
    if (cell === '') return false;
    const id = this.textId(key, cell);
    return id !== 0 && this.kindOfText(id) === TextKind.Plain;
  }

  private hasType(cells: readonly CellValue[], places: readonly number[]): boolean {
    const at = this.order.findIndex((c) => c.field === 'type' || c.field === 'code');
    return at >= 0 && !isBlank(cells[places[at] as number]);
  }

  private isTotalType(cells: readonly CellValue[], places: readonly number[]): boolean {
    return this.order.some(
      (column, c) => (column.field === 'type' || column.field === 'description') && (textKind(String(cells[places[c] as number] ?? '')) & TextKind.Total) !== 0,
    );
  }

  /** Amounts with no word beside them: a total when each equals what stands above it, else a Problem when the row is pushed. */
  private amountsAlone(cells: readonly CellValue[], places: readonly number[]): string | null {
    let equal = 0;
    let other = 0;
    for (let c = 0; c < places.length; c++) {
      const column = this.moneys.get(this.order[c]?.field ?? '');
      if (column === undefined) continue;
      const scan = scanMoney(cells[places[c] as number] ?? '');
      if (scan.state === Money.Blank) continue;
      if (scan.state === Money.Ok && column.cents.length > 1 && scan.cents === column.sum) equal++;
      else other++;
    }
    this.groupKey = 0;
    return equal > 0 && other === 0 ? 'totals' : null;
  }

  private startsAnotherTable(cells: readonly CellValue[], places: readonly number[], filledCells: number): boolean {
    if (filledCells < 3) return false;
    for (let c = 0; c < places.length; c++) {
      const cell = cells[places[c] as number] ?? '';
      if (cell === '') continue;
      if (typeof cell !== 'string') return false;
      if ('cents' in (this.order[c] as Column) && scanMoney(cell).state !== Money.Unreadable) return false;
      if ('days' in (this.order[c] as Column) && scanDate(cell, false, this.options.lastYear).day !== UNREADABLE_DAY) return false;
    }
    let known = 0;
    for (const place of places) {
      const cell = cells[place] ?? '';
      if (typeof cell === 'string' && cell !== '' && cell.length < 40 && (fieldsOf(cell)[0]?.score ?? 0) >= 0.9) known++;
    }
    return known >= 3 && known >= filledCells * 0.7;
  }

  private stop(row: number): void {
    this.stopped = true;
    this.log.add('second-heading', this.sheet, row, `Another table begins in row ${row}.`);
    this.drop('rows of another table below');
  }

  private push(row: number, cells: readonly CellValue[], places: readonly number[]): void {
    const at = this.rows.length;
    this.rows.push(row);
    for (let c = 0; c < places.length; c++) {
      const column = this.order[c] as TextColumn | MoneyColumn | DayColumn;
      const cell = cells[places[c] as number] ?? '';
      if ('cents' in column) this.pushMoney(column, cell, row, at);
      else if ('days' in column) this.pushDay(column, cell, row);
      else this.pushText(column, cell, row);
    }
  }

  private textId(column: TextColumn, cell: CellValue): number {
    if (typeof cell === 'string' && isClean(cell)) return this.builder.text(cell);
    const cached = column.cache.get(cell);
    if (cached !== undefined) return cached;
    const text = column.isId ? idOfCell(cell, column.width) : textOfCell(cell);
    const found = damage;
    if (found !== Damage.None) column.damaged.set(cell, found);
    const id = this.builder.text(text);
    column.cache.set(cell, id);
    return id;
  }

  private pushText(column: TextColumn, cell: CellValue, row: number): void {
    let id = cell === '' ? 0 : this.textId(column, cell);
    if (column.damaged.size > 0 && column.isId && column.damaged.has(cell)) this.noteDamage(column, cell, id, row);
    if (column.field === this.keyField && this.usesKeys) id = this.grouped(id);
    column.ids.push(id);
  }

  /** The key of a row, taken from the group above when the sheet groups its rows. */
  private grouped(id: number): number {
    if (id !== 0) {
      if (this.fillDown || this.sectionRows > 0) this.groupKey = id;
      return id;
    }
    if (this.groupKey === 0 || !(this.fillDown || this.sectionRows > 0)) return 0;
    this.filled++;
    return this.fill ? this.groupKey : 0;
  }

  private noteDamage(column: TextColumn, cell: CellValue, id: number, row: number): void {
    const kind = column.damaged.get(cell) ?? Damage.None;
    if (kind === Damage.Decimal) {
      if (column.field === this.keyField && this.decimalIds++ === 0)
        this.log.add('id-decimal', this.sheet, row, `${column.heading} holds numbers with a decimal point, such as ${shown(cell)}.`);
      return;
    }
    this.log.add('id-damaged', this.sheet, row, `${column.heading} ${shown(cell)} ${BARE_ID_DAMAGE[kind] ?? 'is damaged'}.`);
    if (column.field === this.keyField) this.damagedKeys.add(id);
  }

  private pushMoney(column: MoneyColumn, cell: CellValue, row: number, at: number): void {
    const scan = scanMoney(cell);
    if (scan.state === Money.Ok) {
      if (scan.style > 0) column.us++;
      else if (scan.style < 0) column.european++;
      column.cents.push(scan.cents);
      column.sum += scan.cents;
    } else if (scan.state === Money.Blank) column.cents.push(Number.NaN);
    else if (scan.state === Money.Ambiguous) {
      column.cents.push(scan.us);
      column.sum += scan.us;
      column.openRows.push(at);
      column.openEuropean.push(scan.european);
      if (typeof cell === 'string' && cell.includes('.')) column.dots++;
    } else {
      column.cents.push(Number.NaN);
      this.bad.set(at, `${column.heading} in row ${row} could not be read`);
      this.log.add('amount-unreadable', this.sheet, row, `${column.heading} holds ${shown(cell)}, which is no amount.`);
    }
  }

  private pushDay(column: DayColumn, cell: CellValue, row: number): void {
    let code = cell === '' ? 0 : column.cache.get(cell);
    if (code === undefined) {
      code = this.dayCode(column, cell);
      column.cache.set(cell, code);
    }
    if (code === 0 && column.unreadable.has(cell))
      this.log.add('date-unreadable', this.sheet, row, `${column.heading} holds ${shown(cell)}, which is no date.`);
    column.days.push(code);
  }

  private thisCentury(column: DayColumn): boolean {
    return this.options.corrections[`century:${this.sheet}:${column.heading}`] === CENTURIES[1];
  }

  private dayCode(column: DayColumn, cell: CellValue): number {
    const lastYear = this.thisCentury(column) ? 2099 : column.field === 'dob' ? this.options.lastYear - 1 : this.options.lastYear;
    const scan = scanDate(cell, this.sample.date1904, lastYear);
    if (scan.shortYear) column.shortYears = true;
    if (scan.order > 0) column.provesMonth = true;
    if (scan.order < 0) column.provesDay = true;
    if (scan.day === UNREADABLE_DAY) {
      column.unreadable.add(cell);
      return 0;
    }
    if (scan.day === TWO_READINGS) {
      column.monthFirst.push(scan.monthFirst);
      column.dayFirst.push(scan.dayFirst);
      column.dotted.push(typeof cell === 'string' && /^\d+\./.test(cell.trim()));
      return -column.monthFirst.length;
    }
    if (scan.numeric && scan.day > 0) {
      column.serials++;
      if (new Date((scan.day - 25569) * 86_400_000).getUTCDate() > 12) column.serialsOver12++;
    }
    return scan.day;
  }

  /** Decides what only the whole column shows. Call once, after the last block. */
  settle(evidence: { us: number; european: number; monthFirst: boolean; dayFirst: boolean }): void {
    for (const column of this.moneys.values()) this.settleMoney(column, evidence);
    for (const column of this.dayColumns.values()) this.settleDays(column, evidence);
    if (this.filled > 0)
      this.log.assume({
        key: `fill:${this.sheet}`,
        label: `Rows without an account on ${this.sheet}`,
        chosen: this.fill ? FILL : NO_FILL,
        choices: [FILL, NO_FILL],
        why: `${this.filled} rows have a blank ${this.heading(this.keyField ?? '')}; only the first row of a group names it.`,
      });
  }

  /** What this table shows about number and date style, for tables that show nothing themselves. */
  addEvidence(evidence: { us: number; european: number; monthFirst: boolean; dayFirst: boolean }): void {
    for (const column of this.moneys.values()) {
      evidence.us += column.us;
      evidence.european += column.european;
    }
    for (const column of this.dayColumns.values()) {
      evidence.monthFirst ||= column.provesMonth;
      evidence.dayFirst ||= column.provesDay;
    }
  }

  private settleMoney(column: MoneyColumn, all: { us: number; european: number }): void {
    if (column.openRows.length === 0) return;
    const own = column.us > 0 || column.european > 0;
    const us = own ? column.us : all.us;
    const european = own ? column.european : all.european;
    const key = `decimals:${this.sheet}:${column.heading}`;
    const corrected = this.options.corrections[key];
    const chosen = corrected === UNDECIDED ? undefined : corrected;
    const choices = ['1,234.56', '1.234,56'];
    if (chosen === choices[1] || (chosen === undefined && european > 0 && us === 0)) {
      for (let i = 0; i < column.openRows.length; i++) column.cents.set(column.openRows.get(i), column.openEuropean.get(i));
      this.log.assume({
        key,
        label: `Decimal mark of ${column.heading} on ${this.sheet}`,
        chosen: '1.234,56',
        choices,
        why: own ? 'Other amounts of the column have a decimal comma.' : 'Other amounts of the workbook have a decimal comma.',
      });
      return;
    }
    const undecided = chosen === undefined && ((us > 0 && european > 0) || (us === 0 && european === 0 && column.dots > 0));
    if (!undecided) {
      this.log.assume({
        key,
        label: `Decimal mark of ${column.heading} on ${this.sheet}`,
        chosen: '1,234.56',
        choices,
        why: us > 0 ? 'Other amounts have a decimal point.' : 'No amount shows its decimals; commas are read as thousands.',
      });
      return;
    }
    this.log.assume({
      key,
      label: `Decimal mark of ${column.heading} on ${this.sheet}`,
      chosen: UNDECIDED,
      choices: [...choices, UNDECIDED],
      why: 'The amounts can be read both ways and nothing shows which is meant; their accounts are not judged.',
    });
    for (let i = 0; i < column.openRows.length; i++) {
      const at = column.openRows.get(i);
      const row = this.rows.get(at);
      this.bad.set(at, `${column.heading} in row ${row} can be read in two ways`);
      this.log.add(
        'amount-ambiguous',
        this.sheet,
        row,
        `${column.heading} can be read as ${column.cents.get(at) / 100} or ${column.openEuropean.get(i) / 100}.`,
      );
      column.cents.set(at, Number.NaN);
    }
  }

  private settleDays(column: DayColumn, all: { monthFirst: boolean; dayFirst: boolean }): void {
    if (column.provesDay && column.serials >= 3 && column.serialsOver12 === 0 && !column.provesMonth)
      this.log.add(
        'date-ambiguous',
        this.sheet,
        0,
        `${column.heading} mixes day-first text with dates whose day is never above 12: Excel may have swapped day and month of those.`,
      );
    if (column.shortYears)
      this.log.assume({
        key: `century:${this.sheet}:${column.heading}`,
        label: `Two-digit years of ${column.heading} on ${this.sheet}`,
        chosen: this.thisCentury(column) ? CENTURIES[1] : CENTURIES[0],
        choices: CENTURIES,
        why: `The year stands with two digits; years after ${this.options.lastYear} are read as 19xx.`,
      });
    if (column.monthFirst.length === 0) return;
    const key = `dayfirst:${this.sheet}:${column.heading}`;
    const choices = ['month first', 'day first'];
    const readings = this.readings(column, all, this.options.corrections[key]);
    for (let i = 0; i < column.days.length; i++) {
      const code = column.days.get(i);
      if (code >= 0) continue;
      const value = readings.values[-code - 1] as number;
      column.days.set(i, value);
      if (value === 0)
        this.log.add('date-ambiguous', this.sheet, this.rows.get(i), `${column.heading} can be read month first or day first, and the column shows both.`);
    }
    this.log.assume({
      key,
      label: `Dates of ${column.heading} on ${this.sheet}`,
      chosen: readings.chosen,
      choices: readings.chosen === UNDECIDED ? [...choices, UNDECIDED] : choices,
      why: readings.why,
    });
  }

  private readings(
    column: DayColumn,
    all: { monthFirst: boolean; dayFirst: boolean },
    corrected: string | undefined,
  ): { values: number[]; chosen: string; why: string } {
    if (corrected !== undefined && corrected !== UNDECIDED)
      return { values: [...(corrected === 'day first' ? column.dayFirst : column.monthFirst)], chosen: corrected, why: 'You chose it.' };
    const own = column.provesMonth || column.provesDay;
    const month = own ? column.provesMonth : all.monthFirst;
    const dayFirst = own ? column.provesDay : all.dayFirst;
    if (month && dayFirst)
      return {
        values: column.monthFirst.map(() => 0),
        chosen: UNDECIDED,
        why: 'The dates are written in both orders; dates that can be read both ways are left out.',
      };
    if (dayFirst)
      return {
        values: [...column.dayFirst],
        chosen: 'day first',
        why: own ? 'The column holds days above 12 in first place.' : 'Other columns hold days above 12 in first place.',
      };
    if (month)
      return {
        values: [...column.monthFirst],
        chosen: 'month first',
        why: own ? 'The column holds days above 12 in second place.' : 'Other columns hold days above 12 in second place.',
      };
    const dots = column.dotted.every(Boolean);
    return {
      values: [...(dots ? column.dayFirst : column.monthFirst)],
      chosen: dots ? 'day first' : 'month first',
      why: dots ? 'Dates with dots are written day first; no value shows it.' : 'No value shows it; US order is taken.',
    };
  }
}

/** A heading, and each way to cut it in an upper and a lower half. */
function headingParts(heading: string): ReadonlySet<string> {
  const words = heading.split(' ');
  return new Set(words.flatMap((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i).join(' ')]));
}

/** Width of a key column shown with a format of zeros only ("00000"); 0 otherwise. */
function paddedWidth(sample: SheetSample, column: number): number {
  const index = column - sample.firstColumn;
  const formats = sample.formats.map((row) => row[index] ?? '').filter((format) => /^0{2,}$/.test(format));
  return formats.length > 0 && new Set(formats).size === 1 ? (formats[0] as string).length : 0;
}

/** True when only the first row of each group names the key: blank keys stand in rows that are otherwise complete. */
function groupsNames(sample: SheetSample, plan: SheetPlan, keyField: string): boolean {
  const place = (field: string): number => (plan.columns.find((c) => c.field === field)?.column ?? -1) - sample.firstColumn;
  const key = place(keyField);
  const money = plan.columns.filter((c) => kindOf(c.field) === 'money').map((c) => c.column - sample.firstColumn);
  const about = ['type', 'postDay', 'serviceDay', 'depositDay', 'description', 'code', 'cpt'].map(place).filter((c) => c >= 0);
  const who = ['patient', 'mrn', 'guarantor', 'guarantorName']
    .filter((f) => f !== keyField)
    .map(place)
    .filter((c) => c >= 0);
  let withKey = 0;
  let without = 0;
  let withWho = 0;
  let first: boolean | null = null;
  for (const row of sample.head.slice(plan.firstDataRow - sample.firstRow)) {
    if (!money.some((c) => !isBlank(row[c]))) continue;
    const texts = row.filter((cell): cell is string => typeof cell === 'string' && cell !== '');
    if (texts.some((text) => (textKind(text) & (TextKind.Total | TextKind.TotalEnd | TextKind.Unapplied)) !== 0)) continue;
    if (!isBlank(row[key])) {
      withKey++;
      first ??= true;
      continue;
    }
    if (!about.some((c) => !isBlank(row[c]))) continue;
    first ??= false;
    without++;
    if (who.length > 0 && who.some((c) => !isBlank(row[c]))) withWho++;
  }
  if (first !== true || without === 0) return false;
  const share = without / (withKey + without);
  return withWho <= without * 0.1 && (share >= 0.25 || (who.length > 0 && share >= 0.1 && without >= 2));
}
