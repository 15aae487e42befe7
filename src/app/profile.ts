/**
 * A profile: how a kind of export is read, as a JSON file of the user's own, recognised by its headings whatever the sheets are called and in
 * whatever order the columns stand (README, "A profile of your export"). It holds headings and type labels, never a row of data. Pure.
 */
import { CHOICE_WORDS, choiceWord, grainNamed, hashed, kindOfKey, reachOf } from '../intake/corrections';
import type { Corrections } from '../intake/corrections';
import type { ColumnPlan, Grain, Plan, Problem, Role, SheetPlan } from '../intake/contract';
import { FIELDS } from '../intake/fields';

export interface Profile {
  /** null = as the reader chooses. */
  readonly grain: Grain | null;
  readonly sheets: readonly SheetProfile[];
  /** Choices for the whole workbook, left out when there are none: "key:facility" → "number alone", "payer:#…" (a hash of the name) → "separate payers". */
  readonly choices?: Corrections;
}
export interface SheetProfile {
  /** Of the whole table, left to right. */
  readonly headings: readonly string[];
  readonly role: Role;
  /** Field → heading; null = not to be read. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** "sign:PMT" → "turned", "dayfirst:Post Date" → "day first", "balanceSign" → "credit positive", "type:" (no label) → "Payment". */
  readonly choices: Corrections;
}
/** The text is no profile; `message` says why, for a person. */
export class ProfileFault extends Error {
  override readonly name = 'ProfileFault';
}

const MARK = 'credit-balance-review';
const VERSION = 1;
const ROLES: readonly string[] = ['accounts', 'transactions', 'mixed', 'remittance', 'register', 'ignored'] satisfies Role[];
const GRAINS: readonly string[] = ['account', 'claim', 'visit', 'patient', 'guarantor'] satisfies Grain[];

/** The reading as it stands: columns that were certain or that a person chose, and every other choice of a person. */
export function profileOf(plan: Plan, corrections: Corrections, grain: Grain | null): Profile {
  const sheets = plan.sheets.filter(
    ({ sheet, role, headings = [] }) => role !== 'own' && headings.length > 0 && (role !== 'ignored' || `role:${sheet}` in corrections),
  );
  const choices = wholeChoices(corrections);
  return {
    grain: grain ?? grainNamed(corrections['grain']),
    sheets: sheets.map((sheet) => sheetProfile(sheet, corrections)),
    ...(Object.keys(choices).length > 0 ? { choices } : {}),
  };
}

/** A payer stands as the hash of its name: a profile holds no cell but headings and type labels. */
function wholeChoices(corrections: Corrections): Corrections {
  const own = Object.entries(corrections).filter(([key]) => reachOf(key) === 'workbook' && key !== 'grain');
  return Object.fromEntries(
    own.map(([key, value]) => [kindOfKey(key) === 'payer' ? `payer:${hashed(key.slice('payer:'.length))}` : key, choiceWord(key, value) ?? value]),
  );
}

function sheetProfile(plan: SheetPlan, corrections: Corrections): SheetProfile {
  const none = [...choicesOf(plan, corrections, 'column')].filter(([, value]) => value === 'none').map(([field]) => [field, null] as const);
  const kept = plan.columns.filter((column) => column.field !== 'label' && (isCertain(column) || `column:${plan.sheet}:${column.field}` in corrections));
  return {
    headings: (plan.headings ?? []).map(({ heading }) => heading),
    role: plan.role,
    columns: Object.fromEntries([...kept.map((column) => [column.field, column.heading] as const), ...none]),
    choices: Object.fromEntries(choicesOf(plan, corrections, null)),
  };
}

const isCertain = ({ confidence, alternatives }: ColumnPlan): boolean => confidence === 'high' && alternatives.length === 0;

/** Corrections of a sheet without its name: of one kind, or of all kinds but column and role. */
function* choicesOf({ sheet }: SheetPlan, corrections: Corrections, kind: 'column' | null): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(corrections)) {
    const own = kindOfKey(key);
    const rest = key === `${own}:${sheet}` ? '' : key.startsWith(`${own}:${sheet}:`) ? key.slice(own.length + sheet.length + 1) : null;
    if (rest === null || reachOf(key) === 'workbook' || (kind === null ? own === 'column' || own === 'role' : own !== kind)) continue;
    yield kind !== null ? [rest.slice(1), value] : [`${own}${rest}`, choiceWord(key, value) ?? value];
  }
}

