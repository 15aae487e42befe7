/** The patient's payments seen from the patient's share: what was paid before the payer spoke, what was paid twice (C05, C06, C25, C27). */
import type { AccountView } from './accountView';
import { Kind, PATIENT_PARTY } from './ledger';
import { accountDay, accountText, dayOfTx, kindOf, sizeOf } from './posting';

/** Patient's payments above what the patient owes; 0 when that is unknown or nothing. */
export const patientExcess = (account: AccountView): number => {
  const excess = account.excess(PATIENT_PARTY);
  return excess === null || excess <= account.policy.parameters.centsTol ? 0 : excess;
};

/** Day the first payer spoke: its first payment or contractual; 0 when none did. */
export function firstRemitDay(account: AccountView): number {
  const days = account.live.filter((tx) => spoke(account, tx)).map((tx) => dayOfTx(account.ledger, tx));
  return days.length === 0 ? 0 : Math.min(...days);
}
const spoke = (account: AccountView, tx: number): boolean => {
  const kind = kindOf(account.ledger, tx);
  return (kind === Kind.Payment && (account.ledger.tx.party[tx] as number) > PATIENT_PARTY) || kind === Kind.Contractual;
};

/** Patient receipts taken before or with the first remittance, or as a deposit. */
export function earlyReceipts(account: AccountView): readonly number[] {
  const remit = firstRemitDay(account);
  return remit === 0 ? [] : account.receipts(PATIENT_PARTY).filter((tx) => dayOfTx(account.ledger, tx) <= remit);
}

/** The patient paid while no payer was on the account: a self-pay discount, a self-pay class, or coverage added afterwards. */
export function paidAsSelfPay(account: AccountView): boolean {
  const first = account.receipts(PATIENT_PARTY)[0];
  if (first === undefined) return false;
  const added = accountDay(account.ledger, 'coverageAdded', account.index);
  const discount = account.all.some((tx) => kindOf(account.ledger, tx) === Kind.SelfPayDiscount);
  return (added > 0 && added > dayOfTx(account.ledger, first)) || discount || /self|cash/i.test(accountText(account.ledger, 'finClass', account.index));
}

/** Pairs of equal patient receipts: the later of each. */
export function paidTwice(account: AccountView): readonly number[] {
  const seen = new Set<number>();
  return account.receipts(PATIENT_PARTY).filter((tx) => {
    const size = sizeOf(account.ledger, tx);
    if (seen.has(size)) return true;
    seen.add(size);
    return false;
  });
}

/** Receipts to claim for an excess: one that equals it and repeats another, else one that equals it, else the latest ones that cover it. */
export function receiptsFor(account: AccountView, among: readonly number[], excess: number): readonly number[] {
  const { ledger } = account;
  const latest = [...among].reverse();
  const twice = new Set(paidTwice(account));
  const exact = latest.find((tx) => twice.has(tx) && sizeOf(ledger, tx) === excess) ?? latest.find((tx) => sizeOf(ledger, tx) === excess);
  if (exact !== undefined) return [exact];
  const chosen: number[] = [];
  let rest = excess;
  for (const tx of [...latest.filter((tx) => twice.has(tx) && sizeOf(ledger, tx) <= excess), ...latest]) {
    if (rest <= 0) break;
    if (chosen.includes(tx)) continue;
    chosen.push(tx);
    rest -= sizeOf(ledger, tx);
  }
  return chosen;
}
