/**
 * Which refunds are released: rows of Credits with Status Approved whose finding is a true overpayment owed to a payer or patient at high or medium
 * confidence (design.md 6), each with its row on Refunds if it has one. What was released before and is gone stays as a line without a refund.
 */
import { openPartId } from '../core/credit';
import type { CheckResult, Credit, Review, SettledFinding, StoryLine } from '../core/credit';
import type { PaymentRefund } from '../core/checks/payment';
import type { PaymentAsked } from '../core/payments';
import type { Day } from '../core/day';
import type { LetterFacts } from '../core/letterFacts';
import { centsOfNumber } from '../core/money';
import type { Cents } from '../core/money';
import { normalKey } from '../core/policy/normalise';
import type { Policy } from '../core/policy/policy';
import { whyHeld } from '../core/release';
import { clearedChecks } from './cleared';
import type { CreditsKey } from './creditsColumns';
import type { OutValue } from './edit';
import { payeeOf } from './payees';
import type { Payee } from './payees';
import type { RefundsKey } from './refundsColumns';
import type { Read } from './merge';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

/** A refund a person released. */
export interface Released {
  readonly credit: Credit;
  readonly finding: SettledFinding;
  readonly amount: Cents;
  /** "V06: …": what still stands against it. */
  readonly blocks: readonly string[];
  /** In the person's words. */
  readonly cleared: string;
}

/** A row of the sheet to be: what is released (null = no longer, or never ours) and what stands there. */
export interface Line {
  readonly id: string;
  readonly released: Released | null;
  readonly refund: PaymentRefund | null;
  readonly read: Read<RefundsKey>;
  /** A second row with the id of another: never ours. */
  readonly copy: boolean;
}

/** A line with what the ledger and Payees say. */
export interface CheckedLine extends Line {
  /** V18, V20, V22 where they did not pass; [] for lines without a refund. */
  readonly checks: readonly CheckResult[];
  readonly story: readonly StoryLine[];
  readonly payee: Payee | null;
  readonly facts: LetterFacts | null;
}

export const text = (value: OutValue): string => String(value ?? '').trim();
const word = (value: OutValue): string => text(value).toLowerCase();

/** Decisions under which a proposed refund goes ahead; any other overrules it. */
const GOES_AHEAD: ReadonlySet<string> = new Set(['', 'agree', 'refund']);
const NEVER_AGAIN = /twice|still in credit/;

interface Promised {
  readonly credit: Credit;
  /** null = the part that no cause explains. */
  readonly finding: SettledFinding | null;
  readonly read: Read<CreditsKey>;
}

/** Rows of Credits that are approved and not overruled, by id. A copied row promises nothing twice. */
function promisedIn(review: Review, credits: StandingTable): Map<string, Promised> {
  const found = new Map<string, Promised>();
  const known = new Map(review.credits.flatMap((credit) => partsOf(credit)));
  for (const row of credits.rows) {
    const read: Read<CreditsKey> = (key) => cellOf(credits, row, key);
    const id = text(read('id'));
    const part = known.get(id);
    if (!part || found.has(id) || word(read('status')) !== 'approved' || !GOES_AHEAD.has(word(read('decision')))) continue;
    found.set(id, { ...part, read });
  }
  return found;
}

const partsOf = (credit: Credit): (readonly [string, Omit<Promised, 'read'>])[] => [
  ...credit.findings.map((finding) => [finding.id, { credit, finding }] as const),
  [openPartId(credit), { credit, finding: null }],
];

/** Released refunds by finding id. */
function releasedOf(review: Review, credits: StandingTable): Map<string, Released> {
  const found = new Map<string, Released>();
  for (const [id, { credit, finding, read }] of promisedIn(review, credits))
    if (finding && whyHeld(finding) === '') found.set(id, releasedBy(credit, finding, read));
  return found;
}

function releasedBy(credit: Credit, finding: SettledFinding, read: Read<CreditsKey>): Released {
  const { ids, words } = clearedChecks(read, read('amount'));
  return { credit, finding, amount: amountOf(finding, read('decisionAmount')), blocks: openBlocks(credit, ids, text(read('refundSeen'))), cleared: words };
}

/** Refunds a person approved on Credits that are not written to Refunds. Agreeing to a correction promises no refund. */
export function heldRefunds(review: Review, credits: StandingTable): { readonly account: string; readonly why: string }[] {
  return [...promisedIn(review, credits).values()].flatMap(({ credit, finding, read }) => {
    const why = whyHeld(finding);
    const refundMeant = finding?.class === 'true-overpayment' || word(read('decision')) === 'refund';
    return why !== '' && refundMeant ? [{ account: credit.key, why }] : [];
  });
}

/** A person may refund less than the finding says, never more. */
function amountOf(finding: SettledFinding, decided: OutValue): Cents {
  const wanted = typeof decided === 'number' ? centsOfNumber(decided) : null;
  return wanted !== null && wanted > 0 && wanted < finding.cents ? wanted : finding.cents;
}

/** Failed blocks, and V13 also when it cannot be tested (design.md 6), that no person has cleared by number; a refund that was seen in the export. */
function openBlocks(credit: Credit, cleared: ReadonlySet<string>, seen: string): string[] {
  const failed = credit.checks
    .filter(({ id, result, severity }) => !cleared.has(id) && ((result === 'fail' && severity === 'block') || (id === 'V13' && result === 'notTestable')))
    .map(({ id, message }) => `${id}: ${message}`);
  return [...failed, ...(NEVER_AGAIN.test(seen) && !cleared.has('V06') ? [`V06: ${seen}`] : [])].toSorted();
}

