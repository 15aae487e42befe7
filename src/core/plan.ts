/** How the payer prices, and charges taken back after it paid (domain.md 2.2 C10, 6 P7). */
import type { Account, AccountView } from './accountView';
import { Kind, PATIENT_PARTY } from './ledger';
import type { Ledger } from './ledger';
import { accountText, codesOf, dayOfTx, effectOf, isIn, kindOf, partyOf, RECEIPTS } from './posting';

export type Plan = 'fixed' | 'percent' | 'unknown';

/** A fixed price (DRG, case rate, per diem) does not change with the charges; percent of charge and fee lines do. */
export function planOf(account: Account): Plan {
  const { ledger, index } = account;
  const words = `${accountText(ledger, 'planType', index)} ${accountText(ledger, 'plan', index)}`;
  if (words === ' ') return ofDrg(ledger, index);
  if (/\b(percent|pct|poc|fee[- ]?(line|schedule|for[- ]service)|ffs)\b|%/i.test(words)) return 'percent';
  if (/\b(drg|ms-drg|apr-drg|case|per[- ]?diem|fixed|global|apc)\b/i.test(words)) return 'fixed';
  return ofDrg(ledger, index);
}
const ofDrg = (ledger: Ledger, index: number): Plan => (/\d/.test(accountText(ledger, 'drg', index)) ? 'fixed' : 'unknown');

/** Charge credits in time order that were posted after the first live payment of a payer. */
export function lateCredits(account: AccountView): readonly number[] {
  const { ledger } = account;
  const credits = account.ofKind(Kind.ChargeCredit);
  if (credits.length === 0) return [];
  const first = account.live.find((tx) => isIn(RECEIPTS, kindOf(ledger, tx)) && partyOf(ledger, tx) > PATIENT_PARTY);
  return first === undefined ? [] : credits.filter((tx) => dayOfTx(ledger, tx) > dayOfTx(ledger, first));
}

/** Positive cents. */
export const lateCreditOf = (account: Account): number => lateCredits(account).reduce((sum, tx) => sum - effectOf(account.ledger, tx), 0);

/** The plan pays by member and month: visits are written off in full (domain.md 1.1, 2.2 C18). */
export function isCapitated(account: Pick<AccountView, 'ledger' | 'index' | 'ofKind'>): boolean {
  const { ledger, index } = account;
  const words = ['planType', 'plan', 'finClass'] as const;
  if (words.some((column) => /capitat|\bcap\b/i.test(accountText(ledger, column, index)))) return true;
  return ledger.tx.text.carc.length > 0 && account.ofKind(Kind.Contractual).some((tx) => codesOf(ledger, tx).includes('24'));
}

export const isCancelled = (account: Pick<AccountView, 'ledger' | 'index'>): boolean =>
  /cancel|no[- ]?show|\bcxl\b|left without/i.test(
    `${accountText(account.ledger, 'status', account.index)} ${accountText(account.ledger, 'flags', account.index)}`,
  );
