import { v16 } from '../../../src/core/checks/v16-payer-accepts-checks';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

const row = (payer: string, value: string): Record<string, unknown> => ({
  policy_id: `X-${payer}`,
  topic: 'REFUND_PAYER',
  key: `accepts_checks:${payer}`,
  jurisdiction: 'US',
  value,
  unit: 'flag',
  status: 'ACTIVE',
});
checkTable(v16, {
  fires: [
    { name: 'the policy says no', ledger: DUPLICATE, findings: DUPLICATE_FOUND, policyRows: [row('Aetna', 'no')], says: 'Aetna does not take refund checks' },
    { name: 'in another spelling', ledger: DUPLICATE, findings: DUPLICATE_FOUND, policyRows: [row('AETNA.', 'no')], says: 'Aetna does not take' },
    {
      name: 'beside a patient refund, which is not asked about',
      ledger: DUPLICATE,
      findings: ['C27 true-overpayment 30 patient Doe', ...DUPLICATE_FOUND],
      policyRows: [row('Aetna', 'no')],
      says: 'Aetna does not take',
    },
  ],
  silent: [
    {
      name: 'a patient of that name',
      ledger: DUPLICATE,
      findings: ['C27 true-overpayment 480 patient Aetna resolution=REFUND_PAYER'],
      policyRows: [row('Aetna', 'no')],
    },

    { name: 'the policy says yes', ledger: DUPLICATE, findings: DUPLICATE_FOUND, policyRows: [row('Aetna', 'yes')] },
    { name: 'the payer takes it back', ledger: DUPLICATE, findings: ['C01 true-overpayment 480 payer Aetna resolution=AWAIT_TAKEBACK'] },
    { name: 'a patient refund', ledger: DUPLICATE, findings: ['C27 true-overpayment 480 patient Doe'] },
  ],
  untestable: [
    {
      name: 'a row of another topic',
      ledger: DUPLICATE,
      findings: DUPLICATE_FOUND,
      policyRows: [{ ...row('Aetna', 'no'), topic: 'HOLD' }],
      missing: 'accepts checks',
    },
    {
      name: 'a row that is not active',
      ledger: DUPLICATE,
      findings: DUPLICATE_FOUND,
      policyRows: [{ ...row('Aetna', 'no'), status: 'UNVERIFIED' }],
      missing: 'accepts checks',
    },

    { name: "another payer's row", ledger: DUPLICATE, findings: DUPLICATE_FOUND, policyRows: [row('Cigna', 'no')], missing: 'whether Aetna accepts checks' },
  ],
});
