/** One account's verdict: its findings, settled, with the identity, the reason where there is none, and the checks (design.md 9). */
import type { Account } from './accountView';
import { runChecks } from './checks/run';
import type { Cause, Confidence, Credit, Finding, FindingClass, LiabilitySource, PartyPosition, SettledFinding } from './credit';
import { NO_DAY } from './day';
import type { Day } from './day';
import { dormancyOf } from './dormancy';
import { dueOf } from './policy/deadlines';
import { PATIENT_PARTY } from './ledger';
import { cents, toDollars } from './money';
import type { Cents } from './money';
import { accountText } from './posting';
import { reasonOf } from './reason';
import { settle } from './settle';
import type { Settled } from './settle';
import { since } from './since';
import { wentBack } from './wentBack';

/** The verdict with its checks. */
export function creditOf(account: Account, causes: readonly Cause[]): Credit | null {
  const credit = verdictOf(account, causes);
  return credit && { ...credit, checks: runChecks('review', credit, account, account.ledger, account.policy) };
}

/** Without checks; null when the account is not in credit and no party on it is. */
export function verdictOf(account: Account, causes: readonly Cause[]): Credit | null {
  const incomplete = dataIncomplete(account);
  const settled = settle(account, incomplete === '' ? proposalsOf(account, causes) : []);
  if (account.balance >= 0 && !partyInCredit(account, settled)) return null;
  return compose(account, settled, incomplete);
}

function proposalsOf(account: Account, causes: readonly Cause[]): Finding[] {
  const proposals: Finding[] = [];
  for (const cause of causes) for (const finding of cause.find(account, account.ledger, account.policy)) proposals.push(finding);
  return proposals;
}

/** domain.md 2.1 step 3: without a ledger that reconciles there is no verdict. */
function dataIncomplete(account: Account): string {
  if (account.all.length === 0) return 'There are no transactions to explain the balance.';
  const reading = accountText(account.ledger, 'incomplete', account.index);
  if (reading !== '') return `Data incomplete: ${reading}`;
  if (account.posted === account.balance) return '';
  return `Data incomplete: the listing says ${toDollars(account.balance)}, the transactions add up to ${toDollars(account.posted)}.`;
}

/** domain.md 1.6: a bucket below 0, or a party that paid more than it owes. A bare derivation only counts with a claim paid twice. */
function partyInCredit(account: Account, settled: readonly Settled[]): boolean {
  if (settled.some(({ finding }) => finding.term === 'lost' && finding.variant === 'c')) return true;
  return account.parties.some((party) => (account.bucket(party) ?? 0) < -account.policy.parameters.centsTol || overpaid(account, party));
}

function overpaid(account: Account, party: number): boolean {
  const { parameters } = account.policy;
  const excess = account.excess(party);
  if (excess === null || excess <= parameters.centsTol) return false;
  const { source } = account.liability(party);
  if (source === 'listed') return excess > Math.max(parameters.contractTolMin, (account.terms.allowed ?? 0) * parameters.contractTolRate);
  return account.terms.shareProven || account.repeatedPayments.some((repeat) => repeat.sameClaim);
}

function compose(account: Account, settled: readonly Settled[], incomplete: string): Credit {
  const { ledger, index } = account;
  const shortfall = incomplete === '' ? shortfallOf(account, settled) : cents(0);
  const explained = settled.reduce((sum, { finding }) => sum + finding.cents, 0);
  const unexplained = cents(-account.balance - explained + shortfall);
  const facility = accountText(ledger, 'facility', index);
  const id = facility === '' ? account.key : `${facility}/${account.key}`;
  const day = since(account);
  const findings = finished(account, id, settled, { closes: unexplained === 0, shortfall }, day);
  const hidden = account.balance >= 0;
  return {
    account: index,
    id,
    key: account.key,
    facility,
    patient: accountText(ledger, 'patient', index),
    balance: account.balance,
    credit: cents(Math.max(0, -account.balance)),
    hidden,
    class: classOf(findings, unexplained),
    confidence: lowest(findings.map((finding) => finding.confidence)),
    shortfall,
    unexplained,
    since: day,
    findings,
    checks: [],
    parties: partiesOf(account).map((party) => position(account, party)),
    reviewReason: incomplete || reasonOf(account, findings, unexplained),
  };
}

/** The negative terms of the identity: parties that paid less than they owe (stated or derived), write-offs not yet posted, and what is owed again. */
function shortfallOf(account: Account, settled: readonly Settled[]): Cents {
  const { terms } = account;
  const again = lostMoney(settled) + bucketDebt(settled);
  if (terms.correct === null || terms.source === 'listed') return cents(again);
  const short = account.parties.reduce((sum, party) => sum + Math.max(0, -(account.excess(party) ?? 0)), 0);
  const absent = [...terms.liabilities].reduce((sum, [party, owes]) => (account.parties.includes(party) ? sum : sum + (owes.cents ?? 0)), 0);
  return cents(short + absent + Math.max(0, terms.correct - account.adjustments) + again);
}

