/**
 * The first look at the open workbook: its state, and of each sheet the head, the tail, number formats and tables, in three requests
 * (more only when samples outweigh a block). Nothing is written.
 */
import type { CellValue, Problem, RunHooks, SheetSample } from '../app/session';
import { daysOffOf } from './dateSystem';
import { codeOf, HostFailure } from './failure';
import type { Guard } from './guard';
import { BLOCK_BYTES, GUESSED_CELL_BYTES, SAMPLE_CELLS, SAMPLE_FORMATS, SAMPLE_HEAD, SAMPLE_TAIL } from './limits';
import { findOwn, isOurName, ROLE_PROPERTY } from './own';
import type { OwnSheet, OwnSpec } from './own';
import { wholeValues } from './whole';

export interface BookLook {
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly manualCalculation: boolean;
  /** All sheets, chart sheets too: names that are taken. */
  readonly sheetNames: readonly string[];
  readonly samples: readonly SheetSample[];
  readonly own: readonly OwnSheet[];
  /** All of our names, lower case → formula. */
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

interface Frame {
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly manualCalculation: boolean;
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly visibility: SheetSample['visibility'] }[];
  readonly names: ReadonlyMap<string, string>;
}

interface Extent {
  readonly name: string;
  readonly visibility: SheetSample['visibility'];
  /** null for an empty sheet. */
  readonly used: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number } | null;
  readonly role: string;
  readonly tables: readonly string[];
}

export async function lookAtBook(guard: Guard, specs: readonly OwnSpec[], hooks: RunHooks): Promise<BookLook> {
  const options = { signal: hooks.signal, onProgress: hooks.onProgress, repeatable: true };
  const frame = await readFrame(guard, options);
  guard.daysOff = daysOffOf(frame.date1904);
  const extents = await readExtents(guard, frame, options);
  const samples: SheetSample[] = [];
  for (const group of groups(extents)) samples.push(...(await guard.run((context) => readSamples(context, group, frame.date1904), options)));
  const properties = new Map(extents.filter((extent) => extent.role !== '').map((extent) => [extent.name, extent.role]));
  const { own, copies, problems } = findOwn(samples, { names: frame.names, properties }, specs);
  const ours = new Set([...own.map((sheet) => sheet.sheet), ...copies]);
  const sheetNames = frame.sheets.map((sheet) => sheet.name);
  return { ...frame, sheetNames, samples: samples.map((sample) => ({ ...sample, own: ours.has(sample.name) })), own, problems };
}

type Options = Parameters<Guard['run']>[1];

async function readFrame(guard: Guard, options: Options): Promise<Frame> {
  try {
    return await guard.run((context) => frameOf(context, true), { ...options, probe: true });
  } catch (error) {
    // A host without worksheet functions: go on without the 1904 probe.
    if (!(error instanceof HostFailure) || !['ApiNotFound', 'InvalidOperation', 'InvalidArgument'].includes(codeOf(error))) throw error;
    return await guard.run((context) => frameOf(context, false), options);
  }
}

async function frameOf(context: Excel.RequestContext, probe1904: boolean): Promise<Frame> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  workbook.application.load('calculationMode');
  workbook.worksheets.load('items/name,items/visibility');
  workbook.names.load('items/name,items/formula');
  // The same date has another serial in the 1904 date system (office-js.md 1.6).
  const probe = probe1904 ? workbook.functions.date(2000, 1, 1) : null;
  probe?.load('value');
  await context.sync();
  return {
    readOnly: workbook.readOnly,
    structureProtected: workbook.protection.protected,
    manualCalculation: workbook.application.calculationMode === 'Manual',
    date1904: probe?.value === 35064,
    sheets: workbook.worksheets.items.map((sheet) => ({ name: sheet.name, visibility: visibilityOf(sheet.visibility) })),
    names: new Map(workbook.names.items.filter((item) => isOurName(item.name)).map((item) => [item.name.toLowerCase(), String(item.formula)])),
  };
}

function visibilityOf(text: string): SheetSample['visibility'] {
  if (text === 'Visible') return 'visible';
  return text === 'Hidden' ? 'hidden' : 'veryHidden';
}

