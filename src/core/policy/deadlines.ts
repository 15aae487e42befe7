/**
 * When money must have gone back (domain.md 4.1–4.6, 4.9): every deadline in force, each counted from its own trigger, the earliest
 * first. *Identified on* is a person's; without it the clock runs from *Flagged on* and is marked risk clock. Not legal advice.
 */
import { NO_DAY, addDays, toIso } from '../day';
import type { Day } from '../day';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../ledger';
import type { Ledger, Party } from '../ledger';
import type { Finding } from '../credit';
import { after, later, quarterEnd } from './calendar';
import type { Policy, PolicyRow } from './policy';
import { resolveOne, resolveRows, rowsOfTopic, shownOnly } from './resolve';
import type { PolicyQuery } from './resolve';
import { sixtyDayDue } from './sixtyDays';
import type { Investigation } from './sixtyDays';

/** What people typed on Credits; 0 = not typed. */
export interface Clocks {
  /** First sight by the tool. */
  readonly flaggedOn: Day;
  readonly identifiedOn: Day;
  readonly investigationStart: Day;
  readonly investigationEnd: Day;
  /** A patient's request or a payer's notice, where known. */
  readonly requestedOn?: Day;
  readonly noticeOn?: Day;
  /** 'hospital', 'physician' …; left out = not known, all provider types may hold. */
  readonly providerType?: string;
}

export interface Deadline {
  /** Policy row id. */
  readonly rule: string;
  readonly citation: string;
  /** Trigger day; 0 = not known, so the deadline cannot be dated. */
  readonly from: Day;
  readonly due: Day;
  /** True when flagging stands in for identification or determination. */
  readonly riskClock: boolean;
  /** "F-60-medicare: 60 calendar days from identified on 2026-01-10". */
  readonly basis: string;
}
export interface Due {
  /** Earliest deadline; 0 when nothing is owed. */
  readonly due: Day;
  readonly basis: string;
  /** All deadlines in force, earliest first, those without a date last. */
  readonly all: readonly Deadline[];
  /** Rows that would fit but are proposed or unverified: shown, never used. */
  readonly unverified: readonly PolicyRow[];
}
/** The account of a finding, and since when it is in credit (0 unknown). */
export interface DueCredit {
  readonly account: number;
  readonly since: Day;
}
/** The part of a finding a deadline depends on. */
export type DueFinding = Pick<Finding, 'class' | 'cause' | 'party' | 'claims' | 'owedTo'>;

const NOTHING_DUE: Due = { due: NO_DAY, basis: '', all: [], unverified: [] };
const OWED_CLASSES: readonly string[] = ['true-overpayment', 'needs-review', 'hold'];

/** Clocks when nobody has typed anything: flagged on the as-of day. */
export const clocksOf = (asOf: Day): Clocks => ({ flaggedOn: asOf, identifiedOn: NO_DAY, investigationStart: NO_DAY, investigationEnd: NO_DAY });

interface Situation {
  readonly finding: DueFinding;
  readonly credit: DueCredit;
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly clocks: Clocks;
}

const partyAt = (ledger: Ledger, party: number): Party => ledger.parties[party] ?? (ledger.parties[UNKNOWN_PARTY] as Party);
const receiptOf = (ledger: Ledger, tx: number): Day => ((ledger.tx.day.depositDay[tx] ?? 0) || (ledger.tx.day.postDay[tx] ?? 0)) as Day;
const isPatient = ({ finding }: Situation): boolean =>
  finding.owedTo.kind === 'patient' || (finding.owedTo.kind !== 'payer' && finding.party === PATIENT_PARTY);

/** The first receipt among some transactions; 0 when none is dated. */
function firstReceipt(ledger: Ledger, transactions: readonly number[]): Day {
  const days = transactions.map((tx) => receiptOf(ledger, tx)).filter((value) => value > 0);
  return days.length === 0 ? NO_DAY : (Math.min(...days) as Day);
}

/** Payments of one side of an account. */
function paymentsBy(ledger: Ledger, account: number, fits: (party: number) => boolean): number[] {
  const all = Array.from(ledger.order.subarray(ledger.start[account] ?? 0, ledger.start[account + 1] ?? 0));
  return all.filter((tx) => ledger.tx.kind[tx] === Kind.Payment && fits(ledger.tx.party[tx] ?? UNKNOWN_PARTY));
}

