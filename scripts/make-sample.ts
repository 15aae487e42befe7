/** Writes the sample workbook and its truth: `npm run sample`. The same files come out each time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { saveWorkbook } from '../src/host/files/save';
import { bookOf } from './sample/book';
import { makeSample } from './sample/sample';

const folder = fileURLToPath(new URL('../assets/sample', import.meta.url));
const { sheets, truth } = makeSample();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'sample.xlsx'), saveWorkbook(bookOf(sheets)));
writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
