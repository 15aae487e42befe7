/**
 * `npm run quality [-- --seed N --total N --each N --out FILE]`: precision and recall of the review on planted ledgers, by cause and column
 * set, and the dollars it would refund wrongly. Prints a table; with --out writes the details, wrong refunds first.
 */
import { writeFileSync } from 'node:fs';
import { CAUSE_IDS } from '../../src/core/credit';
import { fromIso } from '../../src/core/day';
import { defaultPolicy } from '../../src/core/policy/load';
import { review } from '../../src/core/review';
import { readSheets } from '../../src/intake/readSheets';
import { COLUMN_SETS, generate, generateLeftOut } from './generate';
import type { ColumnSet, Generated } from './generate';
import { scoreOf } from './score';
import type { CauseScore, Score, Wrong } from './score';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const number = (name: string, otherwise: number): number => Number(argument(name) ?? otherwise);
const AS_OF = fromIso('2026-06-30')!;

interface Run {
  readonly set: ColumnSet;
  readonly generated: Generated;
  readonly score: Score;
  /** The same for the cases left out; null when none is. */
  readonly leftOut: Score | null;
  readonly refused: string;
  readonly problems: readonly string[];
}
interface Reviewed {
  readonly score: Score;
  readonly refused: string;
  readonly problems: readonly string[];
}

function reviewed(generated: Generated): Reviewed {
  const policy = defaultPolicy(AS_OF);
  const reading = readSheets(generated.sheets, { policy });
  const counts = new Map<string, number>();
  for (const { code, message } of reading.problems) counts.set(`${code}: ${message}`.slice(0, 140), (counts.get(`${code}: ${message}`.slice(0, 140)) ?? 0) + 1);
  const problems = [...counts].slice(0, 12).map(([text, n]) => `${n} × ${text}`);
  return { score: scoreOf(generated, review(reading.ledger, policy)), refused: reading.refused?.message ?? '', problems };
}

function runSet(set: ColumnSet): Run {
  const seed = number('seed', 20260630);
  const each = number('each', 40);
  const generated = generate(set, seed, AS_OF, number('total', 10_000), each);
  const leftOut = generated.leftOut.length === 0 ? null : reviewed(generateLeftOut(set, seed, AS_OF, each)).score;
  return { set, generated, leftOut, ...reviewed(generated) };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %`);
const dollars = (cents: number): string => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const sumOf = (score: Score, key: keyof CauseScore): number => [...score.causes.values()].reduce((total, each) => total + each[key], 0);

function row(name: string, score: CauseScore): string[] {
  return [
    name,
    `${score.planted}`,
    percent(score.found, score.planted),
    percent(score.called, score.planted),
    percent(score.right, score.said),
    dollars(score.refundedCents),
    dollars(score.wrongCents),
  ];
}
const HEAD = ['Cause', 'Planted', 'Found', 'At medium or high', 'Precision', 'Refunded $', 'Wrong $'];

function tableOf(score: Score): string[][] {
  const causes = CAUSE_IDS.flatMap((cause) => {
    const of = score.causes.get(cause);
    return of === undefined ? [] : [row(cause, of)];
  });
  const total = Object.fromEntries(
    ['planted', 'found', 'called', 'said', 'right', 'refundedCents', 'wrongCents', 'wrong'].map((key) => [key, sumOf(score, key as keyof CauseScore)]),
  );
  return [...causes, row('all', total as unknown as CauseScore)];
}
const markdown = (rows: readonly string[][]): string =>
  [HEAD, HEAD.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function groups(wrongs: readonly Wrong[]): string[] {
  const byLabel = new Map<string, Wrong[]>();
  for (const wrong of wrongs)
    byLabel.set(`${wrong.label} → ${wrong.said.replace(/\d[\d,]*\.\d\d/, '#')}`, [
      ...(byLabel.get(`${wrong.label} → ${wrong.said.replace(/\d[\d,]*\.\d\d/, '#')}`) ?? []),
      wrong,
    ]);
  return [...byLabel]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([label, all]) => `  ${all.length} × ${label}   e.g. account ${all[0]!.account}: ${all[0]!.said}`);
}

function missedGroups(run: Run): string[] {
  const byLabel = new Map<string, { count: number; first: Score['missed'][number] }>();
  for (const missed of run.score.missed) {
    const said = missed.said.map((text) => text.replace(/-?\d[\d,]*\.\d\d/g, '#')).join('; ');
    const key = `${missed.label} → ${said}`;
    byLabel.set(key, { count: (byLabel.get(key)?.count ?? 0) + 1, first: byLabel.get(key)?.first ?? missed });
  }
  return [...byLabel]
    .sort((a, b) => b[1].count - a[1].count)
    .map(
      ([, { count, first }]) =>
        `  ${count} × ${first.label}: planted ${first.truth}\n       said ${first.said.join('; ') || 'nothing'}   (account ${first.account})`,
    );
}

function details(run: Run): string {
  const { score, set } = run;
  return [
    `===== ${set.name} =====`,
    ...(run.refused === '' ? [] : [`REFUSED: ${run.refused}`]),
    `Problems of intake: ${run.problems.join(' | ') || 'none'}`,
    `WRONG REFUNDS (true overpayment at high or medium confidence that nobody planted)`,
    ...groups(score.wrongAtAny.filter((wrong) => wrong.refunded)),
    `WRONG at low confidence`,
    ...groups(score.wrongAtAny.filter((wrong) => !wrong.refunded)),
    `FINDINGS WHERE THERE SHOULD BE NONE (look-alikes and ordinary accounts)`,
    ...groups(score.noise),
    `LEFT OUT, NOT COUNTED: refunds proposed at high or medium confidence that are wrong`,
    ...groups((run.leftOut?.wrongAtAny ?? []).filter((wrong) => wrong.refunded)),
    `NOT CALLED (planted, not found at high or medium)`,
    ...missedGroups(run),
    '',
  ].join('\n');
}

const leftOutWords = (score: Score): string =>
  `Of the cases left out, reviewed by themselves and not counted, $${dollars(sumOf(score, 'wrongCents'))} of $${dollars(sumOf(score, 'refundedCents'))} refunded would be wrong.`;

function summary(run: Run): string {
  const { score, generated, set } = run;
  const wrong = sumOf(score, 'wrongCents');
  const refunded = sumOf(score, 'refundedCents');
  const omitted = generated.leftOut.map((each) => `${each.label} (${each.lacks.join(', ')})`);
  return [
    `### ${set.name}: ${generated.cases.length} accounts`,
    markdown(tableOf(score)),
    `Wrongly refunded: $${dollars(wrong)} of $${dollars(refunded)} (${percent(wrong, refunded)}); wrong at any confidence: ${score.wrongAtAny.length}; findings where nothing is owed: ${score.noise.length}.`,
    ...(run.leftOut === null ? [] : [leftOutWords(run.leftOut)]),
    omitted.length === 0 ? 'No planted case is left out.' : `Left out, with the field that is lacking: ${omitted.join('; ')}.`,
    '',
  ].join('\n\n');
}

const started = Date.now();
const runs = COLUMN_SETS.filter((set) => argument('set') === undefined || argument('set') === set.name).map(runSet);
console.log(runs.map(summary).join('\n'));
console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
const out = argument('out');
if (out !== undefined) writeFileSync(out, runs.map(details).join('\n'));
