/**
 * *Refunds*: one row for each released refund to one payee (design.md 6 and 7, domain.md 5.6). Released = Status Approved on Credits, a true
 * overpayment owed to a payer or patient at high or medium confidence. Blocks that are still open are listed and hold the row back. Preparer,
 * approver and issuer are different people; the level goes by what the payee gets in the window, so that splitting does not help.
 *
 * Example: Aetna, 900.00 on one account and 400.00 on another: each needs the level for 1,300.00.
 */
import type { Credit, Review, SettledFinding } from '../core/credit';
import type { PaymentRefund } from '../core/checks/payment';
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { cents, centsOfNumber, sum, toDollars } from '../core/money';
import type { Cents } from '../core/money';
import { approvalNeeded, levelsOf, samePerson } from '../core/policy/approval';
import { normalKey } from '../core/policy/normalise';
import type { Policy } from '../core/policy/policy';
import { dollarsOf } from './creditRows';
import type { ColumnSpec, OutValue } from './edit';
import { REFUNDS_COLUMNS } from './refundsColumns';
import type { RefundsKey } from './refundsColumns';
import { created, inColumns } from './rewrite';
import type { Rewritten, SheetToWrite, Standing } from './rewrite';

export const REFUNDS_SHEET: SheetToWrite = { role: 'refunds', sheetName: 'Refunds', table: 'crb_Refunds', columns: REFUNDS_COLUMNS };

type Row = Readonly<Partial<Record<RefundsKey, OutValue>>>;
type Read = (key: string) => OutValue;

/** A refund a person released, with what stands against it and what was typed on its row. */
interface Released {
  readonly credit: Credit;
  readonly finding: SettledFinding;
  readonly amount: Cents;
  readonly blocks: readonly string[];
}

const cellsOf =
  (standing: Standing, row: readonly OutValue[]): Read =>
  (key) =>
    row[standing.places[key] ?? -1] ?? '';
const text = (value: OutValue): string => String(value ?? '').trim();
const word = (value: OutValue): string => text(value).toLowerCase();

/** Decisions under which a proposed refund goes ahead; any other overrules it. */
const GOES_AHEAD: ReadonlySet<string> = new Set(['', 'agree', 'refund']);

/** Released refunds by finding id. A copied row of Credits releases nothing twice. */
function releasedOf(review: Review, credits: Standing): Map<string, Released> {
  const found = new Map<string, Released>();
  const findings = new Map(review.credits.flatMap((credit) => credit.findings.map((finding) => [finding.id, { credit, finding }] as const)));
  for (const row of credits.rows) {
    const read = cellsOf(credits, row);
    const known = findings.get(text(read('id')));
    if (!known || found.has(known.finding.id) || word(read('status')) !== 'approved' || !GOES_AHEAD.has(word(read('decision')))) continue;
    if (!isRefund(known.finding)) continue;
    found.set(known.finding.id, {
      ...known,
      amount: amountOf(known.finding, read('decisionAmount')),
      blocks: openBlocks(known.credit, text(read('checksCleared'))),
    });
  }
  return found;
}

const isRefund = ({ class: kind, confidence, owedTo }: SettledFinding): boolean =>
  kind === 'true-overpayment' && confidence !== 'low' && (owedTo.kind === 'payer' || owedTo.kind === 'patient');

/** A person may refund less than the finding says, never more. */
function amountOf(finding: SettledFinding, decided: OutValue): Cents {
  const wanted = typeof decided === 'number' ? centsOfNumber(decided) : null;
  return wanted !== null && wanted > 0 && wanted < finding.cents ? wanted : finding.cents;
}

/** Failed blocks, and V13 also when it cannot be tested (design.md 6), that no person has cleared by number. */
function openBlocks(credit: Credit, cleared: string): string[] {
  const done = new Set(cleared.toUpperCase().match(/V\d{2}/g) ?? []);
  return credit.checks
    .filter(({ id, result, severity }) => !done.has(id) && ((result === 'fail' && severity === 'block') || (id === 'V13' && result === 'notTestable')))
    .map(({ id, message }) => `${id}: ${message}`)
    .toSorted();
}

