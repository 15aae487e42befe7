/**
 * V23: federal money is neither kept nor used for something else (domain.md 3; 2.2 C23). A credit of 4.10 at Medicare goes back like one
 * of 4,100.00: a hospital settled allegations partly over retained credits under 10.00.
 */
import type { Check, CheckOutcome, Resolution, SettledFinding } from '../credit';
import type { Ledger } from '../ledger';
import { toDollars } from '../money';
import { isFederal, partyAt, refundsOf } from './facts';
import { fail, notTestable, pass } from './outcome';

const KEPT: readonly Resolution[] = ['SMALL_CREDIT_POLICY', 'ESCHEAT_TRACK'];
const USED: readonly Resolution[] = ['TRANSFER_ACCOUNT', 'TRANSFER_BUCKET', 'TRANSFER_GL'];

function ofFinding(finding: SettledFinding, ledger: Ledger): CheckOutcome {
  if (!isFederal(ledger, finding.party)) return pass;
  const { name } = partyAt(ledger, finding.party);
  if (KEPT.includes(finding.resolution))
    return fail(`${toDollars(finding.cents)} of ${name} may not be kept as a small balance or unclaimed property.`, 'Refund it to the programme.');
  const used = finding.class === 'true-overpayment' && USED.includes(finding.resolution);
  return used ? fail(`${toDollars(finding.cents)} of ${name} may not be set against another debt.`, 'Refund it to the programme.') : pass;
}

export const v23: Check = {
  id: 'V23',
  title: 'Federal payer',
  stage: 'review',
  severity: 'block',
  test(credit, _account, ledger) {
    const bad = credit.findings.map((finding) => ofFinding(finding, ledger)).find((outcome) => outcome.result === 'fail');
    if (bad !== undefined) return bad;
    const unclassed = refundsOf(credit).find((target) => target.kind === 'payer' && partyAt(ledger, target.party).payerClass === 'unknown');
    return unclassed === undefined ? pass : notTestable(`the payer class of ${unclassed.name} (policy row PAYER_CLASS)`);
  },
};