/** Standing rows in their place, then what was released since, the largest first. */
export function refundLines(review: Review, credits: StandingTable | null, policy: Policy, standing: StandingTable | null): Line[] {
  const released = credits ? releasedOf(review, credits) : new Map<string, Released>();
  const used = new Set<string>();
  const lineOf = (id: string, entry: Released | null, read: Read<RefundsKey>, copy: boolean): Line => ({
    id,
    released: entry,
    refund: entry && paymentOf(entry, read, policy),
    read,
    copy,
  });
  const lines = (standing?.rows ?? []).map((row): Line => {
    const read: Read<RefundsKey> = (key) => cellOf(standing as StandingTable, row, key);
    const id = text(read('id'));
    const copy = used.has(id);
    used.add(id);
    return lineOf(id, copy ? null : (released.get(id) ?? null), read, copy);
  });
  const fresh = [...released.values()].filter(({ finding }) => !used.has(finding.id));
  fresh.sort((a, b) => b.amount - a.amount || (a.finding.id < b.finding.id ? -1 : 1));
  return [...lines, ...fresh.map((entry) => lineOf(entry.finding.id, entry, () => null, false))];
}

const dayOf = (value: OutValue): Day => (typeof value === 'number' && Number.isInteger(value) && value > 60 ? value : 0) as Day;
const signaturesOf = (read: Read<RefundsKey>): Pick<PaymentRefund, 'preparedBy' | 'approvedBy' | 'approvedOn' | 'issuedBy'> => ({
  preparedBy: text(read('preparedBy')),
  approvedBy: text(read('approvedBy')),
  approvedOn: dayOf(read('approvedOn')),
  issuedBy: text(read('issuedBy')),
});

function paymentOf({ credit, finding, amount }: Released, read: Read<RefundsKey>, policy: Policy): PaymentRefund {
  const payeeKind = finding.owedTo.kind === 'payer' ? 'payer' : 'patient';
  return {
    id: finding.id,
    facility: credit.facility,
    account: credit.key,
    payeeKind,
    payee: finding.owedTo.name || (payeeKind === 'patient' ? credit.patient : 'Payer not named'),
    cents: amount,
    federal: payeeKind === 'payer' && isFederal(credit, finding.owedTo.name, policy),
    ...signaturesOf(read),
  };
}

/** By the policy's payer classes, or because V23 says so; when in doubt federal, which only adds an approver. */
function isFederal(credit: Credit, payer: string, policy: Policy): boolean {
  const known = policy.payerClasses.get(normalKey(payer));
  return known === undefined ? credit.checks.some((check) => check.id === 'V23' && check.result === 'fail') : policy.federalClasses.has(known);
}

/** Approved or paid before and no longer released: counts for what a payee gets in the window, and for a refund asked for again. */
export function earlierRefunds(lines: readonly Line[]): (PaymentRefund & { readonly checkNo: string })[] {
  return lines.flatMap(({ id, released, read, copy }) => {
    const amount = read('amount');
    const paid = typeof amount === 'number' ? centsOfNumber(amount) : null;
    const checkNo = text(read('checkNo'));
    if (released || copy || paid === null || isVoid(checkNo) || (dayOf(read('approvedOn')) === 0 && checkNo === '')) return [];
    const payeeKind = text(read('payeeKind')) === 'Payer' ? ('payer' as const) : ('patient' as const);
    const [facility, account, payee] = [text(read('facility')), text(read('account')), text(read('payee'))];
    return [{ id, facility, account, payeeKind, payee, cents: paid, federal: false, ...signaturesOf(read), checkNo }];
  });
}

export const isVoid = (checkNo: string): boolean => /\b(void|voided|stopped|stop payment)\b/i.test(checkNo);

/** What the checks of stage payment are asked about. */
export function paymentContexts(lines: readonly Line[], payees: readonly Payee[]): PaymentAsked[] {
  const run = lines.flatMap((line) => line.refund ?? []);
  const earlier = earlierRefunds(lines);
  return lines.flatMap(({ released, refund }) =>
    released && refund
      ? [{ account: released.credit.account, payment: { refund, run, earlier, address: payeeOf(payees, refund).payee }, claims: released.finding.claims }]
      : [],
  );
}

/** Lines with the answers to `paymentContexts`, in that order. */
export function checkedLines(
  lines: readonly Line[],
  payees: readonly Payee[],
  answers: readonly { readonly checks: readonly CheckResult[]; readonly lines: readonly StoryLine[]; readonly facts?: LetterFacts | null }[],
): CheckedLine[] {
  let next = 0;
  return lines.map((line): CheckedLine => {
    if (!line.refund) return { ...line, checks: [], story: [], payee: null, facts: null };
    const answer = answers[next++];
    const { payee, twice } = payeeOf(payees, line.refund);
    return {
      ...line,
      checks: [...(answer?.checks ?? []), ...(twice ? [twoAddresses(line.refund)] : [])],
      story: answer?.lines ?? [],
      payee,
      facts: answer?.facts ?? null,
    };
  });
}

const twoAddresses = ({ payee }: PaymentRefund): CheckResult => ({
  id: 'V18',
  result: 'fail',
  severity: 'block',
  message: `Payees names more than one place for ${payee}.`,
  clears: 'Keep one row.',
});
