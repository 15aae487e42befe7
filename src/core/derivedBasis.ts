/**
 * Liabilities derived from the ledger alone (domain.md 1.6): allowed = charges − live contractuals, each counted once, leaving out the one under
 * suspicion; the patient share = transfers into the patient's bucket, else what is left after the payer's first payment and contractual.
 * Worked example: charges 1000, contractual 400 twice, payer 480: allowed 600, share 120, the payer owes 480.
 */
import type { Account } from './accountView';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { PayerClass } from './ledger';
import { effectOf, kindOf, partyOf, sizeOf } from './posting';
import { isCancelled, isCapitated, planOf } from './plan';
import type { Basis } from './terms';
import { onPatientSide, overshoot } from './writeOffs';

/** null when the ledger does not say. */
export function derivedBasis(account: Account, lateCredit: number): Basis | null {
  if (isCancelled(account) && account.charges === 0 && account.payers.every((payer) => account.paid(payer) === 0)) return nothingDue;
  if (account.charges <= 0 || account.paid(UNKNOWN_PARTY) !== 0 || account.ofKind(Kind.Unknown).length > 0) return null;
  const primary = primaryOf(account, lateCredit);
  if (primary === 0) return account.payers.length === 0 ? selfPay(account) : null;
  const charges = account.charges + lateCredit;
  if (isCapitated(account)) return capitated(account, primary, charges);
  if (planOf(account) === 'fixed' && account.paid(primary) > account.charges) return aboveCharges(account, primary);
  return basisOf(account, primary, charges - payerWriteOffs(account, primary)) ?? withoutSuspect(account, primary, charges);
}

/**
 * The first payer in order that paid, or that adjudicated without paying; before Medicare a payer that took itself for the primary: one payment above
 * what Medicare left. A supplement that pays the same share under two claim numbers is none (domain.md 2.2 C04).
 */
function primaryOf(account: Account, lateCredit: number): number {
  const paid = account.payers.filter((payer) => !account.notCovering.has(payer) && account.receipts(payer).some((tx) => !account.foreign.has(tx)));
  const [first, ...later] = paid;
  if (first === undefined) return account.payers.find((payer) => wroteOff(account, payer)) ?? 0;
  if (account.party(first).payerClass !== 'medicare') return first;
  const left = account.charges + lateCredit - payerWriteOffs(account, first) - paidOnce(account, first);
  const asPrimary = (payer: number): boolean =>
    account.receipts(payer).some((tx) => !account.foreign.has(tx) && sizeOf(account.ledger, tx) > Math.max(0, left) + 1);
  return later.find((payer) => BEFORE_MEDICARE.has(account.party(payer).payerClass) && asPrimary(payer)) ?? first;
}

/** Group health and veterans plans may have to pay before Medicare (domain.md 2.2 C04); a supplement pays no more than Medicare left. */
const BEFORE_MEDICARE: ReadonlySet<PayerClass> = new Set(['commercial', 'fehb', 'va']);

const wroteOff = (account: Account, payer: number): boolean => account.ofKind(Kind.Contractual).some((tx) => partyOf(account.ledger, tx) === payer);

/** Whose contractual sets the allowed amount: the primary's, else that of the first payer that posted one. */
export const contractOwner = (account: Account, primary: number): number =>
  wroteOff(account, primary) ? primary : (account.payers.find((payer) => wroteOff(account, payer)) ?? primary);

const plain = { source: 'derived', sequestration: 0, stated: new Map<number, number>(), missing: 0 } as const;
/** A cancelled visit: nobody owes anything. */
const nothingDue: Basis = { ...plain, allowed: 0, share: 0, primary: UNKNOWN_PARTY, shareProven: true };

/** A capitated plan owes nothing for the visit; what was not written off is the patient's. Written off in full beside a copay, the share is not known. */
function capitated(account: Account, primary: number, charges: number): Basis | null {
  const share = Math.max(0, charges - payerWriteOffs(account, primary));
  if (share === 0 && account.paid(PATIENT_PARTY) > 0) return null;
  return { ...plain, allowed: share, share, primary, shareProven: true };
}

/** A fixed price may exceed the charges; then a contractual debit is missing (domain.md 6 P6) and both paid what they owe. */
function aboveCharges(account: Account, primary: number): Basis {
  const share = Math.max(0, account.paid(PATIENT_PARTY));
  return { ...plain, allowed: paidOnce(account, primary) + share, share, primary, shareProven: false };
}

