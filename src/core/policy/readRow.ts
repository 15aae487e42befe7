/** One policy row as a person typed it, unknown until accepted here (domain.md 4.9). */
import { NO_DAY, day, fromIso } from '../day';
import type { Day } from '../day';
import { Kind } from '../ledger';
import { PAYER_CLASSES } from './defaultPayers';
import type { PolicyRow } from './policy';

export const TOPICS = [
  'REFUND_PATIENT',
  'REFUND_PAYER',
  'RECOUP_LIMIT',
  'ESCHEAT',
  'SMALL_BALANCE',
  'HOLD',
  'APPROVAL',
  'CMS838',
  'INVESTIGATION',
  'PARAMETER',
  'CODE_MAP',
  'PAYER_ALIAS',
  'PAYER_CLASS',
  'LISTING',
  'REFUND_FILE',
  'LETTER',
] as const satisfies readonly PolicyRow['topic'][];
export const TRIGGERS = ['', 'IDENTIFIED', 'DETERMINED', 'PATIENT_REQUEST', 'PAYMENT', 'NOTICE', 'QUARTER_END'] as const;
export const STATUSES = ['ACTIVE', 'PROPOSED', 'UNVERIFIED'] as const satisfies readonly PolicyRow['status'][];
const TEXT_TOPICS: readonly string[] = ['CODE_MAP', 'PAYER_ALIAS', 'PAYER_CLASS'];
const NUMBER_UNITS: readonly string[] = ['calendar_days', 'business_days', 'months', 'cents', 'rate', 'count'];

/** The unit a key must have; keys not named here may have any unit of their topic. */
const UNIT_OF: Readonly<Record<string, string>> = {
  'PARAMETER|cents_tol': 'cents',
  'PARAMETER|match_tol': 'cents',
  'PARAMETER|contract_tol_min': 'cents',
  'PARAMETER|contract_tol_rate': 'rate',
  'PARAMETER|dup_window_days': 'calendar_days',
  'PARAMETER|takeback_wait_days': 'calendar_days',
  'PARAMETER|nsf_hold_days': 'calendar_days',
  'PARAMETER|charge_lag_days': 'calendar_days',
  'PARAMETER|sibling_dos_window': 'calendar_days',
  'SMALL_BALANCE|patient': 'cents',
  'SMALL_BALANCE|payer': 'cents',
  'LISTING|least_credit': 'cents',
  'LISTING|least_age_days': 'calendar_days',
  'LISTING|prepayments': 'flag',
  'HOLD|escalate_before_due_days': 'calendar_days',
  'HOLD|unidentified_cash_days': 'calendar_days',
  'APPROVAL|window_days': 'calendar_days',
  'INVESTIGATION|cap_days': 'calendar_days',
  'REFUND_FILE|most_cents': 'cents',
  'REFUND_FILE|most_refunds': 'count',
  'REFUND_FILE|check_stale_days': 'calendar_days',
  'REFUND_FILE|gl_account': 'text',
};
const FIXED_KEYS: readonly string[] = ['PARAMETER', 'SMALL_BALANCE', 'LISTING', 'HOLD', 'REFUND_FILE'];

export interface RowProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}
class BadRow extends Error {
  constructor(readonly problem: RowProblem) {
    super(problem.message);
  }
}
const refuse = (code: string, message: string, remedy: string): never => {
  throw new BadRow({ code: `policy-${code}`, message, remedy: `${remedy} Until then the default is used.` });
};

const COLUMNS: ReadonlyMap<string, keyof PolicyRow> = new Map(
  Object.entries({
    id: 'id',
    policyid: 'id',
    topic: 'topic',
    key: 'key',
    jurisdiction: 'jurisdiction',
    payerclass: 'payerClass',
    providertype: 'providerType',
    trigger: 'trigger',
    value: 'value',
    unit: 'unit',
    exceptions: 'exceptions',
    effectivefrom: 'effectiveFrom',
    effectiveto: 'effectiveTo',
    status: 'status',
    citation: 'citation',
    sourceurl: 'sourceUrl',
    verifiedon: 'verifiedOn',
    verifiedby: 'verifiedBy',
    notes: 'notes',
  } as const),
);
type Cells = Partial<Record<keyof PolicyRow, unknown>>;

