/**
 * Accounts of the user's own data whose truth is known, because they are settled and plain: balance 0, every part at 0, one payer or none, each
 * payment and write-off different from the others, nothing taken back or reversed, and what remittances say agrees with what was paid
 * (domain.md 1.6: −balance = 0, so every term of the identity is 0). Only on these is anything planted.
 */
import { Kind, PATIENT_PARTY } from '../ledger';
import type { Ledger, PayerClass, Remittance } from '../ledger';
import type { Shape } from './shape';

export interface PlainAccount {
  readonly account: number;
  /** Party of the payer; 0 where the sheets do not name it; −1 when only the patient paid. */
  readonly payer: number;
  readonly payerClass: PayerClass;
  /** The payer's payments in time order, the largest of them, and what they come to. */
  readonly payments: readonly number[];
  readonly main: number;
  readonly paid: number;
  readonly fromPatient: readonly number[];
  readonly share: number;
  readonly chargeRows: readonly number[];
  readonly charges: number;
  readonly contractuals: readonly number[];
  readonly sequestration: number;
  /** charges − contractuals. */
  readonly allowed: number;
  /** The share was transferred to the patient's part. */
  readonly moved: boolean;
  readonly service: number;
  readonly lastDay: number;
  /** The one remittance of the payer's payment, where there is a remittance sheet. */
  readonly remittance: Remittance | null;
}

const PLAIN = new Set<number>([Kind.Charge, Kind.Payment, Kind.Contractual, Kind.Sequestration, Kind.TransferBucket, Kind.Memo]);

/** Rows of one account by what they are; null when one of them is out of the ordinary. */
interface Sorted {
  readonly charges: number[];
  readonly payments: number[];
  readonly fromPatient: number[];
  readonly contractuals: number[];
  sequestration: number;
  moved: number;
  legs: number;
}

/** `spokenFor`: accounts that the review already says something about, or that owe. */
export function plainAccountsOf(shape: Shape, asOf: number, spokenFor: ReadonlySet<number>): PlainAccount[] {
  const { ledger } = shape;
  const remittances = remittancesByAccount(ledger);
  const registered = new Set(ledger.register.map(({ account }) => account));
  const found: PlainAccount[] = [];
  for (let account = 0; account < ledger.accounts.count; account++) {
    if (spokenFor.has(account) || registered.has(account) || !listedAtZero(shape, account)) continue;
    const plain = plainAt(shape, account, remittances.get(account) ?? []);
    if (plain && plain.lastDay > 0 && plain.lastDay < asOf) found.push(plain);
  }
  return found;
}

function remittancesByAccount(ledger: Ledger): Map<number, Remittance[]> {
  const found = new Map<number, Remittance[]>();
  for (const row of ledger.remittances) found.set(row.account, [...(found.get(row.account) ?? []), row]);
  return found;
}

const ZERO_COLUMNS = ['balance', 'insBalance', 'ptBalance', 'badDebtBalance', 'unapplied'] as const;

function listedAtZero(shape: Shape, account: number): boolean {
  const { accounts } = shape.ledger;
  const marked = ['incomplete', 'qmb', 'flags', 'accident'] as const;
  if (marked.some((column) => shape.accountTextOf(column, account) !== '')) return false;
  if (/cancel|no.?show/i.test(shape.accountTextOf('status', account))) return false;
  return ZERO_COLUMNS.every((column) => (accounts.money[column][account] || 0) === 0);
}

