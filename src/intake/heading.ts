/** Headings, normalised so that "Acct #", "ACCOUNT_NO" and "AccountNumber" are one (exports.md 1), and the fields they may name. */
import { FIELDS, FIELD_NAMES } from './fields';
import type { Field } from './fields';

const WORDS: Readonly<Record<string, string>> = {
  nbr: 'no',
  num: 'no',
  number: 'no',
  numbers: 'no',
  nr: 'no',
  dt: 'date',
  dates: 'date',
  amt: 'amount',
  amnt: 'amount',
  amounts: 'amount',
  pmt: 'pay',
  pymt: 'pay',
  pmts: 'pay',
  paid: 'pay',
  payment: 'pay',
  payments: 'pay',
  pays: 'pay',
  pymts: 'pay',
  adjust: 'adj',
  adjustment: 'adj',
  adjustments: 'adj',
  adjs: 'adj',
  insurance: 'ins',
  pat: 'patient',
  pt: 'patient',
  client: 'patient',
  patients: 'patient',
  chg: 'charge',
  chgs: 'charge',
  charges: 'charge',
  acct: 'account',
  accnt: 'account',
  accts: 'account',
  accounts: 'account',
  svc: 'service',
  srv: 'service',
  services: 'service',
  bal: 'balance',
  balances: 'balance',
  trans: 'trans',
  tran: 'trans',
  tx: 'trans',
  trx: 'trans',
  txn: 'trans',
  transaction: 'trans',
  transactions: 'trans',
  desc: 'description',
  enc: 'encounter',
  guar: 'guarantor',
  prim: 'primary',
  pri: 'primary',
  sec: 'secondary',
  tot: 'total',
  ttl: 'total',
  cd: 'code',
  codes: 'code',
  rsn: 'reason',
  resp: 'responsibility',
  chk: 'check',
  ck: 'check',
  cheque: 'check',
  alwd: 'allowed',
  fin: 'fin',
  financial: 'fin',
  credits: 'credit',
  debits: 'debit',
  refunds: 'refund',
  transfers: 'transfer',
  payor: 'payer',
  payors: 'payer',
  payers: 'payer',
  reversals: 'reversal',
  hosp: 'hospital',
  hsp: 'hospital',
  orig: 'original',
  stmt: 'statement',
  dept: 'department',
  loc: 'location',
  cov: 'coverage',
  eff: 'effective',
};
/** Prefixes and endings that say where a column comes from, not what it holds. */
const PREFIXES = new Set(['hb', 'pb', 'ov', 'ar']);
const ENDINGS = [/ c name$/, / yn$/, / id payer name$/, / id benefit plan name$/];

/** Words that make it another thing than its parts: "Last Pmt Amt" is no payment column. */
const BESIDE = new Set(['last', 'ytd', 'mtd', 'average', 'avg', 'estimated', 'est', 'previous', 'percent', 'pct', 'count', 'days', 'age']);

const cache = new Map<string, string>();

/** Lower-case words in one spelling, joined by spaces. */
export function normaliseHeading(raw: string): string {
  let found = cache.get(raw);
  if (found === undefined) {
    found = normalise(raw);
    if (cache.size < 20000) cache.set(raw, found);
  }
  return found;
}

function normalise(raw: string): string {
  const words = raw
    .slice(0, 120)
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/#/g, ' no ')
    .toLowerCase()
    .replace(/\b([a-z]+)date(s?)\b/g, (whole, head: string) => (head === 'up' || head === 'vali' ? whole : `${head} date`))
    .replace(/\b(claim|patient|encounter|account|transaction|appointment|department|payment|charge|chart)id\b/g, '$1 id')
    .replace(/\b([a-z]{3,})number\b/g, '$1 no')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && word !== 'the')
    .map((word) => WORDS[word] ?? word);
  const joined = words.filter((word, i) => word !== words[i - 1]).join(' ');
  return ENDINGS.reduce((text, ending) => text.replace(ending, ''), joined);
}

/** Compact spelling for headings written without separators (TOTCHGS, SERVICEDATE). */
const squeeze = (normalised: string): string => normalised.replaceAll(' ', '');

const exact = new Map<string, Field[]>();
const squeezed = new Map<string, Field[]>();
const push = (map: Map<string, Field[]>, key: string, field: Field): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [field]);
  else if (!list.includes(field)) list.push(field);
};
for (const field of FIELD_NAMES) {
  for (const heading of FIELDS[field].headings) {
    const normal = normaliseHeading(heading);
    push(exact, normal, field);
    push(squeezed, squeeze(normal), field);
    push(squeezed, heading.toLowerCase().replace(/[^a-z0-9]/g, ''), field);
  }
}
/** Words too wide to name a field inside a longer heading ("Illness date" is no posting date). */
const WIDE_WORDS = new Set([
  'date',
  'amount',
  'type',
  'status',
  'code',
  'name',
  'line',
  'group',
  'item',
  'source',
  'class',
  'company',
  'member',
  'value',
  'state',
  'company',
  'primary',
  'secondary',
  'balance',
  'from',
  'reason',
  'note',
  'hold',
  'flag',
  'mode',
  'cash',
  'check',
  'account',
  'claim',
  'visit',
  'patient',
  'guarantor',
  'hospital',
  'practice',
  'plan',
  'activity',
  'category',
]);
const phrases = [...exact.keys()]
  .map((key) => key.split(' '))
  .filter((words) => words.join('').length > 3 && !(words.length === 1 && WIDE_WORDS.has(words[0] as string)));

export interface FieldMatch {
  readonly field: Field;
  /** 1 = the heading as listed; less for a part of it. */
  readonly score: number;
}

const matchCache = new Map<string, readonly FieldMatch[]>();

/** The fields a heading may name, best first; [] when it names none we know. */
export function fieldsOf(raw: string): readonly FieldMatch[] {
  const key = raw.trim();
  let found = matchCache.get(key);
  if (found === undefined) {
    found = match(key);
    if (matchCache.size < 20000) matchCache.set(key, found);
  }
  return found;
}

function match(raw: string): readonly FieldMatch[] {
  const normal = normaliseHeading(raw);
  if (normal === '' || !/[a-z]/.test(normal)) return [];
  const direct = exact.get(normal) ?? squeezed.get(squeeze(normal)) ?? squeezed.get(raw.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (direct !== undefined) return direct.map((field) => ({ field, score: 1 }));
  const words = normal.split(' ');
  if (words.length > 1 && PREFIXES.has(words[0] as string)) {
    const rest = exact.get(words.slice(1).join(' '));
    if (rest !== undefined) return rest.map((field) => ({ field, score: 0.9 }));
  }
  if (words.length > 7 || words.some((word) => BESIDE.has(word))) return [];
  return partial(words);
}

function partial(words: readonly string[]): readonly FieldMatch[] {
  const best = new Map<Field, number>();
  for (const phrase of phrases) {
    if (phrase.length > words.length || !phrase.every((word) => words.includes(word))) continue;
    const score = 0.35 + 0.5 * (phrase.length / words.length);
    if (score < 0.6) continue;
    for (const field of exact.get(phrase.join(' ')) ?? []) best.set(field, Math.max(best.get(field) ?? 0, score));
  }
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
}

/** True for money headings a vendor has already summed: they must not be added again (exports.md hazard 5). */
export const isOverall = (raw: string): boolean => /^\s*(overall|grand[_ ]?total)/i.test(raw);
