/** --letters: letters for refunds that are signed on Refunds, and a plain word when there are none. */
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import { letterDesk } from '../app/letterBook';
import { folder, review } from './harness';

const here = folder();
afterAll(() => here.remove());
const AS_OF = ['--as-of', '2026-01-31'];
const sheetsIn = (name: string): string[] => openWorkbook(new Uint8Array(here.read(name)), name).sheets.map((sheet) => sheet.name);

it('signed refunds get letters only when asked; without a signature that is said', async () => {
  const { excel } = await letterDesk();
  excel.settle();
  here.write('signed.xlsx', saveWorkbook(excel.workbook));
  excel.close();
  const asked = await review(['signed.xlsx', '--out', 'letters.xlsx', '--letters', ...AS_OF], here.path);
  expect([asked.code, asked.err]).toEqual([0, expect.stringContaining('Letters: 2 to payers, 1 to patients.')]);
  expect(sheetsIn('letters.xlsx')).toEqual(expect.arrayContaining(['Payer letters', 'Patient letters']));
  const plain = await review(['signed.xlsx', '--out', 'plain.xlsx', ...AS_OF], here.path);
  expect([plain.code, sheetsIn('plain.xlsx').includes('Patient letters')]).toEqual([0, false]);

  here.write('new.csv', 'Account,Patient,Date,Type,Amount,Payer\n1,"Invented, A",2025-09-01,Charge,100,\n1,"Invented, A",2025-09-05,Patient Payment,-145,\n');
  const none = await review(['new.csv', '--out', 'none.xlsx', '--letters', ...AS_OF], here.path);
  expect([none.code, none.err]).toEqual([0, expect.stringContaining('No letters: no refund is ready on the sheet Refunds.')]);
});
