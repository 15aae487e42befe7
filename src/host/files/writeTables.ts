/** Table parts (ECMA-376 18.5.1): new ones, and changed ones over what the file had. */
import type { Sheet, Table } from '../model';
import { encodeText } from './cellText';
import type { Draft } from './draft';
import { ensureChild, putChildren, TABLE_ORDER, WORKSHEET_ORDER } from './order';
import { printTable, tableKey } from './prints';
import { areaAddress } from './references';
import { relationshipPrefix } from './relationshipPrefix';
import { MAIN, parseXml, type XmlElement } from './xml';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** Rewrites the parts of tables that changed. */
export function patchTables(sheet: Sheet, draft: Draft, prints: ReadonlyMap<string, string>): void {
  for (const table of sheet.tables) {
    if (table.part === '' || prints.get(tableKey(table.part)) === printTable(table)) continue;
    const root = parseXml(draft.text(table.part));
    writeTable(root, table);
    draft.putXml(table.part, root);
  }
}

/** Adds and removes tables: their parts, their relationships and the sheet's list. */
export function writeTableParts(root: XmlElement, sheet: Sheet, draft: Draft, part: string): void {
  const kept = new Set(sheet.tables.map((table) => table.part.toLowerCase()));
  const rels = draft.rels(part);
  for (const relationship of [...rels.all]) {
    if (!relationship.type.endsWith('/table') || kept.has(relationship.part.toLowerCase())) continue;
    rels.remove(relationship.id);
    draft.remove(relationship.part);
  }
  const prefix = relationshipPrefix(root);
  const parts = sheet.tables.map((table) => root.make('tablePart', { [`${prefix}:id`]: tableRelationship(table, draft, part) }));
  putChildren(root, 'tableParts', parts.length === 0 ? [] : [root.make('tableParts', { count: parts.length }, parts)], WORKSHEET_ORDER);
}

function tableRelationship(table: Table, draft: Draft, part: string): string {
  const known = table.part === '' ? undefined : draft.rels(part).all.find((relationship) => relationship.part.toLowerCase() === table.part.toLowerCase());
  if (known !== undefined) return known.id;
  const name = draft.freeName('xl/tables/table', '.xml');
  const root = parseXml(`<table xmlns="${MAIN}"/>`);
  writeTable(root, table);
  draft.putXml(name, root, TYPE);
  return draft.relate(part, 'table', name);
}

function writeTable(root: XmlElement, table: Table): void {
  if (table.columns.length !== table.area.columns) throw new Error(`table ${table.name} has ${table.columns.length} names for ${table.area.columns} columns`);
  root
    .set('id', root.get('id') ?? String(table.id))
    .set('name', table.name)
    .set('displayName', table.name)
    .set('ref', areaAddress(table.area));
  root.set('headerRowCount', table.showHeaders ? null : '0');
  if (table.showTotals) root.set('totalsRowCount', root.get('totalsRowCount') ?? '1');
  else root.set('totalsRowCount', null).set('totalsRowShown', root.get('totalsRowShown') ?? '0');
  writeTableFilter(root, table);
  writeTableColumns(root, table);
  const style = ensureChild(root, 'tableStyleInfo', TABLE_ORDER);
  if (table.style === '') style.set('name', null);
  else style.set('name', table.style);
  for (const attribute of ['showFirstColumn', 'showLastColumn', 'showColumnStripes']) style.set(attribute, style.get(attribute) ?? '0');
  style.set('showRowStripes', table.showBandedRows ? '1' : '0');
}

/** The filter covers headers and body, not the totals row. */
function writeTableFilter(root: XmlElement, table: Table): void {
  if (!table.showFilterButton || !table.showHeaders) {
    putChildren(root, 'autoFilter', [], TABLE_ORDER);
    return;
  }
  const rows = table.area.rows - (table.showTotals ? 1 : 0);
  ensureChild(root, 'autoFilter', TABLE_ORDER).set('ref', areaAddress({ ...table.area, rows }));
}

function writeTableColumns(root: XmlElement, table: Table): void {
  const before = [...(root.child('tableColumns')?.elements('tableColumn') ?? [])];
  const byName = new Map(before.map((column) => [column.get('name') ?? '', column]));
  let lastId = Math.max(0, ...before.map((column) => Number(column.get('id') ?? 0)));
  const used = new Set<XmlElement>();
  const names = new Set(table.columns.map(encodeText));
  const columns = table.columns.map((column, i) => {
    const name = encodeText(column);
    const place = before[i];
    const same = byName.get(name) ?? (place !== undefined && !names.has(place.get('name') ?? '') ? place : undefined);
    if (same === undefined || used.has(same)) return root.make('tableColumn', { id: ++lastId, name });
    used.add(same);
    return same.clone().set('name', name);
  });
  putChildren(root, 'tableColumns', [root.make('tableColumns', { count: columns.length }, columns)], TABLE_ORDER);
}
