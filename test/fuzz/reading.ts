/** One file through every reader of ours, and what came of it: read, clearly refused, or anything else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReviewed } from '../../src/app/reviewedFile';
import { openAll } from '../../src/cli/open';
import { FileProblem } from '../../src/host/files/fileProblem';
import { saveWorkbook } from '../../src/host/files/save';
import { startEngineOnce } from './engine';
import { openWorkbook } from '../../src/host/files/open';
import { ExcelHost } from '../../src/host/wire/host';
import { readTextTable, textOfBytes } from '../../src/intake/textFile';
import { is835, parse835 } from '../../src/intake/x12';
import type { FuzzedFile } from './mutate';

export type Verdict = 'read' | 'refused' | 'crashed';
export interface Outcome {
  readonly verdict: Verdict;
  /** What crashed. */
  readonly why: string;
}

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A workbook that was read calculates, saves, and opens again. */
function throughWorkbook({ name, bytes }: FuzzedFile): void {
  startEngineOnce();
  const book = openWorkbook(bytes, name);
  const host = new ExcelHost(book);
  host.state.settle();
  const saved = saveWorkbook(book);
  openWorkbook(saved, name.replace(/\.\w+$/, '.xlsx'));
}

/** As the pane reads a text file: never throws for what stands in it. */
function throughIntake({ bytes }: FuzzedFile): void {
  const text = textOfBytes(bytes);
  if (is835(text)) parse835(text, 'a');
  else readTextTable(text);
}

function throughCommandLine({ name, bytes }: FuzzedFile): void {
  const path = join(folder, `f${name.slice(name.lastIndexOf('.'))}`);
  writeFileSync(path, bytes);
  openAll([path], () => undefined);
}

/** As the pane looks into last month's reviewed file: what is wrong with it comes back as words. */
function throughReviewed({ name, bytes }: FuzzedFile): void {
  const { refused } = readReviewed({ name, bytes });
  if (refused && (refused.message === '' || refused.remedy === '')) throw new Error('refused without words');
}

const isPackage = ({ bytes }: FuzzedFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

export function outcomeOf(file: FuzzedFile): Outcome {
  const readers = [throughWorkbook, isPackage(file) ? throughReviewed : throughIntake, throughCommandLine];
  let verdict: Verdict = 'read';
  for (const reader of readers) {
    try {
      reader(file);
    } catch (error) {
      if (!(error instanceof FileProblem)) return { verdict: 'crashed', why: `${reader.name}: ${whyOf(error)}` };
      const unclear = error.message === '' || error.remedy === '' || /undefined|null|NaN|\[object/.test(error.message);
      if (unclear) return { verdict: 'crashed', why: `${reader.name}: an unclear refusal: ${error.message}` };
      verdict = 'refused';
    }
  }
  return { verdict, why: '' };
}

const whyOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : String(error));

const OBJECT = Object.getOwnPropertyNames(Object.prototype).toSorted().join();
const ARRAY = Object.getOwnPropertyNames(Array.prototype).toSorted().join();
/** True when a file changed what all objects share. */
export const polluted = (): boolean =>
  Object.getOwnPropertyNames(Object.prototype).toSorted().join() !== OBJECT || Object.getOwnPropertyNames(Array.prototype).toSorted().join() !== ARRAY;
