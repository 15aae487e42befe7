/**
 * *Refunds*: one row for each released refund to one payee (design.md 6 and 7, domain.md 5.6). Blocks that are still open are listed and hold the
 * row back. Preparer, approver and issuer are different people; the level goes by what the payee gets in the window, so that splitting does not
 * help.
 *
 * Example: Aetna, 900.00 on one account and 400.00 on another: each needs the level for 1,300.00.
 */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { cents, sum, toDollars } from '../core/money';
import { approvalNeeded } from '../core/policy/approval';
import type { Policy } from '../core/policy/policy';
import { dollarsOf } from './creditRows';
import type { ColumnSpec, OutValue } from './edit';
import type { TableChange } from './merge';
import { REFUNDS_SHEET } from './own';
import { earlierRefunds } from './refundLines';
import type { CheckedLine } from './refundLines';
import { isChanged, READY, refundStates } from './refundStates';
import { REFUNDS_COLUMNS } from './refundsColumns';
import type { RefundsKey } from './refundsColumns';
import { created, inColumns } from './rewrite';
import { sameValue, typedInRow } from './standing';
import type { StandingTable } from './standing';

type Row = Readonly<Partial<Record<RefundsKey, OutValue>>>;

/** null when nothing is released and no sheet stands. */
export function refundsEdit(review: Review, lines: readonly CheckedLine[], policy: Policy, standing: StandingTable | null): TableChange | null {
  if (!standing && lines.length === 0) return null;
  const states = refundStates(lines, policy);
  const rows = lines.map((line, at) => rowOf(line, states[at] ?? '', lines, policy));
  const preface = prefaceOf(review, lines, states);
  if (!standing) return created(REFUNDS_SHEET, preface, rows);
  const { role, table } = REFUNDS_SHEET;
  const old = standing.rows.length;
  const cells = rows.slice(0, old).flatMap((row, at) => changedCells(row, at, lines[at]?.read));
  const append = rows.slice(old).map((row) => inColumns(REFUNDS_COLUMNS, row));
  const kept = standing.rows.filter((row) => typedInRow(REFUNDS_COLUMNS, standing, row) > 0).length;
  return {
    edit: { kind: 'updateTable', role, table, cells, append, columns: REFUNDS_COLUMNS, preface },
    kept,
    appended: append.length,
    changes: append.length > 0 ? { new: append.length } : {},
  };
}

const SPECS: readonly (ColumnSpec & { readonly key: RefundsKey })[] = REFUNDS_COLUMNS;
const OWN = SPECS.filter((column) => column.person !== true).map((column) => column.key);

function changedCells(row: Row, at: number, read: CheckedLine['read'] = () => null): { row: number; column: string; value: OutValue }[] {
  return OWN.flatMap((column) => {
    const value = row[column];
    return value === undefined || sameValue(value, read(column)) ? [] : [{ row: at, column, value }];
  });
}

function rowOf(line: CheckedLine, state: string, lines: readonly CheckedLine[], policy: Policy): Row {
  const { released, refund } = line;
  if (!released || !refund) return state === '' ? {} : { state };
  const { credit, finding } = released;
  const run = lines.flatMap((each) => each.refund ?? []);
  const needed = approvalNeeded(policy, refund, [...run, ...earlierRefunds(lines)]);
  return {
    account: credit.key,
    patient: credit.patient,
    payee: refund.payee,
    payeeKind: refund.payeeKind === 'payer' ? 'Payer' : 'Patient',
    // Nobody but the approver changes what was approved.
    ...(isChanged(line) ? {} : { amount: dollarsOf(refund.cents) }),
    reason: finding.because,
    state,
    blocks: blocksOf(line).join('; '),
    level: `${needed.levels.join(' and ')}${levelsUnknown(line) ? ' (not checked: Credit policy names no approver)' : ''}`,
    cumulative: dollarsOf(needed.cents),
    facility: credit.facility,
    causeId: `${finding.cause}${finding.variant ?? ''}`,
    confidence: finding.confidence,
    federal: refund.federal ? 'Y' : 'N',
    id: finding.id,
  };
}

const levelsUnknown = ({ checks }: CheckedLine): boolean => checks.some(({ id, result }) => id === 'V20' && result === 'notTestable');

/** Everything that stands in the way but signing, each with what to do; a missing address too, since it can be typed meanwhile. */
function blocksOf({ released, checks }: CheckedLine): string[] {
  const ofPayment = checks.filter(({ id, result, severity }) => id !== 'V20' && result === 'fail' && severity === 'block');
  return [...(released?.blocks ?? []), ...ofPayment.map(({ id, message, clears }) => `${id}: ${message} ${clears}`)];
}

function prefaceOf(review: Review, lines: readonly CheckedLine[], states: readonly string[]): OutValue[][] {
  const ready = lines.flatMap(({ refund }, at) => (refund && states[at] === READY ? [refund.cents] : []));
  const all = sum(lines.map(({ refund }) => refund?.cents ?? cents(0)));
  return [
    ['Credit balance review: Refunds'],
    ['As of', toIso(review.asOf) ?? '', `${lines.filter(({ refund }) => refund).length} released`],
    ['Released in all', toDollars(all), 'Ready to issue', toDollars(sum(ready))],
    ['Control: true overpayment of the review', toDollars(review.totals.trueOverpayment), 'Released is never more.'],
  ];
}
