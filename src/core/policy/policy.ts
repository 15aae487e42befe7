/**
 * The policy in force for a run: numbers the causes and checks read. Filled from defaults and from the *Credit policy* sheet
 * (domain.md 4.9). Money in cents, periods in days. Nothing here is legal advice.
 */
import type { Cents } from '../money';
import type { Day } from '../day';
import type { PayerClass } from '../ledger';

export interface PolicyParameters {
  readonly centsTol: Cents;
  readonly matchTol: Cents;
  readonly contractTolMin: Cents;
  /** Share of the allowed amount, for example 0.02. */
  readonly contractTolRate: number;
  readonly dupWindowDays: number;
  readonly takebackWaitDays: number;
  readonly nsfHoldDays: number;
  readonly chargeLagDays: number;
  readonly smallBalancePatient: Cents;
  readonly smallBalancePayer: Cents;
  readonly siblingDosWindow: number;
  /** What to list: least credit, least age, and whether prepayments on unbilled visits are listed. */
  readonly listLeastCents: Cents;
  readonly listLeastAgeDays: number;
  readonly listPrepayments: boolean;
}

/** A row of the policy table (domain.md 4.9). Empty text = not given. */
export interface PolicyRow {
  readonly id: string;
  readonly topic:
    | 'REFUND_PATIENT'
    | 'REFUND_PAYER'
    | 'RECOUP_LIMIT'
    | 'ESCHEAT'
    | 'SMALL_BALANCE'
    | 'HOLD'
    | 'APPROVAL'
    | 'CMS838'
    | 'INVESTIGATION'
    | 'PARAMETER'
    | 'CODE_MAP'
    | 'PAYER_ALIAS'
    | 'PAYER_CLASS'
    | 'LISTING'
    | 'REFUND_FILE'
    | 'LETTER';
  readonly key: string;
  readonly jurisdiction: string;
  readonly payerClass: string;
  readonly providerType: string;
  readonly trigger: string;
  readonly value: string;
  readonly unit: string;
  readonly exceptions: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day;
  readonly status: 'ACTIVE' | 'PROPOSED' | 'UNVERIFIED';
  readonly citation: string;
  readonly sourceUrl: string;
  readonly verifiedOn: string;
  readonly verifiedBy: string;
  readonly notes: string;
}

export interface Policy {
  readonly asOf: Day;
  readonly parameters: PolicyParameters;
  readonly federalClasses: ReadonlySet<PayerClass>;
  readonly rows: readonly PolicyRow[];
  /** Editable code map: normalised code or description → Kind name. */
  readonly codeMap: ReadonlyMap<string, string>;
  /** Normalised spelling → canonical payer name. */
  readonly payerAliases: ReadonlyMap<string, string>;
  /** Normalised canonical name → class. */
  readonly payerClasses: ReadonlyMap<string, PayerClass>;
}
