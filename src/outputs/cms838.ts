/**
 * *CMS-838*: the Medicare credit balance report, on demand (domain.md 4.4): a line for each overpayment that Medicare is owed. What no sheet knows
 * (cost report, method, value code …) is left for the person under a marked heading, as is the certification above the table. A proper payment above
 * charges, as a DRG price can be, is never on it; what was sent or closed on Credits was repaid another way.
 *
 * Example: Medicare paid 400.00 twice, on October 1 and November 5: column 7 says November 5, column 9 400.00, column 13 "1".
 */
import type { PaymentContext } from '../core/checks/payment';
import type { CauseId, Credit, Review, SettledFinding } from '../core/credit';
import { toIso } from '../core/day';
import type { LetterFacts } from '../core/letterFacts';
import { centsOfNumber, subtract, sum, toDollars, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import { CMS838_COLUMNS } from './cms838Columns';
import type { Cms838Key } from './cms838Columns';
import { dollarsOf } from './creditRows';
import type { OutValue } from './edit';
import { disputeContexts } from './lettersDispute';
import { oneLine } from './lettersWords';
import { tableChange } from './merge';
import type { Read, Row, TableChange, Wanted } from './merge';
import { CMS838_SHEET } from './own';
import { text } from './refundLines';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

export interface MedicareCredit {
  readonly credit: Credit;
  readonly finding: SettledFinding;
}
export interface MedicareCreditWithFacts extends MedicareCredit {
  readonly facts: LetterFacts | null;
}

/** Overpayments owed to payers at high or medium confidence that are not yet sent or closed; which of them are Medicare's the facts say. */
export function overpaymentsOf(review: Review, credits: StandingTable | null): MedicareCredit[] {
  const done = new Set(
    (credits?.rows ?? [])
      .filter((row) => /^(sent|closed)$/i.test(text(cellOf(credits as StandingTable, row, 'status'))))
      .map((row) => text(cellOf(credits as StandingTable, row, 'id'))),
  );
  const counts = ({ class: kind, owedTo, confidence, id }: SettledFinding): boolean =>
    kind === 'true-overpayment' && owedTo.kind === 'payer' && confidence !== 'low' && !done.has(id);
  return review.credits.flatMap((credit) => credit.findings.filter(counts).map((finding) => ({ credit, finding })));
}

/** What the analyst is asked; nothing is paid. */
export const overpaymentContexts = (found: readonly MedicareCredit[]): { readonly account: number; readonly payment: PaymentContext }[] =>
  disputeContexts(found);

const DUPLICATE: readonly CauseId[] = ['C01', 'C02', 'C20'];
const OTHER_PRIMARY: readonly CauseId[] = ['C03', 'C04', 'C16', 'C17'];

/** Medicare itself, not its Advantage plans; and no payment that is only above charges by its DRG. */
export function isReported({ finding, facts }: MedicareCreditWithFacts): boolean {
  if (facts?.payerClass !== 'medicare') return false;
  const proper = facts.drg !== '' && facts.paid > facts.charges && ![...DUPLICATE, ...OTHER_PRIMARY].includes(finding.cause);
  return !proper;
}

/** null when there is no such overpayment and no sheet stands. */
export function cms838Edit(review: Review, found: readonly MedicareCreditWithFacts[], standing: StandingTable | null): TableChange | null {
  const reported = found.filter(isReported);
  if (!standing && reported.length === 0) return null;
  const rows = reported.map(rowOf);
  const { role, sheetName, table } = CMS838_SHEET;
  const preface = prefaceOf(review, reported);
  return tableChange<Cms838Key>(
    { sheet: { role, sheetName, table }, columns: CMS838_COLUMNS, preface, rows, meet: (table) => meet(rows, table), update },
    standing,
  );
}

function rowOf({ credit, finding, facts }: MedicareCreditWithFacts): Row<Cms838Key> {
  const reason = reasonOf(finding.cause);
  return {
    name: lastAndInitial(credit.patient),
    mbi: facts?.memberId || null,
    icn: facts?.icn || null,
    typeOfBill: facts?.typeOfBill || null,
    admitted: facts?.serviceFrom || null,
    discharged: facts?.serviceTo || null,
    paidOn: facts?.paymentDay || null,
    costReport: null,
    amount: dollarsOf(finding.cents),
    repaid: null,
    method: null,
    outstanding: dollarsOf(finding.cents),
    reason,
    valueCode: null,
    explanation: reason === '2' ? otherInsurer(credit, finding) : reason === '3' ? oneLine(finding.because) : null,
    id: finding.id,
  };
}

const reasonOf = (cause: CauseId): string => (DUPLICATE.includes(cause) ? '1' : OTHER_PRIMARY.includes(cause) ? '2' : '3');

/** The other payer that paid, where there is one alone; its address is the person's. */
function otherInsurer({ parties }: Credit, { party }: SettledFinding): string | null {
  const others = parties.filter((each) => each.party > 1 && each.party !== party && each.paid > 0);
  return others.length === 1 ? (others[0]?.name ?? null) : null;
}

/** "Doe, Ann" and "Ann Doe" are "Doe, A". */
export function lastAndInitial(patient: string): string {
  const name = oneLine(patient);
  const comma = name.indexOf(',');
  const words = name.split(' ');
  const [last, first] = comma >= 0 ? [name.slice(0, comma), name.slice(comma + 1).trim()] : [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : ''];
  return first === '' ? last : `${last}, ${first.charAt(0)}`;
}

function meet(rows: readonly Row<Cms838Key>[], standing: StandingTable) {
  const at = new Map<string, number>();
  for (const [index, row] of standing.rows.entries()) if (!at.has(text(cellOf(standing, row, 'id')))) at.set(text(cellOf(standing, row, 'id')), index);
  const matches = new Map(rows.flatMap((row) => (at.has(String(row.id)) ? [[at.get(String(row.id)) as number, row] as const] : [])));
  return { matches, append: rows.filter((row) => !at.has(String(row.id))), gone: () => ({}) };
}

/** Columns 9 and 12 alone: all others are a person's once they stand. */
function update(read: Read<Cms838Key>, fresh: Row<Cms838Key>): Wanted<Cms838Key> {
  const amount = centsIn(fresh.amount);
  return { amount: fresh.amount, outstanding: dollarsOf(subtract(amount, centsIn(read('repaid')))) };
}
const centsIn = (value: OutValue): Cents => (typeof value === 'number' ? (centsOfNumber(value) ?? ZERO) : ZERO);

/** One cell a line, so that what a person types beside it stays. */
function prefaceOf(review: Review, reported: readonly MedicareCreditWithFacts[]): OutValue[][] {
  const total = toDollars(sum(reported.map(({ finding }) => finding.cents)));
  return [
    ['CMS-838 Medicare credit balance report'],
    [`As of ${toIso(review.asOf) ?? ''}: ${reported.length} lines, ${total} of ${toDollars(review.totals.trueOverpayment)} true overpayment in all.`],
    ['Fill the yellow columns and the lines below. One report a provider number; Part A and Part B apart; no line twice.'],
    ['Provider name:'],
    ['Provider number (6 digits):'],
    ['Quarter ending:'],
    ['Medicare part (A or B):'],
    ['Contact person:'],
    ['Telephone:'],
    ['Certification: low utilization, detail attached, or none:'],
    ['Signature of officer or administrator:'],
    ['Printed name and title:'],
    ['Date:'],
  ];
}
