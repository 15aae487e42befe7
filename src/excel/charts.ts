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
  const drawn = rows.map((each, at) => ({ each, chart: sheet.charts.getItemOrNullObject(each.spec.title).load('name'), row: place.row + at * (HIGH + 1) }));
  sheet.charts.load('items/id');
  await context.sync();
  const before = new Set(sheet.charts.items.map(({ id }) => id));
  for (const { each, chart, row } of drawn) {
    if (!chart.isNullObject) chart.setData(sourceOf(each), 'Columns');
    else if (known.isNullObject) add(sheet, each.spec, sourceOf(each), row, place.column);
  }
  sheet.customProperties.add(CHARTS_PROPERTY, shown);
  try {
    await context.sync();
  } catch (error) {
    await takeAway(context, sheetName, before);
    throw error;
  }
}

function add(sheet: Excel.Worksheet, { title, type }: ChartSpec, source: Excel.Range, row: number, column: number): void {
  const chart = sheet.charts.add(type, source, 'Columns');
  chart.name = title;
  chart.title.text = title;
  chart.legend.visible = type === 'Pie';
  chart.setPosition(sheet.getRangeByIndexes(row, column, 1, 1), sheet.getRangeByIndexes(row + HIGH - 1, column + WIDE - 1, 1, 1));
}

/** Half-made charts go, so that the next run makes them whole. */
async function takeAway(context: Excel.RequestContext, sheetName: string, before: ReadonlySet<string>): Promise<void> {
  const { charts } = context.workbook.worksheets.getItem(sheetName);
  charts.load('items/id');
  await context.sync();
  for (const chart of charts.items) if (!before.has(chart.id)) chart.delete();
  await context.sync();
}
