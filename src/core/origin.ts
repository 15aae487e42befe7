/**
 * Where a credit began: who posted it, where, with which code (domain.md 5.7, root causes by payer, user and facility). Told of the first
 * transaction a finding claims, else of the first that proves it.
 */
import type { Review, SettledFinding } from './credit';
import type { AccountText, Ledger, TxText } from './ledger';

/** Empty text = the sheets do not say. */
export interface Origin {
  readonly poster: string;
  readonly location: string;
  readonly code: string;
}

/** Origins by finding id; findings whose sheets say nothing are left out. */
export type Origins = Readonly<Record<string, Origin>>;

export function originsOf(review: Pick<Review, 'credits'>, ledger: Ledger): Origins {
  const found: Record<string, Origin> = {};
  for (const credit of review.credits)
    for (const finding of credit.findings) {
      const origin = originOf(finding, credit.account, ledger);
      if (origin.poster + origin.location + origin.code !== '') found[finding.id] = origin;
    }
  return found;
}

function originOf(finding: SettledFinding, account: number, ledger: Ledger): Origin {
  const tx = finding.claims[0] ?? finding.supports[0];
  const text = (column: TxText): string => (tx === undefined ? '' : (ledger.texts[ledger.tx.text[column][tx] ?? 0] ?? ''));
  const listed = (column: AccountText): string => ledger.texts[ledger.accounts.text[column][account] ?? 0] ?? '';
  return { poster: text('user'), location: text('location') || listed('facility'), code: text('typeText') || text('cpt') };
}
