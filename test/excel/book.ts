/** Workbooks of invented figures for tests, and a door to them over the embedded Excel. */
import type { Timers } from '../../src/app/session';
import { createGuard } from '../../src/excel/guard';
import type { Guard } from '../../src/excel/guard';
import { startExcel } from '../../src/host/node';
import type { EmbeddedExcel } from '../../src/host/node';
import { newWorkbook } from '../../src/host/workbook';
import type { Book } from '../../src/host/workbook';

export type Cell = string | number | boolean | null;

/** A sheet from its rows, starting at A1. Texts are stored as texts, whatever they look like. */
export function addSheet(book: Book, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = book.addSheet(name);
  for (const [r, row] of rows.entries()) for (const [c, value] of row.entries()) if (value !== null && value !== '') sheet.cells.set(r, c, value);
}

export function bookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Book {
  const book = newWorkbook('test.xlsx');
  for (const [name, rows] of Object.entries(sheets)) addSheet(book, name, rows);
  return book;
}

/** A sheet's cells as rows of text, from A1 to the end of what is used. */
export function cellsOf(excel: EmbeddedExcel, name: string): string[][] {
  const sheet = sheetOf(excel, name);
  const used = sheet.cells.used(true);
  if (!used) return [];
  return Array.from({ length: used.row + used.rows }, (_, r) =>
    Array.from({ length: used.column + used.columns }, (_, c) => {
      const content = sheet.cells.get(r, c);
      return content === null ? '' : typeof content === 'object' ? content.error : String(content);
    }),
  );
}

export function sheetOf(excel: Pick<EmbeddedExcel, 'workbook'>, name: string): EmbeddedExcel['workbook']['sheets'][number] {
  const sheet = excel.workbook.sheets.find((entry) => entry.name === name);
  if (!sheet) throw new Error(`no sheet ${name}; there are ${excel.workbook.sheets.map((entry) => entry.name).join(', ')}`);
  return sheet;
}

export const realTimers: Timers = {
  after: (milliseconds, action) => {
    const handle = setTimeout(action, milliseconds);
    return () => clearTimeout(handle);
  },
};

/** Timers of a test: a pause of 0 passes at once, longer ones when the test says how far the clock has come. */
export class HandTimers implements Timers {
  private now = 0;
  private waiting: { at: number; action: () => void }[] = [];
  after(milliseconds: number, action: () => void): () => void {
    if (milliseconds === 0) {
      const handle = setTimeout(action, 0);
      return () => clearTimeout(handle);
    }
    const entry = { at: this.now + milliseconds, action };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }
  /** Moves the clock; due actions run in order. */
  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.waiting.filter((entry) => entry.at <= this.now).toSorted((a, b) => a.at - b.at);
    this.waiting = this.waiting.filter((entry) => entry.at > this.now);
    for (const entry of due) entry.action();
  }
}

export interface Opened {
  readonly excel: EmbeddedExcel;
  readonly guard: Guard;
  readonly said: string[];
}

export async function open(book: Book, timers: Timers = realTimers): Promise<Opened> {
  const excel = await startExcel(book);
  const said: string[] = [];
  const guard = createGuard({ clock: { now: () => Date.now() }, timers, onWaiting: (progress) => said.push(progress.message) });
  return { excel, guard, said };
}

export const quiet = { onProgress: (): void => undefined, signal: undefined };
