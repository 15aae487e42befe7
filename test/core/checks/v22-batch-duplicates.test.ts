import { v22 } from '../../../src/core/checks/v22-batch-duplicates';
import { checkTable, DUPLICATE } from './checkHarness';
import { paying, refund } from './paymentCases';

const run = (more: Parameters<typeof refund>[0]) => paying({ run: [refund(), refund({ id: 'R2', ...more })] });
checkTable(v22, {
  fires: [
    { name: 'a row copied', ledger: DUPLICATE, payment: run({}), says: '$480.00 to Aetna for account A1 stands 2 times' },
    { name: 'the payee in another spelling', ledger: DUPLICATE, payment: run({ payee: 'AETNA' }), says: '2 times' },
    { name: 'even under the same id', ledger: DUPLICATE, payment: run({ id: 'R1' }), says: '2 times' },
  ],
  silent: [
    { name: 'alone', ledger: DUPLICATE, payment: paying() },
    { name: 'a cent apart', ledger: DUPLICATE, payment: run({ amount: 480.01 }) },
    { name: 'another account', ledger: DUPLICATE, payment: run({ account: 'A2' }) },
    { name: 'the same number at another facility', ledger: DUPLICATE, payment: run({ facility: 'North' }) },
    { name: 'another payee', ledger: DUPLICATE, payment: run({ payee: 'Cigna' }) },
  ],
  untestable: [{ name: 'no run given', ledger: DUPLICATE, missing: 'refunds of this run' }],
});
