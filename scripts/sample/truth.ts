/**
 * What is true about a planted account, stated by hand from domain.md 2.2 (causes) and 6 (pitfalls); the product's code is not asked.
 */
export interface TrueFinding {
  readonly cause: string;
  /** Causes that name the same money, the same class and the same payee just as well. */
  readonly orCauses?: readonly string[];
  readonly variant?: string;
  readonly class: 'true-overpayment' | 'posting-error' | 'misallocated' | 'hold';
  readonly cents: number;
  readonly owedTo: { readonly kind: 'payer' | 'patient' | 'account' | 'none'; readonly name: string };
  readonly resolution: string;
  /** Resolutions that are right as well. */
  readonly orResolutions?: readonly string[];
}
/** What else would be an honest answer: to leave the verdict to a person, not to list the account, or to hold. */
export type Instead = 'needs-review' | 'not-listed' | 'hold';
export interface Expectation {
  /** C01 … C28 for a planted cause, P1 … P25 for a trap, or a word for other planted situations. */
  readonly id: string;
  /** The right result in words. */
  readonly right: string;
  /** [] = nothing is wrong with the account: it must not be listed, or only as needs review where `instead` says so. */
  readonly findings: readonly TrueFinding[];
  /** Cents a party still owes beside the findings (design.md 4 law 1). */
  readonly shortfall?: number;
  readonly instead: readonly Instead[];
}

export const toPayer = (cause: string, cents: number, name: string, more: Partial<TrueFinding> = {}): TrueFinding => ({
  cause,
  class: 'true-overpayment',
  cents,
  owedTo: { kind: 'payer', name },
  resolution: 'REFUND_PAYER',
  orResolutions: ['AWAIT_TAKEBACK', 'CORRECT_AND_REBILL'],
  ...more,
});
export const toPatient = (cause: string, cents: number, name: string, more: Partial<TrueFinding> = {}): TrueFinding => ({
  cause,
  class: 'true-overpayment',
  cents,
  owedTo: { kind: 'patient', name },
  resolution: 'REFUND_PATIENT',
  ...more,
});
export const postingError = (cause: string, cents: number, resolution: string, more: Partial<TrueFinding> = {}): TrueFinding => ({
  cause,
  class: 'posting-error',
  cents,
  owedTo: { kind: 'none', name: '' },
  resolution,
  ...more,
});
export const misallocated = (cause: string, cents: number, resolution: string, account = '', more: Partial<TrueFinding> = {}): TrueFinding => ({
  cause,
  class: 'misallocated',
  cents,
  owedTo: { kind: account === '' ? 'none' : 'account', name: account },
  resolution,
  ...more,
});
