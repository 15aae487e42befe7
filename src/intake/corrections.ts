/**
 * How a person's corrections are looked up, also those that came back from the workbook, where a label stands as its hash: a workbook's settings
 * hold no cell text (design.md 4, law 7).
 */
import { Kind } from '../core/ledger';
import type { Role } from './contract';

export type Corrections = Readonly<Record<string, string>>;

/** Sixteen hex digits for a text; says nothing by itself. Not a secret: who knows the text can compute it. */
export function textHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = (Math.imul(b, 0x5bd1e995) + code) ^ (b >>> 15);
  }
  const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}

/** The choice made for a label of a sheet ("sign:Sheet:PMT"), under the label itself or under its hash ("sign:Sheet:#…"). */
export const chosenFor = (corrections: Corrections, kind: string, sheet: string, label: string): string | undefined =>
  corrections[`${kind}:${sheet}:${label}`] ?? corrections[`${kind}:${sheet}:#${textHash(label)}`];

const ROLES: readonly Role[] = ['accounts', 'transactions', 'mixed', 'remittance', 'register', 'ignored'];
/** Every word of ours that a choice can have. Only these may be kept in a workbook's settings; a new choice is added here. */
export const CHOICE_WORDS: ReadonlySet<string> = new Set([
  ...ROLES,
  ...Object.keys(Kind),
  'none',
  'as written',
  'turned',
  'not counted',
  'credit negative',
  'credit positive',
  'without sign',
  '1,234.56',
  '1.234,56',
  'month first',
  'day first',
  'not decided',
  'facility and number',
  'sheet and number',
  'number alone',
  'parts of one balance, by payer',
  'the same balance again',
  'belong to the account above',
  'have no account',
  'the last hundred years',
  'the years from 2000',
  'cents',
  'dollars',
  'counted once a claim',
  'counted on every line',
  'separate payers',
  "the account's only payer",
  'no payer',
  'includes write-offs',
  'payments alone',
]);
