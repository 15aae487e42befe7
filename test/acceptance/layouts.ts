/**
 * The same ledger lines as different billing systems export them: what a payment row carries (nothing, check and claim numbers, the allowed
 * amount, a remittance sheet beside it) and how signs are shown. All accounts of a table go into one workbook, as in life.
 */
import { readSheets } from '../../src/intake/readSheets';
import type { CellValue, Reading } from '../../src/intake/contract';
import { policyFrom } from '../../src/core/policy/load';
import { review } from '../../src/core/review';
import type { Credit } from '../../src/core/credit';
import { fromIso, type Day } from '../../src/core/day';
import { AS_OF, CLEAN, type Case, type Line } from './sheets';

/** What the payment rows can prove, weakest first. */
export type Proof = 'bare' | 'references' | 'allowed' | 'remittance';
export type Signs = 'signed' | 'positive' | 'debit/credit' | 'epic';
export interface Layout {
  readonly name: string;
  readonly proof: Proof;
  readonly signs: Signs;
}
export const LAYOUTS: readonly Layout[] = [
  { name: 'bare ledger, signed', proof: 'bare', signs: 'signed' },
  { name: 'bare ledger, all positive', proof: 'bare', signs: 'positive' },
  { name: 'check and claim numbers, signed', proof: 'references', signs: 'signed' },
  { name: 'check and claim numbers, debit and credit columns', proof: 'references', signs: 'debit/credit' },
  { name: 'check and claim numbers, the large vendor words', proof: 'references', signs: 'epic' },
  { name: 'allowed and share on the payment rows, all positive', proof: 'allowed', signs: 'positive' },
  { name: 'allowed and share on the payment rows, signed', proof: 'allowed', signs: 'signed' },
  { name: 'a remittance sheet, signed', proof: 'remittance', signs: 'signed' },
];

const day = (iso: string): Day => {
  const value = fromIso(iso);
  if (value === null) throw new Error(`no such date: ${iso}`);
  return value;
};
const cents = (dollars: number): number => Math.round(dollars * 100) / 100;
const sum = (lines: readonly Line[], wanted: (line: Line) => boolean): number =>
  lines.filter(wanted).reduce((total, line) => total + Math.round(line.amount * 100), 0) / 100;

const ACCOUNTS = [
  'Account #',
  'Patient Name',
  'MRN',
  'Guarantor ID',
  'Date of Service',
  'Primary Ins',
  'Secondary Ins',
  'Fin Class',
  'Plan Type',
  'Status',
  'QMB',
  'Total Charges',
  'Account Balance',
];
type Filled = Case & Required<Pick<Case, 'account' | 'patient' | 'mrn' | 'guarantor' | 'dos'>>;

const accountRow = (item: Filled): CellValue[] => [
  item.account,
  item.patient,
  item.mrn,
  item.guarantor,
  day(item.dos),
  item.primary ?? '',
  item.secondary ?? '',
  item.finClass ?? '',
  item.planType ?? '',
  item.status ?? '',
  item.qmb ?? '',
  sum(item.lines, (line) => line.type === 'Charge'),
  item.balance ?? sum(item.lines, () => true),
];

/** Rows whose positive amount raises the balance when a system shows amounts without signs. */
const RAISES = /charge$|refund$|reversal|takeback|nsf|transfer out|debit/i;
const EPIC_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^charge/i, 'Charge'],
  [/payment|deposit|takeback|refund|nsf/i, 'Payment'],
  [/^bank return/i, 'Bank Return'],
];
const epicType = (line: Line): string =>
  EPIC_TYPES.find(([words]) => words.test(line.type))?.[1] ?? (line.amount > 0 ? 'Debit Adjustment' : 'Credit Adjustment');

function amountCells(line: Line, signs: Signs): CellValue[] {
  const amount = cents(line.amount);
  if (signs === 'debit/credit') return amount >= 0 ? [amount, ''] : ['', -amount];
  if (signs === 'positive') return [RAISES.test(line.type) ? amount : amount === 0 ? 0 : -amount];
  return [amount];
}

