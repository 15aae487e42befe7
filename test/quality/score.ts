/** What the review found against what was planted (issue 4): recall and precision by cause, and dollars wrongly refunded. */
import type { Credit, Review, SettledFinding } from '../../src/core/credit';
import type { Account, Truth } from './draft';
import type { Case, Generated } from './generate';

export interface CauseScore {
  planted: number;
  /** Same account, cause, party and cents. */
  found: number;
  /** … at high or medium confidence. */
  called: number;
  /** Findings of this cause at high or medium confidence, and those of them that were planted. */
  said: number;
  right: number;
  refundedCents: number;
  wrongCents: number;
  wrong: number;
}
export interface Score {
  readonly causes: ReadonlyMap<string, CauseScore>;
  /** Wrong at any confidence: a true overpayment that nobody planted. */
  readonly wrongAtAny: readonly Wrong[];
  /** Findings on look-alikes and ordinary accounts that should be silent. */
  readonly noise: readonly Wrong[];
  readonly missed: readonly Missed[];
}
export interface Wrong {
  readonly label: string;
  readonly account: string;
  readonly said: string;
  readonly refunded: boolean;
  readonly cents: number;
}
export interface Missed {
  readonly label: string;
  readonly account: string;
  readonly truth: string;
  readonly said: readonly string[];
}

const CALLED = ['high', 'medium'];
const isCalled = (finding: SettledFinding): boolean => CALLED.includes(finding.confidence);
const sameName = (truth: Truth, finding: SettledFinding): boolean =>
  truth.owedTo === 'patient' || truth.owedTo === 'none' || finding.owedTo.name === truth.name;
const sameParty = (truth: Truth, finding: SettledFinding): boolean => truth.owedTo === finding.owedTo.kind && sameName(truth, finding);
const isPlanted = (truth: Truth, finding: SettledFinding): boolean =>
  truth.cause === finding.cause && truth.cents === finding.cents && sameParty(truth, finding);
const isOwed = (truths: readonly Truth[], finding: SettledFinding): boolean =>
  truths.some((truth) => truth.cls === 'true-overpayment' && truth.cents === finding.cents && sameParty(truth, finding));
const isTrue = (finding: SettledFinding): boolean => finding.class === 'true-overpayment';
const dollars = (cents: number): string => (cents / 100).toFixed(2);

export const words = (finding: SettledFinding): string =>
  `${finding.cause} ${finding.class} ${dollars(finding.cents)} ${finding.owedTo.kind} ${finding.owedTo.kind === 'payer' || finding.owedTo.kind === 'account' ? finding.owedTo.name : ''} ${finding.confidence} (${finding.evidence})`.replace(
    / +/g,
    ' ',
  );
const truthWords = (truth: Truth): string => `${truth.cause} ${truth.cls} ${dollars(truth.cents)} ${truth.owedTo} ${truth.name}`.trim();

const empty = (): CauseScore => ({ planted: 0, found: 0, called: 0, said: 0, right: 0, refundedCents: 0, wrongCents: 0, wrong: 0 });

class Scorer {
  readonly causes = new Map<string, CauseScore>();
  readonly wrongAtAny: Wrong[] = [];
  readonly noise: Wrong[] = [];
  readonly missed: Missed[] = [];
  of(cause: string): CauseScore {
    const known = this.causes.get(cause) ?? empty();
    this.causes.set(cause, known);
    return known;
  }
  account(each: Case, credit: Credit | undefined): void {
    const findings = credit?.findings ?? [];
    for (const truth of each.account.truths) this.truth(each, truth, findings, credit);
    for (const finding of findings) this.finding(each, finding);
  }
  private truth(each: Case, truth: Truth, findings: readonly SettledFinding[], credit: Credit | undefined): void {
    const score = this.of(truth.cause);
    const hits = findings.filter((finding) => isPlanted(truth, finding));
    score.planted++;
    if (hits.length > 0) score.found++;
    if (hits.some((finding) => isCalled(finding) || truth.cls === 'hold')) score.called++;
    else this.missed.push({ label: each.label, account: each.account.key, truth: truthWords(truth), said: said(findings, credit) });
  }
  private finding(each: Case, finding: SettledFinding): void {
    const score = this.of(finding.cause);
    const { truths } = each.account;
    if (isCalled(finding)) {
      score.said++;
      if (truths.some((truth) => isPlanted(truth, finding))) score.right++;
    }
    const wrong: Wrong = {
      label: each.label,
      account: each.account.key,
      said: words(finding),
      refunded: isTrue(finding) && isCalled(finding),
      cents: finding.cents,
    };
    if (isTrue(finding)) this.refund(score, finding, truths, wrong);
    if (each.silent && each.kind !== 'plant') this.noise.push(wrong);
  }
  private refund(score: CauseScore, finding: SettledFinding, truths: readonly Truth[], wrong: Wrong): void {
    const owed = isOwed(truths, finding);
    if (!owed) this.wrongAtAny.push(wrong);
    if (!isCalled(finding)) return;
    score.refundedCents += finding.cents;
    if (owed) return;
    score.wrong++;
    score.wrongCents += finding.cents;
  }
}

function said(findings: readonly SettledFinding[], credit: Credit | undefined): string[] {
  if (credit === undefined) return ['not listed'];
  const rest = credit.unexplained === 0 ? [] : [`unexplained ${dollars(credit.unexplained)}`];
  return [...findings.map(words), ...rest, ...(credit.reviewReason === '' ? [] : [`reason: ${credit.reviewReason}`])];
}

export function scoreOf(generated: Generated, review: Review): Score {
  const byKey = new Map(review.credits.map((credit) => [credit.key, credit]));
  const scorer = new Scorer();
  for (const each of generated.cases) scorer.account(each, byKey.get(each.account.key));
  return scorer;
}

/** Ledger identity of the generator itself: every account's truths explain it (a fault here is the generator's). */
export const explained = (account: Account): number =>
  account.truths.filter((truth) => truth.owedTo !== 'none' || truth.cls !== 'hold').reduce((total, truth) => total + truth.cents, 0);
