/** The self-test as a table for a person. Account numbers stand in the JSON, not here (design.md 4 law 7). */
import type { SelfTestJson } from '../app/selfTestReport';

const HEAD = ['', 'Planted', 'Found', 'sure', 'Left to you', 'Called else', 'firm', 'Missed', 'Wrong refunds'];
const TRAP_HEAD = ['Look-alikes: nothing is owed', 'Planted', 'False alarms', 'Wrong refunds'];
const dollars = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.)/g, ',');

function lines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd());
}

const helpLine = ({ words, help, planted }: SelfTestJson['kinds'][number]): string[] =>
  help === null ? [] : [`    ${words}: ${help.sure} of ${planted} would be sure with: ${help.column}`];

export function selfTestTable({ seed, ranOn, accounts, kinds, traps, elsewhere, notPlanted, totals }: SelfTestJson): string {
  const title = `Self-test of ${ranOn}, seed ${seed}: known credits and look-alikes planted on a copy of your accounts`;
  if (kinds.length + traps.length === 0) return `${title}\n  Nothing was planted: no account here is settled and plain.\n`;
  const row = (
    words: string,
    of: Pick<SelfTestJson['totals'], 'planted' | 'found' | 'sure' | 'left' | 'other' | 'firm' | 'missed' | 'wrongRefunds'>,
  ): string[] => [words, ...[of.planted, of.found, of.sure, of.left, of.other, of.firm, of.missed].map(String), dollars(of.wrongRefunds)];
  const trap = ({ words, planted, alarms, wrongRefunds }: SelfTestJson['traps'][number]): string[] => [
    words,
    String(planted),
    String(alarms),
    dollars(wrongRefunds),
  ];
  const wrong = (of: readonly { readonly wrongRefunds: string }[]): string =>
    (of.reduce((total, { wrongRefunds }) => total + Math.round(Number(wrongRefunds) * 100), 0) / 100).toFixed(2);
  const helps = kinds.flatMap(helpLine);
  return [
    title,
    `  ${accounts.toLocaleString('en-US')} accounts are settled and plain enough to plant on`,
    ...lines([HEAD, ...kinds.map((kind) => row(kind.words, kind)), row('All credits', { ...totals, wrongRefunds: wrong(kinds) })]),
    ...lines([TRAP_HEAD, ...traps.map(trap)]),
    `  False alarms: ${totals.alarms} of ${totals.trapped} look-alikes${elsewhere.length > 0 ? `, ${elsewhere.length} on accounts beside a planting` : ''}`,
    ...(helps.length === 0 ? [] : ['  What would help:', ...helps]),
    ...(notPlanted.length === 0
      ? []
      : [
          `  ${notPlanted.length} kinds were not planted: your sheets cannot show them, or no account was right. The JSON says why, and which accounts to look at.`,
        ]),
    '',
  ].join('\n');
}