/** Headings in any of their spellings ("Policy id", policy_id, policyId) to the row's fields. */
function cellsOf(record: Readonly<Record<string, unknown>>): Cells {
  const cells: Cells = {};
  for (const [heading, value] of Object.entries(record)) {
    const field = COLUMNS.get(heading.toLowerCase().replace(/[^a-z]/g, ''));
    if (field !== undefined) cells[field] = value;
  }
  return cells;
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};
const oneOf = <T extends string>(choices: readonly T[], text: string): T | null => choices.find((choice) => choice === text) ?? null;

function dayIn(value: unknown, id: string, heading: string): Day {
  if (value === undefined || value === null || value === '') return NO_DAY;
  const parsed = typeof value === 'number' && Number.isInteger(value) && value >= 61 && value <= 2_958_465 ? day(value) : fromIso(textOf(value));
  return parsed ?? refuse('date', `Policy row ${id}: ${heading} is no date.`, 'Write it as YYYY-MM-DD or as a date cell.');
}

/** Reads one record; a row that is wholly blank gives neither row nor problem. */
export function readRow(record: Readonly<Record<string, unknown>>): { readonly row: PolicyRow | null; readonly problems: readonly RowProblem[] } {
  const cells = cellsOf(record);
  if (Object.values(cells).every((value) => textOf(value) === '')) return { row: null, problems: [] };
  try {
    return { row: accept(cells), problems: [] };
  } catch (error) {
    if (error instanceof BadRow) return { row: null, problems: [error.problem] };
    throw error;
  }
}

function accept(cells: Cells): PolicyRow {
  const text = (field: keyof PolicyRow): string => textOf(cells[field]);
  const id = text('id');
  if (id === '') refuse('id', 'A policy row has no policy_id.', 'Give it an id of its own.');
  const row: PolicyRow = {
    id,
    topic:
      oneOf(TOPICS, text('topic').toUpperCase()) ?? refuse('topic', `Policy row ${id}: "${text('topic')}" is no topic.`, `Use one of ${TOPICS.join(', ')}.`),
    key: text('key'),
    jurisdiction: text('jurisdiction').toUpperCase(),
    payerClass: text('payerClass').toLowerCase(),
    providerType: text('providerType').toLowerCase(),
    trigger:
      oneOf(TRIGGERS, text('trigger').toUpperCase()) ??
      refuse('trigger', `Policy row ${id}: "${text('trigger')}" is no trigger.`, `Use one of ${TRIGGERS.slice(1).join(', ')}.`),
    value: text('value'),
    unit: text('unit').toLowerCase(),
    exceptions: text('exceptions'),
    effectiveFrom: dayIn(cells.effectiveFrom, id, 'effective_from'),
    effectiveTo: dayIn(cells.effectiveTo, id, 'effective_to'),
    status:
      oneOf(STATUSES, text('status').toUpperCase()) ??
      refuse('status', `Policy row ${id}: "${text('status')}" is no status.`, `Use one of ${STATUSES.join(', ')}.`),
    citation: text('citation'),
    sourceUrl: text('sourceUrl'),
    verifiedOn: text('verifiedOn'),
    verifiedBy: text('verifiedBy'),
    notes: text('notes'),
  };
  checkScope(row);
  if (row.status === 'ACTIVE' || row.value !== '') checkValue(row);
  return row;
}

function checkScope(row: PolicyRow): void {
  if (row.jurisdiction !== '' && !/^[A-Z]{2}$/.test(row.jurisdiction))
    refuse('jurisdiction', `Policy row ${row.id}: "${row.jurisdiction}" is no jurisdiction.`, 'Write US or a two-letter state.');
  const known = row.payerClass === '' || row.payerClass === 'federal' || PAYER_CLASSES.some((each) => each === row.payerClass);
  if (!known) refuse('payer-class', `Policy row ${row.id}: "${row.payerClass}" is no payer class.`, `Use federal or one of ${PAYER_CLASSES.join(', ')}.`);
  if (row.key === '') refuse('key', `Policy row ${row.id} has no key.`, 'Say what the row is about.');
  if (row.effectiveFrom !== 0 && row.effectiveTo !== 0 && row.effectiveTo < row.effectiveFrom)
    refuse('dates', `Policy row ${row.id} ends before it begins.`, 'Mend effective_from or effective_to.');
}

