/** The sheets of released refunds, in the order they lean on one another: Refunds, Payees, Refund file, Evidence. */
import { afterwards } from '../outputs/afterwards';
import { evidenceEdit } from '../outputs/evidence';
import { EVIDENCE_SHEET, PAYEES_SHEET, REFUNDS_SHEET } from '../outputs/own';
import { disputedPayees, disputesOf } from '../outputs/lettersDispute';
import { payeesEdit, payeesOf } from '../outputs/payees';
import type { Payee } from '../outputs/payees';
import { refundFileEdit, refundFileSheet } from '../outputs/refundFile';
import { checkedLines, paymentContexts, refundLines, text } from '../outputs/refundLines';
import type { CheckedLine, Line } from '../outputs/refundLines';
import { refundsEdit } from '../outputs/refunds';
import { cellOf } from '../outputs/standing';
import type { StandingTable } from '../outputs/standing';
import { letterWorks } from './letterSheets';
import type { OwnSheetWork, PublishContext } from './ownSheets';

export function refundWorks(publish: PublishContext): OwnSheetWork[] {
  const { review, policy, scan } = publish;
  let lines: readonly CheckedLine[] = [];
  const listed = (): CheckedLine[] => onRefunds(lines, publish.after('refunds'));
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
          disputedPayees(disputesOf(review, publish.after('credits'))),
        ),
    },
    { spec: refundFileSheet(policy), change: (standing) => refundFileEdit(review, listed(), policy, standing) },
    ...letterWorks(publish, listed),
    { spec: EVIDENCE_SHEET, change: (standing) => evidenceEdit(review, listed(), { policy, sheetNames: scan.reading.sheetNames }, standing) },
  ];
}

/** Lines that stand on Refunds once this run is written: under a scope not all that are released (scopedSheets.ts). */
function onRefunds(lines: readonly CheckedLine[], refunds: StandingTable | null): CheckedLine[] {
  const ids = new Set(refunds?.rows.map((row) => text(cellOf(refunds, row, 'id'))));
  return lines.filter((line) => ids.has(line.id));
}

/** With the rows this run adds, so that the next run says the same of a refund. */
function payeesLeft(publish: PublishContext, lines: readonly Line[]): Payee[] {
  const before = publish.standing('payees');
  const change = payeesEdit(
    publish.review,
    lines.flatMap(({ refund }) => refund ?? []),
    before,
  );
  return payeesOf(afterwards(PAYEES_SHEET.columns, change?.edit ?? null, before));
}

/** By Credits as this run leaves it, so that a decision made in this run counts. */
async function linesOf(publish: PublishContext, refunds: StandingTable | null): Promise<CheckedLine[]> {
  const { review, policy } = publish;
  const lines = refundLines(review, publish.after('credits'), policy, refunds);
  const payees = payeesLeft(publish, lines);
  const asked = paymentContexts(lines, payees);
  return checkedLines(lines, payees, asked.length === 0 ? [] : await publish.payments(asked));
}
