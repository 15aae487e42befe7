/** New charts: a drawing with a frame, and a chart part for each (ECMA-376 20.5 and 21.2). Charts of the file stay untouched. */
import type { Chart, Sheet } from '../model';
import type { BookSheet } from '../workbook';
import type { Draft } from './draft';
import { putChildren, WORKSHEET_ORDER } from './order';
import { areaAddress, parseArea, quotedSheet } from './references';
import { relationshipPrefix } from './relationshipPrefix';
import { escapeAttribute, escapeText, parseXml, RELATIONSHIPS, type XmlElement } from './xml';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** Adds the charts made here to the sheet's drawing, which is made when there is none. */
export function writeCharts(root: XmlElement, sheet: BookSheet, sheets: readonly BookSheet[], draft: Draft, part: string): void {
  const charts = sheet.charts.filter((chart) => !chart.kept);
  if (charts.length === 0) return;
  const known = draft.rels(part).all.find((relationship) => relationship.type.endsWith('/drawing'));
  const drawing = known?.part ?? draft.freeName('xl/drawings/drawing', '.xml');
  const tree = parseXml(known === undefined ? `<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWINGML}"/>` : draft.text(drawing));
  const shapeIds = [...allElements(tree)].filter((element) => element.is('cNvPr')).map((element) => Number(element.get('id') ?? 0));
  let shapeId = Math.max(1, ...shapeIds);
  draft.putXml(drawing, tree, known === undefined ? DRAWING_TYPE : undefined);
  for (const chart of charts) {
    const name = draft.freeName('xl/charts/chart', '.xml');
    draft.putText(name, chartXml(chart, sheets), CHART_TYPE);
    const id = draft.relate(drawing, 'chart', name);
    tree.append(frame(tree.prefix, chart, ++shapeId, id));
  }
  draft.putXml(drawing, tree);
  if (known !== undefined) return;
  const id = draft.relate(part, 'drawing', drawing);
  putChildren(root, 'drawing', [root.make('drawing', { [`${relationshipPrefix(root)}:id`]: id })], WORKSHEET_ORDER);
}

function* allElements(element: XmlElement): IterableIterator<XmlElement> {
  for (const child of element.any()) {
    yield child;
    yield* allElements(child);
  }
}

