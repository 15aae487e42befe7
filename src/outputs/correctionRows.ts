/**
 * The postings that a review asks the billing system for: reverse, transfer, post (domain.md 2.2, resolution vocabulary). One line a posting that
 * is to be undone or moved; one line for what is missing. The lines of a finding add up to it.
 *
 * Example: a write-off of 331.10 was over-posted by 120.00: one line, "Reverse the adjustment" 120.00, Posted amount -331.10.
 */
import type { Credit, Resolution, Review, SettledFinding } from '../core/credit';
import { toIso } from '../core/day';
import { cents, subtract, toDecimalText, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import type { Posting } from '../core/postings';
import type { CorrectionsKey } from './correctionsColumns';
import { dollarsOf } from './creditRows';
import type { Row } from './merge';
import type { Follow } from './proof';
import { owedToWords, RESOLUTION_WORDS } from './words';

export type CorrectionRow = Row<CorrectionsKey>;

export interface CorrectionsContext {
  /** A posting that a finding claims; null when it is not known. */
  posting(tx: number): Posting | null;
  /** What was posted on accounts that are followed. */
  readonly followed: Follow;
  /** Formula that links to a posting's row. */
  postingLink(posting: Posting): string | null;
  /** Formula that links to the account's row. */
  accountLink(account: number): string | null;
}

interface Places {
  readonly account: string;
  /** The part of the account the cents sit on. */
  readonly part: string;
  readonly payee: string;
  readonly type: string;
}
/** Where the cents are now, and where they go. */
type Move = (places: Places) => readonly [from: string, to: string];

const MOVES: Partial<Readonly<Record<Resolution, Move>>> = {
  REVERSE_ADJ: ({ part, type }) => [type || 'Not posted', `Balance of ${part}`],
  REVERSE_POSTING: ({ part }) => [`Paid by ${part}`, 'Taken off'],
  POST_MISSING_TXN: ({ part }) => ['Not posted', `Balance of ${part}`],
  TRANSFER_ACCOUNT: ({ account, payee }) => [`Account ${account}`, payee],
  TRANSFER_BUCKET: ({ part, payee }) => [part, payee],
  TRANSFER_GL: ({ account }) => [`Account ${account}`, 'General ledger'],
  POST_CHARGES: ({ account }) => ['Not posted', `Charges of account ${account}`],
};
const MISSING: ReadonlySet<Resolution> = new Set(['POST_MISSING_TXN', 'POST_CHARGES']);

export const isCorrection = (finding: Pick<SettledFinding, 'resolution'>): boolean => MOVES[finding.resolution] !== undefined;

/** In the order of the review; ids are the posting itself, so that a line is known again on every export. */
export const correctionRows = (review: Review, context: CorrectionsContext): CorrectionRow[] => correctionLines(review, context).map(({ row }) => row);

/** `aside`: the line's finding was set aside as *Not a credit*. */
export interface CorrectionLine {
  readonly row: CorrectionRow;
  readonly aside: boolean;
}

export function correctionLines(review: Review, context: CorrectionsContext): CorrectionLine[] {
  const counts = new Map<string, number>();
  return review.credits.flatMap((credit) =>
    credit.findings.filter(isCorrection).flatMap((finding) =>
      linesOf(finding, context).map((line) => {
        const row = rowOf(credit, finding, line, review.asOf, context);
        const nth = (counts.get(String(row.id)) ?? 0) + 1;
        counts.set(String(row.id), nth);
        return { row: { ...row, id: `${row.id}/${nth}` }, aside: finding.setAside === true };
      }),
    ),
  );
}

interface Line {
  readonly posting: Posting | null;
  readonly cents: Cents;
}

function linesOf(finding: SettledFinding, context: CorrectionsContext): Line[] {
  const postings = finding.claims.flatMap((tx) => context.posting(tx) ?? []).toSorted(latestFirst);
  if (MISSING.has(finding.resolution)) return [{ posting: postings.length === 1 ? (postings[0] ?? null) : null, cents: finding.cents }];
  const lines: Line[] = [];
  let left = finding.cents;
  for (const posting of postings) {
    const part = cents(Math.min(Math.abs(posting.effect), left));
    if (part > 0) lines.push({ posting, cents: part });
    left = subtract(left, part);
  }
  return left > ZERO ? [...lines, { posting: null, cents: left }] : lines;
}

/** What came last is what is too much. */
function latestFirst(a: Posting, b: Posting): number {
  const text = ({ type, reference }: Posting): string => `${type} ${reference}`;
  return b.day - a.day || a.effect - b.effect || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a.tx - b.tx);
}

function rowOf(credit: Credit, finding: SettledFinding, { posting, cents: amount }: Line, asOf: number, context: CorrectionsContext): CorrectionRow {
  const part = credit.parties.find((position) => position.party === finding.party)?.name || 'the account';
  const places = { account: credit.key, part, payee: otherPart(credit, finding) ?? owedToWords(finding), type: posting?.type ?? '' };
  const [from, to] = MOVES[finding.resolution]?.(places) ?? ['', ''];
  return {
    account: credit.key,
    patient: credit.patient,
    todo: finding.resolution === 'REVERSE_ADJ' && !posting ? 'Post a debit adjustment' : RESOLUTION_WORDS[finding.resolution],
    amount: dollarsOf(amount),
    from,
    to,
    date: posting && posting.day !== 0 ? posting.day : null,
    type: posting?.type ?? null,
    payer: posting?.party ?? null,
    posted: posting ? dollarsOf(posting.effect) : null,
    because: finding.because,
    source: posting ? context.postingLink(posting) : context.accountLink(credit.account),
    doneOn: null,
    doneBy: null,
    change: 'to do',
    reference: posting?.reference ?? null,
    confidence: finding.confidence,
    causeId: `${finding.cause}${finding.variant ?? ''}`,
    flaggedOn: asOf,
    asOf,
    facility: credit.facility,
    alike: posting?.alike ?? null,
    id: [credit.id, finding.resolution, posting ? postingKey(posting) : '-'].join('/'),
  };
}

/** Between parts of an account nothing is owed to anybody: it goes to the part that is as much open (C26). */
function otherPart({ parties }: Credit, { resolution, owedTo, party, cents: amount }: SettledFinding): string | null {
  if (resolution !== 'TRANSFER_BUCKET' || owedTo.kind !== 'none') return null;
  const others = parties.filter((position) => position.party !== party && position.bucket !== null && Math.abs(position.bucket - amount) <= 1);
  return others.length === 1 ? (others[0]?.name ?? null) : null;
}

const postingKey = ({ day, type, effect, reference }: Posting): string => [toIso(day) ?? '', type, toDecimalText(effect), reference].join('|');
