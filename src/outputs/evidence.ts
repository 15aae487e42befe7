/**
 * *Evidence*: what stands behind each released refund, a page a refund (design.md 7): who gets what and why, the calculation, the account's
 * transactions in time order, the checks with who cleared them, and the signatures.
 */
import type { CheckResult, Review } from '../core/credit';
import { toIso } from '../core/day';
import { CHECK_IDS } from '../core/credit';
import { subtract, sum, toDollars } from '../core/money';
import { approvalNeeded } from '../core/policy/approval';
import type { Policy } from '../core/policy/policy';
import { dollarsOf } from './creditRows';
import type { OutValue } from './edit';
import type { EvidenceKey } from './evidenceColumns';
import type { TableChange } from './merge';
import { EVIDENCE_SHEET } from './own';
import { earlierRefunds, text } from './refundLines';
import type { CheckedLine } from './refundLines';
import { refundStates } from './refundStates';
import { rewritten } from './rewrite';
import type { StandingTable } from './standing';

type Row = Partial<Record<EvidenceKey, OutValue>>;

export interface EvidenceContext {
  readonly policy: Policy;
  /** Names behind RowRef.sheet. */
  readonly sheetNames: readonly string[];
}

/** null when nothing is released and no sheet stands. */
export function evidenceEdit(review: Review, lines: readonly CheckedLine[], context: EvidenceContext, standing: StandingTable | null): TableChange | null {
  const states = refundStates(lines, context.policy);
  const refunds = lines.flatMap((line, at) => (line.refund ? [{ line, state: states[at] ?? '' }] : []));
  if (!standing && refunds.length === 0) return null;
  const pages = refunds.map(({ line, state }, at) => pageOf(line, state, `${at + 1} of ${refunds.length}`, lines, context));
  const rows = pages.flat();
  const change = rewritten(EVIDENCE_SHEET, prefaceOf(review, lines), rows, standing);
  const firsts = pages.map((_, at) => sumOf(pages.slice(0, at).map((page) => page.length)));
  const print = { orientation: 'Portrait', pages: firsts } as const;
  return { ...change, edit: { ...change.edit, print } };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function pageOf(line: CheckedLine, state: string, place: string, lines: readonly CheckedLine[], context: EvidenceContext): Row[] {
  const { released, refund, payee } = line;
  if (!released || !refund) return [];
  const { credit, finding } = released;
  const place2 = [payee?.attn, payee?.line1, payee?.line2, payee?.city, payee?.state, payee?.zip]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  return [
    { part: `Refund ${place}`, what: `${toDollars(refund.cents)} to ${payee?.name ?? refund.payee}, account ${credit.key}`, amount: dollarsOf(refund.cents) },
    { part: 'Patient', what: [credit.patient, credit.facility].filter((part) => part !== '').join(', ') },
    { part: 'Pay to', what: place2 === '' ? 'No address on Payees yet' : place2 },
    { part: 'Why', what: finding.because },
    { part: '', what: `Cause ${finding.cause}${finding.variant ?? ''}, proved by ${finding.evidence}, confidence ${finding.confidence}` },
    ...calculation(line),
    ...transactions(line, context),
    ...checksOf(line),
    ...signatures(line, lines, context.policy),
    { part: 'State', what: state },
  ];
}

/** Paid less owed, where what is owed is known. */
function calculation({ released, refund }: CheckedLine): Row[] {
  if (!released || !refund) return [];
  const { credit, finding } = released;
  const party = credit.parties.find((position) => position.party === finding.party);
  const known = party && party.liability !== null ? { paid: party.paid, liability: party.liability } : null;
  const owed = known
    ? [
        { part: 'Calculation', what: `${party?.name ?? ''} paid`, amount: dollarsOf(known.paid) },
        { what: `owes (${party?.source ?? ''})`, amount: dollarsOf(known.liability) },
        { what: 'paid too much', amount: dollarsOf(subtract(known.paid, known.liability)) },
      ]
    : [{ part: 'Calculation', what: 'What the payer or patient owes is not known; the refund stands on the transactions below.' }];
  const less = refund.cents === finding.cents ? [] : [{ what: 'found', amount: dollarsOf(finding.cents) }];
  return [...owed, ...less, { what: 'this refund', amount: dollarsOf(refund.cents) }];
}

function transactions({ released, story }: CheckedLine, { sheetNames }: EvidenceContext): Row[] {
  const claimed = new Set(released?.finding.claims ?? []);
  return story.map((entry, at) => ({
    part: at === 0 ? 'Transactions' : '',
    what: claimed.has(entry.tx) ? `${entry.label} (refunded here)` : entry.label,
    date: entry.day === 0 ? null : entry.day,
    amount: dollarsOf(entry.effect),
    balance: dollarsOf(entry.balance),
    source: `${sheetNames[entry.row.sheet] ?? ''} ${entry.row.row}`.trim(),
  }));
}

function checksOf({ released, checks }: CheckedLine): Row[] {
  const open = [...(released?.credit.checks ?? []), ...checks];
  const passed = CHECK_IDS.length - new Set(open.map((check) => check.id)).size;
  const words = released?.cleared ?? '';
  const cleared = (check: CheckResult): string => (words.toUpperCase().includes(check.id) ? ` Cleared: ${words}` : '');
  const what = (check: CheckResult): string => `${check.id} ${check.result === 'fail' ? `${check.severity}s: ` : ''}${check.message}${cleared(check)}`;
  return [{ part: 'Checks', what: `${passed} of ${CHECK_IDS.length} passed` }, ...open.map((check) => ({ what: what(check) }))];
}

function signatures({ refund, read }: CheckedLine, lines: readonly CheckedLine[], policy: Policy): Row[] {
  if (!refund) return [];
  const needed = approvalNeeded(policy, refund, [...lines.flatMap((line) => line.refund ?? []), ...earlierRefunds(lines)]);
  const clearedOn = read('clearedOn');
  const checkNo = text(read('checkNo'));
  return [
    { part: 'Approvals', what: `Needs ${needed.levels.join(' and ')}: ${toDollars(needed.cents)} to this payee within ${needed.windowDays} days` },
    { what: `Prepared by ${refund.preparedBy || BLANK}` },
    { what: `Approved by ${refund.approvedBy || BLANK}`, date: refund.approvedOn === 0 ? null : refund.approvedOn },
    { what: `Issued by ${refund.issuedBy || BLANK}` },
    { what: `Check no ${checkNo || BLANK}, cleared ${typeof clearedOn === 'number' ? '' : BLANK}`, date: typeof clearedOn === 'number' ? clearedOn : null },
  ];
}
/** A line to sign on paper. */
const BLANK = '______________________';

function prefaceOf(review: Review, lines: readonly CheckedLine[]): OutValue[][] {
  const refunds = lines.flatMap(({ refund }) => refund ?? []);
  return [
    ['Credit balance review: Evidence'],
    ['As of', `${toIso(review.asOf) ?? ''}, ${refunds.length} refunds`],
    ['In all', toDollars(sum(refunds.map((refund) => refund.cents)))],
    ['Print', 'Each refund starts on a page of its own.'],
  ];
}
