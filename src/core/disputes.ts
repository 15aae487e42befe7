/**
 * Whether a payer's own request for this money may be refused (domain.md 4.7 and V05, V17 of 3): its time to ask is over, or it has taken the
 * money back or began to.
 *
 * Example: a Texas plan paid 400 days ago and may ask for 180 days; when its letter comes, *Dispute* is one of the answers.
 */
import type { Credit, SettledFinding } from './credit';

const GROUNDS: ReadonlySet<string> = new Set(['V05', 'V17']);

/** The payer already has the money: nothing is owed to it, but it may ask all the same (domain.md 2.2, C14). */
export const isTakenBack = ({ cause }: Pick<SettledFinding, 'cause'>): boolean => cause === 'C14';

export function mayDispute({ checks }: Pick<Credit, 'checks'>, finding: SettledFinding): boolean {
  if (isTakenBack(finding)) return true;
  return finding.owedTo.kind === 'payer' && checks.some(({ id, result }) => result === 'fail' && GROUNDS.has(id));
}
