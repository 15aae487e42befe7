/** How strong a proof is, given where the liabilities come from (design.md law 6). */
import type { AccountView } from './accountView';
import type { Evidence } from './credit';

/** A sign in the ledger counts as remittance evidence once the remittance states what each party owes; a mere pattern is not to be graded. */
export const graded = (account: AccountView, own: Exclude<Evidence, 'pattern'>): Evidence => (account.terms.source === 'stated' ? 'remittance' : own);
