/**
 * The rows of one table as typed columns, filled block by block. Rows that are no data (blank, repeated headings, totals, page lines) are counted
 * with the reason and dropped here; cells that cannot be read become Problems. What only the whole column can decide (European decimals, day first) is
 * decided in `settle`. Ordinary rows are taken in runs, one column after the other (design.md 5); the others one by one.
 */
import type { LedgerBuilder } from '../core/ledgerBuilder';
import { Damage } from './cells';
import type { CellValue, ColumnPlan, SheetPlan, SheetSample } from './contract';
import { scanDate, UNREADABLE_DAY } from './dates';
import { DayColumn } from './dayColumn';
import { kindOf } from './fields';
import { Ints, Marks } from './grow';
import type { Floats } from './grow';
import { fieldsOf } from './heading';
import { Money, scanMoney } from './money';
import { MoneyColumn } from './moneyColumn';
import type { ProblemLog } from './problemLog';
import { isBlank } from './profile';
import { KEYS } from './roles';
import { sectionKey, TextKind, textKind } from './rowKinds';
import { shown } from './sentences';
import type { StyleEvidence, TableContext } from './tableContext';
import { MOST_READ, TextColumn } from './textColumn';

type Cells = readonly CellValue[];
type Column = TextColumn | MoneyColumn | DayColumn;

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

const FILL = 'belong to the account above';
const NO_FILL = 'have no account';
/** Most rows taken at once: so many stay in the near memory from one column to the next. */
const RUN = MOST_READ;
/** A kind is kept one higher, so that 0 means not asked yet. */
const ASKED = 1;

export class Stage {
  readonly sheet: string;
  /** 1-based sheet rows. */
  readonly rows: Ints;
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
  private readonly order: Column[] = [];
  private readonly kinds = new Marks();
  private readonly key: TextColumn | null;
  private readonly keyPlace: number;
  private readonly fillDown: boolean;
  private readonly fill: boolean;
  private groupKey = 0;
  private sectionRows = 0;
  private stopped = false;
  private decimalIds = 0;
  private readonly usesKeys: boolean;
  /** Of each row of a run: filled cells, numbers, words of headings, and the number of its key. */
  private readonly given = new Uint16Array(RUN);
  private readonly numbers = new Uint16Array(RUN);
  private readonly heads = new Uint16Array(RUN);
  private readonly keyIds = new Int32Array(RUN);
  /** By column: its heading, and the halves of a heading in two rows. */
  private readonly headings: readonly Headings[];

