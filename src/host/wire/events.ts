/** What happened in the workbook, as entries for the client's event handlers (wire.md 8). */
import type { RichApiEvent } from '../protocol';
import { areaText } from './address';
import type { ExcelState, Happening } from './state';

/** Message types the client registers for. */
const Type = { activated: 11, added: 13, deleted: 15, changed: 10, selection: 14, rowSorted: 19, tableChanged: 101 } as const;
const EVERY_SHEET = 'Workbook';

function entry(messageType: number, targetId: string, message: Readonly<Record<string, unknown>>): RichApiEvent {
  return { messageCategory: 65536, messageType, targetId, message: JSON.stringify(message) };
}
/** An event of a sheet goes to the sheet's handlers and to the collection's. */
function ofSheet(type: number, sheetId: string, message: Readonly<Record<string, unknown>>): RichApiEvent[] {
  return [entry(type, sheetId, message), entry(type, EVERY_SHEET, message)];
}

/** Entries for one happening; [] when nobody listens, or the add-in silenced events (office-js.md 1.7). */
export function eventsOf(happening: Happening, actor: 'add-in' | 'user', state: ExcelState): RichApiEvent[] {
  if (state.eventsSilenced || !state.eventsWanted) return [];
  const { sheet } = happening;
  const base = { worksheetId: sheet.id, source: 'Local', triggerSource: actor === 'add-in' ? 'ThisLocalAddin' : 'Unknown' };
  switch (happening.kind) {
    case 'cells':
      return [
        ...ofSheet(Type.changed, sheet.id, { ...base, address: areaText(happening.area), changeType: happening.change }),
        ...tableEvents(happening, base),
      ];
    case 'selected':
      return ofSheet(Type.selection, sheet.id, { worksheetId: sheet.id, address: areaText(happening.area) });
    case 'sorted':
      return ofSheet(Type.rowSorted, sheet.id, { ...base, address: areaText(happening.area) });
    case 'sheetAdded':
      return [entry(Type.added, EVERY_SHEET, base)];
    case 'sheetDeleted':
      return [entry(Type.deleted, EVERY_SHEET, base)];
    case 'sheetActivated':
      return ofSheet(Type.activated, sheet.id, { worksheetId: sheet.id });
    case 'formats':
    case 'sheetChanged':
    case 'rowsHidden':
    case 'rules':
    case 'table':
      return [];
  }
}

function tableEvents(happening: Extract<Happening, { kind: 'cells' }>, base: Readonly<Record<string, unknown>>): RichApiEvent[] {
  const { sheet, area } = happening;
  const touched = sheet.tables.filter((table) => area.row < table.area.row + table.area.rows && table.area.row < area.row + area.rows);
  return touched.flatMap((table) => {
    const message = { ...base, tableId: String(table.id), address: areaText(area), changeType: happening.change };
    return [entry(Type.tableChanged, String(table.id), message), entry(Type.tableChanged, EVERY_SHEET, message)];
  });
}
