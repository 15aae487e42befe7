/** Round after round on one workbook: find, colour, write, edit as a person would, take the colours away. */
import type { EmbeddedExcel } from '../../src/host/node';
import type { BookStyles } from '../../src/host/styles';
import { never, silent, type } from '../app/billing';
import type { Desk } from '../app/billing';
import { letterBook, letterDesk } from '../app/letterBook';
import { sheetOf } from '../excel/book';

/** What must not grow. The log may: it is append-only. */
export interface Size {
  readonly round: number;
  readonly names: number;
  readonly formats: number;
  readonly rules: number;
  readonly ruleFormats: number;
  readonly sheets: number;
  /** Cells that hold something, the log's left out. */
  readonly cells: number;
  readonly references: number;
  readonly logLines: number;
  /** After a collection, where node was told to allow one; else 0. */
  readonly heap: number;
}

export const startDesk = (): Promise<Desk> => letterDesk(letterBook());

/** The balance of 7 goes up and down by a dollar, and a word of a person with it. */
function edit({ excel }: Desk, round: number): void {
  const up = round % 2 === 0;
  sheetOf(excel, 'Accounts').cells.set(3, 2, up ? -1246.1 : -1245.1);
  sheetOf(excel, 'Transactions').cells.set(10, 4, up ? -1346.1 : -1345.1);
  type(excel, 'Credits', 'T9', 'Note', up ? 'asked again' : 'asked');
}

export async function playRound(desk: Desk, round: number): Promise<void> {
  const { session, scan } = desk;
  const found = await scan();
  await session.highlight(found, silent, never());
  await session.publish(found, 'Kim', silent, never());
  edit(desk, round);
  await session.clearHighlights(silent, never());
}

export function sizeOf({ excel }: Desk, round: number): Size {
  excel.settle();
  const { workbook } = excel;
  const styles = workbook.styles as BookStyles;
  const cells = workbook.sheets.filter(({ name }) => name !== 'Credit log').reduce((total, sheet) => total + cellsOf(sheet), 0);
  return {
    round,
    names: workbook.names.length,
    formats: styles.count,
    rules: workbook.sheets.reduce((total, sheet) => total + sheet.conditionalFormats.length, 0),
    ruleFormats: styles.dxfCount,
    sheets: workbook.sheets.length,
    cells,
    references: excel.host.state.references.size,
    logLines: (sheetOf(excel, 'Credit log').tables[0]?.area.rows ?? 1) - 1,
    heap: heapAfterCollection(),
  };
}

function heapAfterCollection(): number {
  if (typeof gc !== 'function') return 0;
  gc();
  return process.memoryUsage().heapUsed;
}

function cellsOf(sheet: EmbeddedExcel['workbook']['sheets'][number]): number {
  const used = sheet.cells.used(false);
  let count = 0;
  for (let r = 0; used && r < used.row + used.rows; r++)
    for (let c = 0; c < used.column + used.columns; c++) if (sheet.cells.get(r, c) !== null || sheet.cells.style(r, c) !== 0) count++;
  return count;
}

/** What grew between two rounds in which the same stands: [] = nothing. */
export function grown(before: Size, after: Size): string[] {
  const kept = ['names', 'formats', 'rules', 'ruleFormats', 'sheets', 'cells', 'references'] as const;
  return kept
    .filter((what) => after[what] > before[what])
    .map((what) => `${what}: ${before[what]} in round ${before.round}, ${after[what]} in round ${after.round}`);
}
