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
  type GridKeyEventArgs,
  type GridSelection,
  type Item,
  type Rectangle,
} from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import { useCallback, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import type { CellLink, CellPlace, Selection, SheetTab, WindowCell } from '../host/protocol';
import { columnName } from './address';
import type { Book } from './book';
import { FrozenRows } from './FrozenRows';
import { provideEditor, typeAhead } from './CellEditor';
import { bright, contrastTheme, gridTheme, rowNumberCell, textCell } from './gridLook';
import { spanAt } from './overflow';
import { isLetter } from './typeAhead';
import type { Edits } from './useEdits';
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
  readonly edits: Edits;
}

/** Stands for the row numbers, in the first grid column while a filter hides rows. */
const ROW_NUMBERS = -1;
/** Grid columns ↔ sheet columns: hidden ones are left out. */
const visibleColumns = (widths: readonly number[], gaps: boolean): readonly number[] => [
  ...(gaps ? [ROW_NUMBERS] : []),
  ...widths.flatMap((width, column) => (width > 0 ? [column] : [])),
];

function headingOf(cell: WindowCell | undefined): Partial<GridColumn> {
  if (!cell) return {};
  const theme = cell.fill
    ? { bgHeader: cell.fill, bgHeaderHovered: cell.fill, bgHeaderHasFocus: cell.fill, textHeader: bright(cell.fill) ? '#1b1a19' : '#ffffff' }
    : {};
  return { title: cell.text, themeOverride: { ...theme, headerFontStyle: `${cell.bold ? '600 ' : ''}13px` } };
}

function useColumns(cells: SheetCells): { readonly shown: readonly number[]; readonly columns: readonly GridColumn[] } {
  const { widths, frozen, gaps } = cells;
  return useMemo(() => {
    const shown = visibleColumns(widths, gaps);
    const heading = frozen.at(-1);
    const columns = shown.map((column): GridColumn => {
      if (column === ROW_NUMBERS) return { id: 'row', title: 'Row', width: 64, ...(heading ? { group: '' } : {}) };
      const letters = columnName(column);
      const base = { id: letters, width: widths[column] ?? 64 };
      return heading ? { title: '', ...base, group: letters, ...headingOf(heading[column]) } : { title: letters, ...base };
    });
    return { shown, columns };
  }, [widths, frozen, gaps]);
}

/** What the library calls a selection, of what Excel calls one. */
function toGrid(selection: Selection | null, sheetId: string, shown: readonly number[], offset: number, cells: SheetCells): GridSelection {
  const none = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
  if (!selection || selection.sheetId !== sheetId) return none;
  const x = Math.max(
    0,
    shown.findIndex((column) => column >= selection.column),
  );
  const y = Math.max(0, cells.nthOf(selection.row) - offset);
  const height = Math.max(1, cells.nthOf(selection.row + selection.rows - 1) - offset - y + 1);
  const last = shown.findLastIndex((column) => column < selection.column + selection.columns);
  return { ...none, current: { cell: [x, y], range: { x, y, width: Math.max(1, last - x + 1), height }, rangeStack: [] } };
}

