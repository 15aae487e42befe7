/**
 * The correct side of the identity of domain.md 1.6 for one account: what each party owes (L_k), the correct write-offs (A*), the charges that
 * are missing (M), and where each number comes from. In the order of strength: *stated* by remittances, *derived* from the ledger, *listed* in
 * the accounts sheet (an estimate), *unknown*. All amounts in cents.
 */
import type { Account, Liability } from './accountView';
import type { LiabilitySource } from './credit';
import { bucketsOf } from './buckets';
import { exemptBy } from './exempt';
import { derivedBasis } from './derivedBasis';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import { accountMoney, effectOf, partyOf, sizeOf } from './posting';
import type { Cents } from './money';
import { ZERO, cents, portion } from './money';
import { lateCreditOf, planOf } from './plan';
import type { Plan } from './plan';
import { statedBasis } from './statedBasis';
import { validPatientWriteOffs } from './writeOffs';

/** What a source says before it is spread over the parties. */
export interface Basis {
  readonly source: Exclude<LiabilitySource, 'unknown'>;
  /** Allowed by the primary, all claims together. */
  readonly allowed: number;
  /** Patient share the primary left (PR), before secondaries and patient write-offs. */
  readonly share: number;
  /** Sequestration or penalty on the primary's payment. */
  readonly sequestration: number;
  readonly primary: number;
  /** The payer whose contractual set the allowed amount, where that is not the primary; else 0. */
  readonly contractOf?: number;
  /** Liabilities of later payers where a source states them. */
  readonly stated: ReadonlyMap<number, number>;
  /** True when the patient share is known apart from what was left after the payment. */
  readonly shareProven: boolean;
  readonly missing: number;
  /** Charges that no remittance speaks for, and payments of the primary that none names; absent = 0. */
  readonly unheard?: number;
  readonly unheardReceipts?: number;
  /** What the primary denied, so that a later payer may owe it. */
  readonly denied?: number;
}

export interface Terms {
  readonly source: LiabilitySource;
  readonly missing: Cents;
  /** null when no liability is known. */
  readonly correct: Cents | null;
  readonly allowed: Cents | null;
  readonly share: Cents | null;
  readonly shareProven: boolean;
  /** Charges that no remittance speaks for: payments may be for them. */
  readonly unheard: Cents;
  /** The payer that paid as primary; 0 when nobody did. */
  readonly primary: number;
  readonly liabilities: ReadonlyMap<number, Liability>;
  readonly buckets: ReadonlyMap<number, Cents> | null;
  /** Charges taken back after the first payment (C10), and how the payer prices. */
  readonly lateCredit: Cents;
  readonly plan: Plan;
  /** Why liabilities are unknown; '' when they are known. */
  readonly doubt: string;
}

export function termsOf(account: Account): Terms {
  const lateCredit = lateCreditOf(account);
  const plan = planOf(account);
  const frame = { lateCredit: cents(lateCredit), plan, buckets: bucketsOf(account) };
  if (lateCredit > 0 && plan === 'unknown') return { ...unknown('a charge was credited after payment and the plan type is not given'), ...frame };
  if (lateCredit > 0 && account.charges <= 0) return { ...unknown('all charges were credited after payment'), ...frame };
  const basis = statedBasis(account, lateCredit) ?? derivedBasis(account, lateCredit) ?? listedBasis(account);
  if (typeof basis === 'string') return { ...unknown(basis), ...frame };
  return { ...spread(account, plan === 'percent' ? repriced(basis, account.charges, lateCredit) : basis), ...frame };
}

type Core = Omit<Terms, 'lateCredit' | 'plan' | 'buckets'>;

const unknown = (doubt: string): Core => ({
  source: 'unknown',
  missing: ZERO,
  correct: null,
  allowed: null,
  share: null,
  shareProven: false,
  unheard: ZERO,
  primary: 0,
  liabilities: new Map(),
  doubt,
});

