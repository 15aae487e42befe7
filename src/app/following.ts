/** Which accounts a later export is asked about: those with a promised refund on *Credits* or an open line on *Corrections*. */
import { nameOf } from '../core/following';
import type { AccountName } from '../core/following';
import { accountOfLine, isFollowedLine } from '../outputs/correctionsProof';
import type { OwnRole } from '../outputs/edit';
import type { Read } from '../outputs/merge';
import type { Follow } from '../outputs/proof';
import { accountOf, isPromised } from '../outputs/refundSeen';
import { cellOf } from '../outputs/standing';
import type { StandingTable } from '../outputs/standing';
import type { Analyst } from './session';

type Tables = ReadonlyMap<OwnRole, StandingTable>;

/** Asks the ledger about them; nobody is asked when there are none. */
export async function followedIn(analyst: Analyst, tables: Tables): Promise<Follow> {
  const accounts = [...rowsOf(tables, 'credits').filter(isPromised).map(accountOf), ...rowsOf(tables, 'corrections').filter(isFollowedLine).map(accountOfLine)];
  const followed = accounts.length === 0 ? [] : await analyst.follow(accounts);
  const byName = new Map(followed.map((account) => [nameOf(account), account]));
  return (account: AccountName) => byName.get(nameOf(account)) ?? null;
}

function rowsOf(tables: Tables, role: OwnRole): Read<string>[] {
  const table = tables.get(role);
  return (table?.rows ?? []).map((row) => (key) => cellOf(table as StandingTable, row, key));
}