export function Grid({ book, sheet, version, selection, fluent, contrast, onSelect, onFollow, edits }: GridProps): JSX.Element {
  const styles = useStyles();
  const editor = useRef<DataEditorRef>(null);
  const offset = sheet.frozenRows;
  const { cells, drawn } = useSheet(book, sheet, version);
  const { shown, columns } = useColumns(cells);
  const theme = useMemo(() => ({ ...gridTheme(fluent), ...(contrast ? contrastTheme() : {}) }), [fluent, contrast]);
  const dark = !bright(theme.bgCell ?? '#ffffff');
  const [sight, setSight] = useState<Rectangle>({ x: 0, y: 0, width: 20, height: 50 });

  useEffect(() => {
    const first = Math.max(0, shown[sight.x] ?? 0);
    const last = shown[Math.min(shown.length - 1, sight.x + sight.width)] ?? first;
    const columns = last - first + 2;
    if (!cells.gaps) cells.need({ row: sight.y + offset, column: first, rows: sight.height + 2, columns });
    else for (let y = sight.y; y < sight.y + sight.height + 2; y++) cells.need({ row: cells.rowAt(y + offset), column: first, rows: 1, columns });
  }, [cells, shown, offset, sight, version]);

  const getCell = useCallback(
    ([x, y]: Item): GridCell => {
      const row = cells.rowAt(y + offset);
      const column = shown[x] ?? 0;
      if (column === ROW_NUMBERS) return rowNumberCell(row);
      const span = spanAt(cells, row, column);
      const from = span ? shown.indexOf(span[0]) : -1;
      const to = span ? shown.indexOf(span[1]) : -1;
      const whole = from >= 0 && to > from;
      return textCell(cells.cell(row, whole && span ? span[0] : column), dark, fluent.colorBrandForegroundLink, whole ? [from, to] : null);
    },
    // `drawn` counts the tiles that arrived: a new one draws the grid, and its accessibility tree, again.
    [cells, shown, offset, dark, fluent, drawn],
  );

  const selected = useMemo(() => toGrid(selection, sheet.id, shown, offset, cells), [selection, sheet.id, shown, offset, cells]);
  useEffect(() => {
    const at = selected.current?.cell;
    if (!at) return;
    // Two frames: a grid that has just been made cannot scroll before it has drawn itself.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => editor.current?.scrollTo(at[0], at[1], 'both', 40, 60));
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);

  const areaOf = (range: Rectangle): Selection => {
    const column = Math.max(0, shown[range.x] ?? 0);
    const last = shown[range.x + range.width - 1] ?? column;
    const row = cells.rowAt(range.y + offset);
    return { sheetId: sheet.id, row, column, rows: cells.rowAt(range.y + range.height - 1 + offset) - row + 1, columns: Math.max(1, last - column + 1) };
  };
  const placeOf = ([x, y]: Item): CellPlace => areaOf({ x, y, width: 1, height: 1 });
  const choose = (chosen: GridSelection): void => {
    if (chosen.current) onSelect(areaOf(chosen.current.range));
  };
  const follow = (at: Item): void => {
    const { row, column } = placeOf(at);
    const link = cells.cell(row, column)?.link;
    if (link) onFollow(link);
  };
  // The library takes the focus for another cell only, not for the one that is selected already.
  const click = (at: Item): void => {
    editor.current?.focus();
    follow(at);
  };
  const opensEditor = ([x, y]: Item): boolean => {
    const inSight = x >= sight.x && x <= sight.x + sight.width && y >= sight.y && y <= sight.y + sight.height;
    return inSight && 'readonly' in getCell([x, y]) && getCell([x, y]).allowOverlay;
  };
  const onKey = (event: GridKeyEventArgs): void => {
    const now = performance.now();
    if (typeAhead.keeps(event, now)) {
      event.cancel();
      event.preventDefault();
    } else if (isLetter(event) && selected.current && opensEditor(selected.current.cell)) typeAhead.opens(now);
  };
  const activate = (at: Item): void => {
    follow(at);
    if (opensEditor(at)) typeAhead.opens(performance.now());
  };
  // Hidden rows keep what they hold: what cannot be seen is neither emptied nor pasted over.
  const empty = (chosen: GridSelection): boolean => {
    const range = chosen.current?.range;
    if (!range) return false;
    if (!cells.gaps) edits.clear(areaOf(range));
    else for (let y = range.y; y < range.y + range.height; y++) edits.clear(areaOf({ ...range, y, height: 1 }));
    return false;
  };
  const paste = (at: Item, texts: readonly (readonly string[])[]): boolean => {
    edits.paste(placeOf(at), texts);
    return false;
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
          cellActivationBehavior="double-click"
          onCellEdited={(at, cell) => edits.type(placeOf(at), typeof cell.data === 'string' ? cell.data : '')}
          onKeyDown={onKey}
          onDelete={empty}
          onPaste={paste}
          provideEditor={provideEditor}
          onCellClicked={click}
          onCellActivated={activate}
          rowMarkers={cells.gaps ? 'none' : { kind: 'number', startIndex: offset + 1, width: cells.rows > 99_999 ? 64 : 48 }}
          freezeColumns={cells.gaps ? 1 : 0}
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
