/**
 * What *Credits* remembers, laid over a fresh review (design.md 7): findings keep the ids of their rows, checks a person cleared say so, and what
 * was set aside as *Not a credit* at this very amount is marked. Money, classes and causes are the review's own.
 */
import { openPartId } from '../core/credit';
import type { CheckResult, Credit, Review, SettledFinding } from '../core/credit';
import type { Posting } from '../core/postings';
import { clearedChecks } from './cleared';
import { creditRows } from './creditRows';
import type { CreditRow } from './creditRows';
import type { CreditsKey } from './creditsColumns';
import { meetCredits } from './creditsMatch';
import type { Read } from './merge';
import { setAsideWords } from './setAside';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

/** What is known of one finding, or of the open part of an account. */
interface Known {
  readonly id: string;
  readonly setAside: boolean;
  readonly cleared: { readonly ids: ReadonlySet<string>; readonly words: string };
}

/** `postings` as the scan has them: by them a finding is known again. Credits that a scope leaves out are remembered too. */
export function remembered(review: Review, postings: readonly Posting[], standing: StandingTable): Review {
  const { credits, scope } = review;
  const known = knownOf({ ...review, credits: [...credits, ...(scope?.credits ?? [])] }, postings, standing);
  const all = (of: readonly Credit[]): Credit[] => of.map((credit) => creditKnown(credit, known));
  return { ...review, credits: all(credits), ...(scope ? { scope: { ...scope, credits: all(scope.credits) } } : {}) };
}

/** By the finding's id in the review; a row's source cell holds it here, for a row that is met takes the id of its sheet. */
function knownOf(review: Review, postings: readonly Posting[], standing: StandingTable): Map<string, Known> {
  const byTx = new Map(postings.map((posting) => [posting.tx, posting]));
  const rows = creditRows(review, {
    sheetNames: [],
    causeTitle: () => '',
    posting: (tx) => byTx.get(tx) ?? null,
    link: (credit, finding) => finding?.id ?? openPartId(credit),
  });
  const { matches, append } = meetCredits(rows, standing, review.asOf);
  const of = (row: CreditRow, read: Read<CreditsKey>): [string, Known] => [
    String(row.source),
    { id: String(row.id), setAside: setAsideWords(read, row.amount)?.startsWith('not') === true, cleared: clearedChecks(read, row.amount) },
  ];
  const blank: Read<CreditsKey> = () => null;
  return new Map([
    ...append.map((row) => of(row, blank)),
    ...[...matches].map(([index, row]) => of(row, (key) => cellOf(standing, standing.rows[index] ?? [], key))),
  ]);
}

function creditKnown(credit: Credit, known: ReadonlyMap<string, Known>): Credit {
  return {
    ...credit,
    findings: credit.findings.map((finding) => findingKnown(finding, known.get(finding.id))),
    checks: credit.checks.map((check) => checkKnown(check, credit, known)),
  };
}

function findingKnown(before: SettledFinding, known: Known | undefined): SettledFinding {
  const finding: Mutable<SettledFinding> = { ...before };
  delete finding.setAside;
  return known ? { ...finding, id: known.id, ...(known.setAside ? { setAside: true } : {}) } : finding;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A check is cleared when each row that would pay money says so; without such rows, each row of the account. */
function checkKnown(before: CheckResult, credit: Credit, known: ReadonlyMap<string, Known>): CheckResult {
  const check: Mutable<CheckResult> = { ...before };
  delete check.cleared;
  const paying = credit.findings.filter((finding) => finding.class === 'true-overpayment');
  const findings = paying.length > 0 ? paying : credit.findings;
  const ids = findings.length > 0 ? findings.map((finding) => finding.id) : [openPartId(credit)];
  const said = ids.map((id) => known.get(id)?.cleared);
  if (!said.every((each) => each?.ids.has(check.id) === true)) return check;
  return { ...check, cleared: [...new Set(said.map((each) => each?.words ?? ''))].join('; ') };
}
