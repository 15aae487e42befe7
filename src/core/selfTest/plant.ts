/** What a kind of planting is: a truth and how it comes onto an account. The kinds themselves are in plants/ and traps/. */
import type { CauseId, FindingClass } from '../credit';
import type { Chance } from './chance';
import type { Draft } from './draft';
import type { PlainAccount } from './plainAccounts';
import type { Shape } from './shape';

/** What is true of a planted account (domain.md 2.2). */
export interface Truth {
  readonly cause: CauseId;
  readonly class: FindingClass;
  readonly cents: number;
  readonly owedTo: 'payer' | 'patient' | 'account' | 'none';
  /** Payer's name or account's key; '' for the patient, for nobody, and for a payer the sheets do not name. */
  readonly name: string;
}

/** What a kind may use beside its account. */
export interface Tools {
  readonly shape: Shape;
  readonly chance: Chance;
  readonly asOf: number;
  /** Overpayments up to this are small credits (policy). */
  readonly small: number;
  /** A second account that is settled and plain: of the same patient, or any with a payer's claim number; null when none is left. */
  other(of: 'patient' | 'anyone'): Draft | null;
}

interface Kind {
  readonly id: string;
  /** For people, short. */
  readonly words: string;
  /** Why these sheets cannot show it; '' when they can. */
  readonly lacks: (shape: Shape) => string;
  readonly fits: (plain: PlainAccount) => boolean;
}
export interface Plant extends Kind {
  readonly cause: CauseId;
  /** null when this account will not do after all. */
  readonly plant: (draft: Draft, tools: Tools) => readonly Truth[] | null;
}
export interface Trap extends Kind {
  /** False when this account will not do after all. */
  readonly lay: (draft: Draft, tools: Tools) => boolean;
}

export const anySheets = (): string => '';
export const needsRows =
  (words: string, ...kinds: readonly Parameters<Shape['has']>[0][]) =>
  (shape: Shape): string =>
    kinds.every((kind) => shape.has(kind)) ? '' : `No row of your sheets is ${words}.`;

export const hasPayer = (plain: PlainAccount): boolean => plain.payments.length > 0;
export const oneParty = (plain: PlainAccount): boolean => plain.payments.length === 1;
export const hasShare = (plain: PlainAccount): boolean => plain.share > 0;

export const owedToPayer = (cause: CauseId, cents: number, name: string): Truth => ({ cause, class: 'true-overpayment', cents, owedTo: 'payer', name });
export const owedToPatient = (cause: CauseId, cents: number): Truth => ({ cause, class: 'true-overpayment', cents, owedTo: 'patient', name: '' });
export const owedToNobody = (cause: CauseId, cents: number): Truth => ({ cause, class: 'posting-error', cents, owedTo: 'none', name: '' });
export const elsewhere = (cause: CauseId, cents: number, account = ''): Truth => ({
  cause,
  class: 'misallocated',
  cents,
  owedTo: account === '' ? 'none' : 'account',
  name: account,
});