/** Receipt of the other primary payer's payment; Medicare's own payment when that came later, since nothing was overpaid before (domain.md 4.5). */
function mspReceipt({ ledger, credit, finding }: Situation): Day {
  const other = (party: number): boolean => partyAt(ledger, party).kind === 'payer' && party !== finding.party;
  const theirs = firstReceipt(ledger, paymentsBy(ledger, credit.account, other));
  const own = firstReceipt(
    ledger,
    paymentsBy(ledger, credit.account, (party) => party === finding.party),
  );
  return theirs === 0 ? NO_DAY : later(theirs, own);
}

function paymentDay(situation: Situation, row: PolicyRow): Day {
  if (row.key === 'msp') return mspReceipt(situation);
  return firstReceipt(situation.ledger, situation.finding.claims) || situation.credit.since;
}

/** The day a row counts from; 0 when not known. */
function triggerDay(situation: Situation, row: PolicyRow): Day {
  const { clocks } = situation;
  const known = clocks.identifiedOn || clocks.flaggedOn;
  switch (row.trigger) {
    case 'PAYMENT':
      return paymentDay(situation, row);
    case 'PATIENT_REQUEST':
      return clocks.requestedOn ?? NO_DAY;
    case 'NOTICE':
      return clocks.noticeOn ?? NO_DAY;
    case 'QUARTER_END':
      return quarterEnd(known);
    default:
      return known;
  }
}

const TRIGGER_WORDS: Readonly<Record<string, string>> = {
  IDENTIFIED: 'identified on',
  DETERMINED: 'determined on',
  PATIENT_REQUEST: "the patient's request of",
  PAYMENT: 'receipt on',
  NOTICE: 'notice of',
  QUARTER_END: 'quarter end',
};
const onRiskClock = (row: PolicyRow, clocks: Clocks): boolean => ['IDENTIFIED', 'DETERMINED'].includes(row.trigger) && clocks.identifiedOn === 0;

function basisOf(row: PolicyRow, from: Day, clocks: Clocks, suspended: number): string {
  const span = `${row.value} ${row.unit.replace('_', ' ')}`;
  if (from === 0) return `${row.id}: ${span} from ${TRIGGER_WORDS[row.trigger] ?? 'a day'} … (not known)`;
  const iso = toIso(from) ?? '';
  if (onRiskClock(row, clocks)) return `${row.id}: ${span} from flagged on ${iso} (risk clock)`;
  return `${row.id}: ${span} from ${TRIGGER_WORDS[row.trigger] ?? 'identified on'} ${iso}${suspended > 0 ? `, suspended ${suspended} days` : ''}`;
}

/** Days that an investigation adds to a row: federal identification clocks only, and only once a person has identified. */
function dueDay(situation: Situation, row: PolicyRow, from: Day): { due: Day; suspended: number } {
  const plain = after(from, Number(row.value), row.unit) ?? NO_DAY;
  const { clocks } = situation;
  if (row.trigger !== 'IDENTIFIED' || clocks.identifiedOn === 0 || row.unit !== 'calendar_days') return { due: plain, suspended: 0 };
  const investigation: Investigation = { start: clocks.investigationStart, end: clocks.investigationEnd };
  const due = sixtyDayDue(from, investigation, { days: Number(row.value), capDays: suspensionCap(situation) });
  return { due, suspended: due - plain };
}

/** Days an investigation may suspend; 0 = none, where the policy gives no cap or no method. */
function suspensionCap(situation: Situation): number {
  const ask = (key: string): PolicyRow | null =>
    resolveOne(situation.policy.rows, { ...queryOf(situation, 'INVESTIGATION'), key, on: situation.clocks.identifiedOn });
  const cap = ask('cap_days');
  return cap === null || ask('method')?.value === 'none' ? 0 : Number(cap.value);
}

function queryOf(situation: Situation, topic: PolicyRow['topic']): PolicyQuery {
  const { ledger, credit, finding, policy, clocks } = situation;
  const party = partyAt(ledger, finding.party);
  const state = (ledger.texts[ledger.accounts.text.state[credit.account] ?? 0] ?? '').trim().toUpperCase();
  const on = clocks.identifiedOn || clocks.flaggedOn || policy.asOf;
  const patient = isPatient(situation);
  return { topic, state, payerClass: patient ? 'self-pay' : party.payerClass, federal: !patient && party.federal, providerType: clocks.providerType ?? '', on };
}

