/** What the accounts sheets list: row and balance by account, as columns (design.md 5). Listed accounts are the first of a reading, in their order. */
import { Floats, Ints } from './grow';
import type { Stage } from './stage';

export class Listed {
  private readonly stageAt = new Ints();
  private readonly rows = new Ints();
  private readonly balances = new Floats();
  constructor(private readonly stages: readonly Stage[]) {}

  get size(): number {
    return this.rows.length;
  }
  has(account: number): boolean {
    return account >= 0 && account < this.rows.length;
  }
  /** The next account. `balance` in signed cents, NaN when none is given. */
  push(stage: Stage, row: number, balance: number): void {
    this.stageAt.push(this.stages.indexOf(stage));
    this.rows.push(row);
    this.balances.push(balance);
  }
  stageOf(account: number): Stage {
    return this.stages[this.stageAt.get(account)] as Stage;
  }
  rowOf(account: number): number {
    return this.rows.get(account);
  }
  /** NaN when none is listed. */
  balanceOf(account: number): number {
    return this.has(account) ? this.balances.get(account) : Number.NaN;
  }
  setBalance(account: number, balance: number): void {
    this.balances.set(account, balance);
  }
}
