/** Balance of each party's part of an account, where transfers or the listing make the parts known (domain.md 1.6, bucket equations). */
import type { Account } from './accountView';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from './ledger';
import type { Cents } from './money';
import { cents } from './money';
import { onOnePart } from './derivedBasis';
import { onPatientSide } from './writeOffs';
import { accountMoney, CHARGES, effectOf, isIn, kindOf, partyOf, ADJUSTMENTS } from './posting';

/** Party on whose part a posting stands: charges and write-offs without a name belong to the primary payer, else to the patient. */
export function seatOf(account: Account, tx: number): number {
  const party = partyOf(account.ledger, tx);
  const kind = kindOf(account.ledger, tx);
  const primary = account.payers[0] ?? PATIENT_PARTY;
  if (isIn(CHARGES, kind)) return party === UNKNOWN_PARTY ? primary : party;
  if (party !== UNKNOWN_PARTY) return party;
  if (isIn(ADJUSTMENTS, kind)) return onPatientSide(account, tx) ? PATIENT_PARTY : primary;
  return UNKNOWN_PARTY;
}

export function bucketsOf(account: Account): ReadonlyMap<number, Cents> | null {
  return fromTransfers(account) ?? fromListing(account);
}

/** null also where money stands with nobody known: then the parts are not known either. */
function fromTransfers(account: Account): ReadonlyMap<number, Cents> | null {
  if (account.ofKind(Kind.TransferBucket).length === 0 || onOnePart(account)) return null;
  const sums = new Map<number, number>();
  for (const tx of account.all) {
    const seat = seatOf(account, tx);
    if (seat === UNKNOWN_PARTY && effectOf(account.ledger, tx) !== 0) return null;
    sums.set(seat, (sums.get(seat) ?? 0) + effectOf(account.ledger, tx));
  }
  return new Map([...sums].map(([party, sum]) => [party, cents(sum)]));
}

function fromListing(account: Account): ReadonlyMap<number, Cents> | null {
  const patient = accountMoney(account.ledger, 'ptBalance', account.index);
  const insurance = accountMoney(account.ledger, 'insBalance', account.index);
  if (!Number.isFinite(patient) || !Number.isFinite(insurance) || account.payers.length !== 1) return null;
  return new Map([
    [account.payers[0] as number, cents(insurance)],
    [PATIENT_PARTY, cents(patient)],
  ]);
}
