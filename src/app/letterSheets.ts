/** Payer letters and Patient letters: for refunds that may go out, and for requests of a payer that a person disputes. */
import { patientLettersEdit, payerLettersEdit } from '../outputs/letters';
import { disputeContexts, disputesOf } from '../outputs/lettersDispute';
import type { DisputeWithFacts } from '../outputs/lettersDispute';
import type { TableChange } from '../outputs/merge';
import { PATIENT_LETTERS_SHEET, PAYER_LETTERS_SHEET } from '../outputs/own';
import { payeesOf } from '../outputs/payees';
import type { CheckedLine } from '../outputs/refundLines';
import type { StandingTable } from '../outputs/standing';
import type { OwnSheetWork, PublishContext } from './ownSheets';

/** `lines` is asked when Refunds is planned. */
export function letterWorks(publish: PublishContext, lines: () => readonly CheckedLine[]): OwnSheetWork[] {
  const { review, policy, letters } = publish;
  const payer = async (standing: StandingTable | null): Promise<TableChange | null> =>
    payerLettersEdit(review, lines(), await disputed(publish), payeesOf(publish.standing('payees')), policy, standing);
  return [
    { spec: PAYER_LETTERS_SHEET, change: async (standing) => (letters || standing ? await payer(standing) : null) },
    { spec: PATIENT_LETTERS_SHEET, change: (standing) => (letters || standing ? patientLettersEdit(review, lines(), policy, standing) : null) },
  ];
}

async function disputed(publish: PublishContext): Promise<DisputeWithFacts[]> {
  const disputes = disputesOf(publish.review, publish.after('credits'));
  const answers = disputes.length === 0 ? [] : await publish.payments(disputeContexts(disputes));
  return disputes.map((dispute, at) => ({ ...dispute, facts: answers[at]?.facts ?? null }));
}
