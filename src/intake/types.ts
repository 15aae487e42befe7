/** From the words of a posting to what it is: code map first, then the built-in vocabulary (domain.md 1.4). */
import { Kind } from '../core/ledger';
import { PATIENT_WORDS, PAYER_WORDS, TYPE_RULES } from './typeVocabulary';

export interface TypeMeaning {
  readonly kind: Kind;
  readonly party: 'payer' | 'patient' | null;
  readonly generic: boolean;
  readonly direction: 0 | 1 | -1;
  /** Where it comes from: the code map, the vocabulary, or nothing known. */
  readonly source: 'map' | 'words' | 'none';
}

/** Lower-case words separated by single blanks; camelCase split. */
export function normaliseWords(raw: string): string {
  return raw
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/w\/o/g, 'wo')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const pattern = (phrases: readonly string[]): RegExp => new RegExp(`(?:^| )(?:${phrases.join('|')})(?= |$)`);
const RULES = TYPE_RULES.map((rule) => ({ rule, any: pattern(rule.any), and: rule.and ? pattern(rule.and) : null, not: rule.not ? pattern(rule.not) : null }));
const PAYER = pattern(PAYER_WORDS);
const PATIENT = pattern(PATIENT_WORDS);

const UNKNOWN: TypeMeaning = { kind: Kind.Unknown, party: null, generic: true, direction: 0, source: 'none' };
const KINDS: ReadonlyMap<string, Kind> = new Map(Object.entries(Kind).map(([name, kind]) => [name.toLowerCase(), kind]));

/** A kind by its own name ("Contractual"), as the code map and corrections spell it; null for another word. */
export const kindNamed = (name: string): Kind | null => KINDS.get(name.toLowerCase().replace(/[^a-z]/g, '')) ?? null;
export const kindName = (kind: Kind): string => Object.entries(Kind).find(([, value]) => value === kind)?.[0] ?? 'Unknown';

/** What the words say. `codeMap` keys are normalised with `normaliseWords`. */
export function classifyWords(raw: string, codeMap: ReadonlyMap<string, string>): TypeMeaning {
  const words = normaliseWords(raw);
  if (words === '') return UNKNOWN;
  const mapped = codeMap.get(words) ?? codeMap.get(raw.trim()) ?? codeMap.get(raw.trim().toLowerCase());
  const kind = mapped === undefined ? null : kindNamed(mapped);
  if (kind !== null) return { kind, party: partyOf(words), generic: false, direction: 0, source: 'map' };
  for (const { rule, any, and, not } of RULES) {
    if (any.test(words) && (and === null || and.test(words)) && (not === null || !not.test(words)))
      return { kind: rule.kind, party: partyOf(words), generic: rule.generic ?? false, direction: rule.direction ?? 0, source: 'words' };
  }
  return { ...UNKNOWN, party: partyOf(words) };
}

export function partyOf(words: string): 'payer' | 'patient' | null {
  const payer = PAYER.test(words);
  const patient = PATIENT.test(words);
  return payer === patient ? null : payer ? 'payer' : 'patient';
}

const REFINES_PAYMENT: ReadonlySet<Kind> = new Set([Kind.PaymentReversal, Kind.Takeback, Kind.Deposit, Kind.Capitation, Kind.Interest, Kind.Refund]);
const REFINES_CREDIT: ReadonlySet<Kind> = new Set([
  Kind.Contractual,
  Kind.Sequestration,
  Kind.WriteOff,
  Kind.Charity,
  Kind.SelfPayDiscount,
  Kind.SmallBalance,
  Kind.BadDebt,
  Kind.TransferBucket,
  Kind.TransferAccount,
  Kind.AdjustmentReversal,
]);
const REFINES_DEBIT: ReadonlySet<Kind> = new Set([
  Kind.Refund,
  Kind.PaymentReversal,
  Kind.Takeback,
  Kind.TransferBucket,
  Kind.TransferAccount,
  Kind.SmallBalance,
  Kind.BadDebt,
  Kind.Contractual,
  Kind.Charity,
]);

/** A generic meaning made narrower by further words of the same row; never turned into its opposite family. */
export function refine(meaning: TypeMeaning, more: TypeMeaning, fromMethod: boolean): TypeMeaning {
  if (!meaning.generic || more.source === 'none') return meaning;
  if (meaning.kind === Kind.Unknown) return { ...more, party: meaning.party ?? more.party };
  if (more.kind === meaning.kind) return { ...meaning, party: meaning.party ?? more.party };
  const allowed =
    meaning.kind === Kind.Payment
      ? REFINES_PAYMENT.has(more.kind) || (fromMethod && (REFINES_CREDIT.has(more.kind) || more.kind === Kind.Refund))
      : meaning.kind === Kind.WriteOff
        ? REFINES_CREDIT.has(more.kind)
        : meaning.kind === Kind.AdjustmentReversal
          ? REFINES_DEBIT.has(more.kind)
          : meaning.kind === Kind.PaymentReversal && (more.kind === Kind.AdjustmentReversal || more.kind === Kind.ChargeCredit || more.kind === Kind.Takeback);
  if (
    allowed &&
    meaning.kind === Kind.AdjustmentReversal &&
    REFINES_CREDIT.has(more.kind) &&
    more.kind !== Kind.TransferBucket &&
    more.kind !== Kind.TransferAccount
  )
    return { ...meaning, generic: false };
  return allowed ? { ...more, party: meaning.party ?? more.party, generic: false } : { ...meaning, party: meaning.party ?? more.party };
}

/** The effect's sign such a posting normally has: +1 raises what is owed, −1 lowers it, 0 either (domain.md 1.4). */
export function usualSign(kind: Kind): 1 | -1 | 0 {
  switch (kind) {
    case Kind.Charge:
    case Kind.PaymentReversal:
    case Kind.Takeback:
    case Kind.Refund:
    case Kind.AdjustmentReversal:
      return 1;
    case Kind.ChargeCredit:
    case Kind.Payment:
    case Kind.Deposit:
    case Kind.Contractual:
    case Kind.Sequestration:
    case Kind.WriteOff:
    case Kind.Charity:
    case Kind.SelfPayDiscount:
    case Kind.SmallBalance:
    case Kind.BadDebt:
    case Kind.Interest:
    case Kind.Capitation:
      return -1;
    case Kind.Unknown:
    case Kind.TransferBucket:
    case Kind.TransferAccount:
    case Kind.BankReturn:
    case Kind.Memo:
      return 0;
  }
}