/** A frame between two cells; declares its own prefixes, since the drawing may have others. */
function frame(p: string, chart: Chart, shapeId: number, id: string): XmlElement {
  const own = p === '' ? `xmlns="${SPREADSHEET_DRAWING}"` : `xmlns:${p.slice(0, -1)}="${SPREADSHEET_DRAWING}"`;
  const corner = (name: string, at: { row: number; column: number }): string =>
    `<${p}${name}><${p}col>${at.column}</${p}col><${p}colOff>0</${p}colOff><${p}row>${at.row}</${p}row><${p}rowOff>0</${p}rowOff></${p}${name}>`;
  const name = escapeAttribute(chart.name === '' ? `Chart ${shapeId}` : chart.name);
  return parseXml(
    `<${p}twoCellAnchor ${own} xmlns:a="${DRAWINGML}">${corner('from', chart.from)}${corner('to', chart.to)}<${p}graphicFrame macro=""><${p}nvGraphicFramePr>` +
      `<${p}cNvPr id="${shapeId}" name="${name}"/><${p}cNvGraphicFramePr/></${p}nvGraphicFramePr><${p}xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></${p}xfrm>` +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="${id}"/></a:graphicData></a:graphic></${p}graphicFrame>` +
      `<${p}clientData/></${p}twoCellAnchor>`,
  );
}

interface Series {
  readonly name: string;
  readonly nameText: string;
  readonly categories: string;
  readonly values: string;
  readonly labels: readonly string[];
  readonly numbers: readonly (number | null)[];
}

/** First column (or row) of the source = categories; first row (or column) = series names, unless numbers stand there already, as Excel guesses. */
function seriesOf(chart: Chart, sheets: readonly BookSheet[]): Series[] {
  const split = /^(?:'((?:[^']|'')*)'|([^!']+))!(.+)$/.exec(chart.source);
  const name = (split?.[1]?.replace(/''/g, "'") ?? split?.[2] ?? '').toLowerCase();
  const sheet = sheets.find((candidate) => candidate.name.toLowerCase() === name);
  const area = parseArea(split?.[3] ?? '');
  if (sheet === undefined || area === null) throw new Error('a chart has no source');
  const across = chart.seriesBy === 'Rows';
  const series = across ? area.rows - 1 : area.columns - 1;
  const at = (s: number, p: number): [number, number] => (across ? [area.row + s, area.column + p] : [area.row + p, area.column + s]);
  const first = number(sheet, at(1, 0)) === null ? 1 : 0;
  const last = (across ? area.columns : area.rows) - 1;
  const cells = Array.from({ length: Math.max(0, last + 1 - first) }, (_, p) => p + first);
  return Array.from({ length: Math.max(0, series) }, (_, s) => {
    return {
      name: first === 0 ? '' : reference(sheet, at(s + 1, 0), at(s + 1, 0)),
      nameText: text(sheet, at(s + 1, 0)),
      categories: reference(sheet, at(0, first), at(0, last)),
      values: reference(sheet, at(s + 1, first), at(s + 1, last)),
      labels: cells.map((p) => text(sheet, at(0, p))),
      numbers: cells.map((p) => number(sheet, at(s + 1, p))),
    };
  });
}

function reference(sheet: Sheet, [top, left]: [number, number], [bottom, right]: [number, number]): string {
  const fixed = areaAddress({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `${quotedSheet(sheet.name)}!${fixed}`;
}
function text(sheet: Sheet, [row, column]: [number, number]): string {
  const value = sheet.cells.get(row, column);
  return value === null ? '' : typeof value === 'object' ? value.error : String(value);
}
function number(sheet: Sheet, [row, column]: [number, number]): number | null {
  const value = sheet.cells.get(row, column);
  return typeof value === 'number' ? value : null;
}

/** Office.js chart types (ref: Excel.ChartType) that can be made here → chart element and its fixed children. */
const KINDS: readonly (readonly [RegExp, string, string])[] = [
  [/^Line/, 'lineChart', '<c:grouping val="standard"/><c:varyColors val="0"/>'],
  [/^Pie|^Doughnut/, 'pieChart', '<c:varyColors val="1"/>'],
  [/^BarStacked/, 'barChart', '<c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'],
  [/^Bar/, 'barChart', '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'],
  [/^ColumnStacked/, 'barChart', '<c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'],
  [/./, 'barChart', '<c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'],
];

function chartXml(chart: Chart, sheets: readonly BookSheet[]): string {
  const kind = KINDS.find(([pattern]) => pattern.test(chart.type));
  if (kind === undefined) throw new Error('a chart has no type');
  const [, element, fixed] = kind;
  const series = seriesOf(chart, sheets);
  const shown = element === 'pieChart' ? series.slice(0, 1) : series;
  const body = shown.map((one, i) => seriesXml(one, i, element)).join('');
  const plot = `<c:${element}>${fixed}${body}${tail(element, fixed)}</c:${element}>${element === 'pieChart' ? '' : axes(fixed.includes('"bar"'))}`;
  const legend = shown.length > 1 || element === 'pieChart' ? '<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>' : '';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWINGML}" xmlns:r="${RELATIONSHIPS}"><c:roundedCorners val="0"/><c:chart>` +
    `${title(chart.title)}<c:autoTitleDeleted val="${chart.title === '' ? 1 : 0}"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

function title(text: string): string {
  if (text === '') return '';
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:r><a:rPr lang="en-US"/><a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function seriesXml(series: Series, index: number, element: string): string {
  const points = (values: readonly (string | number | null)[]): string =>
    `<c:ptCount val="${values.length}"/>` +
    values.map((value, i) => (value === null || value === '' ? '' : `<c:pt idx="${i}"><c:v>${escapeText(String(value))}</c:v></c:pt>`)).join('');
  const marker = element === 'lineChart' ? '<c:marker><c:symbol val="none"/></c:marker>' : element === 'barChart' ? '<c:invertIfNegative val="0"/>' : '';
  const name =
    series.name === '' ? '' : `<c:tx><c:strRef><c:f>${escapeText(series.name)}</c:f><c:strCache>${points([series.nameText])}</c:strCache></c:strRef></c:tx>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${look(element, index)}${marker}${element === 'pieChart' ? slices(series.numbers.length) : ''}` +
    `<c:cat><c:strRef><c:f>${escapeText(series.categories)}</c:f><c:strCache>${points(series.labels)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeText(series.values)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(series.numbers)}</c:numCache></c:numRef></c:val>` +
    `${element === 'lineChart' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

/** Excel's own colours in its order, said in full: a workbook made here has no theme, and other programs draw nothing without one. */
const COLOURS = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'] as const;
const colour = (index: number): string => `<a:solidFill><a:srgbClr val="${COLOURS[index % COLOURS.length] ?? ''}"/></a:solidFill>`;
const look = (element: string, index: number): string =>
  element === 'lineChart' ? `<c:spPr><a:ln w="28575">${colour(index)}</a:ln></c:spPr>` : element === 'pieChart' ? '' : `<c:spPr>${colour(index)}</c:spPr>`;
const slices = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<c:dPt><c:idx val="${at}"/><c:bubble3D val="0"/><c:spPr>${colour(at)}</c:spPr></c:dPt>`).join('');

function tail(element: string, fixed: string): string {
  const ids = '<c:axId val="111111111"/><c:axId val="222222222"/>';
  if (element === 'pieChart') return '<c:firstSliceAng val="0"/>';
  if (element === 'lineChart') return '<c:marker val="1"/>' + ids;
  return `<c:gapWidth val="150"/>${fixed.includes('stacked') ? '<c:overlap val="100"/>' : ''}${ids}`;
}

function axes(bar: boolean): string {
  const axis = (name: string, id: number, other: number, position: string, more: string): string =>
    `<c:${name}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${name === 'valAx' ? '<c:majorGridlines/><c:numFmt formatCode="General" sourceLinked="1"/>' : ''}` +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/><c:crosses val="autoZero"/>${more}</c:${name}>`;
  return (
    axis('catAx', 111111111, 222222222, bar ? 'l' : 'b', '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>') +
    axis('valAx', 222222222, 111111111, bar ? 'b' : 'l', '<c:crossBetween val="between"/>')
  );
}
