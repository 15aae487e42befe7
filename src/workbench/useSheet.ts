/** One sheet's cells and column layout as the grid needs them, kept fresh while the workbook changes. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CellArea, CellWindow, SheetTab, WindowCell } from '../host/protocol';
import type { Book } from './book';
import { CellTiles, type Region } from './cellTiles';

const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;
const DEFAULT_WIDTH = 64;

export interface SheetCells {
  /** Rows and columns to draw: what is used, and some empty ones. */
  readonly rows: number;
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

/** `drawn` changes whenever cells arrived. */
export function useSheet(book: Book, sheet: SheetTab, version: number): { readonly cells: SheetCells; readonly drawn: number } {
  const [top, setTop] = useState<Top>(NO_TOP);
  const [drawn, setDrawn] = useState(0);
  const tiles = useMemo(() => new CellTiles(book, sheet.id, () => setDrawn((before) => before + 1)), [book, sheet.id]);
  const sight = useRef<Region>({ row: 0, column: 0, rows: LEAST_ROWS, columns: LEAST_COLUMNS });
  const rows = Math.max(LEAST_ROWS, sheet.rows + 10);
  const columns = Math.max(LEAST_COLUMNS, sheet.columns + 2);

  useEffect(() => {
    let here = true;
    const area = { row: 0, column: 0, rows: Math.max(1, sheet.frozenRows), columns };
    void book.ask('window', { sheetId: sheet.id, ...area }).then((window) => {
      if (here) setTop(window);
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
  const cells = useMemo(() => ({ rows, columns, widths, merged: top.merged, frozen, cell, need }), [rows, columns, widths, top, frozen, cell, need]);
  return { cells, drawn };
}
