/** Tables, charts and custom properties: parts that a worksheet points to. */
import type { Chart, Sheet, Table } from '../model';
import { fileProblems } from './fileProblem';
import type { Package } from './package';
import { parseArea } from './references';
import { isTrue } from './readSheet';
import { isType, ofType, readRelationships, type Relationship } from './relationships';
import { decodeText } from './cellText';
import { parseXml, RELATIONSHIPS, type XmlElement } from './xml';

export function readTables(pack: Package, root: XmlElement, sheet: Sheet, relationships: readonly Relationship[]): void {
  const parts = new Map(relationships.filter((relationship) => isType(relationship, 'table')).map((relationship) => [relationship.id, relationship.part]));
  sheet.tables = [...(root.child('tableParts')?.elements('tablePart') ?? [])].flatMap((element) => {
    const part = parts.get(element.getIn(RELATIONSHIPS, 'id') ?? '');
    return part === undefined ? [] : [readTable(parseXml(pack.text(part)), part, sheet)];
  });
}

function readTable(root: XmlElement, part: string, sheet: Sheet): Table {
  const area = parseArea(root.get('ref') ?? '');
  if (area === null) throw fileProblems.broken('a table has no range');
  const style = root.child('tableStyleInfo');
  const filter = root.child('autoFilter');
  const hidesRows = filter?.child('filterColumn') !== undefined;
  return {
    id: Number(root.get('id') ?? 0),
    name: root.get('displayName') ?? root.get('name') ?? '',
    area,
    columns: [...(root.child('tableColumns')?.elements('tableColumn') ?? [])].map((column) => decodeText(column.get('name') ?? '')),
    style: style?.get('name') ?? '',
    showHeaders: root.get('headerRowCount') !== '0',
    showTotals: Number(root.get('totalsRowCount') ?? 0) > 0,
    showFilterButton: filter !== undefined,
    showBandedRows: isTrue(style?.get('showRowStripes')),
    part,
    filtered: hidesRows && [...sheet.hiddenRows].some((row) => row > area.row && row < area.row + area.rows),
  };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['lineChart', 'Line'],
  ['pieChart', 'Pie'],
  ['areaChart', 'Area'],
  ['doughnutChart', 'Doughnut'],
  ['scatterChart', 'XYScatter'],
]);

/** Charts that came with the file: read for their names only. */
export function readCharts(pack: Package, sheet: Sheet, relationships: readonly Relationship[]): void {
  const drawing = ofType(relationships, 'drawing');
  if (drawing === undefined || !pack.has(drawing.part)) return;
  const parts = new Map(readRelationships(pack, drawing.part).map((relationship) => [relationship.id, relationship.part]));
  for (const anchor of parseXml(pack.text(drawing.part)).any()) {
    for (const frame of anchor.elements('graphicFrame')) {
      const reference = find(frame, 'chart')?.getIn(RELATIONSHIPS, 'id');
      const part = reference === undefined ? undefined : parts.get(reference);
      if (part !== undefined && pack.has(part)) sheet.charts.push(readChart(pack, part, frame, anchor, sheet.charts.length));
    }
  }
}

function readChart(pack: Package, part: string, frame: XmlElement, anchor: XmlElement, index: number): Chart {
  const root = parseXml(pack.text(part));
  const kind = find(root, 'plotArea');
  const plot = [...(kind?.elements() ?? [])].find((element) => element.local.endsWith('Chart'));
  const bars = find(root, 'barDir')?.get('val') === 'bar' ? 'BarClustered' : 'ColumnClustered';
  return {
    id: `{C4A47000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`,
    name: find(frame, 'cNvPr')?.get('name') ?? '',
    type: plot === undefined ? '' : (KINDS.get(plot.local) ?? bars),
    title: [...(find(root, 'title') === undefined ? [] : texts(find(root, 'title') as XmlElement))].join(''),
    source: find(root, 'f')?.text() ?? '',
    seriesBy: 'Auto',
    from: corner(anchor.child('from')),
    to: corner(anchor.child('to')),
    kept: true,
  };
}

function corner(element: XmlElement | undefined): { row: number; column: number } {
  return { row: Number(element?.child('row')?.text() ?? 0), column: Number(element?.child('col')?.text() ?? 0) };
}

/** First element of that name below, depth first. */
export function find(element: XmlElement, local: string): XmlElement | undefined {
  for (const child of element.any()) {
    if (child.local === local) return child;
    const below = find(child, local);
    if (below !== undefined) return below;
  }
  return undefined;
}

function texts(element: XmlElement): string[] {
  return [...element.any()].flatMap((child) => (child.local === 't' ? [child.text()] : texts(child)));
}

/** Custom properties of the sheet: each in a part of UTF-16 text (ECMA-376 18.3.1.20). */
export function readCustomProperties(pack: Package, root: XmlElement, sheet: Sheet, relationships: readonly Relationship[]): void {
  const parts = new Map(relationships.map((relationship) => [relationship.id, relationship.part]));
  for (const property of root.child('customProperties')?.elements('customPr') ?? []) {
    const part = parts.get(property.getIn(RELATIONSHIPS, 'id') ?? '');
    const name = property.get('name');
    if (part === undefined || name === undefined || !pack.has(part)) continue;
    sheet.customProperties.set(name, new TextDecoder('utf-16le').decode(pack.bytes(part)));
  }
}
