/**
 * *Refund file*: the refunds that are Ready on Refunds, as accounts payable imports them, a line a check (design.md 7). Signed by other people than
 * those who issue; what has a check number is off it, so that nothing is paid twice; what is over the cap of a run waits for the next. No patient
 * name and no reason: a check needs neither.
 */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { sum, toDollars } from '../core/money';
import type { Policy } from '../core/policy/policy';
import { refundRun } from '../core/policy/refundRun';
import { dollarsOf } from './creditRows';
import type { OutValue } from './edit';
import type { TableChange } from './merge';
import { REFUND_FILE_SHEET } from './own';
import type { OwnSheetSpec } from './own';
import { REFUND_FILE_COLUMNS } from './refundFileColumns';
import type { RefundFileKey } from './refundFileColumns';
import type { CheckedLine } from './refundLines';
import { READY, refundStates } from './refundStates';
import { rewritten } from './rewrite';
import type { StandingTable } from './standing';

/** The sheet under accounts payable's own headings. A heading that would stand there twice is not used. */
export function refundFileSheet(policy: Policy): OwnSheetSpec {
  const { headings } = refundRun(policy);
  const taken = new Set(REFUND_FILE_COLUMNS.map((column) => column.heading.toLowerCase()));
  const columns = REFUND_FILE_COLUMNS.map((column) => {
    const wanted = headings.get(column.key) ?? column.heading;
    if (taken.has(wanted.toLowerCase())) return column;
    taken.add(wanted.toLowerCase());
    return { ...column, heading: wanted };
  });
  return { ...REFUND_FILE_SHEET, columns, headings: columns.map((column) => column.heading) };
}

/** null when nothing is ready and no sheet stands. */
export function refundFileEdit(review: Review, lines: readonly CheckedLine[], policy: Policy, standing: StandingTable | null): TableChange | null {
  const states = refundStates(lines, policy);
  const ready = lines.filter((_, at) => states[at] === READY);
  if (!standing && ready.length === 0) return null;
  const waits = lines.filter((_, at) => states[at]?.startsWith(`${READY},`));
  const rows = ready.flatMap((line) => rowOf(line, policy));
  const change = rewritten(refundFileSheet(policy), prefaceOf(review, ready, waits), rows, standing);
  return change.edit.kind === 'createTable' ? change : { ...change, edit: { ...change.edit, renames: true } };
}

function rowOf({ refund, payee }: CheckedLine, policy: Policy): Partial<Record<RefundFileKey, OutValue>>[] {
  if (!refund || !payee) return [];
  return [
    {
      id: refund.id,
      vendor: payee.vendor,
      payee: payee.name,
      attn: payee.attn,
      line1: payee.line1,
      line2: payee.line2,
      city: payee.city,
      state: payee.state,
      zip: payee.zip,
      amount: dollarsOf(refund.cents),
      invoiceDate: refund.approvedOn,
      account: refund.account,
      facility: refund.facility,
      gl: refundRun(policy).glAccount,
      memo: `Refund, account ${refund.account}`,
      approvedBy: refund.approvedBy,
    },
  ];
}

function prefaceOf(review: Review, ready: readonly CheckedLine[], waits: readonly CheckedLine[]): OutValue[][] {
  const total = (lines: readonly CheckedLine[]): string => toDollars(sum(lines.flatMap(({ refund }) => refund?.cents ?? [])));
  return [
    ['Credit balance review: Refund file'],
    ['As of', toIso(review.asOf) ?? '', `${ready.length} refunds`, total(ready)],
    ['Waiting for the next run (cap)', `${waits.length} refunds`, total(waits)],
    ['Control: ready to issue on Refunds', total(ready), 'When a check is out, type its number on Refunds.'],
  ];
}
