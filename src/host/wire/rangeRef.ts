/** A range as the object layer sees it: a sheet and an area that follows inserted and deleted rows and columns while the client holds it. */
import type { Area, Sheet } from '../model';
import { addressText, cellCount, isEntireColumn, isEntireRow, onSheet, overlap, parseArea, splitSheet } from './address';
import { refuse } from './errors';
import type { ExcelState } from './state';

export class RangeRef {
  constructor(
    readonly state: ExcelState,
    readonly sheet: Sheet,
    public area: Area,
  ) {}

  /** Another range on the same sheet; throws InvalidArgument when it would leave the sheet. */
  at(area: Area): RangeRef {
    if (!onSheet(area)) refuse('InvalidArgument');
    return new RangeRef(this.state, this.sheet, area);
  }
  get address(): string {
    return addressText(this.sheet.name, this.area);
  }
  get cells(): number {
    return cellCount(this.area);
  }
  /** Whole columns or rows: cell properties read as null and cannot be set (office-js.md 1.1). */
  get unbounded(): boolean {
    return isEntireColumn(this.area) || isEntireRow(this.area);
  }
  /** The part that can hold anything; null when that is nothing. For work on whole columns and rows. */
  usedPart(): Area | null {
    const used = this.sheet.cells.used(false);
    return used && overlap(used, this.area);
  }
}

/** Every cell of an area, row by row. */
export function* cellsOf(area: Area): Generator<readonly [row: number, column: number]> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield [row, column];
  }
}

/** The sheet, if it has cells; throws UnsupportedSheet for chart and macro sheets. */
export function withCells(sheet: Sheet): Sheet {
  return sheet.type === 'worksheet' ? sheet : refuse('UnsupportedSheet');
}

/**
 * The range of an address on a sheet. Takes "A1:B2", "A:C", "2:9", an address with a sheet name, and a name or table of the workbook.
 * Throws InvalidArgument; addresses over the limit are cut and fail the same way (office-js.md 1.1).
 */
export function rangeOfAddress(state: ExcelState, sheet: Sheet, address: string): RangeRef {
  if (address.length > state.platform.limits.addressLength) refuse('InvalidArgument');
  const { sheet: sheetName, rest } = splitSheet(address);
  const target = sheetName === null ? sheet : (state.sheetByName(sheetName) ?? refuse('InvalidArgument'));
  const area = parseArea(rest) ?? namedArea(state, target, rest) ?? refuse('InvalidArgument');
  return new RangeRef(state, withCells(target), area);
}

function namedArea(state: ExcelState, sheet: Sheet, name: string): Area | null {
  const wanted = name.toLowerCase();
  const defined = state.workbook.names.find((each) => each.name.toLowerCase() === wanted && (each.scope === '' || each.scope === sheet.id));
  if (defined) {
    const { sheet: target, rest } = splitSheet(defined.formula);
    return target !== null && state.sheetByName(target) !== sheet ? null : parseArea(rest);
  }
  return sheet.tables.find((table) => table.name.toLowerCase() === wanted)?.area ?? null;
}
