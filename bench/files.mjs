/** The generated rows on disk, as JSON in blocks, so that no process holds the text of a whole file. */
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

const BLOCK_ROWS = 4096;

function writeBlocks(file, rows) {
  const out = fs.openSync(file, 'w');
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) fs.writeSync(out, `${JSON.stringify(rows.slice(from, from + BLOCK_ROWS))}\n`);
  fs.closeSync(out);
}

async function readBlocks(file) {
  const rows = [];
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) for (const row of JSON.parse(line)) rows.push(row);
  return rows;
}

export const exists = (folder) => fs.existsSync(path.join(folder, 'truth.json'));

export function write(folder, { tx, acc, truth }) {
  fs.mkdirSync(folder, { recursive: true });
  writeBlocks(path.join(folder, 'tx.ndjson'), tx);
  writeBlocks(path.join(folder, 'acc.ndjson'), acc);
  fs.writeFileSync(path.join(folder, 'truth.json'), JSON.stringify(truth));
}

export async function read(folder) {
  const [tx, acc] = [await readBlocks(path.join(folder, 'tx.ndjson')), await readBlocks(path.join(folder, 'acc.ndjson'))];
  return { tx, acc, truth: JSON.parse(fs.readFileSync(path.join(folder, 'truth.json'), 'utf8')) };
}
