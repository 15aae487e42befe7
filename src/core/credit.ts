/**
 * The words of a verdict: credits, findings, checks (design.md 6 and 9). Data only; all of it can be structured-cloned from a worker.
 */
import type { Cents } from './money';
import type { Day } from './day';
import type { Ledger } from './ledger';
import type { Policy } from './policy/policy';
import type { AccountView } from './accountView';
import type { PaymentContext } from './checks/payment';

export const CAUSE_IDS = [
  'C01',
  'C02',
  'C03',
  'C04',
  'C05',
  'C06',
  'C07',
  'C08',
  'C09',
  'C10',
  'C11',
  'C12',
  'C13',
  'C14',
  'C15',
  'C16',
  'C17',
  'C18',
  'C19',
  'C20',
  'C21',
  'C22',
  'C23',
  'C24',
  'C25',
  'C26',
  'C27',
  'C28',
] as const;
export type CauseId = (typeof CAUSE_IDS)[number];

export type FindingClass = 'true-overpayment' | 'posting-error' | 'misallocated' | 'hold' | 'needs-review';
export type Evidence = 'remittance' | 'reference' | 'amounts' | 'pattern';
export type Confidence = 'high' | 'medium' | 'low';
/** domain.md 2.2, resolution vocabulary. */
export type Resolution =
  | 'REFUND_PAYER'
  | 'REFUND_PATIENT'
  | 'AWAIT_TAKEBACK'
  | 'REVERSE_ADJ'
  | 'REVERSE_POSTING'
  | 'POST_MISSING_TXN'
  | 'TRANSFER_ACCOUNT'
  | 'TRANSFER_BUCKET'
  | 'TRANSFER_GL'
  | 'POST_CHARGES'
  | 'CORRECT_AND_REBILL'
  | 'SMALL_CREDIT_POLICY'
  | 'ESCHEAT_TRACK'
  | 'HOLD_UNTIL'
  | 'ESCALATE';
/** Where a party's liability comes from (domain.md 1.6). */
export type LiabilitySource = 'stated' | 'listed' | 'derived' | 'unknown';

export interface Payee {
  readonly kind: 'payer' | 'patient' | 'account' | 'none';
  /** Payer name, patient or guarantor name, or account key. Empty for none. */
  readonly name: string;
}

/** One cell row on a user's sheet: index into ledger.sheets and 1-based row. */
export interface RowRef {
  readonly sheet: number;
  readonly row: number;
}

/** What a cause proposes, before the cents are settled. */
export interface Finding {
  readonly cause: CauseId;
  /** a, b, c of C19 and C20. */
  readonly variant: string | null;
  readonly class: FindingClass;
  /** Positive cents this finding explains. */
  readonly cents: Cents;
  /** Index of the party on whose bucket the cents sit. */
  readonly party: number;
  readonly owedTo: Payee;
  readonly resolution: Resolution;
  readonly evidence: Evidence;
  readonly confidence: Confidence;
  readonly level: 'account' | 'claim' | 'line';
  /** Transaction indexes the finding claims: their cents serve no other finding. */
  readonly claims: readonly number[];
  /** Transaction indexes that prove it but are not used up. */
  readonly supports: readonly number[];
  /** One plain sentence with its numbers. */
  readonly because: string;
  /** What would make it certain, or decide against the runner-up; empty when nothing is missing. */
  readonly missing: string;
  /** For holds: until when; 0 none. */
  readonly until: Day;
  /** How many equally good matches a search found (1 = unique). */
  readonly matches: number;
  /** Term of the identity of domain.md 1.6 that the cents belong to; a party's payments when not given, `lost` for money out twice. */
  readonly term?: 'payment' | 'adjustment' | 'charge' | 'bucket' | 'lost';
  /** How strong the sign of this very cause is, apart from the liabilities; `evidence` when not given. Decides between causes of equal evidence. */
  readonly sign?: Evidence;
  /** True when the finding also holds for fewer cents than proposed (an excess); without it, all or nothing within `match_tol`. */
  readonly partial?: boolean;
}

/** A finding as settled: numbered per payee, with its deadline. */
export interface SettledFinding extends Finding {
  /** facility + account + payee + number, stable across runs (design.md 7). */
  readonly id: string;
  readonly rows: readonly RowRef[];
  readonly due: Day;
  /** Policy row and trigger in words; '' when none applies. */
  readonly dueBasis: string;
  readonly rivals: readonly Rival[];
  /** Last day before a patient's money is unclaimed property; left out where that is not known or does not apply. */
  readonly dormantOn?: Day;
  /** True when a person said *Not a credit* at this very amount. */
  readonly setAside?: true;
}

export interface Rival {
  readonly cause: CauseId;
  readonly class: FindingClass;
  readonly cents: Cents;
  readonly because: string;
  /** The fact that would decide. */
  readonly decidedBy: string;
}

