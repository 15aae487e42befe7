import { v13 } from '../../../src/core/checks/v13-cob-proven';
import { runChecks } from '../../../src/core/checks/run';
import { defaultPolicy } from '../../../src/core/policy/load';
import type { FindingClass } from '../../../src/core/credit';
import { cents } from '../../../src/core/money';
import { ledgerOf, on } from '../harness';
import { checkTable, creditOf, DUPLICATE, DUPLICATE_FOUND, viewOf } from './checkHarness';

const TWO = `${DUPLICATE}\n2026-03-05 payment 540 Cigna`;
checkTable(v13, {
  silent: [
    { name: 'a correction owed to nobody', ledger: TWO, findings: ['C09 posting-error 350 none'] },
    { name: 'a duplicate of one payer', ledger: TWO, findings: DUPLICATE_FOUND },
    { name: 'a patient credit', ledger: TWO, findings: ['C27 true-overpayment 30 patient Doe'] },
  ],
  untestable: [
    { name: 'one of two findings', ledger: TWO, findings: [...DUPLICATE_FOUND, 'C03 true-overpayment 420 payer Cigna'], missing: 'coordination of benefits' },

    { name: 'both paid as primary', ledger: TWO, findings: ['C03 true-overpayment 420 payer Cigna'], missing: 'coordination of benefits' },
    { name: 'Medicare secondary payer', ledger: TWO, findings: ['C04 true-overpayment 420 payer Cigna'], missing: 'coordination of benefits' },
    { name: 'retroactive eligibility', ledger: TWO, findings: ['C16 true-overpayment 420 payer Cigna'], missing: 'coordination of benefits' },
    { name: 'an accident', ledger: TWO, findings: ['C17 true-overpayment 420 payer Cigna'], missing: 'coordination of benefits' },
    {
      name: 'even when the remittance speaks',
      ledger: TWO,
      findings: ['C03 true-overpayment 420 payer Cigna evidence=remittance'],
      missing: 'coordination of benefits',
    },
  ],
});

it('blocks though it is only not testable; V06 only warns', () => {
  const ledger = ledgerOf(TWO);
  const credit = creditOf(ledger, { name: '', ledger: TWO, findings: ['C03 true-overpayment 420 payer Cigna'] });
  const results = runChecks('review', credit, viewOf(ledger), ledger, defaultPolicy(on('2026-06-30')));
  expect(results.filter((each) => ['V06', 'V13'].includes(each.id)).map((each) => [each.id, each.result, each.severity])).toEqual([
    ['V06', 'notTestable', 'warn'],
    ['V13', 'notTestable', 'block'],
  ]);
});

describe('a rival that needs proof', () => {
  const ledger = ledgerOf(TWO);
  const credit = creditOf(ledger, { name: '', ledger: TWO, findings: ['C01 true-overpayment 480 payer Aetna'] });
  const rival = { cause: 'C03', class: 'true-overpayment', cents: cents(420), because: '', decidedBy: '' } as const;
  const withRival = (cls: FindingClass) => ({ ...credit, findings: credit.findings.map((finding) => ({ ...finding, class: cls, rivals: [rival] })) });
  const ask = (cls: FindingClass) => v13.test(withRival(cls), viewOf(ledger), ledger, defaultPolicy(on('2026-06-30'))).result;

  it('turns an undecided finding', () => expect(ask('needs-review')).toBe('notTestable'));
  it('turns nothing beside a decided one', () => expect(ask('true-overpayment')).toBe('pass'));
});
