/** Which write-offs on the patient's side hold (A* of domain.md 1.6, patient part). */
import type { AccountView } from './accountView';
import { Kind, PATIENT_PARTY } from './ledger';
import { kindOf, partyOf, sizeOf, effectOf } from './posting';

const PATIENT_SIDE: ReadonlySet<Kind> = new Set<Kind>([Kind.Charity, Kind.SelfPayDiscount, Kind.SmallBalance, Kind.BadDebt]);

/** True for write-offs of the patient's part: by kind, or a plain write-off in the patient's name. */
export const onPatientSide = (account: AccountView, tx: number): boolean => {
  const kind = kindOf(account.ledger, tx);
  return PATIENT_SIDE.has(kind) || ((kind === Kind.WriteOff || kind === Kind.AdjustmentReversal) && partyOf(account.ledger, tx) === PATIENT_PARTY);
};

/** Debits on the payer's side that no write-off pairs with: what was reversed in part, in positive cents. */
export const reversedInPart = (account: AccountView): number =>
  [Kind.Contractual, Kind.AdjustmentReversal]
    .flatMap((kind) => account.ofKind(kind))
    .reduce((sum, tx) => (onPatientSide(account, tx) ? sum : sum + Math.max(0, effectOf(account.ledger, tx))), 0);

/** What of one patient-side write-off still holds, in cents. */
export function holds(account: AccountView, tx: number): number {
  const { ledger } = account;
  const size = sizeOf(ledger, tx);
  switch (kindOf(ledger, tx)) {
    case Kind.BadDebt:
    case Kind.SmallBalance:
      return Math.max(0, size - paidAfter(account, tx));
    case Kind.SelfPayDiscount:
      return account.payers.some((payer) => account.receipts(payer).length > 0) ? 0 : size;
    case Kind.WriteOff:
      return size - overshoot(account, tx);
    default:
      return effectOf(ledger, tx) > 0 ? -size : size;
  }
}

/** A write-off ends a debt; as far as it goes past zero it wrote off what nobody owed. */
export function overshoot(account: AccountView, tx: number): number {
  const after = account.running[account.rank(tx)] as number;
  return Math.min(sizeOf(account.ledger, tx), Math.max(0, -after));
}

/** Patient money received after a write-off of the patient's debt: the debt was paid after all (C19). */
export function paidAfter(account: AccountView, writeOff: number): number {
  const at = account.rank(writeOff);
  return account.receipts(PATIENT_PARTY).reduce((sum, tx) => (account.rank(tx) > at ? sum + sizeOf(account.ledger, tx) : sum), 0);
}

/** Patient-side write-offs that hold, at most what the patient owed. */
export function validPatientWriteOffs(account: AccountView, owed: number): number {
  const total = account.live.reduce((sum, tx) => (onPatientSide(account, tx) ? sum + holds(account, tx) : sum), 0);
  return Math.max(0, Math.min(owed, total));
}
