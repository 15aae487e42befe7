/** What the Refunds and Payees sheets give the checks of stage payment (design.md 6 and 7). */
import type { Cents } from '../money';
import type { Day } from '../day';

/** One refund as it stands on Refunds; empty text = not typed yet, day 0 = not known. */
export interface PaymentRefund {
  readonly id: string;
  readonly facility: string;
  readonly account: string;
  readonly payeeKind: 'payer' | 'patient';
  readonly payee: string;
  readonly cents: Cents;
  /** True when the money goes back to a federal payer. */
  readonly federal: boolean;
  readonly preparedBy: string;
  /** Several names are separated by ";". */
  readonly approvedBy: string;
  readonly approvedOn: Day;
  readonly issuedBy: string;
}

/** A row of Payees; '' = blank. `flags` is free text (returned mail, deceased …). */
export interface PayeeAddress {
  readonly name: string;
  readonly line1: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly flags: string;
}

export interface PaymentContext {
  readonly refund: PaymentRefund;
  /** Every refund of this run, the tested one among them. */
  readonly run: readonly PaymentRefund[];
  /** Refunds of earlier runs, for the amount that adds up per payee (domain.md 5.6). */
  readonly earlier: readonly PaymentRefund[];
  /** The payee's row on Payees; null when there is none. */
  readonly address: PayeeAddress | null;
}
