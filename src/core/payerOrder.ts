/**
 * Coordination of benefits: which payer is primary (domain.md 1.1, 2.2 C03, C04, C17). The listing's order, corrected by what the payer's class
 * settles: workers' compensation, auto and liability pay first; TRICARE and CHIP pay after every other health plan but Medicaid; Medicaid pays last
 * (domain.md 4.3).
 */
import { PATIENT_PARTY } from './ledger';
import type { PayerClass } from './ledger';
import type { Account } from './accountView';
import { dayOfTx, kindOf, partyOf, RECEIPTS, isIn } from './posting';

const FIRST: ReadonlySet<PayerClass> = new Set(['workers-comp', 'auto', 'liability']);
const AFTER_OTHERS: ReadonlySet<PayerClass> = new Set(['tricare', 'chip']);
const LAST: ReadonlySet<PayerClass> = new Set(['medicaid', 'medicaid-managed']);

function tierOf(payerClass: PayerClass): number {
  if (FIRST.has(payerClass)) return 0;
  if (LAST.has(payerClass)) return 3;
  return AFTER_OTHERS.has(payerClass) ? 2 : 1;
}

/** Payers with any posting here, or listed; most primary first. */
export function orderOfPayers(account: Account): { payers: readonly number[]; listed: boolean } {
  const listing = account.ledger.accounts.payerParty.map((column) => column[account.index] ?? 0).filter((party) => party > PATIENT_PARTY);
  const named = account.named().filter((party) => party > PATIENT_PARTY);
  const rest = named.filter((party) => !listing.includes(party)).sort(byFirstPayment(account));
  const payers = [...new Set([...listing, ...rest])];
  const tier = (party: number): number => tierOf(account.party(party).payerClass);
  return { payers: payers.sort((a, b) => tier(a) - tier(b)), listed: rest.length === 0 && listing.length > 0 };
}

function byFirstPayment(account: Account): (x: number, y: number) => number {
  const first = new Map<number, number>();
  for (const tx of account.live) {
    const party = partyOf(account.ledger, tx);
    if (isIn(RECEIPTS, kindOf(account.ledger, tx)) && !first.has(party)) first.set(party, dayOfTx(account.ledger, tx));
  }
  const day = (party: number): number => first.get(party) ?? Number.MAX_SAFE_INTEGER;
  const name = (party: number): string => account.party(party).name;
  return (x, y) => day(x) - day(y) || (name(x) < name(y) ? -1 : 1);
}
