/**
 * V13: who pays first is proved (domain.md 3; 2.2 C03, C04, C16, C17).
 *
 * Aetna and Cigna both paid as primary. The listing says Aetna comes first, but the listing's order is often the error itself: only the
 * eligibility records say who is owed. No column can tell, so a person clears this one.
 */
import type { CauseId, Check, SettledFinding } from '../credit';
import { notTestable, pass } from './outcome';

const NEEDS_COB: readonly CauseId[] = ['C03', 'C04', 'C16', 'C17'];

/** A loser that stands beside a decided finding turns nothing; one beside an undecided finding may win. */
const undecided = (finding: SettledFinding): boolean => finding.class === 'needs-review' && finding.rivals.some((rival) => NEEDS_COB.includes(rival.cause));

export const v13: Check = {
  id: 'V13',
  title: 'Coordination of benefits proven',
  stage: 'review',
  severity: 'block',
  test(credit) {
    const turns = credit.findings.some((finding) => NEEDS_COB.includes(finding.cause) || undecided(finding));
    return turns ? notTestable('proof of coordination of benefits (both EOBs, eligibility with its dates)') : pass;
  },
};