/** All sheets in one request; one by one when a sheet refuses (chart and macro sheets), which is then left out. */
async function readExtents(guard: Guard, frame: Frame, options: Options): Promise<Extent[]> {
  try {
    return await guard.run((context) => extentsOf(context, frame.sheets), options);
  } catch (error) {
    if (codeOf(error) !== 'UnsupportedSheet') throw error;
  }
  const extents: Extent[] = [];
  for (const sheet of frame.sheets) {
    try {
      extents.push(...(await guard.run((context) => extentsOf(context, [sheet]), options)));
    } catch (error) {
      if (codeOf(error) !== 'UnsupportedSheet') throw error;
    }
  }
  return extents;
}

async function extentsOf(context: Excel.RequestContext, sheets: Frame['sheets']): Promise<Extent[]> {
  const asked = sheets.map(({ name, visibility }) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    used.untrack();
    const role = sheet.customProperties.getItemOrNullObject(ROLE_PROPERTY);
    role.load('value');
    const tables = context.workbook.worksheets.getItem(name).tables;
    tables.load('items/name');
    return { name, visibility, used, role, tables };
  });
  await context.sync();
  return asked.map(({ name, visibility, used, role, tables }) => ({
    name,
    visibility,
    used: used.isNullObject ? null : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount },
    role: role.isNullObject ? '' : role.value,
    tables: tables.items.map((table) => table.name),
  }));
}

const headRows = (columns: number, rows: number): number => Math.min(rows, SAMPLE_HEAD, Math.max(SAMPLE_FORMATS, Math.floor(SAMPLE_CELLS / columns)));

/** Sheets whose samples go in one request together. */
function groups(extents: readonly Extent[]): Extent[][] {
  const all: Extent[][] = [[]];
  let bytes = 0;
  for (const extent of extents) {
    const weight = extent.used
      ? (headRows(extent.used.columns, extent.used.rows) + SAMPLE_TAIL + SAMPLE_FORMATS) * extent.used.columns * GUESSED_CELL_BYTES
      : 0;
    if (bytes > 0 && bytes + weight > BLOCK_BYTES) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(extent);
    bytes += weight;
  }
  return all.filter((group) => group.length > 0);
}

async function readSamples(context: Excel.RequestContext, extents: readonly Extent[], date1904: boolean): Promise<SheetSample[]> {
  const asked = extents.map((extent) => {
    const sheet = context.workbook.worksheets.getItem(extent.name);
    const part = (row: number, rows: number, what: 'values' | 'numberFormat'): Excel.Range | null => {
      if (!extent.used || rows <= 0) return null;
      const range = sheet.getRangeByIndexes(row, extent.used.column, rows, extent.used.columns);
      if (what === 'values') range.load('values');
      else range.load('numberFormat');
      range.untrack();
      return range;
    };
    const { row, rows, columns } = extent.used ?? { row: 0, rows: 0, columns: 1 };
    const head = headRows(columns, rows);
    const tail = rows > head ? Math.min(SAMPLE_TAIL, rows) : 0;
    const tables = extent.tables.map((name) => {
      const range = sheet.tables.getItem(name).getRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      range.untrack();
      return { name, range };
    });
    return {
      extent,
      head: { range: part(row, head, 'values'), rows: head },
      tail: { range: part(row + rows - tail, tail, 'values'), rows: tail },
      formats: part(row, Math.min(head, SAMPLE_FORMATS), 'numberFormat'),
      tables,
    };
  });
  await context.sync();
  return asked.map(({ extent, head, tail, formats, tables }) => ({
    name: extent.name,
    visibility: extent.visibility,
    head: valuesOf(head),
    tail: tail.range ? valuesOf(tail) : valuesOf(head).slice(-SAMPLE_TAIL),
    formats: (formats?.numberFormat ?? []) as string[][],
    firstRow: extent.used?.row ?? 0,
    firstColumn: extent.used?.column ?? 0,
    rowCount: extent.used?.rows ?? 0,
    columnCount: extent.used?.columns ?? 0,
    tables: tables.map(({ name, range }) => ({ name, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount })),
    own: false,
    date1904,
  }));
}

const valuesOf = ({ range, rows }: { readonly range: Excel.Range | null; readonly rows: number }): CellValue[][] => (range ? wholeValues(range, rows) : []);
