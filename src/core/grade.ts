/** How strong a proof is, given where the liabilities come from (design.md law 6). */
import type { AccountView } from './accountView';
import type { Evidence } from './credit';

/** A sign in the ledger counts as remittance evidence once the remittance states what each party owes; a mere pattern stays one. */
export const graded = (account: AccountView, own: Evidence): Evidence => (own !== 'pattern' && account.terms.source === 'stated' ? 'remittance' : own);