export const profileText = (profile: Profile): string => `${JSON.stringify({ profile: MARK, version: VERSION, ...profile }, null, 2)}\n`;

/** Reads a profile's text. Throws ProfileFault. */
export function parseProfile(text: string): Profile {
  const json = parsed(text);
  if (!isRecord(json) || json['profile'] !== MARK)
    throw new ProfileFault('This is no profile of this product: it does not say "profile": "credit-balance-review".');
  if (json['version'] !== VERSION) throw new ProfileFault(`This profile has version ${JSON.stringify(json['version'])}; version ${VERSION} is understood.`);
  const { grain, sheets, choices = {} } = json;
  if (grain !== null && !oneOf(GRAINS, grain)) throw new ProfileFault(`"grain" must be null or one of ${GRAINS.join(', ')}.`);
  if (!Array.isArray(sheets) || sheets.length === 0) throw new ProfileFault('"sheets" must be a list with at least one sheet.');
  if (!areChoices(choices) || Object.keys(choices).some((key) => reachOf(key) !== 'workbook')) throw choicesFault('"choices"');
  return {
    grain: grain as Grain | null,
    sheets: sheets.map((sheet: unknown, i) => parsedSheet(sheet, `sheets[${i}]`)),
    ...(Object.keys(choices).length > 0 ? { choices } : {}),
  };
}

const areChoices = (json: unknown): json is Corrections => isRecord(json) && Object.values(json).every((value) => oneOf([...CHOICE_WORDS], value));
const choicesFault = (where: string): ProfileFault => new ProfileFault(`${where} must be an object whose values are choices of this product.`);

function parsedSheet(json: unknown, where: string): SheetProfile {
  if (!isRecord(json)) throw new ProfileFault(`${where} must be an object.`);
  const { headings, role, columns, choices } = json;
  if (!Array.isArray(headings) || headings.length === 0 || !headings.every((heading) => typeof heading === 'string'))
    throw new ProfileFault(`${where}.headings must be a list of texts.`);
  if (!oneOf(ROLES, role)) throw new ProfileFault(`${where}.role must be one of ${ROLES.join(', ')}.`);
  if (!isRecord(columns)) throw new ProfileFault(`${where}.columns must be an object.`);
  for (const [field, heading] of Object.entries(columns)) checkColumn(field, heading, headings, where);
  if (!areChoices(choices)) throw choicesFault(`${where}.choices`);
  return { headings, role: role as Role, columns: columns as SheetProfile['columns'], choices };
}

function checkColumn(field: string, heading: unknown, headings: readonly string[], where: string): void {
  if (!Object.hasOwn(FIELDS, field)) throw new ProfileFault(`${where}.columns: "${field}" is no field of this product.`);
  if (heading !== null && !(typeof heading === 'string' && headings.includes(heading)))
    throw new ProfileFault(`${where}.columns.${field} must be null or one of the sheet's headings.`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const oneOf = (words: readonly string[], value: unknown): boolean => typeof value === 'string' && words.includes(value);
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new ProfileFault('This is not JSON, so it is no profile.');
    throw error;
  }
}

export interface Fit {
  /** Only what differs from the reading as it is. */
  readonly corrections: Corrections;
  /** null when the profile names none, or no sheet of postings has such a column. */
  readonly grain: Grain | null;
  /** Sheets that the profile knows. */
  readonly sheets: readonly string[];
  readonly problems: readonly Problem[];
}

/** Lays a profile onto the sheets of a workbook. */
export function fitProfile(profile: Profile, plan: Plan): Fit {
  const corrections: Record<string, string> = {};
  const problems: Problem[] = [];
  const used = new Set<SheetProfile>();
  const sheets = new Set<string>();
  for (const part of plan.sheets) {
    const match = bestFor(part, profile, used);
    if (match === null) continue;
    used.add(match);
    sheets.add(part.sheet);
    Object.assign(corrections, correctionsFor(part, match, problems));
  }
  const met = new Set([...used].map(shapeOf));
  problems.push(...profile.sheets.filter((sheet) => !met.has(shapeOf(sheet))).map(unmatched));
  if (used.size > 0) Object.assign(corrections, profile.choices);
  const grain = profile.grain !== null && carries(plan, profile.grain) ? profile.grain : null;
  return { corrections, grain, sheets: [...sheets], problems };
}

