/**
 * The cents there are to explain, by term of the identity (domain.md 1.6): each party's excess, over-posted write-offs, missing charges. While
 * liabilities are unknown the terms are too, and everything draws on the credit itself. No finding draws more than its pot and its own
 * postings still hold (design.md law 1).
 */
import type { Account } from './accountView';
import type { Finding } from './credit';
import type { Cents } from './money';
import { cents } from './money';
import { sizeOf } from './posting';

export type PotName = string;

export class Pots {
  private readonly room = new Map<PotName, number>();
  private readonly used = new Map<number, number>();
  private readonly shared: number;
  constructor(private readonly account: Account) {
    const { terms } = account;
    this.shared = Math.max(0, -account.balance);
    this.room.set('lost', Number.MAX_SAFE_INTEGER);
    if (terms.correct === null) return;
    for (const party of account.parties) this.room.set(`payment${party}`, excessOf(account, party));
    for (const party of account.parties) this.room.set(`bucket${party}`, Math.max(0, -(account.bucket(party) ?? 0)));
    this.room.set('adjustment', Math.max(0, account.adjustments - terms.correct));
    this.room.set('charge', terms.missing);
  }

  /** Name of the pot a finding draws on. */
  nameOf(finding: Finding): PotName {
    const term = finding.term ?? 'payment';
    const own = term === 'payment' || term === 'bucket' ? `${term}${finding.party}` : term;
    return this.room.has(own) ? own : 'credit';
  }

  private roomOf(name: PotName): number {
    return this.room.get(name) ?? this.shared;
  }

  /** Cents the finding could still have: of its pot and of the postings it claims. */
  available(finding: Finding): Cents {
    const held = finding.claims.reduce((sum, tx) => sum + this.left(tx), 0);
    const ofClaims = finding.claims.length === 0 ? finding.cents : held;
    return cents(Math.max(0, Math.min(finding.cents, this.roomOf(this.nameOf(finding)), ofClaims)));
  }

  private left(tx: number): number {
    return sizeOf(this.account.ledger, tx) - (this.used.get(tx) ?? 0);
  }

  /** Takes cents out of the pot and out of the claimed postings, in the order claimed. */
  draw(finding: Finding, amount: number): void {
    const name = this.nameOf(finding);
    this.room.set(name, this.roomOf(name) - amount);
    let rest = amount;
    for (const tx of finding.claims) {
      const part = Math.min(rest, this.left(tx));
      this.used.set(tx, (this.used.get(tx) ?? 0) + part);
      rest -= part;
    }
  }
}

/** Party's payments above what it owes; an unknown liability leaves none to explain by itself. */
function excessOf(account: Account, party: number): number {
  const excess = account.excess(party);
  return excess === null ? 0 : Math.max(0, excess);
}
