/** What a review says of the plantings, against what was planted. It reads verdicts only: nothing of how they come about. */
import type { Credit, Review, SettledFinding } from '../credit';
import { cents, toDollars } from '../money';
import type { Draft } from './draft';
import type { Planting } from './planting';
import type { LookAt } from './result';
import type { Truth } from './plant';

/** How one planting was answered. */
export interface Answer {
  readonly planting: Planting;
  readonly verdict: 'found' | 'left' | 'other' | 'missed';
  /** Found, and every truth at medium or high confidence. */
  readonly sure: boolean;
  /** Something else was called at medium or high confidence. */
  readonly firm: boolean;
  /** Accounts of it that are listed. */
  readonly listed: number;
  /** Refunds at medium or high confidence that are not owed. */
  readonly wrongCents: number;
  readonly look: LookAt;
}

const called = ({ confidence }: SettledFinding): boolean => confidence !== 'low';
const toRightParty = ({ owedTo, name }: Truth, finding: SettledFinding): boolean =>
  owedTo === finding.owedTo.kind && (owedTo === 'patient' || owedTo === 'none' || name === '' || name === finding.owedTo.name);
const isTruth = (truth: Truth, finding: SettledFinding): boolean =>
  truth.cause === finding.cause && truth.class === finding.class && truth.cents === finding.cents && toRightParty(truth, finding);
const isOwed = (truths: readonly Truth[], finding: SettledFinding): boolean =>
  truths.some((truth) => truth.class === 'true-overpayment' && truth.cents === finding.cents && toRightParty(truth, finding));

export class Judge {
  private readonly credits: ReadonlyMap<number, Credit>;
  constructor(
    { credits }: Review,
    private readonly title: (cause: string) => string,
  ) {
    this.credits = new Map(credits.map((credit) => [credit.account, credit]));
  }

  answer(planting: Planting): Answer {
    const { drafts, truths } = planting;
    const [first] = drafts;
    const listed = drafts.flatMap(({ account }) => this.credits.get(account) ?? []);
    const findings = this.credits.get(first.account)?.findings ?? [];
    const hits = truths.map((truth) => findings.filter((finding) => isTruth(truth, finding)));
    const found = truths.length > 0 && hits.every((each) => each.length > 0);
    const verdict = found ? 'found' : this.unfound(first, truths);
    return {
      planting,
      verdict,
      firm: verdict === 'other' && findings.some((finding) => called(finding) && !truths.some((truth) => isTruth(truth, finding))),
      sure: found && hits.every((each, at) => truths[at]?.class === 'hold' || each.some(called)),
      listed: listed.length,
      wrongCents: listed.flatMap((credit) => credit.findings).reduce((sum, finding) => sum + this.wrongly(truths, finding), 0),
      look: { account: first.key, said: this.said(listed.find(({ account }) => account === first.account) ?? listed[0]) },
    };
  }

  private unfound({ account }: Draft, truths: readonly Truth[]): 'left' | 'other' | 'missed' {
    const credit = this.credits.get(account);
    if (!credit) return 'missed';
    const other = credit.findings.some((finding) => finding.class !== 'needs-review' && !truths.some((truth) => isTruth(truth, finding)));
    return other ? 'other' : 'left';
  }

  private wrongly(truths: readonly Truth[], finding: SettledFinding): number {
    return finding.class === 'true-overpayment' && called(finding) && !isOwed(truths, finding) ? finding.cents : 0;
  }

  said(credit: Credit | undefined): string {
    if (!credit) return 'Nothing: it is not listed.';
    if (credit.findings.length === 0) return `${toDollars(cents(credit.credit))} in credit, no cause found.`;
    const each = credit.findings.map(
      ({ cause, cents: size, owedTo, confidence }) =>
        `${this.title(cause)}, ${toDollars(size)}${owedTo.kind === 'payer' || owedTo.kind === 'patient' ? ` to the ${owedTo.kind}` : ''}, ${confidence} confidence`,
    );
    return `${each.join('; ')}.`;
  }
}
