/**
 * The pane must stay small: all scripts and styles that taskpane.html loads from our own origin, together under 300 kB gzip; and no module of
 * the embedded Excel or the workbench may be among them.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 300_000;
const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist');

const page = await readFile(path.join(dist, 'taskpane.html'), 'utf8').catch(() => null);
if (page === null) {
  console.error('dist/taskpane.html is missing: run npm run build first.');
  process.exit(1);
}
const names = [...page.matchAll(/(?:src|href)="?(?!https:|data:)([^"\s>]+\.(?:js|css))/g)].map(([, name]) => name);
const files = await Promise.all(names.map(async (name) => ({ name, size: gzipSync(await readFile(path.join(dist, name))).length })));
const total = files.reduce((sum, file) => sum + file.size, 0);

for (const file of files) console.log(`${String(Math.round(file.size / 1000)).padStart(5)} kB  ${file.name}`);
console.log(`${String(Math.round(total / 1000)).padStart(5)} kB  gzip in all; the limit is ${LIMIT / 1000} kB`);

const foreign = names.filter((name) => /excel-web|workbench/.test(name));
if (foreign.length > 0) console.error(`The pane loads what belongs to the workbench: ${foreign.join(', ')}`);
if (names.length === 0) console.error('taskpane.html loads no script of ours.');
if (total > LIMIT) console.error(`The pane is ${Math.round((total - LIMIT) / 1000)} kB over its limit.`);
process.exitCode = total > LIMIT || foreign.length > 0 || names.length === 0 ? 1 : 0;
