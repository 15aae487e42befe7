/**
 * `npm run soak [-- --rounds N]`: 200 rounds of find, colour, write, edit and clear on one workbook. Prints its size along the way; exits with 1 when
 * names, formats, rules, sheets, cells, held references, the saved file or the memory grow with the rounds. The log, which is only ever added to, grows
 * by its lines; the file and the memory may grow by them.
 */
import { saveWorkbook } from '../../src/host/files/save';
import { grown, playRound, sizeOf, startDesk } from './rounds';
import type { Size } from './rounds';

const at = process.argv.indexOf('--rounds');
const ROUNDS = at < 0 ? 200 : Number(process.argv[at + 1]);
/** After these all that is made once has been made. */
const WARM = 10;
const SHOWN_EVERY = 10;
/** Bytes a line of the log may take in the saved file and in memory. */
const LINE_SAVED = 400;
const LINE_HEAP = 4_000;

interface Measured extends Size {
  readonly saved: number;
}
const mean = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0) / Math.max(1, numbers.length);

/** Growth by the log's lines is right: bytes more than these. */
function beyond(first: Measured, last: Measured, what: 'saved' | 'heap', line: number): string[] {
  const more = last[what] - first[what] - (last.logLines - first.logLines) * line;
  return more > 0.05 * first[what]
    ? [`${what}: ${Math.round(first[what] / 1024)} KB in round ${first.round}, ${Math.round(last[what] / 1024)} KB in round ${last.round}`]
    : [];
}

async function main(): Promise<void> {
  const desk = await startDesk();
  const sizes: Measured[] = [];
  process.stdout.write('round   names formats rules ruleFormats sheets cells references logLines    saved     heap\n');
  for (let round = 1; round <= ROUNDS; round++) {
    await playRound(desk, round);
    if (round % SHOWN_EVERY !== 0) continue;
    const size = { ...sizeOf(desk, round), saved: saveWorkbook(desk.excel.workbook).length };
    sizes.push(size);
    const cells = [size.round, size.names, size.formats, size.rules, size.ruleFormats, size.sheets, size.cells, size.references, size.logLines];
    process.stdout.write(
      `${cells.map((cell) => String(cell).padStart(7)).join(' ')} ${Math.round(size.saved / 1024)} KB ${(size.heap / 1_048_576).toFixed(1)} MB\n`,
    );
  }
  const warm = sizes.filter(({ round }) => round >= WARM);
  const [first, last] = [warm[0], warm.at(-1)];
  if (!first || !last) throw new Error(`at least ${WARM} rounds`);
  const faults = [...grown(first, last), ...beyond(first, last, 'saved', LINE_SAVED), ...beyond(first, last, 'heap', LINE_HEAP)];
  for (const fault of faults) process.stdout.write(`grew: ${fault}\n`);
  process.stdout.write(
    `${ROUNDS} rounds, ${faults.length} of 9 sizes grew; heap ${(mean(warm.slice(0, 3).map(({ heap }) => heap)) / 1_048_576).toFixed(1)} MB at first, ${(mean(warm.slice(-3).map(({ heap }) => heap)) / 1_048_576).toFixed(1)} MB at last\n`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
