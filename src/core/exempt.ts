/** Patients whom nobody may charge (domain.md 2.2 C24): a QMB flag, or remark codes that say so. */
import type { AccountView } from './accountView';
import { accountText, hasCode } from './posting';

const CODES: ReadonlySet<string> = new Set(['N781', 'N782', 'N783', '209']);

/** 'codes' from a remittance, 'flag' from the listing, null when the patient may be charged. */
export function exemptBy(account: AccountView): 'codes' | 'flag' | null {
  const { ledger, index } = account;
  if (/spend[- ]?down|share of cost|\babn\b|non[- ]?covered/i.test(accountText(ledger, 'flags', index))) return null;
  if (account.statements.some(({ codes }) => codes.some((code) => CODES.has(code)))) return 'codes';
  const columns = ledger.tx.text.carc.length + ledger.tx.text.remark.length > 0;
  if (columns && account.live.some((tx) => hasCode(ledger, tx, CODES))) return 'codes';
  return /^(y|yes|true|1|x|qmb.*)$/i.test(accountText(ledger, 'qmb', index).trim()) ? 'flag' : null;
}