/** Money that went out twice, or was taken back and refunded too: the finding's cents are owed to us again (domain.md 6 P12). */
function lostMoney(settled: readonly Settled[]): number {
  return settled.reduce((sum, { finding }) => (finding.term === 'lost' ? sum + finding.cents : sum), 0);
}

/** A misplaced part in credit stands against an equal debt on the other part (C26). */
function bucketDebt(settled: readonly Settled[]): number {
  return settled.reduce((sum, { finding }) => (finding.term === 'bucket' ? sum + finding.cents : sum), 0);
}

function finished(
  account: Account,
  id: string,
  settled: readonly Settled[],
  { closes, shortfall }: { closes: boolean; shortfall: Cents },
  day: Day,
): SettledFinding[] {
  const counts = new Map<string, number>();
  return settled.map(({ finding, rivals }) => {
    const payee = `${finding.owedTo.kind}:${finding.owedTo.name}`;
    const nth = (counts.get(payee) ?? 0) + 1;
    counts.set(payee, nth);
    const rows = finding.claims.map((tx) => ({ sheet: account.ledger.tx.sheet[tx] as number, row: account.ledger.tx.row[tx] as number }));
    const { due, basis } = dueOf(finding, { account: account.index, since: day }, account.ledger, account.policy);
    const dormant = dormancyOf(finding, day, accountText(account.ledger, 'state', account.index), account.policy);
    const back = wentBack(account, finding, shortfall);
    const confidence = back === '' ? confidenceOf(account, finding, closes) : 'low';
    const missing = back || missingOf(account, finding, confidence);
    const written = copyOf(finding, { id: `${id}/${payee}/${nth}`, confidence, missing, rows, due, dueBasis: basis, rivals });
    if (dormant !== NO_DAY) written.dormantOn = dormant;
    return written;
  });
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Dressing = Pick<SettledFinding, 'id' | 'confidence' | 'missing' | 'rows' | 'due' | 'dueBasis' | 'rivals'>;
/** Property by property: spreading findings of many shapes took a quarter of a verdict's time. */
function copyOf(finding: Finding, { id, confidence, missing, rows, due, dueBasis, rivals }: Dressing): Writable<SettledFinding> {
  const { cause, variant, class: of, cents: amount, party, owedTo, resolution, evidence, level, claims, supports, because, until, matches } = finding;
  const copy: Writable<SettledFinding> = {
    cause,
    variant,
    owedTo,
    confidence,
    level,
    claims,
    supports,
    missing,
    until,
    matches,
    class: of,
    cents: amount,
    party,
    resolution,
    evidence,
    because,
    id,
    rows,
    due,
    dueBasis,
    rivals,
  };
  if (finding.term !== undefined) copy.term = finding.term;
  if (finding.sign !== undefined) copy.sign = finding.sign;
  if (finding.partial !== undefined) copy.partial = finding.partial;
  return copy;
}

const GRADES: readonly Confidence[] = ['low', 'medium', 'high'];
const lowest = (grades: readonly Confidence[]): Confidence =>
  grades.reduce<Confidence>((low, grade) => (GRADES.indexOf(grade) < GRADES.indexOf(low) ? grade : low), grades.length > 0 ? 'high' : 'low');

/** domain.md 2.2: high = remittance and closed; medium = reference or amounts with known liabilities and closed. A cause may cap it. */
function confidenceOf(account: Account, finding: Finding, closes: boolean): Confidence {
  const source = sourceOf(account, finding);
  if (!closes || finding.evidence === 'pattern' || source === 'unknown' || source === 'listed') return 'low';
  return lowest([finding.confidence, finding.evidence === 'remittance' && source === 'stated' ? 'high' : 'medium']);
}

/** A payment rests on what its party owes, everything else on the account as a whole. */
const sourceOf = (account: Account, { term = 'payment', party }: Finding): LiabilitySource =>
  term === 'payment' ? account.liability(party).source : account.terms.source;

/** What would make a finding certain, where its cause names nothing of its own: the amounts that no remittance states. */
function missingOf(account: Account, finding: Finding, confidence: Confidence): string {
  if (finding.missing !== '' || confidence === 'high' || sourceOf(account, finding) === 'stated') return finding.missing;
  return 'The allowed amount and the patient share on the remittance would make it certain.';
}

function classOf(findings: readonly SettledFinding[], unexplained: Cents): FindingClass {
  const classes = new Set(findings.map((finding) => finding.class));
  const [only] = classes;
  return unexplained !== 0 || classes.size !== 1 || only === undefined ? 'needs-review' : only;
}

/** Parties with any posting, and those that owe without having paid; payers first, the patient last. */
function partiesOf(account: Account): number[] {
  const owing = [...account.terms.liabilities].filter(([party, owes]) => (owes.cents ?? 0) > 0 && !account.parties.includes(party)).map(([party]) => party);
  const all = [...account.parties, ...owing];
  return [...all.filter((party) => party !== PATIENT_PARTY), ...all.filter((party) => party === PATIENT_PARTY)];
}

function position(account: Account, party: number): PartyPosition {
  const { cents: liability, source } = account.liability(party);
  return { party, name: account.party(party).name, paid: account.paid(party), liability, source, bucket: account.bucket(party) };
}
