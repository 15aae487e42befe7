/**
 * Our sheets on paper, as LibreOffice prints the copy we saved: Evidence a page a refund, the heading and the sheet's name on every page, what stands
 * behind the outline left out. Needs pdftotext beside LibreOffice. PRINTED_KEEP names a file in which the PDF stays, to be looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/files/save';
import { cellsOf } from '../excel/book';
import { column } from '../app/billing';
import { letterDesk } from '../app/letterBook';
import { officeIt, reexport, SOFFICE } from './soffice';

let pages: string[] = [];
let sentences: string[] = [];
let logged: string[] = [];
const of = (sheet: string): string[] => pages.filter((page) => new RegExp(`(^|\\n)\\s*${sheet} +Page \\d+ of \\d+\\s*$`).test(page));
const times = (page: string | undefined, words: RegExp): number => (page ?? '').split(words).length - 1;
/** The columns are as wide as Calibri needs; Carlito is its twin. */
const hasCalibri = (): boolean => /Carlito|Calibri/.test(execFileSync('fc-match', ['Calibri'], { encoding: 'utf8' }));

beforeAll(async () => {
  if (SOFFICE === null) return;
  const opened = await letterDesk();
  await opened.publish();
  opened.excel.settle();
  sentences = Object.values(column(opened.excel, 'Credits', 'Because'));
  logged = cellsOf(opened.excel, 'Credit log').map((row) => row[5] ?? '');
  const pdf = reexport(saveWorkbook(opened.excel.workbook), 'pdf');
  opened.excel.close();
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  const file = process.env['PRINTED_KEEP'] ?? join(folder, 'book.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  pages = text.split('\f').filter((page) => page.trim() !== '');
}, 120_000);

describe('printed by LibreOffice', () => {
  officeIt('Evidence has a page a refund, each with the heading and with all that belongs to it', () => {
    const evidence = of('Evidence').filter((page) => /Part +What/.test(page));
    expect(evidence).toHaveLength(2);
    for (const [n, words] of [/1,245\.10 to =Bo\+1, account 7\b/, /400\.00 to Harbor Mutual, account 00123\b/].entries()) {
      expect(evidence[n]).toMatch(words);
      expect(evidence[n]).toContain(`Refund ${n + 1} of 2`);
      expect(times(evidence[n], /Refund \d of 2/)).toBe(1);
      for (const part of ['Why', 'Calculation', 'Transactions', 'Checks', 'Approvals', 'State'])
        expect(times(evidence[n], new RegExp(`\\n *${part}\\b`))).toBe(1);
    }
    if (hasCalibri()) {
      expect(of('Evidence')).toHaveLength(2);
      for (const page of evidence) expect(page).toMatch(/Part +What +Date +Amount +Balance +Row/);
    }
  });
  officeIt('Credits has its account on each page, and nothing from behind the outline', () => {
    const credits = of('Credits');
    expect(credits).toHaveLength(2);
    for (const page of credits) {
      expect(page).toMatch(/\n *Account +/);
      for (const account of ['00123', 'T9']) expect(page).toContain(account);
    }
    expect(credits[0]).toMatch(/Account +Patient +Amount +Class +Cause/);
    expect(credits[1]).toMatch(/Status +Decision/);
    expect(credits.join('')).not.toMatch(/Flagged on|Credit id|Amount before/);
  });
  officeIt('a sentence longer than its column runs over several lines: no word of it is cut off', () => {
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeGreaterThan(60);
    const printed = of('Credits')[0]!.split(/\s+/);
    for (const sentence of sentences) expect(sentence.split(' ').filter((word) => !printed.includes(word))).toEqual([]);
    const log = of('Credit log').join(' ').split(/\s+/);
    expect(Math.max(...logged.map((to) => to.length))).toBeGreaterThan(50);
    for (const to of logged) expect(to.split(/\s+/).filter((word) => word !== '' && !log.includes(word))).toEqual([]);
  });
});
