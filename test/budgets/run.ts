/**
 * `npm run budgets [-- requests|file]`: what a million rows, 50,000 credits and 20,000 coloured accounts cost in requests at the web's limits, and
 * what opening and saving a file of 500,000 x 12 takes in a fresh process with 1 GB of heap. Exits with 1 when a budget is not held.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigFile } from './bigFile';
import { highlightCost, readingCost, writingCost } from './measure';
import type { Cost } from './measure';
import type { FileCost } from './openAndSave';
import { UNREAD } from './sheets';

/** MB of the process, seconds without a word, MB of heap from the first block to the last. */
const MOST_MEMORY = 1_000;
const MOST_SILENCE = 5;
const MOST_GROWN = 20;

const one = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
let broken = 0;
function say(what: string, found: string, held: boolean): void {
  process.stdout.write(`${held ? 'held  ' : 'BROKEN'} ${what}: ${found}\n`);
  if (!held) broken += 1;
}
const requestsOf = ({ requests, bytes, allowed }: Cost): string => `${requests} requests for ${one(bytes / 1e6)} MB, ${allowed} allowed`;

async function requests(): Promise<void> {
  const reading = await readingCost(1_048_575);
  say('reading 1,048,575 x 12', requestsOf(reading), reading.rows === 1_048_575 && reading.requests <= reading.allowed);
  say(
    'mapped columns only',
    `${reading.columns.length} of 12 asked for`,
    reading.columns.every((column) => !UNREAD.includes(column)),
  );
  const kept = `${reading.alive} alive at most, ${reading.left} after use, heap ${one(reading.grown)} MB larger at the last than at the first`;
  say('no block kept', kept, reading.alive <= 2 && reading.left === 0 && reading.grown < MOST_GROWN);
  const writing = await writingCost(50_000);
  say(`writing 50,000 credits x ${writing.columns}`, requestsOf(writing), writing.requests <= writing.allowed);
  say('no object a row', `${writing.objects.toFixed(3)} objects a row`, writing.objects < 0.2);
  const colour = await highlightCost(20_000);
  say('colouring 20,000 accounts', requestsOf(colour), colour.requests <= colour.allowed);
  say('a further sheet', `${colour.oneSheetMore} request more`, colour.oneSheetMore === 1);
}

function file(): void {
  const folder = mkdtempSync(join(tmpdir(), 'big-file-'));
  try {
    const [input, output] = [join(folder, 'big.xlsx'), join(folder, 'saved.xlsx')];
    writeFileSync(input, bigFile(500_000));
    const script = join(__dirname, 'openAndSave.ts');
    const cost = JSON.parse(
      execFileSync(process.execPath, ['--max-old-space-size=1024', '--import', 'tsx', script, input, output], { encoding: 'utf8' }),
    ) as FileCost;
    const took = `${one(cost.megabytes)} MB file, ${one(cost.peak)} MB of memory at most, opened in ${one(cost.opening)} s and saved in ${one(cost.saving)} s on the processor`;
    say('opening and saving 500,000 x 12', took, cost.peak <= MOST_MEMORY);
    say('opening tells how far it is', `${cost.told} times, ${one(cost.silence)} s of silence at most`, cost.silence <= MOST_SILENCE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [asked = 'all'] = process.argv.slice(2);
async function main(): Promise<void> {
  if (asked !== 'file') await requests();
  if (asked !== 'requests') file();
  process.exitCode = broken > 0 ? 1 : 0;
}
void main();
