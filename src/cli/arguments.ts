/** The command line's words (design.md 9): read once, checked here, plain values afterwards. */
import { parseArgs } from 'node:util';
import { fromIso } from '../core/day';
import type { Day } from '../core/day';
import type { Grain } from '../intake/contract';

export const USAGE =
  'Usage: npm run review -- FILE... [--out COPY.xlsx] [--json OUT.json|-] [--as-of YYYY-MM-DD] [--policy FILE.json] [--profile FILE.json] [--previous REVIEWED.xlsx] [--letters] [--self-test [--seed N]] [--grain account|claim|visit|patient|guarantor] [--user NAME]\n' +
  'FILE is .xlsx, .xlsm, .csv, .tsv, .835, .edi, .dat or .txt; several files become the sheets of one workbook. The files are never written to.';

/** At least one. */
export type Files = readonly [string, ...string[]];

export interface Request {
  /** As typed. */
  readonly files: Files;
  readonly out: string | null;
  /** '-' is standard output. */
  readonly json: string | null;
  /** null = today. */
  readonly asOf: Day | null;
  readonly policy: string | null;
  readonly profile: string | null;
  /** Last month's reviewed workbook. */
  readonly previous: string | null;
  /** Write letters for refunds that are signed; only with `out`. */
  readonly letters: boolean;
  /** Plant known credits on a copy of the accounts and say what the review makes of them. */
  readonly selfTest: boolean;
  /** null = the usual one. */
  readonly seed: number | null;
  readonly grain: Grain | null;
  readonly user: string;
}

/** The command line is wrong: said on stderr with the usage, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'string' },
  'as-of': { type: 'string' },
  policy: { type: 'string' },
  grain: { type: 'string' },
  user: { type: 'string' },
  profile: { type: 'string' },
  previous: { type: 'string' },
  letters: { type: 'boolean' },
  'self-test': { type: 'boolean' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
const GRAINS: readonly Grain[] = ['account', 'claim', 'visit', 'patient', 'guarantor'];

/** Flags given twice would silently drop the first value. */
function refuseRepeats(tokens: readonly { readonly kind: string; readonly name?: string }[]): void {
  const names = tokens.flatMap((token) => (token.kind === 'option' && token.name !== undefined ? [token.name] : []));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new UsageError(`--${twice} is given twice.`);
}

/** What node:util says of a wrong command line. */
const isParseError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'message' in error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

function parsed(argv: readonly string[]) {
  try {
    const result = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
    refuseRepeats(result.tokens);
    return result;
  } catch (error) {
    if (!isParseError(error)) throw error;
    throw new UsageError(error.message);
  }
}

function asOfDay(text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = fromIso(text);
  if (day === null) throw new UsageError(`--as-of must be a date like 2026-11-30, not "${text}".`);
  return day;
}

function grainOf(text: string | undefined): Grain | null {
  if (text === undefined) return null;
  const grain = GRAINS.find((name) => name === text);
  if (grain === undefined) throw new UsageError(`--grain must be one of ${GRAINS.join(', ')}, not "${text}".`);
  return grain;
}

function seedOf(text: string | undefined, selfTest: boolean): number | null {
  if (text === undefined) return null;
  if (!selfTest) throw new UsageError('--seed belongs to --self-test.');
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed must be a whole number, not "${text}".`);
  return Number(text);
}

/** Reads the words after the command. "help" when only help is asked for. Throws UsageError. */
export function readArguments(argv: readonly string[]): Request | 'help' {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return 'help';
  const [first, ...rest] = positionals;
  if (first === undefined) throw new UsageError('Name the file to review.');
  if (values.out !== undefined) checkOut(first, values.out);
  else if (values.letters === true) throw new UsageError('--letters writes into a copy: name it with --out.');
  return {
    files: [first, ...rest],
    out: values.out ?? null,
    json: values.json ?? null,
    asOf: asOfDay(values['as-of']),
    policy: values.policy ?? null,
    profile: values.profile ?? null,
    previous: values.previous ?? null,
    letters: values.letters ?? false,
    selfTest: values['self-test'] ?? false,
    seed: seedOf(values.seed, values['self-test'] ?? false),
    grain: grainOf(values.grain),
    user: values.user ?? '',
  };
}

/** .xlsm in means .xlsm out, everything else .xlsx. Throws UsageError. */
function checkOut(firstFile: string, out: string): void {
  const wanted = /\.xlsm$/i.test(firstFile) ? '.xlsm' : '.xlsx';
  if (!out.toLowerCase().endsWith(wanted))
    throw new UsageError(`--out must end in ${wanted}${wanted === '.xlsm' ? ', because the first file holds macros' : ''}.`);
}
