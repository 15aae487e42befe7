/** Parties that paid less than they owe, from the same identity (issue: the list beside the credits; domain.md 1.6: stated or derived only). */
import type { LedgerIndex } from './ledgerIndex';
import type { Ledger } from './ledger';
import type { Underpayment } from './credit';
import type { Policy } from './policy/policy';
import type { ReviewOptions } from './review';

export function underpaymentsOf(_ledger: Ledger, _policy: Policy, _indexes: LedgerIndex, _options: ReviewOptions): Underpayment[] {
  return [];
}
