/**
 * *Payer letters* and *Patient letters*: a flat row a letter, headings in the first row as Word mail merge wants them, every value text that is ready
 * to print. A refund has its letter from the day it is ready to issue until its check has cleared.
 */
import type { Review } from '../core/credit';
import { letterWords } from '../core/policy/letterWords';
import type { Policy } from '../core/policy/policy';
import { disputeLetter } from './lettersDispute';
import type { DisputeWithFacts } from './lettersDispute';
import { patientLetter, payerLetter } from './lettersRefunds';
import type { LetterContext } from './lettersRefunds';
import type { TableChange } from './merge';
import { PATIENT_LETTERS_SHEET, PAYER_LETTERS_SHEET } from './own';
import type { Payee } from './payees';
import type { CheckedLine } from './refundLines';
import { READY, refundStates } from './refundStates';
import { rewritten } from './rewrite';
import type { KeyedRow, SheetToWrite } from './rewrite';
import type { StandingTable } from './standing';

/** Null when there is no letter to write and no sheet stands. */
export function payerLettersEdit(
  review: Review,
  lines: readonly CheckedLine[],
  disputes: readonly DisputeWithFacts[],
  payees: readonly Payee[],
  policy: Policy,
  standing: StandingTable | null,
): TableChange | null {
  const context = contextOf(review, policy);
  const refunds = going(lines, policy, 'payer').flatMap((line) => payerLetter(line, context) ?? []);
  const disputed = disputes.flatMap((dispute) => disputeLetter(dispute, payees, policy, context) ?? []);
  const change = lettersChange(PAYER_LETTERS_SHEET, [...refunds, ...disputed], standing);
  const groundless = disputes.length - disputed.length;
  return change && groundless > 0 ? { ...change, changes: { ...change.changes, 'disputes without a ground in the sheets: no letter': groundless } } : change;
}

export function patientLettersEdit(review: Review, lines: readonly CheckedLine[], policy: Policy, standing: StandingTable | null): TableChange | null {
  const context = contextOf(review, policy);
  return lettersChange(
    PATIENT_LETTERS_SHEET,
    going(lines, policy, 'patient').flatMap((line) => patientLetter(line, context) ?? []),
    standing,
  );
}

const contextOf = (review: Review, policy: Policy): LetterContext => ({ asOf: review.asOf, words: letterWords(policy) });

/** Ready to issue, or issued and not yet cleared. */
function going(lines: readonly CheckedLine[], policy: Policy, kind: 'payer' | 'patient'): CheckedLine[] {
  const states = refundStates(lines, policy);
  return lines.filter(({ refund }, at) => refund?.payeeKind === kind && (states[at] === READY || states[at] === 'Check issued'));
}

function lettersChange(sheet: SheetToWrite, letters: readonly KeyedRow[], standing: StandingTable | null): TableChange | null {
  if (!standing && letters.length === 0) return null;
  return rewritten(sheet, [], letters, standing);
}
