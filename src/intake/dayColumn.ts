/** A column of dates: day serials as they come, and the order of day and month settled once the whole column is known (exports.md hazard 13). */
import type { CellValue, ColumnPlan } from './contract';
import { LATEST, scanDate, serialOf, TWO_READINGS, UNREADABLE_DAY } from './dates';
import { Ints } from './grow';
import { shown, UNDECIDED } from './sentences';
import type { StyleEvidence, TableContext } from './tableContext';

const CENTURIES = ['the last hundred years', 'the years from 2000'] as const;
const ORDERS = ['month first', 'day first'] as const;

/** The days of the open dates in their order, and what is said about it. */
interface Readings {
  readonly days: readonly number[];
  readonly chosen: string;
  readonly why: string;
}

export class DayColumn {
  readonly field: string;
  readonly heading: string;
  /** Serials; 0 blank; below 0: −1 less the place in monthFirst and dayFirst, until settled. */
  readonly days: Ints;
  private readonly codes = new Map<CellValue, number>();
  /** Serials seen before. */
  private readonly known = new Uint8Array(LATEST + 1);
  private readonly monthFirst: number[] = [];
  private readonly dayFirst: number[] = [];
  private readonly dotted: boolean[] = [];
  private provesMonth = false;
  private provesDay = false;
  private readonly unreadable = new Set<CellValue>();
  private shortYears = false;
  /** Different serials, and those of a day after the twelfth. */
  private serials = 0;
  private serialsOver12 = 0;

  constructor(
    plan: ColumnPlan,
    private readonly table: TableContext,
  ) {
    this.field = plan.field;
    this.heading = plan.heading;
    this.days = new Ints(table.room);
  }

  /** Cells of one place, of the rows from…to−1 of a block whose first row is `firstRow` (1-based) on the sheet. */
  take(rows: readonly (readonly CellValue[])[], from: number, to: number, place: number, firstRow: number): void {
    let at = this.days.length;
    const data = this.days.extend(to - from);
    for (let r = from; r < to; r++) {
      const cell = (rows[r] as readonly CellValue[])[place] ?? '';
      const day = typeof cell === 'number' ? serialOf(cell, this.table.date1904) : 0;
      data[at++] = day > 0 ? this.serial(day) : this.codeOf(cell, firstRow + r);
    }
  }

  private serial(day: number): number {
    if (this.known[day] === 0) {
      this.known[day] = 1;
      this.countSerial(day);
    }
    return day;
  }
  private countSerial(day: number): void {
    this.serials++;
    if (new Date((day - 25569) * 86_400_000).getUTCDate() > 12) this.serialsOver12++;
  }

  private codeOf(cell: CellValue, row: number): number {
    if (cell === '') return 0;
    let code = this.codes.get(cell);
    if (code === undefined) {
      code = this.newCode(cell);
      this.codes.set(cell, code);
    }
    if (code === 0 && this.unreadable.has(cell))
      this.table.log.add('date-unreadable', this.table.sheet, row, `${this.heading} holds ${shown(cell)}, which is no date.`);
    return code;
  }

  private get thisCentury(): boolean {
    return this.table.corrections[`century:${this.table.sheet}:${this.heading}`] === CENTURIES[1];
  }

  private newCode(cell: CellValue): number {
    const lastYear = this.thisCentury ? 2099 : this.field === 'dob' ? this.table.lastYear - 1 : this.table.lastYear;
    const scan = scanDate(cell, this.table.date1904, lastYear);
    if (scan.shortYear) this.shortYears = true;
    if (scan.order > 0) this.provesMonth = true;
    if (scan.order < 0) this.provesDay = true;
    if (scan.day === UNREADABLE_DAY) {
      this.unreadable.add(cell);
      return 0;
    }
    if (scan.day === TWO_READINGS) {
      this.monthFirst.push(scan.monthFirst);
      this.dayFirst.push(scan.dayFirst);
      this.dotted.push(typeof cell === 'string' && /^\d+\./.test(cell.trim()));
      return -this.monthFirst.length;
    }
    if (scan.numeric && scan.day > 0) this.countSerial(scan.day);
    return scan.day;
  }

  addEvidence(evidence: StyleEvidence): void {
    evidence.monthFirst ||= this.provesMonth;
    evidence.dayFirst ||= this.provesDay;
  }

  /** Decides the order of day and month by what the column, else the workbook, shows. Call once, after the last block. */
  settle(all: StyleEvidence): void {
    const { sheet, log } = this.table;
    if (this.provesDay && this.serials >= 3 && this.serialsOver12 === 0 && !this.provesMonth)
      log.add(
        'date-ambiguous',
        sheet,
        0,
        `${this.heading} mixes day-first text with dates whose day is never above 12: Excel may have swapped day and month of those.`,
      );
    if (this.shortYears) this.assumeCentury();
    if (this.monthFirst.length > 0) this.settleOrder(all);
  }

  private assumeCentury(): void {
    this.table.log.assume({
      key: `century:${this.table.sheet}:${this.heading}`,
      label: `Two-digit years of ${this.heading} on ${this.table.sheet}`,
      chosen: this.thisCentury ? CENTURIES[1] : CENTURIES[0],
      choices: CENTURIES,
      why: `The year stands with two digits; years after ${this.table.lastYear} are read as 19xx.`,
    });
  }

  private settleOrder(all: StyleEvidence): void {
    const { sheet, log, rows } = this.table;
    const key = `dayfirst:${sheet}:${this.heading}`;
    const { days, chosen, why } = this.readings(all, this.table.corrections[key]);
    for (let i = 0; i < this.days.length; i++) {
      const code = this.days.get(i);
      if (code >= 0) continue;
      const day = days[-code - 1] as number;
      this.days.set(i, day);
      if (day === 0) log.add('date-ambiguous', sheet, rows.get(i), `${this.heading} can be read month first or day first, and the column shows both.`);
    }
    log.assume({ key, label: `Dates of ${this.heading} on ${sheet}`, chosen, choices: chosen === UNDECIDED ? [...ORDERS, UNDECIDED] : ORDERS, why });
  }

  private readings(all: StyleEvidence, corrected: string | undefined): Readings {
    if (corrected !== undefined && corrected !== UNDECIDED) return this.ordered(corrected === ORDERS[1], 'You chose it.', corrected);
    const own = this.provesMonth || this.provesDay;
    const month = own ? this.provesMonth : all.monthFirst;
    const dayFirst = own ? this.provesDay : all.dayFirst;
    if (month && dayFirst)
      return {
        days: this.monthFirst.map(() => 0),
        chosen: UNDECIDED,
        why: 'The dates are written in both orders; dates that can be read both ways are left out.',
      };
    const where = own ? 'The column holds' : 'Other columns hold';
    if (dayFirst) return this.ordered(true, `${where} days above 12 in first place.`);
    if (month) return this.ordered(false, `${where} days above 12 in second place.`);
    const dots = this.dotted.every(Boolean);
    return this.ordered(dots, dots ? 'Dates with dots are written day first; no value shows it.' : 'No value shows it; US order is taken.');
  }

  private ordered(dayFirst: boolean, why: string, chosen: string = dayFirst ? ORDERS[1] : ORDERS[0]): Readings {
    return { days: dayFirst ? this.dayFirst : this.monthFirst, chosen, why };
  }
}
