/** Writes the sample workbook and its truth: `npm run sample`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { makeSample } from './sample/sample';

const folder = join(import.meta.dirname, '../assets/sample');
const { sheets, truth } = makeSample();
const FORMATS: Record<string, string> = {
  date: 'mm/dd/yyyy',
  money: '#,##0.00_);[Red](#,##0.00)',
  signed: '#,##0.00_);[Red](#,##0.00)',
  total: '#,##0.00',
  totalSigned: '#,##0.00',
  text: '@',
};
const book = utils.book_new();
for (const sheet of sheets) {
  const ws = utils.aoa_to_sheet(
    sheet.rows.map((row) => row.map((c) => (c === null ? null : { t: typeof c.value === 'number' ? 'n' : 's', v: c.value, z: FORMATS[c.look] }))),
  );
  ws['!cols'] = sheet.widths.map((wch) => ({ wch }));
  ws['!merges'] = sheet.merged.map((m) => ({ s: { r: m.row, c: m.column }, e: { r: m.row, c: m.column + m.columns - 1 } }));
  utils.book_append_sheet(book, ws, sheet.name);
}
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'sample.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