function checkValue(row: PolicyRow): void {
  if (TEXT_TOPICS.includes(row.topic)) checkWord(row);
  else checkMeasure(row);
}

function checkMeasure(row: PolicyRow): void {
  if (row.topic === 'LETTER') return;
  if (row.topic === 'REFUND_FILE' && row.key.startsWith('column:')) return;
  const needed = UNIT_OF[`${row.topic}|${row.key}`];
  if (needed === undefined && FIXED_KEYS.includes(row.topic))
    refuse('key', `Policy row ${row.id}: "${row.key}" is no ${row.topic} key.`, 'Use a key of the default rows.');
  if (needed !== undefined && row.unit !== needed) refuse('unit', `Policy row ${row.id} needs the unit ${needed}, not "${row.unit}".`, 'Fill the unit column.');
  if (row.value === 'none' && ['RECOUP_LIMIT', 'APPROVAL', 'ESCHEAT', 'REFUND_FILE'].includes(row.topic)) return;
  if (row.unit === 'text' && row.topic === 'REFUND_FILE') return;
  if (row.topic === 'APPROVAL' && row.key.toLowerCase().startsWith('approver:')) return;
  if (row.unit === 'flag') checkFlag(row);
  else if (row.topic === 'INVESTIGATION' && row.key === 'method') checkMethod(row);
  else checkNumber(row);
}

function checkNumber(row: PolicyRow): void {
  if (!NUMBER_UNITS.includes(row.unit)) refuse('unit', `Policy row ${row.id} has no unit ("${row.unit}").`, `Use one of ${NUMBER_UNITS.join(', ')}.`);
  if (!/^\d+(\.\d+)?$/.test(row.value)) refuse('number', `Policy row ${row.id}: "${row.value}" is no number.`, 'Write a number without signs or separators.');
  if (row.unit === 'rate' ? Number(row.value) > 1 : !Number.isSafeInteger(Number(row.value)))
    refuse(
      'number',
      `Policy row ${row.id}: ${row.value} ${row.unit} is not possible.`,
      row.unit === 'rate' ? 'Write a share from 0 to 1.' : 'Write a whole number.',
    );
  const days = ['calendar_days', 'business_days', 'months'].includes(row.unit);
  if (days && Number(row.value) > 36_500) refuse('number', `Policy row ${row.id}: ${row.value} ${row.unit} is not possible.`, 'Write a shorter period.');
  if (row.topic === 'SMALL_BALANCE' && row.payerClass === 'federal' && Number(row.value) !== 0)
    refuse('federal-small', `Policy row ${row.id}: federal payers have no small balance.`, 'Leave it at 0.');
}

function checkFlag(row: PolicyRow): void {
  if (row.value !== 'yes' && row.value !== 'no') refuse('flag', `Policy row ${row.id}: "${row.value}" is neither yes nor no.`, 'Write yes or no.');
}
function checkMethod(row: PolicyRow): void {
  if (row.value !== 'conservative' && row.value !== 'none')
    refuse('method', `Policy row ${row.id}: "${row.value}" is no method.`, 'Write conservative or none.');
}

function checkWord(row: PolicyRow): void {
  if (row.value === '') refuse('value', `Policy row ${row.id} has no value.`, 'Fill the value column.');
  if (row.topic === 'CODE_MAP' && !Object.hasOwn(Kind, row.value))
    refuse('kind', `Policy row ${row.id}: "${row.value}" is no kind of posting.`, `Use one of ${Object.keys(Kind).join(', ')}.`);
  const words: readonly string[] = [...PAYER_CLASSES, 'federal', 'not federal'];
  if (row.topic === 'PAYER_CLASS' && !words.includes(row.value))
    refuse('payer-class', `Policy row ${row.id}: "${row.value}" is no payer class.`, `Use one of ${words.join(', ')}.`);
  const group = row.value === 'federal' || row.value === 'not federal';
  if (row.topic === 'PAYER_CLASS' && group && !PAYER_CLASSES.some((each) => each === row.key))
    refuse('payer-class', `Policy row ${row.id}: "${row.key}" is no payer class.`, 'Only a class can be federal or not federal; give a payer a class.');
}
