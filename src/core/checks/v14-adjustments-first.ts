/**
 * V14: adjustments are put right before money leaves (domain.md 3).
 *
 * The contractual of 400.00 was posted twice beside a real overpayment of 80.00. Refunding first leaves the ledger wrong and the 80.00
 * unproved: reverse the write-off, then look again.
 */
import type { CauseId, Check } from '../credit';
import { toDollars } from '../money';
import { fail, pass } from './outcome';

const ADJUSTMENTS: readonly CauseId[] = ['C08', 'C09', 'C10'];

export const v14: Check = {
  id: 'V14',
  title: 'Adjustments first',
  stage: 'review',
  severity: 'block',
  test(credit) {
    const open = credit.findings.find((finding) => ADJUSTMENTS.includes(finding.cause) && finding.class !== 'true-overpayment');
    if (open === undefined) return pass;
    return fail(`An adjustment of ${toDollars(open.cents)} is to be corrected first (${open.cause}).`, 'Post the correction and review again.');
  },
};