/** A Medicare patient's own money has a federal deadline too (42 CFR 489.41). */
function classesToAsk(situation: Situation): PolicyQuery[] {
  const topic = isPatient(situation) ? 'REFUND_PATIENT' : 'REFUND_PAYER';
  const own = queryOf(situation, topic);
  if (topic === 'REFUND_PAYER') return [own, { ...own, topic: 'CMS838' }];
  const { ledger, credit } = situation;
  const medicare = ledger.accounts.payerParty.some((column) => partyAt(ledger, column[credit.account] ?? UNKNOWN_PARTY).payerClass === 'medicare');
  return medicare ? [own, { ...own, payerClass: 'medicare', federal: true }] : [own];
}

const isDeadline = (row: PolicyRow): boolean => row.trigger !== '' && row.key !== 'lookback' && after(1000 as Day, 1, row.unit) !== null;
const applies = (situation: Situation, row: PolicyRow): boolean => row.key !== 'msp' || situation.finding.cause === 'C04';

const ON_OWN_DAY: readonly string[] = ['PAYMENT', 'QUARTER_END'];

function rowsInForce(situation: Situation, queries: readonly PolicyQuery[]): PolicyRow[] {
  const { rows } = situation.policy;
  const found = queries.flatMap((query) => [
    ...resolveRows(rows, query).filter((row) => !ON_OWN_DAY.includes(row.trigger)),
    ...rowsOfTopic(rows, query.topic).filter((row) => ON_OWN_DAY.includes(row.trigger) && heldOnItsDay(situation, query, row)),
  ]);
  return [...new Set(found)].filter((row) => isDeadline(row) && applies(situation, row));
}

/** A row counted from another day than identification is in force when it was so on that day. */
function heldOnItsDay(situation: Situation, query: PolicyQuery, row: PolicyRow): boolean {
  const from = triggerDay(situation, row);
  return from !== 0 && resolveRows(situation.policy.rows, { ...query, key: row.key, on: from }).includes(row);
}

function deadlineOf(situation: Situation, row: PolicyRow): Deadline {
  const from = triggerDay(situation, row);
  const { due, suspended } = from === 0 ? { due: NO_DAY, suspended: 0 } : dueDay(situation, row, from);
  return {
    rule: row.id,
    citation: row.citation,
    from,
    due,
    riskClock: onRiskClock(row, situation.clocks),
    basis: basisOf(row, from, situation.clocks, suspended),
  };
}

/** When no row can be dated: 30 days, said to be a default. */
function fallback({ clocks, policy }: Situation): Deadline {
  const from = clocks.identifiedOn || clocks.flaggedOn || policy.asOf;
  const risk = clocks.identifiedOn === 0;
  return {
    rule: 'default',
    citation: 'default',
    from,
    due: addDays(from, 30),
    riskClock: risk,
    basis: `default: 30 calendar days from ${risk ? 'flagged' : 'determined'} on ${toIso(from) ?? ''}${risk ? ' (risk clock)' : ''}`,
  };
}

const byDue = (a: Deadline, b: Deadline): number => (a.due || Number.MAX_SAFE_INTEGER) - (b.due || Number.MAX_SAFE_INTEGER) || (a.rule < b.rule ? -1 : 1);

/** "…; also F-msp 2026-05-09": the deadlines that come later are shown too. */
function withOthers(first: Deadline, all: readonly Deadline[]): string {
  const others = all.filter((each) => each !== first && each.due !== 0).map((each) => `${each.rule} ${toIso(each.due) ?? ''}`);
  return others.length === 0 ? first.basis : `${first.basis}; also ${others.join(', ')}`;
}

/**
 * The due day of a finding: of a true overpayment, and of anything still undecided. Posting errors and misallocations are owed to nobody.
 * Without clocks the finding counts as flagged on the as-of day.
 */
export function dueOf(finding: DueFinding, credit: DueCredit, ledger: Ledger, policy: Policy, clocks: Clocks = clocksOf(policy.asOf)): Due {
  if (!OWED_CLASSES.includes(finding.class)) return NOTHING_DUE;
  const situation: Situation = { finding, credit, ledger, policy, clocks };
  const queries = classesToAsk(situation);
  const dated = rowsInForce(situation, queries).map((row) => deadlineOf(situation, row));
  const all = (dated.some((each) => each.due !== 0) ? dated : [...dated, fallback(situation)]).sort(byDue);
  const first = all[0] as Deadline;
  const unverified = queries.flatMap((query) => shownOnly(policy.rows, query));
  return { due: first.due, basis: withOthers(first, all), all, unverified: [...new Set(unverified)] };
}
