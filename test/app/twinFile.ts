/** A file and its twin, with the review of each. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Day } from '../../src/core/day';
import type { Scan } from '../../src/app/session';
import { slipsOf } from '../../src/app/twin/slips';
import { cutsOf, twinOf, type Twin } from '../../src/app/twin/twin';
import type { Plan } from '../../src/intake/contract';
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import { distinctCells, rewritten } from '../../src/host/twin';
import { Book } from '../../src/host/workbook';
import { desk } from './billing';

const root = join(__dirname, '../..');
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => /\.(xlsx|csv|tsv)$/.test(name))
    .map((name) => `${folder}/${name}`);

/** Every workbook and table among the fixtures, and the sample. */
export const SOURCES: readonly string[] = [
  'assets/sample/sample.xlsx',
  ...['hazards', 'writers', 'theirs', 'synthea'].flatMap((folder) => inFolder(`test/fixtures/${folder}`)),
];

const hazardOf = (path: string): string => /hazards\/([^.]+)\.[^.]+\.xlsx$/.exec(path)?.[1] ?? '';
/** The sample, the first file of each hazard, one writer's, one in use, and Synthea's claims. */
export const FEW: readonly string[] = SOURCES.filter(
  (path, place) =>
    /sample|writers\/libreoffice|theirs\/openpyxl\.|synthea\/claims\.csv/.test(path) ||
    (hazardOf(path) !== '' && SOURCES.findIndex((other) => hazardOf(other) === hazardOf(path)) === place),
);

export interface Twinned {
  readonly source: Book;
  readonly twin: Twin;
  readonly bytes: Uint8Array;
  readonly before: Scan;
  readonly plan: Plan;
}

export function opened(bytes: Uint8Array, name: string): Book {
  const book = openWorkbook(bytes, name);
  if (!(book instanceof Book)) throw new TypeError('not a workbook of this engine');
  return book;
}

export async function reviewed(book: Book, asOf: Day): Promise<Scan> {
  const at = await desk(book);
  try {
    return await at.scan({ asOf });
  } finally {
    at.excel.close();
  }
}

/** The twin as the workbench makes it, of a file given by its path in the project. */
export async function twinned(path: string, asOf: Day, seed: number): Promise<Twinned> {
  const source = opened(new Uint8Array(readFileSync(join(root, path))), basename(path));
  const at = await desk(source);
  try {
    const look = await at.session.look({ asOf });
    const before = await at.scan({ asOf });
    const own = new Set(look.own.map(({ sheet }) => sheet));
    const cuts = cutsOf(
      look.plan,
      source.sheets.map(({ name }) => name).filter((name) => !own.has(name)),
    );
    const options = { plan: look.plan, asOf, date1904: source.date1904, seed, policyRows: look.policyRows ?? [], slips: slipsOf(before) };
    const twin = twinOf(distinctCells(source, cuts), cuts, options);
    return { source, twin, bytes: saveWorkbook(rewritten(source, twin.sheets, [twin.policy])), before, plan: look.plan };
  } finally {
    at.excel.close();
  }
}