/** A percent-of-charge plan pays in proportion when a charge is taken back (domain.md 6 P7). */
function repriced(basis: Basis, charges: number, lateCredit: number): Basis {
  if (lateCredit === 0) return basis;
  const rate = charges / (charges + lateCredit);
  return { ...basis, allowed: portion(cents(basis.allowed), rate), share: portion(cents(basis.share), rate) };
}

/** The listing's allowed or expected column: an estimate. Only a payer's part can be told from it. */
function listedBasis(account: Account): Basis | string {
  const allowed = accountMoney(account.ledger, 'expected', account.index);
  const share = accountMoney(account.ledger, 'patientResp', account.index);
  const primary = account.payers[0];
  if (!Number.isFinite(allowed) || !Number.isFinite(share) || primary === undefined) return doubtOf(account);
  return { source: 'listed', allowed, share, sequestration: 0, primary, stated: new Map(), shareProven: true, missing: 0 };
}

function doubtOf(account: Account): string {
  if (account.all.length === 0) return 'no transactions to explain the balance';
  if (account.charges <= 0) return 'no charges are posted';
  return 'what each party owes cannot be computed without the remittance';
}

/** Spreads a basis over primary, later payers and the patient; what is left of the charges is the correct write-off. */
function spread(account: Account, basis: Basis): Core {
  const unheard = basis.unheard ?? 0;
  const more = Math.min(unheard, basis.unheardReceipts ?? 0);
  const owes = new Map<number, number>([[basis.primary, Math.max(0, basis.allowed - basis.share - basis.sequestration) + more]]);
  let left = basis.share;
  let denied = basis.denied ?? 0;
  for (const payer of account.payers) {
    if (payer === basis.primary || account.receipts(payer).length + account.remittances.length === 0) continue;
    const part = account.notCovering.has(payer) ? 0 : Math.max(0, Math.min(left + denied, basis.stated.get(payer) ?? netReceipts(account, payer)));
    owes.set(payer, part);
    const forDenied = Math.min(denied, Math.max(0, part - left));
    denied -= forDenied;
    left -= part - forDenied + (basis.contractOf === payer ? 0 : writtenOffBy(account, payer, left - part));
  }
  const exempt = exemptBy(account) !== null;
  const share = Math.max(0, left - validPatientWriteOffs(account, left));
  owes.set(PATIENT_PARTY, exempt ? 0 : Math.max(share, Math.min(account.paid(PATIENT_PARTY), share + unheard - more)));
  owes.delete(UNKNOWN_PARTY);
  const total = [...owes.values()].reduce((sum, part) => sum + part, 0);
  return {
    source: basis.source,
    missing: cents(basis.missing),
    correct: cents(account.charges + basis.missing - total),
    allowed: cents(basis.allowed),
    share: cents(basis.share),
    shareProven: basis.shareProven,
    unheard: cents(unheard),
    primary: basis.primary,
    liabilities: new Map([...owes].map(([party, part]) => [party, { cents: cents(part), source: sourceOf(basis, party) }])),
    doubt: '',
  };
}

/** A later payer's liability is only derived unless its own remittance states it. */
function sourceOf(basis: Basis, party: number): LiabilitySource {
  if (party === basis.primary || party === PATIENT_PARTY) return basis.source;
  return basis.stated.has(party) ? basis.source : basis.source === 'listed' ? 'listed' : 'derived';
}

/** What a later payer paid, each payment once, less what went back. */
function netReceipts(account: Account, payer: number): number {
  const repeats = new Set(account.repeatedPayments.map((repeat) => repeat.tx));
  return account.receipts(payer).reduce((sum, tx) => (repeats.has(tx) || account.foreign.has(tx) ? sum : sum + sizeOf(account.ledger, tx)), 0);
}

/** A later payer's contractual counts only as far as it closes what the earlier ones left (domain.md 6 P5). */
function writtenOffBy(account: Account, payer: number, left: number): number {
  const posted = account.ofKind(Kind.Contractual).reduce((sum, tx) => (partyOf(account.ledger, tx) === payer ? sum - effectOf(account.ledger, tx) : sum), 0);
  return Math.max(0, Math.min(posted, left));
}