/** null when nothing is released and no sheet stands. */
export function refundsEdit(review: Review, credits: Standing | null, policy: Policy, standing: Standing | null): Rewritten | null {
  const released = credits ? releasedOf(review, credits) : new Map<string, Released>();
  if (!standing && released.size === 0) return null;
  const lines = linesOf(released, standing, policy);
  const rows = lines.map((line) => rowOf(line, lines, policy));
  const preface = prefaceOf(review, lines, rows);
  if (!standing) return created(REFUNDS_SHEET, preface, rows);
  const { role, table, columns } = REFUNDS_SHEET;
  const old = standing.rows.length;
  const cells = rows.slice(0, old).flatMap((row, at) => changedCells(row, at, cellsOf(standing, standing.rows[at] ?? [])));
  const append = rows.slice(old).map((row) => inColumns(REFUNDS_COLUMNS, row));
  const kept = standing.rows.filter((row) => PERSON.some((key) => text(cellsOf(standing, row)(key)) !== '')).length;
  return {
    edit: { kind: 'updateTable', role, table, cells, append, columns, preface },
    kept,
    appended: append.length,
    changes: append.length > 0 ? { new: append.length } : {},
  };
}

const SPECS: readonly ColumnSpec[] = REFUNDS_COLUMNS;
const PERSON = SPECS.filter((column) => column.person === true).map((column) => column.key);
const OWN = SPECS.filter((column) => column.person !== true).map((column) => column.key);

function changedCells(row: Row, at: number, read: Read): { row: number; column: string; value: OutValue }[] {
  const wanted: Readonly<Record<string, OutValue | undefined>> = row;
  return OWN.flatMap((column) => {
    const value = wanted[column];
    return value === undefined || (value ?? '') === read(column) ? [] : [{ row: at, column, value }];
  });
}

/** A row of the sheet to be: what is released (null = no longer, or never ours) and what stands there. */
interface Line {
  readonly id: string;
  readonly released: Released | null;
  readonly read: Read;
  readonly refund: PaymentRefund | null;
}

/** Standing rows in their place, then what was released since, the largest first. */
function linesOf(released: ReadonlyMap<string, Released>, standing: Standing | null, policy: Policy): Line[] {
  const used = new Set<string>();
  const lines = (standing?.rows ?? []).map((row): Line => {
    const read = cellsOf(standing as Standing, row);
    const id = text(read('id'));
    const entry = used.has(id) ? null : (released.get(id) ?? null);
    used.add(id);
    return { id, released: entry, read, refund: entry && paymentOf(entry, read, policy) };
  });
  const fresh = [...released.values()].filter(({ finding }) => !used.has(finding.id));
  fresh.sort((a, b) => b.amount - a.amount || (a.finding.id < b.finding.id ? -1 : 1));
  const blank: Read = () => '';
  return [...lines, ...fresh.map((entry): Line => ({ id: entry.finding.id, released: entry, read: blank, refund: paymentOf(entry, blank, policy) }))];
}

function paymentOf({ credit, finding, amount }: Released, read: Read, policy: Policy): PaymentRefund {
  const on = read('approvedOn');
  const payeeKind = finding.owedTo.kind === 'payer' ? 'payer' : 'patient';
  return {
    id: finding.id,
    facility: credit.facility,
    account: credit.key,
    payeeKind,
    payee: finding.owedTo.name || (payeeKind === 'patient' ? credit.patient : 'Payer not named'),
    cents: amount,
    federal: payeeKind === 'payer' && isFederal(credit, finding.owedTo.name, policy),
    preparedBy: text(read('preparedBy')),
    approvedBy: text(read('approvedBy')),
    approvedOn: (typeof on === 'number' && Number.isInteger(on) && on > 60 ? on : 0) as Day,
    issuedBy: text(read('issuedBy')),
  };
}

/** By the policy's payer classes, or because V23 says so; when in doubt federal, which only adds an approver. */
function isFederal(credit: Credit, payer: string, policy: Policy): boolean {
  const known = policy.payerClasses.get(normalKey(payer));
  return known === undefined ? credit.checks.some((check) => check.id === 'V23' && check.result === 'fail') : policy.federalClasses.has(known);
}