const selfPay = (account: Account): Basis => {
  const allowed = account.charges - payerWriteOffs(account, 0);
  return { source: 'derived', allowed, share: allowed, sequestration: 0, primary: UNKNOWN_PARTY, stated: new Map(), shareProven: true, missing: 0 };
};

function basisOf(account: Account, primary: number, allowed: number): Basis | null {
  const sequestration = sequestrationOf(account, primary);
  const moved = shareMoved(account);
  const share = moved ?? allowed - paidOnce(account, primary) - sequestration;
  if (allowed <= 0 || share < -account.policy.parameters.centsTol || share > allowed) return null;
  return {
    source: 'derived',
    allowed,
    share: Math.max(0, share),
    sequestration,
    primary,
    contractOf: contractOwner(account, primary),
    stated: new Map(),
    shareProven: moved !== null,
    missing: 0,
  };
}

/** One contractual that equals the credit and makes the rest impossible is left out (domain.md 2.2 C09). */
function withoutSuspect(account: Account, primary: number, charges: number): Basis | null {
  const suspects = account.ofKind(Kind.Contractual).filter((tx) => sizeOf(account.ledger, tx) === -account.balance);
  const suspect = suspects.length === 1 ? suspects[0] : undefined;
  return suspect === undefined ? null : basisOf(account, primary, charges - payerWriteOffs(account, primary) + sizeOf(account.ledger, suspect));
}

/**
 * Contractuals (each once; a later payer's apart) and payer-side write-offs that ended a debt, in positive cents. What was reversed in part is set
 * against the repeats first.
 */
function payerWriteOffs(account: Account, primary: number): number {
  const repeats = new Set(account.repeatedContractuals.map((repeat) => repeat.tx));
  const owner = contractOwner(account, primary);
  let [once, again, back] = [0, 0, 0];
  for (const tx of account.live) {
    if (onPatientSide(account, tx)) continue;
    const held = heldByPayer(account, tx, owner);
    if (repeats.has(tx)) again += held;
    else if (held < 0) back -= held;
    else once += held;
  }
  return once - Math.max(0, back - again);
}

function heldByPayer(account: Account, tx: number, primary: number): number {
  const { ledger } = account;
  const kind = kindOf(ledger, tx);
  const party = partyOf(ledger, tx);
  if (kind === Kind.Contractual) return party === primary || party <= PATIENT_PARTY ? -effectOf(ledger, tx) : 0;
  if (kind === Kind.WriteOff) return sizeOf(ledger, tx) - overshoot(account, tx);
  return kind === Kind.AdjustmentReversal ? -effectOf(ledger, tx) : 0;
}

/** Both legs of every transfer stand in one name: nothing was moved that could be told. */
export function onOnePart(account: Pick<Account, 'ledger' | 'ofKind'>): boolean {
  const transfers = account.ofKind(Kind.TransferBucket);
  const net = transfers.reduce((sum, tx) => sum + effectOf(account.ledger, tx), 0);
  return net === 0 && new Set(transfers.map((tx) => partyOf(account.ledger, tx))).size === 1;
}

/** Net transfers into the patient's bucket; null when none was made. */
function shareMoved(account: Account): number | null {
  const transfers = account.ofKind(Kind.TransferBucket).filter((tx) => partyOf(account.ledger, tx) === PATIENT_PARTY);
  const moved = transfers.reduce((sum, tx) => sum + effectOf(account.ledger, tx), 0);
  return transfers.length === 0 || (moved === 0 && onOnePart(account)) ? null : moved;
}

const sequestrationOf = (account: Account, primary: number): number =>
  account
    .ofKind(Kind.Sequestration)
    .reduce(
      (sum, tx) => (partyOf(account.ledger, tx) === primary || partyOf(account.ledger, tx) === UNKNOWN_PARTY ? sum - effectOf(account.ledger, tx) : sum),
      0,
    );

/** What the payer paid, each payment once; money that went back is set against the repeats first. */
function paidOnce(account: Account, payer: number): number {
  const repeats = new Set(account.repeatedPayments.map((repeat) => repeat.tx));
  let [once, again] = [0, 0];
  for (const tx of account.receipts(payer)) {
    if (repeats.has(tx) || account.foreign.has(tx)) again += sizeOf(account.ledger, tx);
    else once += sizeOf(account.ledger, tx);
  }
  const back = once + again - account.paid(payer);
  return once - Math.max(0, back - again);
}
