/** What checks ask of a credit and its ledger columns; nothing here decides. */
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../ledger';
import type { AccountDay, AccountMoney, AccountText, Ledger, Party, RegisterRow, Remittance, TxDay, TxText } from '../ledger';
import { cents, whole } from '../money';
import type { Cents } from '../money';
import type { AccountView } from '../accountView';
import type { Credit, SettledFinding } from '../credit';
import { normalKey } from '../policy/normalise';

/** Money that might leave: a proposed refund, or cents for which no payee is proved (party 0). */
export interface Target {
  readonly party: number;
  readonly kind: 'payer' | 'patient' | 'unknown';
  readonly name: string;
  readonly cents: Cents;
  readonly finding: SettledFinding | null;
}

const PAYEE_KINDS: readonly string[] = ['payer', 'patient'];
const isRefund = (finding: SettledFinding): boolean => finding.class === 'true-overpayment';

function targetOf(finding: SettledFinding): Target {
  const kind = PAYEE_KINDS.includes(finding.owedTo.kind) ? (finding.owedTo.kind as 'payer' | 'patient') : 'unknown';
  return { party: finding.party, kind, name: finding.owedTo.name, cents: finding.cents, finding };
}

/** The refunds a credit proposes, whatever their confidence. */
export const refundsOf = (credit: Credit): readonly Target[] => asked(credit).refunds;

/** Cents in credit that no finding of a proved class explains. */
export function openCents(credit: Credit): Cents {
  const undecided = credit.findings.filter((finding) => finding.class === 'needs-review').reduce((sum, finding) => sum + finding.cents, 0);
  return cents(undecided + Math.max(0, credit.unexplained));
}

/** Proposed refunds, and one target without a payee for what is unexplained. A credit of corrections only has none: no money leaves. */
export const targetsOf = (credit: Credit): readonly Target[] => asked(credit).targets;

interface Asked {
  readonly findings: Credit['findings'];
  readonly unexplained: Cents;
  readonly refunds: readonly Target[];
  readonly targets: readonly Target[];
}
/** What was worked out last: the checks of one credit come one after another and nearly all ask. */
let last: Asked = { findings: [], unexplained: cents(0), refunds: [], targets: [] };
function asked(credit: Credit): Asked {
  if (last.findings !== credit.findings || last.unexplained !== credit.unexplained) last = targetsBy(credit);
  return last;
}
function targetsBy(credit: Credit): Asked {
  const { findings, unexplained } = credit;
  const refunds = findings.filter(isRefund).map(targetOf);
  const open = openCents(credit);
  const unknown: Target = { party: UNKNOWN_PARTY, kind: 'unknown', name: '', cents: open, finding: null };
  return { findings, unexplained, refunds, targets: open > 0 ? [...refunds, unknown] : refunds };
}

export const effectOf = (ledger: Ledger, tx: number): number => whole(ledger.tx.effect[tx] ?? 0);
export const kindOf = (ledger: Ledger, tx: number): Kind => (ledger.tx.kind[tx] ?? 0) as Kind;
export const partyOf = (ledger: Ledger, tx: number): number => ledger.tx.party[tx] ?? UNKNOWN_PARTY;
export const txText = (ledger: Ledger, column: TxText, tx: number): string => ledger.texts[ledger.tx.text[column][tx] ?? 0] ?? '';
export const txDay = (ledger: Ledger, column: TxDay, tx: number): number => ledger.tx.day[column][tx] ?? 0;
/** Post day, else service day; 0 unknown. */
export const dayOfTx = (ledger: Ledger, tx: number): number => txDay(ledger, 'postDay', tx) || txDay(ledger, 'serviceDay', tx);
export const accountText = (ledger: Ledger, column: AccountText, account: number): string => ledger.texts[ledger.accounts.text[column][account] ?? 0] ?? '';
/** Cents as listed, null where blank or without the column. */
export function accountMoney(ledger: Ledger, column: AccountMoney, account: number): Cents | null {
  const value = ledger.accounts.money[column][account];
  return value === undefined || Number.isNaN(value) ? null : cents(value);
}
export const accountDay = (ledger: Ledger, column: AccountDay, account: number): number => ledger.accounts.day[column][account] ?? 0;
export const hasAccountText = (ledger: Ledger, column: AccountText): boolean => ledger.accounts.text[column].length > 0;
export const hasAccountMoney = (ledger: Ledger, column: AccountMoney): boolean => ledger.accounts.money[column].length > 0;
export const partyAt = (ledger: Ledger, party: number): Party => ledger.parties[party] ?? (ledger.parties[UNKNOWN_PARTY] as Party);
export const isFederal = (ledger: Ledger, party: number): boolean => partyAt(ledger, party).federal;