function rowOf(line: Line, lines: readonly Line[], policy: Policy): Row {
  const { released, refund } = line;
  if (!released || !refund) return goneRow(line);
  const { credit, finding, blocks } = released;
  const run = lines.flatMap((each) => each.refund ?? []);
  const needed = approvalNeeded(policy, refund, run);
  const changed = isSigned(refund) && line.read('amount') !== dollarsOf(refund.cents);
  return {
    account: credit.key,
    patient: credit.patient,
    payee: refund.payee,
    payeeKind: refund.payeeKind === 'payer' ? 'Payer' : 'Patient',
    // Nobody but the approver changes what was approved.
    ...(changed ? {} : { amount: dollarsOf(refund.cents) }),
    reason: finding.because,
    state: changed ? `Changed: Credits says ${toDollars(refund.cents)}; approve again` : stateOf(line, refund, blocks, run, policy),
    blocks: blocks.join('; '),
    level: needed.levels.join(' and '),
    cumulative: dollarsOf(needed.cents),
    facility: credit.facility,
    causeId: `${finding.cause}${finding.variant ?? ''}`,
    confidence: finding.confidence,
    federal: refund.federal ? 'Y' : 'N',
    id: finding.id,
  };
}

const isSigned = (refund: PaymentRefund): boolean => refund.approvedBy !== '' && refund.approvedOn !== 0;

/** A row whose release was taken back, or a copy: it stays, marked. A row a person wrote here is not ours to touch. */
const goneRow = ({ id }: Line): Row => (id === '' ? {} : { state: 'Not released on Credits (taken back, changed, or a copied row)' });

/** "Ready" only when nothing stands against paying it. */
function stateOf(line: Line, refund: PaymentRefund, blocks: readonly string[], run: readonly PaymentRefund[], policy: Policy): string {
  if (blocks.length > 0) return 'Blocked';
  if (run.filter((other) => sameMoney(other, refund)).length > 1) return 'Twice: same payee, amount and account';
  const approvers = refund.approvedBy.split(';').map((name) => name.trim());
  if (refund.preparedBy === '') return 'To prepare';
  if (approvers.some((name) => samePerson(name, refund.preparedBy))) return 'Preparer may not approve';
  if (!isSigned(refund)) return 'To approve';
  if ([refund.preparedBy, ...approvers].some((name) => samePerson(name, refund.issuedBy))) return 'Somebody else must issue it';
  const lacking = lackingLevels(refund, approvers, run, policy);
  if (lacking !== '') return `Approval lacks ${lacking}`;
  if (line.read('clearedOn') !== '') return 'Check cleared';
  return text(line.read('checkNo')) === '' ? 'Ready' : 'Check issued';
}

const sameMoney = (a: PaymentRefund, b: PaymentRefund): boolean =>
  a.facility === b.facility && a.account === b.account && a.payeeKind === b.payeeKind && normalKey(a.payee) === normalKey(b.payee) && a.cents === b.cents;

/** Levels that no approver holds; '' when all are held, or when the policy names no approver (then a level cannot be tested). */
function lackingLevels(refund: PaymentRefund, approvers: readonly string[], run: readonly PaymentRefund[], policy: Policy): string {
  const held = levelsOf(policy, approvers);
  const needed = approvalNeeded(policy, refund, run);
  return held === null ? '' : needed.levels.filter((level) => !held.some((each) => needed.reaches(each, level))).join(' and ');
}

function prefaceOf(review: Review, lines: readonly Line[], rows: readonly Row[]): OutValue[][] {
  const ready = lines.flatMap(({ refund }, at) => (refund && rows[at]?.state === 'Ready' ? [refund.cents] : []));
  const all = sum(lines.map(({ refund }) => refund?.cents ?? cents(0)));
  return [
    ['Credit balance review: Refunds'],
    ['As of', toIso(review.asOf) ?? '', `${lines.filter(({ refund }) => refund).length} released`],
    ['Released in all', toDollars(all), 'Ready to issue', toDollars(sum(ready))],
    ['Control: true overpayment of the review', toDollars(review.totals.trueOverpayment), 'Released is never more.'],
  ];
}
