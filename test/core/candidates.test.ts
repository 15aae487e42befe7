/** The screen over the columns leaves out no account that a view would list: both ways give the same review. */
import fc from 'fast-check';
import { Account } from '../../src/core/accountView';
import { candidatesOf } from '../../src/core/candidates';
import { causes } from '../../src/core/causes/index';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { creditOf } from '../../src/core/verdict';
import { ledgerOf, testPolicy } from './harness';

const amount = fc.constantFrom('80', '120', '200', '400', '480', '600', '1000');
const row = fc
  .record({
    kind: fc.constantFrom('charge', 'payment', 'payment', 'payment', 'contractual', 'transfer', 'reversal', 'refund', 'writeoff', 'interest'),
    amount,
    party: fc.constantFrom('Aetna', 'Cigna', 'patient'),
    tail: fc.constantFrom('', ' check=1 claim=C1', ' check=2 claim=C1', ' claim=C2', ' check=3 carc=27', ' remark=N781'),
    remit: fc.constantFrom('', ' allowed=600 pr=120', ' allowed=600 pr=0', ' allowed=200 pr=120'),
    day: fc.integer({ min: 10, max: 28 }),
  })
  .map((r) => `2026-02-${r.day} ${r.kind} ${r.amount} ${r.party}${r.tail}${r.kind === 'payment' && r.party !== 'patient' ? r.remit : ''}`);
const settledStart = [
  '2026-01-05 charge 1000',
  '2026-02-01 contractual 400 Aetna claim=C1',
  '2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120',
  '2026-02-20 payment 120 patient',
];

describe('the screen', () => {
  it('leaves out nothing that would be listed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(row, { maxLength: 5 }), fc.constantFrom('', ' qmb=Y'), (start, rows, more) => {
        const ledger = ledgerOf([`account A1 payer1=Aetna${more}`, ...(start ? settledStart : []), ...rows].join('\n'));
        const policy = testPolicy();
        const balances = balancesOf(ledger).listed;
        const listed = creditOf(new Account(ledger, policy, new LedgerIndex(ledger, balances), 0), causes) !== null;
        if (listed) expect(candidatesOf(ledger, balances, policy.parameters.centsTol)).toEqual([0]);
      }),
      { numRuns: 500 },
    );
  });

  it('makes no view of a plainly settled account', () => {
    const ledger = ledgerOf(['account A1 payer1=Aetna', ...settledStart].join('\n'));
    expect(candidatesOf(ledger, balancesOf(ledger).listed, 1)).toEqual([]);
  });
});
