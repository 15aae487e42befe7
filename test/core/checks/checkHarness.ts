/**
 * Tables for checks: a few ledger lines (test/core/harness.ts), the verdict a review would give on account A1 stated by hand, and what
 * the check must say. Findings are words: "C01 true-overpayment 480 payer Aetna", with resolution=… or party=… behind.
 */
import type { AccountView } from '../../../src/core/accountView';
import type { CauseId, Check, CheckOutcome, Credit, FindingClass, PartyPosition, Payee, Resolution, SettledFinding } from '../../../src/core/credit';
import { NO_DAY } from '../../../src/core/day';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../../../src/core/ledger';
import type { Ledger } from '../../../src/core/ledger';
import { cents, negate } from '../../../src/core/money';
import type { Cents } from '../../../src/core/money';
import type { Policy } from '../../../src/core/policy/policy';
import type { PaymentContext } from '../../../src/core/checks/payment';
import { dollars, ledgerOf, on } from '../harness';
import { policyFrom } from '../../../src/core/policy/load';

export const AS_OF = '2026-06-30';

export interface Verdict {
  readonly name: string;
  readonly ledger: string;
  readonly findings?: readonly string[];
  /** Dollars. */
  readonly unexplained?: number;
  /** Dollars each party owes, as a stated liability; a party not named: unknown. */
  readonly owes?: Readonly<Record<string, number>>;
  /** Dollars standing in each party's bucket, where buckets are known. */
  readonly buckets?: Readonly<Record<string, number>>;
  readonly shortfall?: number;
  readonly asOf?: string;
  /** Rows of the Credit policy sheet. */
  readonly policyRows?: readonly Record<string, unknown>[];
  readonly since?: string;
  readonly payment?: (ledger: Ledger) => PaymentContext;
}
export interface CheckFires extends Verdict {
  readonly says: string;
  readonly severity?: 'block' | 'warn';
}
export interface CheckUntestable extends Verdict {
  readonly missing: string;
}

const partyNamed = (ledger: Ledger, name: string): number => {
  if (name === 'patient') return PATIENT_PARTY;
  const found = ledger.parties.findIndex((party) => party.kind === 'payer' && party.name === name);
  return found < 0 ? UNKNOWN_PARTY : found;
};

export function findingOf(ledger: Ledger, text: string): SettledFinding {
  const [head = '', ...options] = text.split(/ (?=(?:resolution|party|confidence|due|evidence)=)/);
  const [cause, cls, amount, kind = 'none', ...name] = head.split(' ');
  const option = (key: string): string | undefined => options.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1);
  const owedTo: Payee = { kind: kind as Payee['kind'], name: kind === 'patient' ? name.join(' ') || 'Patient' : name.join(' ') };
  const party = option('party') ?? (kind === 'patient' ? 'patient' : owedTo.name);
  const due = option('due');
  return {
    cause: cause as CauseId,
    variant: null,
    class: cls as FindingClass,
    cents: dollars(amount ?? ''),
    party: partyNamed(ledger, party),
    owedTo,
    resolution: (option('resolution') ?? (kind === 'payer' ? 'REFUND_PAYER' : 'REFUND_PATIENT')) as Resolution,
    evidence: (option('evidence') ?? 'reference') as SettledFinding['evidence'],
    confidence: (option('confidence') ?? 'medium') as SettledFinding['confidence'],
    level: 'account',
    claims: [],
    supports: [],
    because: '',
    missing: '',
    until: NO_DAY,
    matches: 1,
    id: text,
    rows: [],
    due: due === undefined ? NO_DAY : on(due),
    dueBasis: due === undefined ? '' : 'by hand',
    rivals: [],
  };
}

const PAYS: readonly Kind[] = [Kind.Payment, Kind.Deposit, Kind.PaymentReversal, Kind.Takeback, Kind.Refund, Kind.Capitation];
/** What a reversal undoes, and what a void of a refund undoes. */
const UNDONE: Readonly<Partial<Record<Kind, Kind>>> = { [Kind.PaymentReversal]: Kind.Payment, [Kind.Refund]: Kind.Refund };

/** Transactions of account A1 without those undone to the cent by a reversal or a void of the same party. */
function liveOf(ledger: Ledger, all: readonly number[]): number[] {
  const gone = new Set<number>();
  const kind = (tx: number): Kind => ledger.tx.kind[tx] as Kind;
  for (const later of all) {
    const opposite = (tx: number): boolean => ledger.tx.party[tx] === ledger.tx.party[later] && ledger.tx.effect[tx] === -ledger.tx.effect[later]!;
    const undone = all.find((tx) => tx < later && !gone.has(tx) && kind(tx) === UNDONE[kind(later)] && opposite(tx));
    if (undone !== undefined) gone.add(undone).add(later);
  }
  return all.filter((tx) => !gone.has(tx));
}

