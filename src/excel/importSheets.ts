/**
 * Sheets that come from a file of the user's: written as values in blocks, or inserted by Excel itself from a workbook. They are the user's own
 * sheets: they carry none of our marks, and are read, renamed and deleted like any other.
 */
import type { ColumnSpec, OutValue } from '../outputs/edit';
import { shortText } from './cells';
import { HostFailure } from './failure';
import type { Guard } from './guard';
import { fill, writeRows } from './writeRows';
import type { WriteHooks } from './writeRows';

export interface SheetOfValues {
  /** Free in the workbook. */
  readonly name: string;
  readonly columns: readonly Pick<ColumnSpec, 'key' | 'type'>[];
  /** So many rows are text in every column. */
  readonly head: number;
  readonly rows: readonly (readonly OutValue[])[];
}

/**
 * Adds the sheet last and writes it. A sheet that could not be written whole is removed again: half a ledger would be read as a whole one.
 * Throws HostFailure "HalfAdded" when it cannot be removed.
 */
export async function addSheetOfValues(guard: Guard, sheet: SheetOfValues, hooks: WriteHooks): Promise<void> {
  try {
    await guard.run(async (context) => {
      const added = context.workbook.worksheets.add(sheet.name);
      textRows(added, sheet);
      await context.sync();
    }, hooks);
    const columns = sheet.columns.map(({ key, type }): ColumnSpec => ({ key, type, heading: key, width: 0 }));
    await writeRows(guard, { sheet: sheet.name, top: sheet.head, left: 0, columns, rows: sheet.rows.slice(sheet.head), daysOff: guard.daysOff }, hooks);
  } catch (error) {
    await takeAway(guard, sheet.name);
    throw error;
  }
}

/** Titles and headings; a handful of rows. */
function textRows(sheet: Excel.Worksheet, { columns, head, rows }: SheetOfValues): void {
  if (head === 0 || columns.length === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, head, columns.length);
  fill(range, '@');
  range.values = rows.slice(0, head).map((row) => columns.map((_, c) => shortText(String(row[c] ?? ''))));
  range.untrack();
}

async function takeAway(guard: Guard, name: string): Promise<void> {
  try {
    await guard.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject(name).delete();
      await context.sync();
    });
  } catch (error) {
    throw error instanceof HostFailure ? new HostFailure('HalfAdded', name) : error;
  }
}

const namesOf = async (context: Excel.RequestContext): Promise<string[]> => {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  return worksheets.items.map((sheet) => sheet.name);
};

/** Whether Excel itself can insert the sheets of a workbook (ExcelApi 1.13; not on an iPad, whatever set it says it has). */
export const canInsertWorkbook = (): boolean => Office.context.requirements.isSetSupported('ExcelApi', '1.13');

/**
 * Lets Excel insert all sheets of a workbook at the end; returns their names as they are now. Excel numbers names that are taken. It may report an
 * error although the sheets were inserted (office-js issue 3179), so what stands afterwards decides.
 */
export async function insertWorkbook(guard: Guard, base64: string, hooks: WriteHooks): Promise<string[]> {
  const before = await guard.run(namesOf, { ...hooks, repeatable: true });
  const failed = await inserted(guard, base64, hooks);
  const known = new Set(before);
  const names = (await guard.run(namesOf, { repeatable: true })).filter((name) => !known.has(name));
  if (names.length === 0 && failed) throw failed;
  return names;
}

async function inserted(guard: Guard, base64: string, hooks: WriteHooks): Promise<HostFailure | null> {
  try {
    await guard.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
      await context.sync();
    }, hooks);
    return null;
  } catch (error) {
    if (error instanceof HostFailure) return error;
    throw error;
  }
}
