/** What a person reads on the terminal: a few lines, no cell text (design.md 4 law 7). */
import type { Preview } from '../app/session';
import type { AnyReport } from './refusal';

const dollars = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.)/g, ',');
const plural = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const CLASSES = [
  ['true-overpayment', 'trueOverpayment', 'Owed back'],
  ['posting-error', 'postingError', 'Posting errors'],
  ['misallocated', 'misallocated', 'On the wrong account'],
  ['hold', 'hold', 'On hold'],
  ['needs-review', 'needsReview', 'Needs review'],
] as const;

function sheetLines({ sheets }: AnyReport): string[] {
  return sheets
    .filter((sheet) => sheet.role !== 'ignored')
    .map(
      ({ name, role, rows, matched }) => `  ${name}: ${role}, ${plural(rows, 'row')}${matched === null ? '' : `, ${Math.floor(matched * 1000) / 10}% matched`}`,
    );
}

/** How far the listing proves the reading, and what was corrected in it. */
function readingLines({ reading: { control, corrections } }: AnyReport): string[] {
  const from = (source: string): number => corrections.filter((correction) => correction.from === source).length;
  const sources = [
    ...(from('workbook') > 0 ? [`${from('workbook')} remembered in the workbook`] : []),
    ...(from('profile') > 0 ? [`${from('profile')} by the profile`] : []),
  ];
  return [
    ...(control === null
      ? []
      : [
          `  Listed balances ${dollars(control.listed)}, postings ${dollars(control.posted)}: ${control.agree.toLocaleString('en-US')} of ${plural(control.accounts, 'account')} agree`,
        ]),
    ...(sources.length === 0 ? [] : [`  Reading corrected: ${sources.join(', ')}`]),
  ];
}

/** An account with money of two classes counts in both. */
const holdsMoneyIn = ({ findings, unexplained }: AnyReport['credits'][number], name: string): boolean =>
  findings.some((finding) => finding.class === name) || (name === 'needs-review' && (findings.length === 0 || unexplained !== '0.00'));

function creditLines({ credits, totals }: AnyReport): string[] {
  const inCredit = credits.filter((credit) => !credit.hidden).length;
  const hidden = credits.length - inCredit;
  const classes = CLASSES.map(([name, key, words]) => {
    const accounts = credits.filter((credit) => holdsMoneyIn(credit, name)).length;
    return `  ${words.padEnd(22)}${dollars(totals[key]).padStart(14)}  ${plural(accounts, 'account')}`;
  });
  return [
    `${plural(inCredit, 'account')} in credit, ${dollars(totals.credit)} in all${hidden === 0 ? '' : `; ${plural(hidden, 'account')} with a credit hidden behind a balance of zero or more`}.`,
    ...(credits.length === 0 ? [] : classes),
  ];
}

function problemLines({ problems }: AnyReport): string[] {
  if (problems.length === 0) return [];
  const byCode = new Map<string, number>();
  for (const { code } of problems) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  return [
    `${plural(problems.length, 'problem')} in the data: ${[...byCode].map(([code, count]) => `${code} ${count}`).join(', ')}. The JSON says where and what to do.`,
  ];
}

/** The review in a few lines. */
export function summaryOf(report: AnyReport): string {
  const { ledger } = report;
  return [
    `Credit balances as of ${report.asOf ?? '?'}, by ${report.grain ?? '?'}`,
    ...sheetLines(report),
    `  ${plural(ledger.accounts, 'account')}, ${plural(ledger.transactions, 'transaction')}: charges ${dollars(ledger.charges)}, payments ${dollars(ledger.payments)}, adjustments ${dollars(ledger.adjustments)}, refunds ${dollars(ledger.refunds)}`,
    ...readingLines(report),
    ...creditLines(report),
    ...problemLines(report),
    '',
  ].join('\n');
}

/** How many letters the copy holds, or what is missing for one. */
export function lettersLine({ sheets }: Preview): string {
  const count = (role: string): number => sheets.find((sheet) => sheet.role === role)?.rows ?? 0;
  const [payer, patient] = [count('payerLetters'), count('patientLetters')];
  if (payer + patient === 0)
    return 'No letters: no refund is ready on the sheet Refunds. Fill Prepared by, Approved by and Approved on there, and the address on Payees.';
  return `Letters: ${payer.toLocaleString('en-US')} to payers, ${patient.toLocaleString('en-US')} to patients.`;
}
