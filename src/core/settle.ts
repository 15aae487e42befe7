/**
 * Settlement of the cents (design.md laws 1, 5 and 6; domain.md 2.1 steps 4 and 5). Proposals are taken from the strongest evidence to the
 * weakest; within one strength by the order of domain.md 2.1; each takes what its pot and its postings still hold. Two of equal strength and
 * different class on the same cents become one finding *needs review* that names both.
 */
import type { Account } from './accountView';
import type { CauseId, Evidence, Finding, Rival } from './credit';
import { cents } from './money';
import { Pots } from './pots';

const STRENGTH: Readonly<Record<Evidence, number>> = { remittance: 3, reference: 2, amounts: 1, pattern: 0 };

/** domain.md 2.1 step 4: posting, charges, adjustments, misallocation, true, size. C19 stands with the adjustments; its variant b after C17. */
const ORDER: readonly string[] = [
  'C02', 'C13', 'C14', 'C15', 'C20', 'C21', 'C10', 'C11', 'C08', 'C09', 'C19a', 'C12', 'C18', 'C22', 'C26', 'C01', 'C03', 'C04', 'C05', 'C06', 'C07', 'C16', 'C17', 'C19b', 'C24', 'C25', 'C28',
  'C27', 'C23',
]; // prettier-ignore
const place = (finding: Finding): number => {
  const named = ORDER.indexOf(`${finding.cause}${finding.variant ?? ''}`);
  return named >= 0 ? named : ORDER.indexOf(finding.cause);
};

/** 1 for a sign of one's own, 0 for what rests on amounts. */
const weight = (finding: Finding): number => (signOf(finding) >= STRENGTH.reference ? 1 : 0);

/** A finding with the cents it was given, and the proposals that wanted the same cents. */
export interface Settled {
  readonly finding: Finding;
  readonly rivals: readonly Rival[];
}

export function settle(account: Account, proposals: readonly Finding[]): Settled[] {
  const pots = new Pots(account);
  const waiting = [...proposals].sort(
    (a, b) => STRENGTH[b.evidence] - STRENGTH[a.evidence] || weight(b) - weight(a) || place(a) - place(b) || byContent(account, a, b),
  );
  const settled: { finding: Finding; rivals: Rival[] }[] = [];
  const done = new Set<Finding>();
  const contested = potsOfTwoClasses(pots, waiting);
  for (const proposal of waiting) {
    if (done.has(proposal)) continue;
    done.add(proposal);
    const amount = feasible(account, pots, proposal);
    if (amount === 0) {
      rivalTo(settled, proposal, pots);
      continue;
    }
    const opponents = contested.has(pots.nameOf(proposal))
      ? waiting.filter((other) => !done.has(other) && contests(account, pots, proposal, other, amount))
      : [];
    opponents.forEach((opponent) => done.add(opponent));
    pots.draw(proposal, amount);
    settled.push({
      finding: opponents.length > 0 ? undecided(proposal, opponents, amount) : { ...proposal, cents: cents(amount) },
      rivals: opponents.map(rivalOf),
    });
  }
  return settled;
}

/** Pots for which proposals of more than one class stand. */
function potsOfTwoClasses(pots: Pots, proposals: readonly Finding[]): ReadonlySet<string> {
  const classes = new Map<string, string>();
  const found = new Set<string>();
  for (const proposal of proposals) {
    const pot = pots.nameOf(proposal);
    if ((classes.get(pot) ?? proposal.class) !== proposal.class) found.add(pot);
    classes.set(pot, proposal.class);
  }
  return found;
}

/** Cents the proposal can have now; 0 when it needs more than there is. */
function feasible(account: Account, pots: Pots, proposal: Finding): number {
  const available = pots.available(proposal);
  const slack = account.party(proposal.party).federal ? account.policy.parameters.centsTol : account.policy.parameters.matchTol;
  return proposal.partial === true || available >= proposal.cents - slack ? available : 0;
}

/** The other has equal evidence and another class, could be met now, and could not be met once this one is. */
function contests(account: Account, pots: Pots, one: Finding, other: Finding, amount: number): boolean {
  if (STRENGTH[one.evidence] !== STRENGTH[other.evidence] || one.class === other.class || yields(one, other) || outweighs(one, other)) return false;
  const before = feasible(account, pots, other);
  if (before === 0 || pots.nameOf(one) !== pots.nameOf(other)) return false;
  const sharedClaim = one.claims.some((tx) => other.claims.includes(tx));
  return sharedClaim || pots.available({ ...other, claims: [], cents: cents(amount + before) }) < amount + before;
}

/** A check number, a document or a claim number of one's own outweighs what rests on the liabilities alone. */
const outweighs = (one: Finding, other: Finding): boolean => signOf(one) >= STRENGTH.reference && signOf(one) > signOf(other);
const signOf = (finding: Finding): number => STRENGTH[finding.sign ?? finding.evidence];

/** Holds and small credits explain what nothing else does; they contest nobody. */
const LAST: ReadonlySet<CauseId> = new Set<CauseId>(['C23']);
const yields = (one: Finding, other: Finding): boolean => LAST.has(one.cause) || LAST.has(other.cause);

function undecided(one: Finding, others: readonly Finding[], amount: number): Finding {
  const readings = [one, ...others].map((finding) => `${finding.cause}: ${finding.because}`).join(' Or ');
  const because = `Two explanations of equal strength. ${readings}`;
  const missing = [one, ...others].map((finding) => finding.missing).find((text) => text !== '') ?? '';
  return {
    ...one,
    cents: cents(amount),
    class: 'needs-review',
    owedTo: { kind: 'none', name: '' },
    resolution: 'ESCALATE',
    confidence: 'low',
    because,
    missing,
  };
}

const rivalOf = (finding: Finding): Rival => ({
  cause: finding.cause,
  class: finding.class,
  cents: finding.cents,
  because: finding.because,
  decidedBy: finding.missing,
});

/** A proposal that came too late stays visible beside the finding that has its cents. */
function rivalTo(settled: readonly { finding: Finding; rivals: Rival[] }[], late: Finding, pots: Pots): void {
  const winner = settled.find(({ finding }) => finding.claims.some((tx) => late.claims.includes(tx)) || pots.nameOf(finding) === pots.nameOf(late));
  winner?.rivals.push(rivalOf(late));
}

/** Ties are broken by content, never by the order of rows or files. */
function byContent(account: Account, a: Finding, b: Finding): number {
  const [x, y] = [a, b].map((finding) => account.party(finding.party).name);
  return b.cents - a.cents || firstRank(account, a) - firstRank(account, b) || ((x as string) < (y as string) ? -1 : x === y ? 0 : 1);
}
const firstRank = (account: Account, finding: Finding): number =>
  finding.claims.length === 0 ? -1 : Math.min(...finding.claims.map((tx) => account.rank(tx)));
