/** Account views of ledgers written in the mini language (harness.ts), and names for what they hold. Rows are counted from 2. */
import { Account } from '../../src/core/accountView';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { ledgerOf, testPolicy } from './harness';

/** The view of the account at a place (0 = the first). */
export function viewOf(text: string, at = 0): Account {
  const ledger = ledgerOf(text);
  return new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), at);
}

export const rowsOf = (account: Account, txs: Iterable<number>): number[] => [...txs].map((tx) => account.ledger.tx.row[tx] as number);
/** Cents as dollars, "?" for what is not known. */
export const inDollars = (cents: number): string => (Number.isFinite(cents) ? String(cents / 100) : '?');
export const nameOf = (account: Account, party: number): string => account.party(party).name || 'nobody';

/** Charges 1000 and a contractual of 400 (rows 2 and 3). */
export const BASE = 'account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna';
export const STATED = ' allowed=600 pr=120';