  constructor(
    readonly plan: SheetPlan,
    sample: SheetSample,
    private readonly builder: LedgerBuilder,
    private readonly log: ProblemLog,
    private readonly options: StageOptions,
  ) {
    this.sheet = plan.sheet;
    this.rows = new Ints(plan.dataRows);
    const context: TableContext = { sheet: plan.sheet, date1904: sample.date1904, ...options, log, room: plan.dataRows, rows: this.rows, bad: this.bad };
    for (const column of plan.columns) this.addColumn(column, sample, context);
    this.headings = plan.columns.map((column) => new Headings(column.heading.replace(/ \([A-Z]{1,3}\)$/, '')));
    const keyField = KEYS.find((field) => this.texts.has(field));
    this.key = keyField === undefined ? null : (this.texts.get(keyField) ?? null);
    this.keyPlace = this.order.findIndex((column) => column === this.key);
    this.usesKeys = plan.role === 'transactions' || plan.role === 'mixed' || plan.role === 'accounts';
    this.fill = options.corrections[`fill:${plan.sheet}`] !== NO_FILL;
    this.fillDown = (plan.role === 'transactions' || plan.role === 'mixed') && keyField !== undefined && groupsNames(sample, plan, keyField);
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
  /** The text ids, cents or days of a column, for loops over many rows; null when there is no such column. */
  ids(field: string): Ints | null {
    return this.texts.get(field)?.ids ?? null;
  }
  amounts(field: string): Floats | null {
    return this.moneys.get(field)?.cents ?? null;
  }
  days(field: string): Ints | null {
    return this.dayColumns.get(field)?.days ?? null;
  }
  kindOfText(id: number): number {
    const kept = this.kinds.get(id);
    if (kept > 0) return kept - ASKED;
    const bits = id === 0 ? TextKind.Plain : textKind(this.builder.texts[id] as string);
    this.kinds.set(id, bits + ASKED);
    return bits;
  }
  get moneyFields(): readonly string[] {
    this.moneyNames ??= [...this.moneys.keys()];
    return this.moneyNames;
  }
  private moneyNames: readonly string[] | null = null;

  private addColumn(plan: ColumnPlan, sample: SheetSample, context: TableContext): void {
    const kind = kindOf(plan.field);
    if (kind === 'money') this.order.push(put(this.moneys, new MoneyColumn(plan, context)));
    else if (kind === 'day') this.order.push(put(this.dayColumns, new DayColumn(plan, context)));
    else this.order.push(put(this.texts, new TextColumn(plan, kind === 'id', paddedWidth(sample, plan.column), this.builder, context.room)));
  }

  /** Reads rows; `places` are the positions of this table's columns in the block. */
  accept(firstRow: number, values: readonly Cells[], places: readonly number[]): void {
    for (let from = 0; from < values.length && !this.stopped; from += RUN) this.acceptRun(firstRow, values, from, Math.min(from + RUN, values.length), places);
  }

  /** Reads the rows from…to−1 of a block, at most `RUN`. */
  private acceptRun(firstRow: number, values: readonly Cells[], start: number, to: number, places: readonly number[]): void {
    this.look(values, start, to, places);
    let from = start;
    let at = start;
    for (; at < to && !this.stopped; at++) {
      this.read++;
      if (this.isOrdinary(at - start, values[at] as Cells, places)) continue;
      this.take(values, from, at, start, places, firstRow + 1);
      from = at + 1;
      if (this.isData(firstRow + at + 1, values[at] as Cells, places)) this.take(values, at, at + 1, start, places, firstRow + 1);
    }
    this.take(values, from, at, start, places, firstRow + 1);
  }

  /** Counts, of each row of a run, its filled cells, the numbers and the words of headings among them, and reads its key. */
  private look(values: readonly Cells[], from: number, to: number, places: readonly number[]): void {
    const { given, numbers, heads } = this;
    given.fill(0);
    numbers.fill(0);
    heads.fill(0);
    for (let c = 0; c < places.length; c++) {
      const place = places[c] as number;
      const heading = this.headings[c] as Headings;
      for (let r = from; r < to; r++) {
        const cell = (values[r] as Cells)[place];
        if (typeof cell === 'string') {
          if (cell === '' || (cell.charCodeAt(0) <= 32 && isBlank(cell))) continue;
          given[r - from]!++;
          if (heading.has(cell)) heads[r - from]!++;
        } else if (cell !== null && cell !== undefined) {
          given[r - from]!++;
          numbers[r - from]!++;
        }
      }
    }
    this.key?.read(values, from, to, places[this.keyPlace] as number, this.keyIds, 0);
  }

  /** Data at a glance: a plain key, more than three filled cells, a number or an amount among them, and hardly a heading's words. `at`: place in the run. */
  private isOrdinary(at: number, cells: Cells, places: readonly number[]): boolean {
    if ((this.given[at] as number) <= 3 || (this.heads[at] as number) >= 2 || this.key === null) return false;
    const id = this.keyIds[at] as number;
    return id !== 0 && this.kindOfText(id) === TextKind.Plain && ((this.numbers[at] as number) > 0 || this.holdsAmount(cells, places));
  }

  /** A key that is no total's name. */
  private hasPlainKey(cells: Cells, places: readonly number[]): boolean {
    if (this.key === null) return false;
    const id = this.key.idOf(cells[places[this.keyPlace] as number] ?? '');
    return id !== 0 && this.kindOfText(id) === TextKind.Plain;
  }

  private holdsAmount(cells: Cells, places: readonly number[]): boolean {
    for (let c = 0; c < places.length; c++) {
      const cell = cells[places[c] as number] ?? '';
      if (cell !== '' && this.order[c] instanceof MoneyColumn && scanMoney(cell).state !== Money.Unreadable) return true;
    }
    return false;
  }

  private drop(why: string): void {
    this.dropped.set(why, (this.dropped.get(why) ?? 0) + 1);
  }

  /** The long look at one row: true when it is data; else it is counted with the reason. */
  private isData(row: number, cells: Cells, places: readonly number[]): boolean {
    let filledCells = 0;
    let sameHeading = 0;
    for (let c = 0; c < places.length; c++) {
      const cell = cells[places[c] as number] ?? '';
      if (cell === '' || (typeof cell === 'string' && cell.charCodeAt(0) <= 32 && isBlank(cell))) continue;
      filledCells++;
      if (typeof cell === 'string' && (this.headings[c] as Headings).has(cell)) sameHeading++;
    }
    const repeated = sameHeading >= 2 && sameHeading >= filledCells * 0.6;
    const why = filledCells === 0 ? 'blank rows' : repeated ? 'repeated headings' : this.noData(cells, places, filledCells);
    if (why !== null) this.drop(why);
    else if (this.startsAnotherTable(cells, places, filledCells)) this.stop(row);
    else return true;
    return false;
  }

  /** Why a row is no data; null when it is. Sets the key of a group as it goes. */
  private noData(cells: Cells, places: readonly number[], filledCells: number): string | null {
    if (filledCells > 3 && this.hasPlainKey(cells, places)) return null;
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
      if (column instanceof MoneyColumn) {
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
      if (column instanceof DayColumn) {
        if (typeof cell === 'string') bits |= textKind(cell) & (TextKind.Total | TextKind.Page);
        continue;
      }
      const id = column.idOf(cell);
      if (lead === '' && typeof cell === 'string') {
        lead = cell;
        bits |= this.kindOfText(id);
      }
      if (column === this.key) {
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
    if (this.key !== null && key === 0 && amounts === filledCells && this.plan.role !== 'remittance') return this.amountsAlone(cells, places);
    return null;
  }

  private hasType(cells: Cells, places: readonly number[]): boolean {
    const at = this.order.findIndex((c) => c.field === 'type' || c.field === 'code');
    return at >= 0 && !isBlank(cells[places[at] as number]);
  }

  private isTotalType(cells: Cells, places: readonly number[]): boolean {
    return this.order.some(
      (column, c) => (column.field === 'type' || column.field === 'description') && (textKind(String(cells[places[c] as number] ?? '')) & TextKind.Total) !== 0,
    );
  }

  /** Amounts with no word beside them: a total when each equals what stands above it, else a Problem when the row is pushed. */
  private amountsAlone(cells: Cells, places: readonly number[]): string | null {
    let equal = 0;
    let other = 0;
    for (let c = 0; c < places.length; c++) {
      const column = this.order[c];
      const same = column instanceof MoneyColumn ? column.isSumOfColumn(cells[places[c] as number] ?? '') : null;
      if (same === true) equal++;
      else if (same === false) other++;
    }
    this.groupKey = 0;
    return equal > 0 && other === 0 ? 'totals' : null;
  }

  private startsAnotherTable(cells: Cells, places: readonly number[], filledCells: number): boolean {
    if (filledCells < 3) return false;
    for (let c = 0; c < places.length; c++) {
      const cell = cells[places[c] as number] ?? '';
      if (cell === '') continue;
      if (typeof cell !== 'string') return false;
      if (this.order[c] instanceof MoneyColumn && scanMoney(cell).state !== Money.Unreadable) return false;
      if (this.order[c] instanceof DayColumn && scanDate(cell, false, this.options.lastYear).day !== UNREADABLE_DAY) return false;
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

  /** Takes the rows from…to−1 of a block, one column after the other; the run they belong to begins at `run`. */
  private take(values: readonly Cells[], from: number, to: number, run: number, places: readonly number[], firstRow: number): void {
    if (from >= to) return;
    const start = this.rows.length;
    const rows = this.rows.extend(to - from);
    for (let r = from; r < to; r++) rows[start + r - from] = firstRow + r;
    for (let c = 0; c < places.length; c++) {
      const column = this.order[c] as Column;
      if (column === this.key) this.takeKeys(column, from - run, to - run);
      else column.take(values, from, to, places[c] as number, firstRow);
      if (column instanceof TextColumn && column.isId && column.damaged.size > 0) this.noteDamage(column, values, from, to, places[c] as number, firstRow);
    }
    if (this.key !== null && this.usesKeys) this.groupKeys(this.key.ids, start);
  }

  /** Keys of the run that were read already. */
  private takeKeys({ ids }: TextColumn, from: number, to: number): void {
    const at = ids.length;
    const data = ids.extend(to - from);
    for (let i = from; i < to; i++) data[at + i - from] = this.keyIds[i] as number;
  }

  /** Keys of rows from `start` on that stand blank are taken from the group above, when the sheet groups its rows. */
  private groupKeys(ids: Ints, start: number): void {
    if (!(this.fillDown || this.sectionRows > 0)) return;
    for (let at = start; at < ids.length; at++) {
      const id = ids.get(at);
      if (id !== 0) this.groupKey = id;
      else if (this.groupKey !== 0) {
        this.filled++;
        if (this.fill) ids.set(at, this.groupKey);
      }
    }
  }

  private noteDamage(column: TextColumn, values: readonly Cells[], from: number, to: number, place: number, firstRow: number): void {
    for (let r = from; r < to; r++) {
      const cell = (values[r] as Cells)[place] ?? '';
      const kind = column.damaged.get(cell);
      if (kind !== undefined) this.noteDamaged(column, cell, kind, firstRow + r);
    }
  }
  private noteDamaged(column: TextColumn, cell: CellValue, kind: Damage, row: number): void {
    if (kind === Damage.Decimal) {
      if (column === this.key && this.decimalIds++ === 0)
        this.log.add('id-decimal', this.sheet, row, `${column.heading} holds numbers with a decimal point, such as ${shown(cell)}.`);
      return;
    }
    this.log.add('id-damaged', this.sheet, row, `${column.heading} ${shown(cell)} ${BARE_ID_DAMAGE[kind] ?? 'is damaged'}.`);
    if (column === this.key) this.damagedKeys.add(column.idOf(cell));
  }

  /** Decides what only the whole column shows. Call once, after the last block. */
  settle(evidence: StyleEvidence): void {
    for (const column of this.moneys.values()) column.settle(evidence);
    for (const column of this.dayColumns.values()) column.settle(evidence);
    if (this.filled > 0)
      this.log.assume({
        key: `fill:${this.sheet}`,
        label: `Rows without an account on ${this.sheet}`,
        chosen: this.fill ? FILL : NO_FILL,
        choices: [FILL, NO_FILL],
        why: `${this.filled} rows have a blank ${this.key?.heading ?? ''}; only the first row of a group names it.`,
      });
  }

  /** What this table shows about number and date style, for tables that show nothing themselves. */
  addEvidence(evidence: StyleEvidence): void {
    for (const column of this.moneys.values()) column.addEvidence(evidence);
    for (const column of this.dayColumns.values()) column.addEvidence(evidence);
  }
}

function put<C extends Column>(columns: Map<string, C>, column: C): C {
  columns.set(column.field, column);
  return column;
}

/** The words a repeated heading row would show in one column. */
class Headings {
  private readonly words: ReadonlySet<string>;
  /** A bit for each length (modulo 32) that occurs: most cells are told apart by it. */
  private readonly lengths: number;
  constructor(heading: string) {
    this.words = headingParts(heading);
    this.lengths = [...this.words].reduce((bits, { length }) => bits | (1 << (length & 31)), 0);
  }
  has(text: string): boolean {
    return (this.lengths & (1 << (text.length & 31))) !== 0 && this.words.has(text);
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
