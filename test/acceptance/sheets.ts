/**
 * Renders a few ledger lines as the two sheets a billing system exports (Accounts and Transactions), in two conventions, reads them back as
 * a user's workbook would be read, and reviews them. Amounts in dollars; the balance column is the plain sum of the effects.
 */
import { readSheets } from '../../src/intake/readSheets';
import type { CellValue, Reading } from '../../src/intake/contract';
import { policyFrom } from '../../src/core/policy/load';
import { review } from '../../src/core/review';
import type { Credit, Review } from '../../src/core/credit';
import { fromIso, type Day } from '../../src/core/day';

export interface Line {
  readonly date: string;
  readonly type: string;
  /** Dollars; the sign is the effect on the balance (charge +, payment −). */
  readonly amount: number;
  readonly payer?: string;
  readonly check?: string;
  readonly claim?: string;
  readonly allowed?: number;
  readonly pr?: number;
  readonly cpt?: string;
  readonly codes?: string;
  /** Service date of the line when it is not the account's. */
  readonly dos?: string;
  /** "Y" when the row stays in the export although it was voided. */
  readonly voided?: string;
  /** Status of a payment, for example Pending. */
  readonly status?: string;
  /** On the remittance sheet only: claim status 1, 2 or 3, and what the remittance says where it is not the posting. */
  readonly order?: string;
  readonly billed?: number;
  readonly remitPaid?: number;
  readonly interest?: number;
}
/** A row of the remittance sheet that no posting stands for: a reversal, a provider-level takeback. */
export interface Remit {
  readonly payer: string;
  readonly claim: string;
  readonly check: string;
  readonly date: string;
  readonly paid: number;
  readonly status?: string;
  readonly billed?: number;
  readonly allowed?: number;
  readonly pr?: number;
  readonly plb?: string;
  readonly codes?: string;
}
export interface Case {
  readonly account?: string;
  readonly patient?: string;
  readonly mrn?: string;
  readonly guarantor?: string;
  readonly dos?: string;
  readonly primary?: string;
  readonly secondary?: string;
  readonly planType?: string;
  readonly finClass?: string;
  readonly status?: string;
  readonly qmb?: string;
  /** Listed balance where it is not the sum of the postings. */
  readonly balance?: number;
  readonly remits?: readonly Remit[];
  readonly lines: readonly Line[];
}

const day = (iso: string): Day => {
  const value = fromIso(iso);
  if (value === null) throw new Error(`no such date: ${iso}`);
  return value;
};
export const AS_OF = day('2026-06-30');
const money = (dollars: number): number => Math.round(dollars * 100) / 100;

const ACCOUNT_HEADINGS = [
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
  'Total Charges',
  'Account Balance',
];
const TX_HEADINGS = [
  'Account #',
  'Post Date',
  'Service Date',
  'Transaction Type',
  'Payer',
  'Amount',
  'Check #',
  'Claim #',
  'CPT',
  'Allowed',
  'Pt Resp',
  'CARC',
];

export type Convention = 'signed' | 'positive';

function transactionRow(account: string, dos: string, line: Line, convention: Convention): CellValue[] {
  const raises = /charge$|refund|reversal|takeback|nsf/i.test(line.type);
  const shown = convention === 'signed' ? line.amount : raises ? line.amount : -line.amount;
  return [
    account,
    day(line.date),
    day(dos),
    line.type,
    line.payer ?? '',
    money(shown),
    line.check ?? '',
    line.claim ?? '',
    line.cpt ?? '',
    line.allowed ?? '',
    line.pr ?? '',
    line.codes ?? '',
  ];
}

/** Two clean, fully paid accounts, so that signs can be proved. */
export const CLEAN: readonly Case[] = ['90001', '90002'].map((account, i) => ({
  account,
  primary: 'Aetna',
  lines: [
    { date: '2026-01-05', type: 'Charge', amount: 300 + i },
    { date: '2026-02-02', type: 'Contractual Adjustment', amount: -100, payer: 'Aetna' },
    { date: '2026-02-02', type: 'Insurance Payment', amount: -160, payer: 'Aetna', check: `70${i}1`, claim: `CLEAN${i}`, allowed: 200 + i, pr: 40 + i },
    { date: '2026-02-20', type: 'Patient Payment', amount: -(40 + i), payer: 'Patient', check: `80${i}1` },
  ],
}));

export function read(cases: readonly Case[], convention: Convention = 'signed'): Reading {
  const all = [...cases, ...CLEAN].map((item, i) => ({
    account: `0010${i}`,
    patient: `Sample, Pat ${i}`,
    mrn: `M0${i}`,
    guarantor: `G0${i}`,
    dos: '2026-01-05',
    ...item,
  }));
  const accounts = all.map((item) => [
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
    money(item.lines.filter((line) => line.type === 'Charge').reduce((sum, line) => sum + line.amount, 0)),
    money(item.lines.reduce((sum, line) => sum + line.amount, 0)),
  ]);
  const transactions = all.flatMap((item) => item.lines.map((line) => transactionRow(item.account, item.dos, line, convention)));
  return readSheets(
    [
      { name: 'Accounts', values: [ACCOUNT_HEADINGS, ...accounts] },
      { name: 'Transactions', values: [TX_HEADINGS, ...transactions] },
    ],
    { policy: policyFrom([], AS_OF).policy },
  );
}

export interface Outcome {
  readonly reading: Reading;
  readonly review: Review;
  /** The credit on an account, undefined when there is none. */
  credit(account: string): Credit | undefined;
}

export function reviewCases(cases: readonly Case[], convention: Convention = 'signed'): Outcome {
  const reading = read(cases, convention);
  const done = review(reading.ledger, policyFrom([], AS_OF).policy);
  return { reading, review: done, credit: (account) => done.credits.find((credit) => credit.key === account) };
}

/** "C01 true-overpayment 480.00 payer Aetna", sorted: how tests name findings. */
export const told = (credit: Credit | undefined): string[] =>
  (credit?.findings ?? [])
    .map((f) => `${f.cause} ${f.class} ${(f.cents / 100).toFixed(2)} ${f.owedTo.kind}${f.owedTo.kind === 'payer' ? ` ${f.owedTo.name}` : ''}`)
    .sort();

/** Refunds a biller would be told to pay: true overpayments at high or medium confidence. */
export const refunds = (credit: Credit | undefined): string[] =>
  (credit?.findings ?? [])
    .filter((f) => f.class === 'true-overpayment' && f.confidence !== 'low')
    .map((f) => `${(f.cents / 100).toFixed(2)} ${f.owedTo.kind}`)
    .sort();
