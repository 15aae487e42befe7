/** A column of amounts: cents as they come, and the decimal mark settled once the whole column is known (exports.md hazard 14). */
import type { CellValue, ColumnPlan } from './contract';
import { Floats, Ints } from './grow';
import { Money, scanMoney } from './money';
import { shown, UNDECIDED } from './sentences';
import type { StyleEvidence, TableContext } from './tableContext';

const MARKS = ['1,234.56', '1.234,56'] as const;

export class MoneyColumn {
  readonly field: string;
  readonly heading: string;
  readonly cents: Floats;
  /** Cents of all cells read so far. */
  sum = 0;
  private us = 0;
  private european = 0;
  /** Rows whose amount reads in two ways, and the European reading of each. */
  private readonly openRows = new Ints();
  private readonly openEuropean = new Floats();
  /** Of those: written with a dot ("1.234"). */
  private dots = 0;
  private readonly key: string;

  constructor(
    plan: ColumnPlan,
    private readonly table: TableContext,
  ) {
    this.field = plan.field;
    this.heading = plan.heading;
    this.cents = new Floats(table.room);
    this.key = `decimals:${table.sheet}:${plan.heading}`;
  }

  /** Cells of one place, of the rows from…to−1 of a block whose first row is `firstRow` (1-based) on the sheet. */
  take(rows: readonly (readonly CellValue[])[], from: number, to: number, place: number, firstRow: number): void {
    let at = this.cents.length;
    const data = this.cents.extend(to - from);
    let sum = 0;
    for (let r = from; r < to; r++, at++) {
      const cell = (rows[r] as readonly CellValue[])[place];
      const scan = scanMoney(cell ?? '');
      data[at] = scan.state === Money.Ok ? scan.cents : Number.NaN;
      if (scan.state === Money.Ok) {
        sum += scan.cents;
        if (scan.style > 0) this.us++;
        else if (scan.style < 0) this.european++;
      } else if (scan.state !== Money.Blank) sum += this.odd(cell as CellValue, firstRow + r, at);
    }
    this.sum += sum;
  }

  /** The cell of the last scan: it has two readings or none. Returns the cents it counts with. */
  private odd(cell: CellValue, row: number, at: number): number {
    const { state, us, european } = scanMoney(cell);
    if (state === Money.Ambiguous) {
      this.cents.set(at, us);
      this.openRows.push(at);
      this.openEuropean.push(european);
      if (typeof cell === 'string' && cell.includes('.')) this.dots++;
      return us;
    }
    this.table.bad.set(at, `${this.heading} in row ${row} could not be read`);
    this.table.log.add('amount-unreadable', this.table.sheet, row, `${this.heading} holds ${shown(cell)}, which is no amount.`);
    return 0;
  }

  /** True when the cell stands for exactly what stands above it; false for another amount; null when it is blank. */
  isSumOfColumn(cell: CellValue): boolean | null {
    const scan = scanMoney(cell);
    if (scan.state === Money.Blank) return null;
    return scan.state === Money.Ok && this.cents.length > 1 && scan.cents === this.sum;
  }

  addEvidence(evidence: StyleEvidence): void {
    evidence.us += this.us;
    evidence.european += this.european;
  }

  /** Decides the decimal mark by what the column, else the workbook, shows. Call once, after the last block. */
  settle(all: StyleEvidence): void {
    if (this.openRows.length === 0) return;
    const own = this.us > 0 || this.european > 0;
    const [us, european] = own ? [this.us, this.european] : [all.us, all.european];
    const corrected = this.table.corrections[this.key];
    const chosen = corrected === UNDECIDED ? undefined : corrected;
    if (chosen === MARKS[1] || (chosen === undefined && european > 0 && us === 0)) {
      this.readEuropean(own);
      return;
    }
    if (chosen === undefined && ((us > 0 && european > 0) || (us === 0 && european === 0 && this.dots > 0))) this.leaveOut();
    else this.assume(MARKS[0], MARKS, us > 0 ? 'Other amounts have a decimal point.' : 'No amount shows its decimals; commas are read as thousands.');
  }

  private assume(chosen: string, choices: readonly string[], why: string): void {
    this.table.log.assume({ key: this.key, label: `Decimal mark of ${this.heading} on ${this.table.sheet}`, chosen, choices, why });
  }

  private readEuropean(own: boolean): void {
    for (let i = 0; i < this.openRows.length; i++) this.cents.set(this.openRows.get(i), this.openEuropean.get(i));
    this.assume(MARKS[1], MARKS, own ? 'Other amounts of the column have a decimal comma.' : 'Other amounts of the workbook have a decimal comma.');
  }

  private leaveOut(): void {
    const { sheet, log, bad, rows } = this.table;
    this.assume(UNDECIDED, [...MARKS, UNDECIDED], 'The amounts can be read both ways and nothing shows which is meant; their accounts are not judged.');
    for (let i = 0; i < this.openRows.length; i++) {
      const at = this.openRows.get(i);
      const row = rows.get(at);
      bad.set(at, `${this.heading} in row ${row} can be read in two ways`);
      log.add('amount-ambiguous', sheet, row, `${this.heading} can be read as ${this.cents.get(at) / 100} or ${this.openEuropean.get(i) / 100}.`);
      this.cents.set(at, Number.NaN);
    }
  }
}
