/** Liabilities as the remittances state them (domain.md 1.6: L_1 = allowed − PR − sequestration; L_2 = at most what the primary left). */
import type { Account } from './accountView';
import { contractOwner } from './derivedBasis';
import { Kind, PATIENT_PARTY } from './ledger';
import { checkOf, claimOf, effectOf, partyOf, sizeOf } from './posting';
import type { Statement } from './stated';
import type { Basis } from './terms';

const total = (statements: readonly Statement[], of: (statement: Statement) => number): number => statements.reduce((sum, statement) => sum + of(statement), 0);
const known = (value: number): number => (Number.isFinite(value) ? value : 0);

/** null when no remittance covers the primary's payments. */
export function statedBasis(account: Account, lateCredit: number): Basis | null {
  if (account.inForce.length === 0) return null;
  const statements = account.inForce.filter((statement) => Number.isFinite(statement.allowed) && Number.isFinite(statement.patientResp));
  const order = payingOrder(account, statements);
  const primary = order.find((payer) => !account.notCovering.has(payer) && statements.some((statement) => statement.party === payer && statement.allowed > 0));
  if (primary === undefined || !covered(account, primary)) return null;
  const own = statements.filter((statement) => statement.party === primary);
  const billed = total(own, (statement) => statement.billed);
  const base = { source: 'stated', primary, sequestration: sequestrationOf(account, primary, own), shareProven: true } as const;
  const unheard = unheardCharges(account, primary, statements, lateCredit);
  return {
    ...base,
    contractOf: contractOwner(account, primary),
    unheard,
    unheardReceipts: unheard > 0 ? unheardReceipts(account, primary, own) : 0,
    denied: deniedLines(account, own),
    allowed: total(own, (statement) => statement.allowed),
    share: total(own, (statement) => statement.patientResp),
    stated: laterPayers(order, primary, statements),
    missing: Number.isFinite(billed) ? Math.max(0, billed - account.charges - lateCredit) : 0,
  };
}

/** Every payment of the primary must be spoken for, or what it owes would come out too low. */
function covered(account: Account, primary: number): boolean {
  if (account.remittances.some((row) => row.party === primary)) return true;
  const spoken = new Set(
    account.statements.filter((statement) => Number.isFinite(statement.allowed) && Number.isFinite(statement.patientResp)).map((statement) => statement.tx),
  );
  return account.receipts(primary).every((tx) => spoken.has(tx) || account.foreign.has(tx));
}

/** Payers as the remittances show them to have paid: one that paid in full although another had not counted it as secondary goes first. */
function payingOrder(account: Account, statements: readonly Statement[]): readonly number[] {
  const [first, second] = account.payers;
  if (first === undefined || second === undefined || account.party(first).payerClass !== 'medicare') return account.payers;
  const share = total(
    statements.filter((statement) => statement.party === first),
    (statement) => statement.patientResp,
  );
  const later = statements.filter((statement) => statement.party === second);
  const asPrimary = later.length > 0 && later.every((statement) => !knowsPrior(statement)) && total(later, (statement) => statement.paid) > share + 1;
  return asPrimary ? [second, first, ...account.payers.slice(2)] : account.payers;
}

/** The remittance took an earlier payer into account: CARC 23, status 2 or 3, or an amount. */
export const knowsPrior = (statement: Statement): boolean =>
  statement.codes.includes('23') || [2, 3, 20, 21].includes(statement.status) || known(statement.priorPaid) > 0;

/**
 * Charges that no remittance speaks for: another visit, not yet answered. What the payer and the patient owe for them is not stated. Without
 * billed amounts only a whole charge line can be told to be missing.
 */
function unheardCharges(account: Account, primary: number, statements: readonly Statement[], lateCredit: number): number {
  const charges = account.charges + lateCredit;
  const first = statements.filter((statement) => statement.party === primary || !knowsPrior(statement));
  const billed = total(first, (statement) => statement.billed);
  if (Number.isFinite(billed)) return Math.max(0, charges - billed);
  const lines = account.ofKind(Kind.Charge).map((tx) => sizeOf(account.ledger, tx));
  const open = charges - total(first, (statement) => statement.allowed) - contractualsHeard(account, first);
  return lines.length > 1 && open >= Math.min(...lines) ? open : partsUnheard(account, primary, open);
}

/** Contractuals of the claims that remittances name, positive; one without a claim counts. */
function contractualsHeard(account: Account, statements: readonly Statement[]): number {
  const claims = new Set(statements.map(claimNamed));
  const heard = account.ofKind(Kind.Contractual).filter((tx) => claimOf(account.ledger, tx) === '' || claims.has(claimOf(account.ledger, tx)));
  return -heard.reduce((sum, tx) => sum + effectOf(account.ledger, tx), 0);
}

/** Remittances that a later one replaced although both fit into the charges: they may be parts of one claim. */
function partsUnheard(account: Account, primary: number, open: number): number {
  const replaced = account.statements.filter((row) => row.party === primary && row.status !== 22 && row.allowed > 0 && !account.inForce.includes(row));
  const parts = total(replaced, (statement) => statement.allowed);
  return parts > 0 && parts <= open ? open : 0;
}

const claimNamed = (statement: Statement): string => statement.claim.split('#')[0] as string;

/** Payments of the primary for claims and by checks that no statement names. */
function unheardReceipts(account: Account, primary: number, own: readonly Statement[]): number {
  const claims = new Set(own.map(claimNamed));
  const checks = new Set(own.map((statement) => statement.check));
  const heard = (tx: number): boolean => {
    const claim = claimOf(account.ledger, tx);
    return claim === '' ? checks.has(checkOf(account.ledger, tx)) : claims.has(claim);
  };
  return account.receipts(primary).reduce((sum, tx) => (heard(tx) || account.foreign.has(tx) ? sum : sum + sizeOf(account.ledger, tx)), 0);
}

/** What the primary denied without leaving a share: a later payer may owe it in its own right (domain.md 2.2 C03). A denied duplicate is none. */
function deniedLines(account: Account, own: readonly Statement[]): number {
  const denied = own.filter((line) => line.allowed === 0 && line.patientResp === 0 && line.paid === 0 && !line.codes.includes('18'));
  return denied.reduce((sum, line) => sum + (Number.isFinite(line.billed) ? line.billed : account.charges), 0);
}

function laterPayers(order: readonly number[], primary: number, statements: readonly Statement[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const payer of order) {
    const own = statements.filter((statement) => statement.party === payer);
    if (payer === primary || own.length === 0) continue;
    found.set(
      payer,
      Math.max(
        0,
        total(own, (statement) => statement.allowed - statement.patientResp - known(statement.priorPaid)),
      ),
    );
  }
  return found;
}

function sequestrationOf(account: Account, primary: number, own: readonly Statement[]): number {
  if (own.some((statement) => Number.isFinite(statement.sequestration))) return total(own, (statement) => known(statement.sequestration));
  return account
    .ofKind(Kind.Sequestration)
    .reduce((sum, tx) => (partyOf(account.ledger, tx) === primary || partyOf(account.ledger, tx) < PATIENT_PARTY ? sum + sizeOf(account.ledger, tx) : sum), 0);
}
