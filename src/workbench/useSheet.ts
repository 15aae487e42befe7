/** One sheet's cells and column layout as the grid needs them, kept fresh while the workbook changes. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CellArea, CellWindow, SheetTab, WindowCell } from '../host/protocol';
import type { Book } from './book';
import { CellTiles, type Region } from './cellTiles';

const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;
const DEFAULT_WIDTH = 64;

export interface SheetCells {
  /** Rows and columns to draw: what is used and not hidden, and some empty ones. */
  readonly rows: number;
  /** Rows are hidden, so the numbers of the rows have gaps. */
  readonly gaps: boolean;
  /** The sheet row that is drawn as the nth, and back (the next one drawn when it is hidden). */
  rowAt(nth: number): number;
  nthOf(row: number): number;
  readonly columns: number;
  /** Pixels by sheet column; 0 = hidden. */
  readonly widths: readonly number[];
  readonly merged: readonly CellArea[];
  /** The frozen rows at the top, whole width. */
  readonly frozen: readonly (readonly WindowCell[])[];
  cell(row: number, column: number): WindowCell | null;
  need(region: Region): void;
}

type Top = Pick<CellWindow, 'columnWidths' | 'merged' | 'cells'>;
const NO_TOP: Top = { columnWidths: [], merged: [], cells: [] };

/** Used rows that show, then empty ones. `visible`: sheet rows in order, null = all. */
function rowOrder(visible: Int32Array | null, used: number): Pick<SheetCells, 'rows' | 'gaps' | 'rowAt' | 'nthOf'> {
  const rows = Math.max(LEAST_ROWS, (visible?.length ?? used) + 10);
  if (!visible) return { rows, gaps: false, rowAt: (nth) => nth, nthOf: (row) => row };
  const beyond = Math.max(used, (visible.at(-1) ?? -1) + 1);
  return {
    rows,
    gaps: true,
    rowAt: (nth) => visible[nth] ?? beyond + nth - visible.length,
    nthOf: (row) => (row >= beyond ? visible.length + row - beyond : firstFrom(visible, row)),
  };
}

/** Where the first row at or after `row` stands. */
function firstFrom(rows: Int32Array, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `drawn` changes whenever cells arrived. */
export function useSheet(book: Book, sheet: SheetTab, version: number): { readonly cells: SheetCells; readonly drawn: number } {
  const [top, setTop] = useState<Top>(NO_TOP);
  const [drawn, setDrawn] = useState(0);
  const tiles = useMemo(() => new CellTiles(book, sheet.id, () => setDrawn((before) => before + 1)), [book, sheet.id]);
  const sight = useRef<Region>({ row: 0, column: 0, rows: LEAST_ROWS, columns: LEAST_COLUMNS });
  const [visible, setVisible] = useState<Int32Array | null>(null);
  const order = useMemo(() => rowOrder(visible, sheet.rows), [visible, sheet.rows]);
  const columns = Math.max(LEAST_COLUMNS, sheet.columns + 2);

  useEffect(() => {
    let here = true;
    const area = { row: 0, column: 0, rows: Math.max(1, sheet.frozenRows), columns };
    void book.ask('window', { sheetId: sheet.id, ...area }).then((window) => {
      if (here) setTop(window);
    });
    void book.ask('visibleRows', { sheetId: sheet.id }).then((rows) => {
      if (here) setVisible(rows);
    });
    tiles.stale();
    tiles.need(sight.current);
    return () => {
      here = false;
    };
  }, [book, sheet.id, sheet.frozenRows, columns, tiles, version]);

  const need = useCallback(
    (region: Region) => {
      sight.current = region;
      tiles.need(region);
    },
    [tiles],
  );
  const cell = useCallback((row: number, column: number) => tiles.cell(row, column), [tiles]);
  const widths = useMemo(() => Array.from({ length: columns }, (_, column) => top.columnWidths[column] ?? DEFAULT_WIDTH), [columns, top]);
  const frozen = useMemo(() => (sheet.frozenRows > 0 ? top.cells : []), [sheet.frozenRows, top]);
  const cells = useMemo(() => ({ ...order, columns, widths, merged: top.merged, frozen, cell, need }), [order, columns, widths, top, frozen, cell, need]);
  return { cells, drawn };
}
