/** Runs the checks of a stage on one credit (design.md 6). */
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome, CheckResult, Credit } from '../credit';
import type { Ledger } from '../ledger';
import type { Policy } from '../policy/policy';
import { checks } from './index';
import type { PaymentContext } from './payment';

/** Not testable is a warning, except V13: coordination of benefits blocks until a person clears it. */
const severityUntested = (check: Check): 'block' | 'warn' => (check.id === 'V13' ? 'block' : 'warn');

function resultOf(check: Check, outcome: CheckOutcome): CheckResult | null {
  switch (outcome.result) {
    case 'pass':
      return null;
    case 'fail':
      return { id: check.id, result: 'fail', severity: outcome.severity ?? check.severity, message: outcome.message, clears: outcome.clears };
    case 'notTestable':
      return {
        id: check.id,
        result: 'notTestable',
        severity: severityUntested(check),
        message: `Not testable here: ${outcome.missing} is missing.`,
        clears: `Bring ${outcome.missing}, or look it up and clear ${check.id} by hand.`,
      };
  }
}

/** What did not pass, in check order. `payment` is needed at stage payment. */
export function runChecks(
  stage: Check['stage'],
  credit: Credit,
  account: AccountView,
  ledger: Ledger,
  policy: Policy,
  payment?: PaymentContext,
): CheckResult[] {
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = check.stage === stage ? resultOf(check, check.test(credit, account, ledger, policy, payment)) : null;
    if (result !== null) results.push(result);
  }
  return results;
}