export function viewOf(ledger: Ledger, owes: Readonly<Record<string, number>> = {}, index = 0): AccountView {
  const all = Array.from(ledger.order.subarray(ledger.start[index], ledger.start[index + 1]));
  const paid = (party: number): Cents =>
    negate(
      cents(all.filter((tx) => ledger.tx.party[tx] === party && PAYS.includes(ledger.tx.kind[tx] as Kind)).reduce((sum, tx) => sum + ledger.tx.effect[tx]!, 0)),
    );
  const stated = new Map(Object.entries(owes).map(([name, amount]) => [partyNamed(ledger, name), dollars(amount)]));
  const liability = (party: number) => ({ cents: stated.get(party) ?? null, source: stated.has(party) ? ('stated' as const) : ('unknown' as const) });
  const balance = cents(all.reduce((sum, tx) => sum + ledger.tx.effect[tx]!, 0));
  const parties = [...new Set(all.map((tx) => ledger.tx.party[tx]!))].filter((party) => party !== UNKNOWN_PARTY);
  const excess = (party: number): Cents | null => (stated.has(party) ? cents(paid(party) - stated.get(party)!) : null);
  return {
    index,
    key: ledger.texts[ledger.accounts.key[index]!]!,
    all,
    live: liveOf(ledger, all),
    balance,
    parties,
    paid,
    liability,
    excess,
  } as unknown as AccountView;
}

function positionsOf(ledger: Ledger, view: AccountView, verdict: Verdict): PartyPosition[] {
  const buckets = new Map(Object.entries(verdict.buckets ?? {}).map(([name, amount]) => [partyNamed(ledger, name), dollars(amount)]));
  return view.parties.map((party) => {
    const { cents: liability, source } = view.liability(party);
    return { party, name: ledger.parties[party]!.name, paid: view.paid(party), liability, source, bucket: buckets.get(party) ?? null };
  });
}

export function creditOf(ledger: Ledger, verdict: Verdict): Credit {
  const view = viewOf(ledger, verdict.owes);
  const findings = (verdict.findings ?? []).map((text) => findingOf(ledger, text));
  return {
    account: 0,
    id: 'A1',
    key: 'A1',
    facility: '',
    patient: '',
    balance: view.balance,
    credit: cents(Math.max(0, -view.balance)),
    hidden: view.balance >= 0,
    class: findings[0]?.class ?? 'needs-review',
    confidence: findings[0]?.confidence ?? 'low',
    shortfall: dollars(verdict.shortfall ?? 0),
    unexplained: dollars(verdict.unexplained ?? 0),
    since: verdict.since === undefined ? NO_DAY : on(verdict.since),
    findings,
    checks: [],
    parties: positionsOf(ledger, view, verdict),
    reviewReason: '',
  };
}

export function ask(check: Check, verdict: Verdict): CheckOutcome {
  const ledger = ledgerOf(verdict.ledger);
  const policy: Policy = policyFrom(verdict.policyRows ?? [], on(verdict.asOf ?? AS_OF)).policy;
  return check.test(creditOf(ledger, verdict), viewOf(ledger, verdict.owes), ledger, policy, verdict.payment?.(ledger));
}

function fires(check: Check, rows: readonly CheckFires[]): void {
  describe(`${check.id} fires`, () => {
    it.each(rows)('$name', (row) => {
      expect(ask(check, row)).toEqual({
        result: 'fail',
        message: expect.stringContaining(row.says),
        clears: expect.stringMatching(/\w.*\.$/),
        ...(row.severity && row.severity !== check.severity ? { severity: row.severity } : {}),
      });
    });
  });
}

export function checkTable(
  check: Check,
  tables: { readonly fires?: readonly CheckFires[]; readonly silent: readonly Verdict[]; readonly untestable?: readonly CheckUntestable[] },
): void {
  if (tables.fires !== undefined) fires(check, tables.fires);
  describe(`${check.id} stays silent`, () => {
    it.each(tables.silent)('$name', (row) => expect(ask(check, row)).toEqual({ result: 'pass' }));
  });
  if (tables.untestable === undefined) return;
  describe(`${check.id} is not testable`, () => {
    it.each(tables.untestable ?? [])('$name', (row) =>
      expect(ask(check, row)).toEqual({ result: 'notTestable', missing: expect.stringContaining(row.missing) }),
    );
  });
}

/** A duplicate of 480.00 by Aetna on a claim with allowed 600 and 120 the patient's (domain.md 6 P3 without the patient's 150). */
export const DUPLICATE = `
  2026-01-05 charge 1000
  2026-02-01 contractual 400 Aetna
  2026-02-01 payment 480 Aetna check=1001 method=EFT
  2026-02-20 payment 120 patient method=CARD
  2026-03-01 payment 480 Aetna check=1002 method=EFT`;
export const DUPLICATE_FOUND = ['C01 true-overpayment 480 payer Aetna'];
