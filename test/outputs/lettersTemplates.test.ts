/** Merge fields of the Word templates are headings of the letter sheets, and no heading of a letter's substance is left out (domain.md 5.4). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PATIENT_LETTERS_COLUMNS, PAYER_LETTERS_COLUMNS } from '../../src/outputs/lettersColumns';

function fieldsOf(name: string): string[] {
  const parts = unzipSync(new Uint8Array(readFileSync(join(__dirname, '../../assets', name))));
  const document = strFromU8(parts['word/document.xml']!);
  return [...new Set([...document.matchAll(/ MERGEFIELD (\w+) /g)].map((match) => match[1]!))].sort();
}
const headings = (columns: readonly { readonly heading: string }[]): string[] => columns.map((column) => column.heading).sort();

it('every column of Payer letters but Kind stands in the payer letter, and nothing else', () => {
  expect(fieldsOf('payer-letter.docx')).toEqual(headings(PAYER_LETTERS_COLUMNS).filter((heading) => heading !== 'Kind'));
});
it('the dispute letter leaves out what only a refund has', () => {
  const refundOnly = ['CalcText', 'Kind', 'RefundCheckNo'];
  expect(fieldsOf('dispute-letter.docx')).toEqual(headings(PAYER_LETTERS_COLUMNS).filter((heading) => !refundOnly.includes(heading)));
});
it('every column of Patient letters stands in the patient letter, and nothing else', () => {
  expect(fieldsOf('patient-letter.docx')).toEqual(headings(PATIENT_LETTERS_COLUMNS));
});
it.each([...PAYER_LETTERS_COLUMNS, ...PATIENT_LETTERS_COLUMNS])('$heading is one word that Word takes', ({ heading, type }) => {
  expect(heading).toMatch(/^[A-Za-z]\w{0,39}$/);
  expect(type).toBe('text');
});
