/**
 * One account as a cause sees it: its transactions in time order, which of them are live, what each party paid and owes.
 * Everything is computed once and kept for the account; indexes are transaction indexes of the ledger.
 */
import type { Cents } from './money';
import type { LiabilitySource } from './credit';

export interface Liability {
  /** null when unknown. */
  readonly cents: Cents | null;
  readonly source: LiabilitySource;
}

export interface AccountView {
  readonly index: number;
  readonly key: string;
  /** All transactions in day order. */
  readonly all: readonly number[];
  /** Without the members of reversal pairs (domain.md 2.1 step 2) and of zero-sum system pairs. */
  readonly live: readonly number[];
  readonly balance: Cents;
  /** Parties with any posting here; payers first in COB order, the patient last. */
  readonly parties: readonly number[];
  /** Net paid by a party after reversals, takebacks and refunds. */
  paid(party: number): Cents;
  liability(party: number): Liability;
  /** paid − liability, null when the liability is unknown. */
  excess(party: number): Cents | null;
}