export const sumEffects = (ledger: Ledger, transactions: readonly number[]): Cents =>
  cents(transactions.reduce((total, tx) => total + effectOf(ledger, tx), 0));

/** Live payments and deposits of a party. */
export const paymentsOf = (ledger: Ledger, account: AccountView, party: number): number[] =>
  livePostings(ledger, account, Kind.Payment, Kind.Deposit).filter((tx) => partyOf(ledger, tx) === party);
/** Live postings of a kind, or of two. */
export function livePostings(ledger: Ledger, account: AccountView, one: Kind, other: Kind = one): number[] {
  const found: number[] = [];
  for (const tx of account.live) {
    const kind = ledger.tx.kind[tx];
    if (kind === one || kind === other) found.push(tx);
  }
  return found;
}

interface Beside {
  readonly remittances: ReadonlyMap<number, readonly Remittance[]>;
  readonly register: ReadonlyMap<number, readonly RegisterRow[]>;
}
const besides = new WeakMap<Ledger, Beside>();

function grouped<T extends { readonly account: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.account);
    if (group === undefined) groups.set(row.account, [row]);
    else group.push(row);
  }
  return groups;
}
/** Remittances and register by account; grouped once a ledger, since every credit asks. */
function besideOf(ledger: Ledger): Beside {
  const known = besides.get(ledger);
  if (known !== undefined) return known;
  const made = { remittances: grouped(ledger.remittances), register: grouped(ledger.register) };
  besides.set(ledger, made);
  return made;
}
/** Remittance lines of an account; provider-level lines only when they name it. */
export const remittancesOf = (ledger: Ledger, account: number): readonly Remittance[] =>
  ledger.remittances.length === 0 ? [] : (besideOf(ledger).remittances.get(account) ?? []);
/** Register rows of an account that are not void. */
export const registerOf = (ledger: Ledger, account: number): RegisterRow[] =>
  ledger.register.length === 0 ? [] : (besideOf(ledger).register.get(account) ?? []).filter((row) => !isVoid(row.status));
const isVoid = (status: string): boolean => /\b(void|voided|cancell?ed|stopped|rejected)\b/i.test(status);

/** Every name by which a payee may stand in a register, normalised. */
export function payeeNames(ledger: Ledger, account: number, party: number): Set<string> {
  const who = partyAt(ledger, party);
  const names = party === PATIENT_PARTY ? [accountText(ledger, 'patient', account), accountText(ledger, 'guarantorName', account)] : [who.name, ...who.aliases];
  return new Set(names.map(normalKey).filter((name) => name !== ''));
}

/** The targets that go to a patient, or may: those without a proved payee count. */
export const mayBePatient = (targets: readonly Target[]): readonly Target[] => targets.filter((target) => target.kind !== 'payer');
export const mayBePayer = (targets: readonly Target[]): Target[] => targets.filter((target) => target.kind !== 'patient');

/** The payments a target would give back: those its finding claims, else all live payments of its party (of everybody when unknown). */
export function refundedPayments(ledger: Ledger, account: AccountView, target: Target): number[] {
  const money = livePostings(ledger, account, Kind.Payment, Kind.Deposit);
  const claimed = money.filter((tx) => target.finding?.claims.includes(tx) === true);
  if (claimed.length > 0) return claimed;
  return target.kind === 'unknown' ? money : money.filter((tx) => partyOf(ledger, tx) === target.party);
}
/** Deposit day, else post day; 0 unknown. */
export const receivedOn = (ledger: Ledger, tx: number): number => txDay(ledger, 'depositDay', tx) || txDay(ledger, 'postDay', tx);

const CANCELLED = /cancel|no[ -]?show|left without being seen|lwbs/i;
/** True when the account's status says that the service never took place. */
export const isCancelled = (ledger: Ledger, account: number): boolean =>
  CANCELLED.test(accountText(ledger, 'status', account)) || CANCELLED.test(accountText(ledger, 'claimStatus', account));

/** A posting's row as a person finds it: "row 17 of Transactions". */
export const placeOf = (ledger: Ledger, tx: number): string => `row ${ledger.tx.row[tx] ?? 0} of ${ledger.sheets[ledger.tx.sheet[tx] ?? 0] ?? 'the sheet'}`;
