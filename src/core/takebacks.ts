/** Takebacks that a remittance shows (domain.md 1.5: PLB WO and FB, claim status 22) and the ledger does not. */
import type { AccountView } from './accountView';
import { Kind } from './ledger';
import type { Remittance } from './ledger';
import { kindOf, partyOf, sizeOf } from './posting';

export interface Takeback {
  readonly party: number;
  /** Positive cents. */
  readonly cents: number;
  readonly words: string;
  readonly row: Remittance;
}

/** Those that name this account and have no posting of the same payer and amount. */
export function unpostedTakebacks(account: AccountView): Takeback[] {
  if (account.remittances.length === 0) return [];
  const posted = account.all.filter((tx) => isBack(kindOf(account.ledger, tx))).map((tx) => `${partyOf(account.ledger, tx)}|${sizeOf(account.ledger, tx)}`);
  return account.remittances.flatMap((row) => {
    const takeback = takebackOf(row);
    if (takeback === null) return [];
    if (acknowledged(account, takeback)) return [];
    const at = posted.indexOf(`${takeback.party}|${takeback.cents}`);
    if (at >= 0) posted.splice(at, 1);
    return at >= 0 ? [] : [takeback];
  });
}

/** A line 72 of the same amount: the payer took our refund into account instead (domain.md 1.5). */
const acknowledged = (account: AccountView, takeback: Takeback): boolean =>
  account.remittances.some((row) => row.plb === '72' && row.party === takeback.party && Math.abs(row.paid) === takeback.cents);

const isBack = (kind: Kind): boolean => kind === Kind.Takeback || kind === Kind.PaymentReversal;

function takebackOf(row: Remittance): Takeback | null {
  if (row.plb === 'WO' || (row.plb === 'FB' && row.paid < 0)) return { party: row.party, cents: Math.abs(row.paid), words: `provider-level ${row.plb}`, row };
  return row.plb === '' && row.status === 22 && row.paid !== 0 ? { party: row.party, cents: Math.abs(row.paid), words: 'claim status 22', row } : null;
}
