/** Short words for ledger lines. Unless said: charges 1000, allowed 600, contractual 400, payer 480, patient share 120 (domain.md 6). */
import type { Case, Line } from './sheets';
import type { Proof } from './layouts';

export type More = Partial<Line>;
export const chg = (amount = 1000, more: More = {}): Line => ({ date: '2026-01-05', type: 'Charge', amount, ...more });
export const adj = (amount = 400, more: More = {}): Line => ({
  date: '2026-02-02',
  type: 'Contractual Adjustment',
  amount: -amount,
  payer: 'Aetna',
  claim: 'CL1',
  ...more,
});
export const pay = (amount = 480, more: More = {}): Line => ({
  date: '2026-02-02',
  type: 'Insurance Payment',
  amount: -amount,
  payer: 'Aetna',
  check: '5001',
  claim: 'CL1',
  allowed: 600,
  pr: 120,
  ...more,
});
/** The same claim paid again a month later by another check. */
export const again = (amount = 480, more: More = {}): Line => pay(amount, { date: '2026-03-01', check: '5002', ...more });
export const pt = (amount = 120, more: More = {}): Line => ({
  date: '2026-03-10',
  type: 'Patient Payment',
  amount: -amount,
  payer: 'Patient',
  check: '9001',
  ...more,
});
/** Any other posting; amount as its effect on the balance. */
export const row = (type: string, amount: number, more: More = {}): Line => ({ date: '2026-04-01', type, amount, ...more });

export interface Trial {
  readonly name: string;
  readonly cases: readonly Case[];
  /** Every refund that may be proposed at high or medium confidence on the first account, as "480.00 payer Aetna". */
  readonly owed: readonly string[];
  /** Findings that must stand (cause, class, amount, owed to), by what the sheets prove. "*" for the cause = any. */
  readonly must?: Partial<Record<Proof, readonly string[]>>;
  /** Where nothing at all may be listed. */
  readonly quiet?: readonly Proof[];
  /** Left out of these: there the right answer cannot be told apart from another (the reason stands beside the row). */
  readonly not?: readonly Proof[];
  /** The account must appear, whatever is said of it. */
  readonly listed?: boolean;
}
export const ALL: readonly Proof[] = ['bare', 'references', 'allowed', 'remittance'];
export const aetna = (...lines: Line[]): Case => ({ primary: 'Aetna', lines });
