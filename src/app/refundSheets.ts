/** The sheets of released refunds, in the order they lean on one another: Refunds, Payees, Refund file, Evidence. */
import { evidenceEdit } from '../outputs/evidence';
import { EVIDENCE_SHEET, PAYEES_SHEET, REFUNDS_SHEET } from '../outputs/own';
import { payeesEdit, payeesOf } from '../outputs/payees';
import { refundFileEdit, refundFileSheet } from '../outputs/refundFile';
import { checkedLines, paymentContexts, refundLines } from '../outputs/refundLines';
import type { CheckedLine } from '../outputs/refundLines';
import { refundsEdit } from '../outputs/refunds';
import type { StandingTable } from '../outputs/standing';
import { letterWorks } from './letterSheets';
import type { OwnSheetWork, PublishContext } from './ownSheets';

export function refundWorks(publish: PublishContext): OwnSheetWork[] {
  const { review, policy, scan } = publish;
  let lines: readonly CheckedLine[] = [];
  return [
    {
      spec: REFUNDS_SHEET,
      change: async (standing) => {
        lines = await linesOf(publish, standing);
        return refundsEdit(review, lines, policy, standing);
      },
    },
    {
      spec: PAYEES_SHEET,
      change: (standing) =>
        payeesEdit(
          review,
          lines.flatMap(({ refund }) => refund ?? []),
          standing,
        ),
    },
    { spec: refundFileSheet(policy), change: (standing) => refundFileEdit(review, lines, policy, standing) },
    ...letterWorks(publish, () => lines),
    { spec: EVIDENCE_SHEET, change: (standing) => evidenceEdit(review, lines, { policy, sheetNames: scan.reading.sheetNames }, standing) },
  ];
}

/** By Credits as this run leaves it, so that a decision made in this run counts. */
async function linesOf(publish: PublishContext, refunds: StandingTable | null): Promise<CheckedLine[]> {
  const { review, policy } = publish;
  const lines = refundLines(review, publish.after('credits'), policy, refunds);
  const payees = payeesOf(publish.standing('payees'));
  const asked = paymentContexts(lines, payees);
  return checkedLines(lines, payees, asked.length === 0 ? [] : await publish.payments(asked));
}
