/** Control totals of the reading: what the accounts sheets list against what the postings add up to (domain.md 6, pitfalls of joins). Pure. */
import type { Ledger } from '../core/ledger';
import { cents } from '../core/money';
import type { Cents } from '../core/money';

export interface ListedTotals {
  /** Accounts whose balance is listed. */
  readonly accounts: number;
  /** Of these: the postings add up to the listed balance, to the cent. */
  readonly agree: number;
  /** Of these: no posting at all and a balance other than zero. */
  readonly unposted: number;
  /** Sums over these accounts. */
  readonly listed: Cents;
  readonly posted: Cents;
}

/** null when no sheet lists balances. */
export function listedTotals({ accounts, tx, start }: Ledger): ListedTotals | null {
  const balances = accounts.money.balance;
  const posted = new Float64Array(accounts.count);
  for (let i = 0; i < tx.count; i++) posted[tx.account[i] as number] = (posted[tx.account[i] as number] as number) + (tx.effect[i] as number);
  const sums = { accounts: 0, agree: 0, unposted: 0, listed: 0, posted: 0 };
  for (let a = 0; a < balances.length; a++) {
    const balance = balances[a] as number;
    if (Number.isNaN(balance)) continue;
    sums.accounts++;
    if (balance === posted[a]) sums.agree++;
    else if (start[a] === start[a + 1]) sums.unposted++;
    sums.listed += balance;
    sums.posted += posted[a] as number;
  }
  return sums.accounts === 0 ? null : { ...sums, listed: cents(sums.listed), posted: cents(sums.posted) };
}
