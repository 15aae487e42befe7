/**
 * What the remittances say about one account (domain.md 1.6, *stated*): one statement a payer, claim and line, the latest one. They come from
 * remittance rows (835) or from remittance columns beside a payment. A status-22 reversal cancels what it reverses; a later statement for the
 * same claim replaces the earlier one; two postings of one remittance count once. Money in cents, NaN where the remittance is silent.
 */
import type { Day } from './day';
import { Kind } from './ledger';
import type { Ledger, Remittance } from './ledger';
import { checkOf, claimOf, codesOf, dayOfTx, icnOf, kindOf, lineOf, partyOf, reference, serviceDayOf, sizeOf, txMoney } from './posting';

export interface Statement {
  readonly party: number;
  /** Claim number, else service day; with the line where one is given. */
  readonly claim: string;
  readonly icn: string;
  readonly day: Day;
  readonly check: string;
  readonly allowed: number;
  readonly patientResp: number;
  readonly paid: number;
  readonly billed: number;
  readonly contractual: number;
  readonly sequestration: number;
  readonly priorPaid: number;
  readonly interest: number;
  readonly status: number;
  readonly codes: readonly string[];
  /** The posting that carried it, −1 for a remittance row. */
  readonly tx: number;
}

const fromRow = (row: Remittance): Statement => ({
  party: row.party,
  claim: reference(row.claim) || reference(row.icn),
  icn: reference(row.icn),
  day: row.day,
  check: reference(row.check),
  allowed: allowedOf(row),
  patientResp: row.patientResp,
  paid: row.paid,
  billed: row.billed,
  contractual: row.contractual,
  sequestration: row.sequestration,
  priorPaid: row.priorPaid,
  interest: row.interest,
  status: row.status,
  codes: row.codes.map((code) => code.toUpperCase().replace(/^(CO|PR|OA|PI|CR)-?(?=\d)/, '')),
  tx: -1,
});

/** An 835 gives no claim-level allowed amount as a rule: billed less contractual. */
function allowedOf(row: Remittance): number {
  if (Number.isFinite(row.allowed)) return row.allowed;
  return Number.isFinite(row.billed) && Number.isFinite(row.contractual) ? row.billed - row.contractual : Number.NaN;
}

/** What stands in the columns beside a payment. */
function fromPosting(ledger: Ledger, tx: number): Statement {
  const line = lineOf(ledger, tx);
  const base = claimOf(ledger, tx) || (serviceDayOf(ledger, tx) ? `d${serviceDayOf(ledger, tx)}` : '');
  const remitPaid = txMoney(ledger, 'remitPaid', tx);
  return {
    party: partyOf(ledger, tx),
    claim: line === '' ? base : `${base}#${line}`,
    icn: icnOf(ledger, tx),
    day: dayOfTx(ledger, tx),
    check: checkOf(ledger, tx),
    allowed: txMoney(ledger, 'allowed', tx),
    patientResp: txMoney(ledger, 'patientResp', tx),
    paid: Number.isFinite(remitPaid) ? remitPaid : sizeOf(ledger, tx),
    billed: txMoney(ledger, 'billed', tx),
    contractual: txMoney(ledger, 'remitContractual', tx),
    sequestration: Number.NaN,
    priorPaid: txMoney(ledger, 'priorPaid', tx),
    interest: txMoney(ledger, 'interest', tx),
    status: 0,
    codes: codesOf(ledger, tx),
    tx,
  };
}

const speaks = (statement: Statement): boolean => Number.isFinite(statement.allowed) || Number.isFinite(statement.patientResp);

/** Every statement about the account, reversals and provider-level lines included, in time order. A payer's own remittance rows go before columns. */
export function statementsOf(ledger: Ledger, rows: readonly Remittance[], live: readonly number[]): Statement[] {
  const found = rows.filter((row) => row.plb === '').map(fromRow);
  const heard = new Set(found.map((statement) => statement.party));
  if (ledger.tx.money.allowed.length > 0 || ledger.tx.money.patientResp.length > 0)
    for (const tx of live)
      if (kindOf(ledger, tx) === Kind.Payment && partyOf(ledger, tx) > 1 && !heard.has(partyOf(ledger, tx))) found.push(fromPosting(ledger, tx));
  return found.sort((a, b) => a.day - b.day || reversalFirst(a) - reversalFirst(b) || byContent(a, b));
}

