/**
 * How a person's corrections are looked up, also those that came back from the workbook, where a label stands as its hash: a workbook's settings
 * hold no cell text (design.md 4, law 7).
 */
import { Kind } from '../core/ledger';
import type { Grain, Role } from './contract';

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

/** What a correction is about, told by the first word of its key: "payer:Name", "role:Sheet", "column:Sheet:field", "dayfirst:Sheet:Heading", "type:Sheet:Label". */
export type Reach = 'workbook' | 'sheet' | 'field' | 'heading' | 'label';
/** Every kind of correction that the reading heeds; a new kind is added here, or it would be forgotten when the workbook is closed. */
export const REACH: Readonly<Record<string, Reach>> = {
  grain: 'workbook',
  key: 'workbook',
  payer: 'workbook',
  balanceSign: 'sheet',
  fill: 'sheet',
  paid: 'sheet',
  party: 'sheet',
  repeat: 'sheet',
  role: 'sheet',
  split: 'sheet',
  totals: 'sheet',
  units: 'sheet',
  column: 'field',
  century: 'heading',
  dayfirst: 'heading',
  decimals: 'heading',
  sign: 'label',
  type: 'label',
};
/** "payer:Name" → "payer"; "grain" → "grain". */
export const kindOfKey = (key: string): string => key.split(':', 1)[0] ?? '';
export const reachOf = (key: string): Reach | null => (Object.hasOwn(REACH, kindOfKey(key)) ? (REACH[kindOfKey(key)] ?? null) : null);

const HASHED = /^#[0-9a-f]{16}$/;
/** A label as its hash; one that stands as a hash already stays. */
export const hashed = (label: string): string => (HASHED.test(label) ? label : `#${textHash(label)}`);

/** Choices that are offered in words of the workbook ("BCBS TX = Blue Cross of Texas"), as words of ours. */
const OFFERED: Readonly<Record<string, string>> = { payer: 'one payer', totals: 'counted' };
/** The choice as it may be kept: a word of ours; null when there is none for it. Columns have headings for values and are not asked about here. */
export function choiceWord(key: string, value: string): string | null {
  const word = CHOICE_WORDS.has(value) ? value : OFFERED[kindOfKey(key)];
  return word ?? null;
}

const GRAINS: readonly Grain[] = ['account', 'claim', 'visit', 'patient', 'guarantor'];
/** The level a correction "grain" names; null for anything else. */
export const grainNamed = (text: string | undefined): Grain | null => GRAINS.find((grain) => grain === text) ?? null;

const ROLES: readonly Role[] = ['accounts', 'transactions', 'mixed', 'remittance', 'register', 'ignored'];
/** Every word of ours that a choice can have. Only these may be kept in a workbook's settings; a new choice is added here. */
export const CHOICE_WORDS: ReadonlySet<string> = new Set([
  ...ROLES,
  ...GRAINS,
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
  'one payer',
  'counted',
  "the account's only payer",
  'no payer',
  'includes write-offs',
  'payments alone',
]);
