/**
 * Native charts beside a table of ours: made once, later pointed at the rows of now; one that a person deleted stays away. What they show is kept in
 * a property of the sheet, so that nothing is sent when nothing moved. A chart is a comfort: without it the run goes on.
 */
import type { RunHooks } from '../app/session';
import type { ChartRows, ChartSpec } from '../outputs/charts';
import type { Guard } from './guard';

const CHARTS_PROPERTY = 'crb_charts';
/** Rows and columns of the sheet that a chart covers. */
const HIGH = 18;
const WIDE = 8;

export interface Charts {
  readonly specs: readonly ChartSpec[];
  /** Headings of the columns of sections and of lines; the amounts stand right of the lines. */
  readonly section: string;
  readonly line: string;
  readonly rows: (specs: readonly ChartSpec[], sections: readonly unknown[]) => readonly ChartRows[];
}

/** False when Excel would not. Rejects only when the person stopped the run. */
export async function drawCharts(guard: Guard, sheetName: string, charts: Charts, hooks: RunHooks): Promise<boolean> {
  try {
    await guard.run((context) => draw(context, sheetName, charts), { ...hooks });
    return true;
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    return false;
  }
}

async function draw(context: Excel.RequestContext, sheetName: string, charts: Charts): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const table = sheet.tables.getItemAt(0);
  const area = table.getRange().load('columnIndex,columnCount,rowIndex');
  const sections = table.columns.getItem(charts.section).getDataBodyRange().load('values');
  const line = table.columns.getItem(charts.line).getDataBodyRange().load('columnIndex,rowIndex');
  const known = sheet.customProperties.getItemOrNullObject(CHARTS_PROPERTY).load('value');
  await context.sync();
  const rows = charts.rows(
    charts.specs,
    sections.values.map((row: unknown[]) => row[0]),
  );
  const shown = JSON.stringify([line.columnIndex, line.rowIndex, rows.map(({ spec, first, count }) => [spec.title, first, count])]);
  if (!known.isNullObject && known.value === shown) return;
  const sourceOf = ({ first, count }: ChartRows): Excel.Range => sheet.getRangeByIndexes(line.rowIndex + first, line.columnIndex, count, 2);
  const place = { row: area.rowIndex, column: area.columnIndex + area.columnCount + 1 };
  if (known.isNullObject) for (const [at, each] of rows.entries()) add(sheet, each.spec, sourceOf(each), place.row + at * (HIGH + 1), place.column);
  else await follow(context, sheet, rows, sourceOf);
  sheet.customProperties.add(CHARTS_PROPERTY, shown);
  await context.sync();
}

function add(sheet: Excel.Worksheet, { title, type }: ChartSpec, source: Excel.Range, row: number, column: number): void {
  const chart = sheet.charts.add(type, source, 'Columns');
  chart.name = title;
  chart.title.text = title;
  chart.legend.visible = type === 'Pie';
  chart.setPosition(sheet.getRangeByIndexes(row, column, 1, 1), sheet.getRangeByIndexes(row + HIGH - 1, column + WIDE - 1, 1, 1));
}

async function follow(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly ChartRows[],
  sourceOf: (rows: ChartRows) => Excel.Range,
): Promise<void> {
  const found = rows.map((each) => ({ each, chart: sheet.charts.getItemOrNullObject(each.spec.title).load('name') }));
  await context.sync();
  for (const { each, chart } of found) if (!chart.isNullObject) chart.setData(sourceOf(each), 'Columns');
}
