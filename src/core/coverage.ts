/** Payers that said they did not cover the service: CARC 26 (before coverage) or 27 (after it), domain.md 1.5 and 2.2 C16. */
import type { AccountView } from './accountView';
import { PATIENT_PARTY } from './ledger';
import { hasCode, partyOf } from './posting';

const NOT_COVERED: ReadonlySet<string> = new Set(['26', '27']);

const NONE: ReadonlySet<number> = new Set();

export function notCovering(account: Pick<AccountView, 'ledger' | 'all' | 'remittances'>): ReadonlySet<number> {
  const { ledger } = account;
  if (account.remittances.length === 0 && ledger.tx.text.carc.length === 0) return NONE;
  const found = new Set<number>();
  for (const row of account.remittances) if (row.codes.some((code) => NOT_COVERED.has(code.replace(/^\D+/, '')))) found.add(row.party);
  if (ledger.tx.text.carc.length > 0)
    for (const tx of account.all) if (partyOf(ledger, tx) > PATIENT_PARTY && hasCode(ledger, tx, NOT_COVERED)) found.add(partyOf(ledger, tx));
  return found;
}
