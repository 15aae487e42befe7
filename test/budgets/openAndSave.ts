/**
 * Opens a file, types into one cell, saves it under another name, and says what that took. A process of its own, so that the memory is its own:
 * run.ts starts it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';

export interface FileCost {
  readonly megabytes: number;
  /** Seconds on the processor. */
  readonly opening: number;
  readonly saving: number;
  /** Most memory the process held, in MB. */
  readonly peak: number;
  /** Times that progress was told while opening, and the longest silence in seconds. */
  readonly told: number;
  readonly silence: number;
}

const [input = '', output = ''] = process.argv.slice(2);
const told = [performance.now()];
const seconds = (since: NodeJS.CpuUsage): number => (process.cpuUsage(since).user + process.cpuUsage(since).system) / 1e6;

const file = readFileSync(input);
const started = process.cpuUsage();
const book = openWorkbook(file, 'big.xlsx', () => void told.push(performance.now()));
const opening = seconds(started);
told.push(performance.now());
const saved = process.cpuUsage();
book.sheets[0]?.cells.set(1, 4, 12.5);
writeFileSync(output, saveWorkbook(book));
const cost: FileCost = {
  megabytes: file.length / 1e6,
  opening,
  saving: seconds(saved),
  peak: process.resourceUsage().maxRSS / 1e3,
  told: told.length - 2,
  silence: Math.max(...told.slice(1).map((at, n) => at - told[n]!)) / 1e3,
};
process.stdout.write(JSON.stringify(cost));
