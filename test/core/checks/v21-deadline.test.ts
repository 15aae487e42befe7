import { v21 } from '../../../src/core/checks/v21-deadline';
import { checkTable } from './checkHarness';

// as of 2026-06-30
const LEDGER = 'payer Medicare class=medicare\n2026-03-01 payment 480 Medicare\n2026-03-01 payment 480 Aetna';
const medicare = (due: string, resolution = 'REFUND_PAYER'): string[] => [`C01 true-overpayment 480 payer Medicare due=${due} resolution=${resolution}`];
const lead = (days: string): Record<string, unknown> => ({
  policy_id: 'H-LEAD',
  topic: 'HOLD',
  key: 'escalate_before_due_days',
  jurisdiction: 'US',
  value: days,
  unit: 'calendar_days',
  status: 'ACTIVE',
});
checkTable(v21, {
  fires: [
    {
      name: 'the policy escalates earlier: twenty days before',
      ledger: LEDGER,
      findings: medicare('2026-07-20', 'AWAIT_TAKEBACK'),
      policyRows: [lead('20')],
      says: 'takeback has not come',
    },
    { name: 'a day past due', ledger: LEDGER, findings: medicare('2026-06-29'), says: 'was due on 2026-06-29' },
    { name: 'long past due', ledger: LEDGER, findings: ['C01 true-overpayment 480 payer Aetna due=2025-01-01'], says: '2025-01-01' },
    {
      name: 'waiting for a federal takeback, ten days before',
      ledger: LEDGER,
      findings: medicare('2026-07-10', 'AWAIT_TAKEBACK'),
      says: 'takeback has not come',
    },
    {
      name: 'one of two is past due',
      ledger: LEDGER,
      findings: [...medicare('2026-08-01'), 'C27 true-overpayment 1 patient Doe due=2026-06-01'],
      says: '2026-06-01',
    },
  ],
  silent: [
    { name: 'the policy escalates later: five days before', ledger: LEDGER, findings: medicare('2026-07-06', 'AWAIT_TAKEBACK'), policyRows: [lead('5')] },
    {
      name: 'a row that is not active changes nothing',
      ledger: LEDGER,
      findings: medicare('2026-07-20', 'AWAIT_TAKEBACK'),
      policyRows: [{ ...lead('20'), status: 'UNVERIFIED' }],
    },
    { name: 'due today', ledger: LEDGER, findings: medicare('2026-06-30') },
    { name: 'waiting, eleven days before', ledger: LEDGER, findings: medicare('2026-07-11', 'AWAIT_TAKEBACK') },
    {
      name: 'a commercial takeback may wait to the end',
      ledger: LEDGER,
      findings: ['C01 true-overpayment 480 payer Aetna due=2026-07-01 resolution=AWAIT_TAKEBACK'],
    },
    { name: 'nothing is owed', ledger: LEDGER, findings: ['C02 posting-error 480 none'] },
  ],
  untestable: [{ name: 'no deadline', ledger: LEDGER, findings: ['C01 true-overpayment 480 payer Aetna'], missing: 'deadline' }],
});
