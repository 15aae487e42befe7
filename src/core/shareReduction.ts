/** How far reprocessing lowered the patient share (domain.md 2.2 C28). */
import type { AccountView } from './accountView';
import { Kind } from './ledger';
import { claimOf, dayOfTx, kindOf, lineOf, partyOf, serviceDayOf, txMoney } from './posting';

interface Share {
  readonly key: string;
  readonly day: number;
  readonly cents: number;
}

/** First stated share less the last one, over all claims; reversed remittances count as what was said first. 0 when it did not fall. */
export function shareReduction(account: AccountView): number {
  const shares = [...fromRows(account), ...fromPostings(account)].sort((a, b) => a.day - b.day);
  if (shares.length < 2) return 0;
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { key, cents } of shares) {
    if (!first.has(key)) first.set(key, cents);
    last.set(key, cents);
  }
  return Math.max(
    0,
    [...first].reduce((sum, [key, cents]) => sum + cents - (last.get(key) as number), 0),
  );
}

const fromRows = (account: AccountView): Share[] =>
  account.remittances
    .filter((row) => row.plb === '' && row.status !== 22 && Number.isFinite(row.patientResp))
    .map((row) => ({ key: `${row.party}|${row.claim}`, day: row.day, cents: row.patientResp }));

function fromPostings(account: AccountView): Share[] {
  const { ledger } = account;
  if (account.remittances.length > 0 || ledger.tx.money.patientResp.length === 0) return [];
  return account.all
    .filter((tx) => kindOf(ledger, tx) === Kind.Payment && Number.isFinite(txMoney(ledger, 'patientResp', tx)))
    .map((tx) => ({
      key: `${partyOf(ledger, tx)}|${claimOf(ledger, tx) || serviceDayOf(ledger, tx)}|${lineOf(ledger, tx)}`,
      day: dayOfTx(ledger, tx),
      cents: txMoney(ledger, 'patientResp', tx),
    }));
}
