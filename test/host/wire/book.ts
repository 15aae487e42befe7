/** A workbook on the embedded Excel for tests, and short ways to run plain Office.js over it. */
import { newWorkbook, type Book } from '../../../src/host/workbook';
import { startExcel, type EmbeddedExcel } from '../../../src/host/node';
import type { PlatformOverrides } from '../../../src/host/wire/settings';

export interface Opened {
  readonly excel: EmbeddedExcel;
  readonly book: Book;
}

/** Excel over a new workbook with these sheets ("Data" by default). */
export async function openBook(sheets: readonly string[] = ['Data'], overrides: PlatformOverrides = {}): Promise<Opened> {
  const book = newWorkbook('book.xlsx');
  for (const name of sheets) book.addSheet(name);
  return { excel: await startExcel(book, overrides), book };
}

type Work<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T;

/** One Excel.run on a sheet, with a last sync. */
export function onSheet<T>(work: Work<T>, name = 'Data'): Promise<T> {
  return Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem(name), context);
    await context.sync();
    return result;
  });
}

/** The error code of work that fails; fails the test when it does not. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => {
      throw new Error('this should have failed');
    },
    (error: unknown) => {
      const { code, message } = error as { code?: string; message: string };
      return code ?? `no code: ${message}`;
    },
  );
}

export function valuesOf(address: string, name = 'Data'): Promise<unknown[][]> {
  return onSheet(async (sheet, context) => {
    const range = sheet.getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][];
  }, name);
}
export function write(address: string, values: unknown, name = 'Data'): Promise<void> {
  return onSheet((sheet) => {
    sheet.getRange(address).values = values as never;
  }, name);
}
