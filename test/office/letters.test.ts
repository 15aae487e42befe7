/**
 * LibreOffice merges the Word templates with the letter sheets as we saved them, to PDF, and the text of the letters is checked. Its mail merge needs
 * the template in LibreOffice's own format, so mailMerge.py converts it to .odt first, field by field; Word itself takes the .docx as it is.
 * Needs python3-uno, the base drivers and pdftotext beside LibreOffice.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/files/save';
import { letterDesk } from '../app/letterBook';
import { officeIt, SOFFICE } from './soffice';

/** Debian's python3, which knows uno; LETTERS_KEEP names a folder in which the PDFs stay, to be looked at. */
const PYTHON = process.env['UNO_PYTHON'] ?? (existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3');
let saved: Uint8Array;
let folder = '';

beforeAll(async () => {
  if (SOFFICE === null) return;
  const opened = await letterDesk();
  await opened.publish();
  opened.excel.settle();
  saved = saveWorkbook(opened.excel.workbook);
  opened.excel.close();
  folder = mkdtempSync(join(process.env['LETTERS_KEEP'] ?? tmpdir(), 'letters-'));
  writeFileSync(join(folder, 'book.xlsx'), saved);
}, 120_000);
afterAll(() => {
  if (folder !== '' && process.env['LETTERS_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
});

/** The text of the merged letters, a page each, blanks as one. */
function merged(template: string, sheet: string, filter = ''): string[] {
  const out = mkdtempSync(join(folder, `${template}-`));
  const script = join(__dirname, 'mailMerge.py');
  const docx = join(__dirname, '../../assets', `${template}.docx`);
  execFileSync(PYTHON, [script, SOFFICE ?? '', docx, join(folder, 'book.xlsx'), sheet, filter, out], { stdio: 'pipe', timeout: 110_000 });
  const text = execFileSync('pdftotext', ['-layout', join(out, 'letters.pdf'), '-'], { encoding: 'utf8' });
  const pages = text.split('\f').map((page) => page.replace(/\s+/g, ' ').trim());
  return pages.filter((page) => page !== '');
}

describe('merged by LibreOffice', () => {
  officeIt('a payer letter for the refund alone', () => {
    const pages = merged('payer-letter', 'Payer letters', `"Kind" = 'Refund'`);
    expect(pages).toHaveLength(1);
    for (const words of [
      'January 31, 2026 Harbor Mutual Overpayment/Refund Department PO Box 12',
      'Salem, OR 01234',
      'We are returning $400.00 (Four hundred and 00/100 dollars).',
      'Our account number 00123',
      'Member ID -77A',
      'Your payment $400.00 on October 20, 2025, check or EFT CHK00123B',
      'Reason: This claim was paid more than once.',
      'Calculation: Paid $800.00, due $400.00, difference $400.00.',
    ])
      expect(pages[0]).toContain(words);
    expect(pages[0]).not.toMatch(/«|»|MERGEFIELD/);
  });
  officeIt('a patient letter, with a name that looks like a formula', () => {
    const pages = merged('patient-letter', 'Patient letters');
    expect(pages).toHaveLength(1);
    for (const words of [
      '=Bo+1 -2 Low St',
      'Dear =Bo+1:',
      '$1,245.10 (One thousand two hundred forty-five and 10/100 dollars)',
      'You should have it by March 2, 2026.',
    ])
      expect(pages[0]).toContain(words);
  });
  officeIt('a dispute letter', () => {
    const pages = merged('dispute-letter', 'Payer letters', `"Kind" = 'Dispute'`);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Reason: The time to request this refund ended on June 22, 2025.');
    expect(pages[0]).toContain('Our account number T9');
  });
});
