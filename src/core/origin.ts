/**
 * Where a posting was made: who posted it, where, with which code (domain.md 5.7, root causes by payer, user and facility). Of the postings of
 * a finding the first it claims speaks for it.
 */
import type { Ledger, TxText } from './ledger';

/** Empty text = the sheets do not say. */
export interface Origin {
  readonly poster: string;
  readonly location: string;
  readonly code: string;
}

/** Origins by finding id; findings whose sheets say nothing may be left out. */
export type Origins = Readonly<Record<string, Origin>>;

export function originOf(ledger: Ledger, tx: number): Origin {
  const text = (column: TxText): string => ledger.texts[ledger.tx.text[column][tx] ?? 0] ?? '';
  const { facility } = ledger.accounts.text;
  const home = ledger.texts[facility[ledger.tx.account[tx] ?? -1] ?? 0] ?? '';
  return { poster: text('user'), location: text('location') || home, code: text('typeText') || text('cpt') };
}
