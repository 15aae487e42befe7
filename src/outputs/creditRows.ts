/**
 * The rows of *Credits*: one for each finding (account × payee × finding), and one for what no finding explains, so that the amounts of all
 * rows add up to the control totals (design.md 4 law 5: needs review includes the unexplained part).
 */
import { openPartId } from '../core/credit';
import type { Credit, Review, SettledFinding } from '../core/credit';
import { NO_DAY } from '../core/day';
import type { Day } from '../core/day';
import { toDecimalText } from '../core/money';
import type { Cents } from '../core/money';
import { postingText } from '../core/postings';
import type { Posting } from '../core/postings';
import type { CreditsKey } from './creditsColumns';
import type { Row } from './merge';
import type { Follow } from './proof';
import type { OutValue } from './edit';
import { CLASS_WORDS, checksWords, owedToWords, RESOLUTION_WORDS } from './words';

export type CreditRow = Row<CreditsKey>;

export interface CreditsContext {
  /** Names behind RowRef.sheet. */
  readonly sheetNames: readonly string[];
  /** A posting that a finding claims; null when it is not known. Left out: rows do not name their transactions. */
  posting?(tx: number): Posting | null;
  /** What was posted on accounts that are followed; left out: refunds are not looked for. */
  followed?: Follow;
  /** Title of a cause, '' when not known. */
  causeTitle(id: string): string;
  /** Formula that links to the account's row, or null. */
  link(credit: Credit, finding: SettledFinding | null): string | null;
}

/** Cents as the number a money cell holds: exact to the cent, the nearest double. */
export const dollarsOf = (amount: Cents): number => Number(toDecimalText(amount));
const dayCell = (value: Day): OutValue => (value === 0 ? null : value);

export function creditRows(review: Review, context: CreditsContext): CreditRow[] {
  return review.credits.flatMap((credit) => {
    const rows = credit.findings.map((finding) => findingRow(credit, finding, review.asOf, context));
    if (credit.findings.length === 0 || credit.unexplained !== 0) rows.push(openRow(credit, review.asOf, context));
    return rows;
  });
}

function shared(credit: Credit, asOf: Day): Omit<CreditRow, keyof typeof BLANK_FINDING> {
  return {
    account: credit.key,
    patient: credit.patient,
    checks: checksWords(credit.checks),
    status: 'New',
    decision: null,
    decisionAmount: null,
    assignedTo: null,
    identifiedOn: null,
    investigationFrom: null,
    investigationTo: null,
    checksCleared: null,
    note: null,
    change: 'new',
    was: null,
    setAside: null,
    clearedAt: null,
    refundSeen: null,
    flaggedOn: asOf,
    asOf,
    clearedOn: null,
    since: dayCell(credit.since),
    age: credit.since === 0 ? null : asOf - credit.since,
    facility: credit.facility,
    balance: dollarsOf(credit.balance),
    credit: dollarsOf(credit.credit),
    shortfall: dollarsOf(credit.shortfall),
    hidden: credit.hidden ? 'Y' : 'N',
    accountClass: CLASS_WORDS[credit.class],
  };
}

const BLANK_FINDING = {
  amount: 0,
  class: CLASS_WORDS['needs-review'],
  cause: null,
  because: null,
  owedTo: null,
  resolution: RESOLUTION_WORDS.ESCALATE,
  confidence: 'low',
  due: null,
  dueBasis: null,
  unclaimedOn: null,
  source: null,
  causeId: null,
  owedToKind: null,
  party: null,
  evidence: null,
  level: 'account',
  missing: null,
  rivals: null,
  rows: null,
  transactions: null,
  id: '',
} as const satisfies Partial<Record<CreditsKey, OutValue>>;

function findingRow(credit: Credit, finding: SettledFinding, asOf: Day, context: CreditsContext): CreditRow {
  const title = context.causeTitle(finding.cause);
  const variant = finding.variant ?? '';
  return {
    ...shared(credit, asOf),
    amount: dollarsOf(finding.cents),
    class: CLASS_WORDS[finding.class],
    cause: title === '' ? `${finding.cause}${variant}` : title,
    because: finding.because,
    owedTo: owedToWords(finding),
    resolution: RESOLUTION_WORDS[finding.resolution],
    confidence: finding.confidence,
    due: dayCell(finding.due),
    dueBasis: finding.dueBasis,
    unclaimedOn: dayCell(finding.dormantOn ?? NO_DAY),
    source: context.link(credit, finding),
    causeId: `${finding.cause}${variant}`,
    owedToKind: finding.owedTo.kind,
    party: credit.parties.find((position) => position.party === finding.party)?.name ?? '',
    evidence: finding.evidence,
    level: finding.level,
    missing: finding.missing,
    rivals: finding.rivals.map((rival) => `${rival.cause} ${CLASS_WORDS[rival.class]} ${toDecimalText(rival.cents)}: ${rival.decidedBy}`).join('; '),
    rows: finding.rows.map((ref) => `${context.sheetNames[ref.sheet] ?? '?'}!${ref.row}`).join(', '),
    transactions: transactionsText(finding, context),
    id: finding.id,
  };
}

/** The claimed postings in an order that does not depend on the rows; by them a finding is known again on a later export. */
const transactionsText = (finding: SettledFinding, context: CreditsContext): string =>
  finding.claims
    .flatMap((tx) => context.posting?.(tx) ?? [])
    .map(postingText)
    .toSorted()
    .join('; ');

/** What no finding explains; the whole credit when there is none. */
function openRow(credit: Credit, asOf: Day, context: CreditsContext): CreditRow {
  const reason = credit.reviewReason === '' ? 'No cause explains this part yet.' : credit.reviewReason;
  return {
    ...shared(credit, asOf),
    ...BLANK_FINDING,
    amount: dollarsOf(credit.unexplained),
    because: reason,
    source: context.link(credit, null),
    id: openPartId(credit),
  };
}

/** By risk: the nearest deadline first (none last), then the most money, then the id so that the order is always the same. */
export function byRisk(a: CreditRow, b: CreditRow): number {
  const due = (row: CreditRow): number => (typeof row.due === 'number' ? row.due : Number.MAX_SAFE_INTEGER);
  return due(a) - due(b) || Number(b.amount) - Number(a.amount) || (String(a.id) < String(b.id) ? -1 : 1);
}
