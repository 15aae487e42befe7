/** How the payer prices, and charges taken back after it paid (domain.md 2.2 C10, 6 P7). */
import type { Account } from './accountView';
import { Kind, PATIENT_PARTY } from './ledger';
import { accountText, effectOf, isIn, kindOf, partyOf, RECEIPTS } from './posting';

export type Plan = 'fixed' | 'percent' | 'unknown';

/** A fixed price (DRG, case rate, per diem) does not change with the charges; percent of charge and fee lines do. */
export function planOf(account: Account): Plan {
  const { ledger, index } = account;
  const words = `${accountText(ledger, 'planType', index)} ${accountText(ledger, 'plan', index)}`;
  if (/\b(percent|pct|poc|fee[- ]?(line|schedule|for[- ]service)|ffs)\b|%/i.test(words)) return 'percent';
  if (/\b(drg|ms-drg|apr-drg|case|per[- ]?diem|fixed|global|apc)\b/i.test(words)) return 'fixed';
  return /\d/.test(accountText(ledger, 'drg', index)) ? 'fixed' : 'unknown';
}

/** Charge credits in time order that were posted after the first live payment of a payer. */
export function lateCredits(account: Account): readonly number[] {
  const { ledger } = account;
  const credits = account.ofKind(Kind.ChargeCredit);
  if (credits.length === 0) return [];
  const first = account.live.find((tx) => isIn(RECEIPTS, kindOf(ledger, tx)) && partyOf(ledger, tx) > PATIENT_PARTY);
  return first === undefined ? [] : credits.filter((tx) => account.dayOf(tx) > account.dayOf(first));
}

/** Positive cents. */
export const lateCreditOf = (account: Account): number => -lateCredits(account).reduce((sum, tx) => sum + effectOf(account.ledger, tx), 0);
