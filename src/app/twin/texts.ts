/** Free text of the twin: words of types stay, every other word, number, date and amount becomes an invented one; what a posting's text means stays. */
import { classifyWords } from '../../intake/types';
import { textKind } from '../../intake/rowKinds';
import { Kind } from '../../core/ledger';
import { TYPE_RULES } from '../../intake/typeVocabulary';
import type { Amounts } from './amounts';
import type { Days } from './days';
import type { Identifiers } from './identifiers';
import type { WordMask } from './wordMask';

const PIECE = /\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d[\d,]*\.\d{2}(?!\d)|[\p{L}\p{N}]+/gu;
const DATE = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/;
const AMOUNT = /^\d[\d,]*\.\d{2}$/;
const REASON = /\b(?:CO|PR|OA|PI|CR)[- ]?\d{1,3}\b|\b[MN][A]?\d{1,3}\b/gi;
/** A code of a posting, a procedure, a reason: short, and not a word. */
const CODE = /^(?=.*\d)[\p{L}\d]{1,8}$|^\p{L}{1,3}$/u;

export interface Masks {
  readonly words: WordMask;
  readonly ids: Identifiers;
  readonly amounts: Amounts;
  readonly days: Days;
}

/** Every word of its own becomes an invented one; those in `kept` stay. Reason codes (CO-45) stay, digits are taken for identifiers. */
export function maskedText(text: string, kept: ReadonlySet<string>, masks: Masks): string {
  const reasons = new Set((text.match(REASON) ?? []).flatMap((reason) => reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  return text.replace(PIECE, (piece) => {
    if (DATE.test(piece)) return String(masks.days.moved(piece, false) ?? masks.ids.of(piece));
    if (AMOUNT.test(piece)) return masks.amounts.scaledText(piece);
    const word = piece.toLowerCase();
    if (kept.has(word) || reasons.has(word)) return piece;
    return /\d/.test(piece) ? masks.ids.of(piece) : masks.words.of(piece);
  });
}

/** The text of a code column: codes and words of types stay, other words do not. */
export const maskedCode = (text: string, kept: ReadonlySet<string>, masks: Masks): string =>
  text.replace(/[\p{L}\p{N}]+/gu, (piece) =>
    CODE.test(piece) || kept.has(piece.toLowerCase()) ? piece : /\d/.test(piece) ? masks.ids.of(piece) : masks.words.of(piece),
  );

const NO_MAP: ReadonlyMap<string, string> = new Map();
const meaningOf = (text: string): string => {
  const { kind, party, direction } = classifyWords(text, NO_MAP);
  return `${kind} ${String(party)} ${direction} ${textKind(text)}`;
};

/** The masked text, or a standing phrase of the same kind where a word that was masked carried the meaning. */
export function sameMeaning(original: string, masked: string): string {
  const wanted = meaningOf(original);
  if (meaningOf(masked) === wanted) return masked;
  const { kind } = classifyWords(original, NO_MAP);
  if (kind === Kind.Unknown) return masked;
  const phrases = TYPE_RULES.filter((rule) => rule.kind === kind).flatMap(({ any, and = [] }) =>
    ['', 'insurance ', 'patient '].flatMap((party) => any.map((phrase) => `${party}${phrase}${and[0] === undefined ? '' : ` ${and[0]}`}`)),
  );
  return phrases.find((phrase) => meaningOf(phrase) === wanted) ?? masked;
}
