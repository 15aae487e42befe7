/**
 * V08: the patient owes nothing elsewhere (domain.md 3; 6 P15).
 *
 * Account A is 150.00 in the patient's favour, account B of the same guarantor has 150.00 open: transfer instead of refund, where policy
 * and law allow. Only patient money to patient debt; a payer's credit never pays a patient's or another payer's debt.
 */
import type { Check } from '../credit';
import { toDollars } from '../money';
import { mayBePatient, targetsOf } from './facts';
import { canFindSiblings, openBalancesBeside } from './openBalances';
import type { OpenBalance } from './openBalances';
import { fail, notTestable, pass } from './outcome';

const SHOWN = 3;
const words = (open: OpenBalance): string => `${toDollars(open.cents)} on account ${open.key} (same ${open.sameAs})`;

export const v08: Check = {
  id: 'V08',
  title: 'No other open balance',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger) {
    if (mayBePatient(targetsOf(credit)).length === 0) return pass;
    if (!canFindSiblings(ledger, account.index)) return notTestable("the patient's record number (MRN) or guarantor");
    const open = openBalancesBeside(credit, ledger);
    if (open.length === 0) return pass;
    const more = open.length > SHOWN ? ` and ${open.length - SHOWN} more` : '';
    return fail(
      `Still open: ${open.slice(0, SHOWN).map(words).join(', ')}${more}.`,
      'Transfer the patient money where policy and law allow, or decide to refund. Money of a payer may not be used.',
    );
  },
};