const reversalFirst = (statement: Statement): number => (statement.status === 22 ? 0 : 1);
const content = (statement: Statement): string =>
  [statement.claim, statement.check, statement.icn, statement.allowed, statement.patientResp, statement.paid].join('|');
const byContent = (a: Statement, b: Statement): number => {
  const [x, y] = [content(a), content(b)];
  return x === y ? 0 : x < y ? -1 : 1;
};

/**
 * Statements in force: the latest a payer, claim and line. Statements that say neither allowed nor patient share are left out.
 * `fits` says whether so many cents allowed are possible beside the charges and write-offs of the account.
 */
export function inForce(statements: readonly Statement[], fits: (allowed: number) => boolean): readonly Statement[] {
  if (statements.length === 0) return statements;
  const latest = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.party}|${statement.claim}`;
    if (statement.status === 22) latest.delete(key);
    else if (speaks(statement)) replaceOrAdd(latest, key, statement);
  }
  return oneReading([...latest.values()], fits);
}

/**
 * One service given several times under one claim number and paid a check at a time (exports.md hazard 6): equal remittances that together allow
 * exactly what was charged less written off (`left`, cents). None replaces another. null when it is not so.
 */
export function sameServiceAgain(statements: readonly Statement[], left: number): readonly Statement[] | null {
  const [first, ...more] = statements;
  if (first === undefined || more.length === 0) return null;
  const alike = ({ party, claim, allowed, patientResp, paid, status }: Statement): boolean =>
    party === first.party && claim === first.claim && allowed === first.allowed && patientResp === first.patientResp && paid === first.paid && status !== 22;
  const checks = new Set(statements.map(({ check }) => check));
  const each = more.every(alike) && first.status !== 22 && checks.size === statements.length;
  return each && statements.length * first.allowed === left ? statements : null;
}

function replaceOrAdd(latest: Map<string, Statement[]>, key: string, statement: Statement): void {
  const standing = latest.get(key);
  const last = standing?.[standing.length - 1];
  const named = statement.claim !== '' && !statement.claim.startsWith('d');
  const sameRemittance = last !== undefined && last.day === statement.day && last.check === statement.check && statement.tx >= 0;
  if (standing && (sameRemittance || !named)) standing.push(statement);
  else latest.set(key, [statement]);
}

/**
 * Several rows of one claim are either its lines or one remittance posted (or its total repeated) twice: they are lines only if together they
 * are no more than was charged.
 */
function oneReading(groups: readonly (readonly Statement[])[], fits: (allowed: number) => boolean): Statement[] {
  const total = groups.flat().reduce((sum, statement) => sum + statement.allowed, 0);
  const asLines = Number.isFinite(total) && fits(total) && !groups.some(repeatsTotal);
  const read = groups.flatMap((group) => (asLines ? [...group] : group.slice(-1)));
  return asLines || fits(read.reduce((sum, statement) => sum + statement.allowed, 0)) ? read : withoutTwins(read);
}

/**
 * One claim that the payer numbered twice: equal in every amount, and both together more than was charged (domain.md 2.2 C01: a duplicate often
 * carries a different ICN). The latest speaks.
 */
function withoutTwins(statements: readonly Statement[]): Statement[] {
  const amounts = (statement: Statement): string => {
    const { party, billed, allowed, patientResp } = statement;
    return Number.isFinite(billed) ? [party, billed, allowed, patientResp].join('|') : `${party}|${content(statement)}`;
  };
  const latest = new Map(statements.map((statement) => [amounts(statement), statement]));
  return statements.filter((statement) => latest.get(amounts(statement)) === statement);
}

/** Rows that each carry the whole claim's allowed and patient share, while their payments only add up to it. */
function repeatsTotal(group: readonly Statement[]): boolean {
  const first = group[0] as Statement;
  const paid = group.reduce((sum, row) => sum + row.paid, 0);
  const same = group.every((row) => row.allowed === first.allowed && row.patientResp === first.patientResp);
  return group.length > 1 && same && paid === first.allowed - first.patientResp;
}