export const CHECK_IDS = [
  'V01',
  'V02',
  'V03',
  'V04',
  'V05',
  'V06',
  'V07',
  'V08',
  'V09',
  'V10',
  'V11',
  'V12',
  'V13',
  'V14',
  'V15',
  'V16',
  'V17',
  'V18',
  'V19',
  'V20',
  'V21',
  'V22',
  'V23',
  'V24',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export type CheckOutcome =
  | { readonly result: 'pass' }
  /** severity: only where this case is milder or harder than the check's own (V03). */
  | { readonly result: 'fail'; readonly message: string; readonly clears: string; readonly severity?: 'block' | 'warn' }
  | { readonly result: 'notTestable'; readonly missing: string };

export interface CheckResult {
  readonly id: CheckId;
  readonly result: 'fail' | 'notTestable';
  readonly severity: 'block' | 'warn';
  readonly message: string;
  /** What clears it, in words. */
  readonly clears: string;
  /** A person cleared it, in the words of Checks cleared: it no longer blocks. */
  readonly cleared?: string;
}

/** One line of a credit's story (transactions in time order with a running balance). */
export interface StoryLine {
  readonly tx: number;
  readonly day: Day;
  readonly label: string;
  readonly effect: Cents;
  readonly balance: Cents;
  readonly row: RowRef;
  /** True on the row that turned the balance negative for the last time. */
  readonly turned: boolean;
}

/** A party's line of the identity (domain.md 1.6). Liability null = unknown. */
export interface PartyPosition {
  readonly party: number;
  readonly name: string;
  readonly paid: Cents;
  readonly liability: Cents | null;
  readonly source: LiabilitySource;
  /** Bucket balance where buckets are known, else null. */
  readonly bucket: Cents | null;
}

/** One account that is in credit, or on which a party is (design.md 9). */
export interface Credit {
  readonly account: number;
  /** facility + key. */
  readonly id: string;
  readonly key: string;
  readonly facility: string;
  readonly patient: string;
  /** Signed; credit negative. */
  readonly balance: Cents;
  /** max(0, −balance). */
  readonly credit: Cents;
  readonly hidden: boolean;
  /** Class of all findings, or needs-review when they differ, when there are none or when unexplained is not 0. */
  readonly class: FindingClass;
  /** The lowest of the findings. */
  readonly confidence: Confidence;
  /** −balance = Σ findings − shortfall + unexplained (law 1). */
  readonly shortfall: Cents;
  readonly unexplained: Cents;
  /** First day the balance (or the hidden party's excess) went and stayed in credit; 0 unknown. */
  readonly since: Day;
  readonly findings: readonly SettledFinding[];
  readonly checks: readonly CheckResult[];
  readonly parties: readonly PartyPosition[];
  /** Why there is no verdict, in words; '' when the findings say all. */
  readonly reviewReason: string;
}

/** A party that paid less than it owes (stated or derived). */
export interface Underpayment {
  readonly account: number;
  readonly key: string;
  readonly patient: string;
  readonly party: number;
  readonly partyName: string;
  readonly cents: Cents;
  readonly since: Day;
  readonly source: LiabilitySource;
  readonly because: string;
}

export interface ReviewTotals {
  readonly balance: Cents;
  readonly credit: Cents;
  readonly shortfall: Cents;
  readonly unexplained: Cents;
  readonly trueOverpayment: Cents;
  readonly postingError: Cents;
  readonly misallocated: Cents;
  readonly hold: Cents;
  readonly needsReview: Cents;
}

export interface LedgerTotals {
  readonly accounts: number;
  readonly transactions: number;
  readonly charges: Cents;
  readonly payments: Cents;
  readonly adjustments: Cents;
  readonly refunds: Cents;
}

export interface Review {
  readonly asOf: Day;
  readonly credits: readonly Credit[];
  readonly underpayments: readonly Underpayment[];
  readonly totals: ReviewTotals;
  readonly ledger: LedgerTotals;
  /** Credits left out by the listing policy: how many and how much (said, never silent). */
  readonly filtered: { readonly count: number; readonly cents: Cents; readonly why: string };
  /** Set when only some credits are listed: `credits` and `totals` are those in scope. */
  readonly scope?: ReviewScope;
  /** What a scope can name, over all credits. */
  readonly scopeChoices?: ScopeChoices;
}

/** Which credits are listed, and what is left out: never silent. */
export interface ReviewScope {
  /** In words: "facility North; payer Harbor Mutual". */
  readonly what: string;
  readonly leftOut: { readonly accounts: number; readonly credit: Cents };
  /** The credits left out, so that their rows on our sheets are known again. */
  readonly credits: readonly Credit[];
}
export interface ScopeChoices {
  readonly facilities: readonly string[];
  readonly payers: readonly string[];
}

export interface Cause {
  readonly id: CauseId;
  readonly title: string;
  /** Business situation, one paragraph; goes into docs/causes.md. */
  readonly situation: string;
  readonly signal: string;
  /** A worked example in numbers. */
  readonly example: string;
  readonly proof: string;
  /** Columns without which the cause cannot be tested at all, in words; [] when a bare ledger is enough. */
  readonly needs: readonly string[];
  find(account: AccountView, ledger: Ledger, policy: Policy): readonly Finding[];
}

export interface Check {
  readonly id: CheckId;
  readonly title: string;
  readonly stage: 'review' | 'payment';
  readonly severity: 'block' | 'warn';
  /** `payment` is given at stage payment only (V18, V20, V22). */
  test(credit: Credit, account: AccountView, ledger: Ledger, policy: Policy, payment?: PaymentContext): CheckOutcome;
}

/** Id of the part of an account that no finding explains, beside those of its findings. */
export const openPartId = (credit: Pick<Credit, 'id'>): string => `${credit.id}/open/1`;