function plainAt(shape: Shape, account: number, remittances: readonly Remittance[]): PlainAccount | null {
  const { tx, start, order, parties } = shape.ledger;
  const rows = Array.from(order.subarray(start[account], start[account + 1]));
  const sorted = sort(shape, rows);
  if (!sorted || sorted.charges.length === 0) return null;
  const payers = new Set(sorted.payments.map((row) => tx.party[row] as number));
  if (payers.size > 1) return null;
  const sum = (list: readonly number[]): number => list.reduce((total, row) => total + Math.abs(tx.effect[row] as number), 0);
  const [payer = -1] = payers;
  const [charges, paid, share, written] = [sum(sorted.charges), sum(sorted.payments), sum(sorted.fromPatient), sum(sorted.contractuals)];
  if (charges !== paid + share + written + sorted.sequestration || !partsAtZero(sorted, share)) return null;
  const plain: PlainAccount = {
    account,
    payer,
    payerClass: parties[payer]?.payerClass ?? 'unknown',
    payments: sorted.payments,
    main: largest(shape, sorted.payments),
    paid,
    fromPatient: sorted.fromPatient,
    share,
    chargeRows: sorted.charges,
    charges,
    contractuals: sorted.contractuals,
    sequestration: sorted.sequestration,
    allowed: charges - written,
    moved: sorted.moved > 0,
    service: serviceOf(shape, account, rows),
    lastDay: Math.max(...rows.map((row) => shape.dayOf(row))),
    remittance: remittances.length === 1 ? (remittances[0] ?? null) : null,
  };
  return remittances.length <= 1 && allDifferent(shape, [...sorted.payments, ...sorted.contractuals]) && statedAsPaid(shape, plain) ? plain : null;
}

function sort(shape: Shape, rows: readonly number[]): Sorted | null {
  const { kind, effect, party } = shape.ledger.tx;
  const sorted: Sorted = { charges: [], payments: [], fromPatient: [], contractuals: [], sequestration: 0, moved: 0, legs: 0 };
  for (const row of rows) {
    const [is, cents, who] = [kind[row] as number, effect[row] as number, party[row] as number];
    if (!PLAIN.has(is) || (is === Kind.Charge ? cents <= 0 : is !== Kind.TransferBucket && is !== Kind.Memo && cents >= 0)) return null;
    if (is === Kind.Charge) sorted.charges.push(row);
    else if (is === Kind.Payment) (who === PATIENT_PARTY ? sorted.fromPatient : sorted.payments).push(row);
    else if (is === Kind.Contractual) sorted.contractuals.push(row);
    else if (is === Kind.Sequestration) sorted.sequestration -= cents;
    else if (is === Kind.TransferBucket) {
      sorted.legs += cents;
      if (who === PATIENT_PARTY) sorted.moved += cents;
    }
  }
  return sorted;
}

/** Transfers net to nothing, and what was moved to the patient is what the patient paid. */
const partsAtZero = ({ legs, moved }: Sorted, share: number): boolean => legs === 0 && (moved === 0 || moved === share);

const largest = (shape: Shape, rows: readonly number[]): number =>
  rows.reduce((best, row) => (best < 0 || (shape.ledger.tx.effect[row] as number) < (shape.ledger.tx.effect[best] as number) ? row : best), -1);

/** No two within a cent of each other. */
function allDifferent(shape: Shape, rows: readonly number[]): boolean {
  const sizes = rows.map((row) => shape.ledger.tx.effect[row] as number).sort((a, b) => a - b);
  return sizes.every((size, at) => at === 0 || size - (sizes[at - 1] as number) > 1);
}

/** Where a remittance speaks, it says what was paid: allowed − share − sequestration. */
function statedAsPaid(shape: Shape, plain: PlainAccount): boolean {
  const { allowed, patientResp } = shape.ledger.tx.money;
  const { remittance, payments, paid, share } = plain;
  if (remittance && (remittance.plb !== '' || remittance.status === 22 || remittance.paid !== paid || payments.length !== 1)) return false;
  const fits = (stated: number, truth: number): boolean => Number.isNaN(stated) || stated === truth;
  if (remittance && !(fits(remittance.allowed, plain.allowed) && fits(remittance.patientResp, share))) return false;
  if (payments.every((row) => Number.isNaN(allowed[row] ?? Number.NaN) && Number.isNaN(patientResp[row] ?? Number.NaN))) return true;
  return payments.length === 1 && fits(allowed[plain.main] ?? Number.NaN, plain.allowed) && fits(patientResp[plain.main] ?? Number.NaN, share);
}

function serviceOf(shape: Shape, account: number, rows: readonly number[]): number {
  const { accounts, tx } = shape.ledger;
  const days = rows.map((row) => tx.day.serviceDay[row] || shape.dayOf(row)).filter((day) => day > 0);
  return accounts.day.serviceFrom[account] || (days.length === 0 ? 0 : Math.min(...days));
}