const GRAIN_FIELDS: Readonly<Record<Grain, readonly string[]>> = {
  account: ['account'],
  claim: ['claim'],
  visit: ['visit'],
  patient: ['mrn', 'patient'],
  guarantor: ['guarantor', 'guarantorName'],
};
const carries = (plan: Plan, grain: Grain): boolean =>
  plan.sheets.some(({ role, columns }) => (role === 'transactions' || role === 'mixed') && columns.some(({ field }) => GRAIN_FIELDS[grain].includes(field)));

/** Headings as they are compared: case, accents and punctuation aside, the second "Amount" apart from the first. */
function comparable(headings: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const plain = heading
      .replace(/ \([A-Z]{1,3}\)$/, '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}#%]+/gu, '');
    const nth = (counts.get(plain) ?? 0) + 1;
    counts.set(plain, nth);
    return `${plain} ${nth}`;
  });
}

const shapeOf = ({ headings }: SheetProfile): string => comparable(headings).join('\n');

/** Least share of the profile's headings that stand on the sheet, and of both together. */
const LEAST_FOUND = 0.75;
const LEAST_SHARED = 0.5;

/** Of sheets with the same headings (one a month) each is taken in turn. */
function bestFor(part: SheetPlan, profile: Profile, used: ReadonlySet<SheetProfile>): SheetProfile | null {
  const own = new Set(comparable((part.headings ?? []).map(({ heading }) => heading)));
  if (own.size === 0 || part.role === 'own') return null;
  const scored = profile.sheets.map((sheet) => {
    const theirs = new Set(comparable(sheet.headings));
    const both = [...theirs].filter((heading) => own.has(heading)).length;
    return { sheet, found: both / theirs.size, shared: both / (theirs.size + own.size - both) };
  });
  const good = scored
    .filter(({ found, shared }) => found >= LEAST_FOUND && shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared || Number(used.has(a.sheet)) - Number(used.has(b.sheet)));
  return good[0]?.sheet ?? null;
}

function correctionsFor(part: SheetPlan, profile: SheetProfile, problems: Problem[]): Corrections {
  const { sheet } = part;
  const corrections: Record<string, string> = profile.role === part.role ? {} : { [`role:${sheet}`]: profile.role };
  const here = headingHere(part, profile);
  for (const [field, heading] of Object.entries(profile.columns)) {
    const now = part.columns.find((column) => column.field === field);
    const wanted = heading === null ? null : here(heading);
    if (wanted === undefined) problems.push(missing(sheet, field, heading ?? ''));
    else if (wanted === null ? now !== undefined : now === undefined || now.heading !== wanted || !isCertain(now))
      corrections[`column:${sheet}:${field}`] = wanted ?? 'none';
  }
  for (const [key, value] of Object.entries(profile.choices)) {
    const [kind = '', ...rest] = key.split(':');
    const label = rest.join(':');
    corrections[rest.length === 0 ? `${kind}:${sheet}` : `${kind}:${sheet}:${here(label) ?? label}`] = value;
  }
  return corrections;
}

/** The heading of this sheet that stands for one of the profile's; undefined when it is not there. */
function headingHere(part: SheetPlan, profile: SheetProfile): (heading: string) => string | undefined {
  const own = (part.headings ?? []).map(({ heading }) => heading);
  const keys = comparable(own);
  const theirs = comparable(profile.headings);
  return (heading) => {
    const key = theirs[profile.headings.indexOf(heading)];
    return key === undefined ? undefined : own[keys.indexOf(key)];
  };
}

const REMEDY = 'Check the sheets under What I read, then save the profile again.';
const unmatched = ({ headings }: SheetProfile): Problem => ({
  code: 'profile-unmatched',
  sheet: '',
  row: 0,
  message: `The profile knows a sheet with the headings ${headings.slice(0, 4).join(', ')}${headings.length > 4 ? ', …' : ''}; no sheet here has them.`,
  remedy: REMEDY,
});
const missing = (sheet: string, field: string, heading: string): Problem => ({
  code: 'profile-column',
  sheet,
  row: 0,
  message: `The profile reads ${field} from the column ${heading}, which is not on this sheet.`,
  remedy: REMEDY,
});
