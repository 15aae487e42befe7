/**
 * A sheet as a grid: a view of windows of cells that the embedded Excel answers. The grid library stays behind this one component.
 * Where rows are frozen, the last of them becomes the grid's heading and the ones above it stand over the grid.
 */
import { makeStyles, tokens, type Theme as FluentTheme } from '@fluentui/react-components';
import {
  CompactSelection,
  DataEditor,
  type DataEditorRef,
  type GridCell,
  type GridColumn,
  type GridSelection,
  type Item,
  type Rectangle,
} from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import { useCallback, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import type { CellLink, Selection, SheetTab, WindowCell } from '../host/protocol';
import { columnName } from './address';
import type { Book } from './book';
import { FrozenRows } from './FrozenRows';
import { bright, contrastTheme, gridTheme, textCell } from './gridLook';
import { spanAt } from './overflow';
import { useSheet, type SheetCells } from './useSheet';

const ROW = 24;
const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0, backgroundColor: tokens.colorNeutralBackground1 },
  grid: { flexGrow: 1, minHeight: 0, position: 'relative' },
});

export interface GridProps {
  readonly book: Book;
  readonly sheet: SheetTab;
  /** Changes with every change of the workbook. */
  readonly version: number;
  readonly selection: Selection | null;
  readonly fluent: FluentTheme;
  /** The system's contrast colours are on. */
  readonly contrast: boolean;
  readonly onSelect: (selection: Selection) => void;
  readonly onFollow: (link: CellLink) => void;
}

/** Grid columns ↔ sheet columns: hidden ones are left out. */
const visibleColumns = (widths: readonly number[]): readonly number[] => widths.flatMap((width, column) => (width > 0 ? [column] : []));

function headingOf(cell: WindowCell | undefined): Partial<GridColumn> {
  if (!cell) return {};
  const theme = cell.fill
    ? { bgHeader: cell.fill, bgHeaderHovered: cell.fill, bgHeaderHasFocus: cell.fill, textHeader: bright(cell.fill) ? '#1b1a19' : '#ffffff' }
    : {};
  return { title: cell.text, themeOverride: { ...theme, headerFontStyle: `${cell.bold ? '600 ' : ''}13px` } };
}

function useColumns(cells: SheetCells): { readonly shown: readonly number[]; readonly columns: readonly GridColumn[] } {
  const { widths, frozen } = cells;
  return useMemo(() => {
    const shown = visibleColumns(widths);
    const heading = frozen.at(-1);
    const columns = shown.map((column): GridColumn => {
      const letters = columnName(column);
      const base = { id: letters, width: widths[column] ?? 64 };
      return heading ? { title: '', ...base, group: letters, ...headingOf(heading[column]) } : { title: letters, ...base };
    });
    return { shown, columns };
  }, [widths, frozen]);
}

/** What the library calls a selection, of what Excel calls one. */
function toGrid(selection: Selection | null, sheetId: string, shown: readonly number[], offset: number): GridSelection {
  const none = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
  if (!selection || selection.sheetId !== sheetId) return none;
  const x = Math.max(
    0,
    shown.findIndex((column) => column >= selection.column),
  );
  const y = Math.max(0, selection.row - offset);
  const last = shown.findLastIndex((column) => column < selection.column + selection.columns);
  return { ...none, current: { cell: [x, y], range: { x, y, width: Math.max(1, last - x + 1), height: selection.rows }, rangeStack: [] } };
}

export function Grid({ book, sheet, version, selection, fluent, contrast, onSelect, onFollow }: GridProps): JSX.Element {
  const styles = useStyles();
  const editor = useRef<DataEditorRef>(null);
  const offset = sheet.frozenRows;
  const { cells, drawn } = useSheet(book, sheet, version);
  const { shown, columns } = useColumns(cells);
  const theme = useMemo(() => ({ ...gridTheme(fluent), ...(contrast ? contrastTheme() : {}) }), [fluent, contrast]);
  const dark = !bright(theme.bgCell ?? '#ffffff');
  const [sight, setSight] = useState<Rectangle>({ x: 0, y: 0, width: 20, height: 50 });

  useEffect(() => {
    const first = shown[sight.x] ?? 0;
    const last = shown[Math.min(shown.length - 1, sight.x + sight.width)] ?? first;
    cells.need({ row: sight.y + offset, column: first, rows: sight.height + 2, columns: last - first + 2 });
  }, [cells, shown, offset, sight, version]);

  const getCell = useCallback(
    ([x, y]: Item): GridCell => {
      const row = y + offset;
      const column = shown[x] ?? 0;
      const span = spanAt(cells, row, column);
      const from = span ? shown.indexOf(span[0]) : -1;
      const to = span ? shown.indexOf(span[1]) : -1;
      const whole = from >= 0 && to > from;
      return textCell(cells.cell(row, whole && span ? span[0] : column), dark, fluent.colorBrandForegroundLink, whole ? [from, to] : null);
    },
    // `drawn` counts the tiles that arrived: a new one draws the grid, and its accessibility tree, again.
    [cells, shown, offset, dark, fluent, drawn],
  );

  const selected = useMemo(() => toGrid(selection, sheet.id, shown, offset), [selection, sheet.id, shown, offset]);
  useEffect(() => {
    const at = selected.current?.cell;
    if (!at) return;
    // Two frames: a grid that has just been made cannot scroll before it has drawn itself.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => editor.current?.scrollTo(at[0], at[1], 'both', 40, 60));
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);

  const choose = (chosen: GridSelection): void => {
    const range = chosen.current?.range;
    if (!range) return;
    const column = shown[range.x] ?? 0;
    const last = shown[range.x + range.width - 1] ?? column;
    onSelect({ sheetId: sheet.id, row: range.y + offset, column, rows: range.height, columns: last - column + 1 });
  };
  const follow = ([x, y]: Item): void => {
    const link = cells.cell(y + offset, shown[x] ?? 0)?.link;
    if (link) onFollow(link);
  };

  return (
    <div className={styles.frame}>
      <FrozenRows rows={cells.frozen.slice(0, -1)} />
      <div className={styles.grid}>
        <DataEditor
          ref={editor}
          key={sheet.id}
          width="100%"
          height="100%"
          columns={columns}
          rows={Math.max(1, cells.rows - offset)}
          rowHeight={ROW}
          headerHeight={ROW + 2}
          groupHeaderHeight={ROW}
          getCellContent={getCell}
          getCellsForSelection
          gridSelection={selected}
          onGridSelectionChange={choose}
          onVisibleRegionChanged={setSight}
          onCellClicked={follow}
          onCellActivated={follow}
          rowMarkers={{ kind: 'number', startIndex: offset + 1, width: cells.rows > 99_999 ? 64 : 48 }}
          rangeSelect="rect"
          columnSelect="none"
          rowSelect="none"
          smoothScrollX
          smoothScrollY
          theme={theme}
          // Tab leaves the grid, so that the keyboard is never caught in it.
          keybindings={{ goLeftCell: 'ArrowLeft', goRightCell: 'ArrowRight', search: false }}
        />
      </div>
    </div>
  );
}