const typeCells = (line: Line, signs: Signs): CellValue[] => (signs === 'epic' ? [epicType(line), line.type] : [line.type]);
const typeHeadings = (signs: Signs): string[] => (signs === 'epic' ? ['TX_TYPE_C_NAME', 'Description'] : ['Transaction Type']);
const amountHeadings = (signs: Signs): string[] => (signs === 'debit/credit' ? ['Debit', 'Credit'] : ['Amount']);

function transactions(items: readonly Filled[], layout: Layout): CellValue[][] {
  const refs = layout.proof !== 'bare';
  const allowed = layout.proof === 'allowed';
  const headings = [
    ...['Account #', 'Post Date', 'Service Date', ...typeHeadings(layout.signs), 'Payer', ...amountHeadings(layout.signs), 'Void', 'Payment Status'],
    ...(refs ? ['Check #', 'Claim #', 'CPT', 'CARC'] : []),
    ...(allowed ? ['Allowed', 'Pt Resp'] : []),
  ];
  const rows = items.flatMap((item) =>
    item.lines.map((line) => [
      ...[item.account, day(line.date), day(line.dos ?? item.dos), ...typeCells(line, layout.signs), line.payer ?? ''],
      ...[...amountCells(line, layout.signs), line.voided ?? '', line.status ?? ''],
      ...(refs ? [line.check ?? '', line.claim ?? '', line.cpt ?? '', line.codes ?? ''] : []),
      ...(allowed ? [line.allowed ?? '', line.pr ?? ''] : []),
    ]),
  );
  return [headings, ...rows];
}

const REMIT = [
  'Account #',
  'Payer',
  'Claim #',
  'Check #',
  'Check Date',
  'Claim Status',
  'Billed',
  'Allowed',
  'Paid',
  'Pt Resp',
  'Interest',
  'PLB Code',
  'CARC',
];

function remittances(items: readonly Filled[]): CellValue[][] {
  const rows = items.flatMap((item) => {
    const charges = sum(item.lines, (line) => line.type === 'Charge');
    const paid = item.lines
      .filter((line) => line.allowed !== undefined)
      .map((line) => [
        ...[item.account, line.payer ?? '', line.claim ?? '', line.check ?? '', day(line.date), line.order ?? '1', line.billed ?? charges],
        ...[line.allowed ?? '', line.remitPaid ?? cents(-line.amount), line.pr ?? '', line.interest ?? '', '', line.codes ?? ''],
      ]);
    const more = (item.remits ?? []).map((row) => [
      ...[item.account, row.payer, row.claim, row.check, day(row.date), row.status ?? '', row.billed ?? '', row.allowed ?? ''],
      ...[row.paid, row.pr ?? '', '', row.plb ?? '', row.codes ?? ''],
    ]);
    return [...paid, ...more];
  });
  return [REMIT, ...rows];
}

interface Sheet {
  readonly name: string;
  readonly values: CellValue[][];
}

export interface Told {
  readonly reading: Reading;
  credit(account: string): Credit | undefined;
}

/** All cases as one workbook in this layout, read and reviewed. Account of case i is `keyOf(i)` unless it names its own. */
export function reviewIn(layout: Layout, cases: readonly Case[], more: readonly Sheet[] = []): Told {
  const items: Filled[] = [...cases, ...CLEAN].map((item, i) => ({
    account: keyOf(i),
    patient: `Sample, Pat ${i}`,
    mrn: `M${7000 + i}`,
    guarantor: `G${7000 + i}`,
    dos: '2026-01-05',
    ...item,
  }));
  const sheets: Sheet[] = [
    { name: 'Accounts', values: [ACCOUNTS, ...items.map(accountRow)] },
    { name: 'Transactions', values: transactions(items, layout) },
  ];
  if (layout.proof === 'remittance') sheets.push({ name: 'Remittances', values: remittances(items) });
  sheets.push(...more);
  const { policy } = policyFrom([], AS_OF);
  const reading = readSheets(sheets, { policy });
  const { credits } = review(reading.ledger, policy);
  return { reading, credit: (account) => credits.find((credit) => credit.key === account) };
}
export const keyOf = (index: number): string => `004${String(index).padStart(3, '0')}`;
