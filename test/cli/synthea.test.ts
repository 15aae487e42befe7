/** Ten synthetic patients of the Synthea generator: nobody is in credit, and nothing may say so (test/fixtures/synthea). */
import { join } from 'node:path';
import { contractBreaches } from './contract';
import { ROOT, review } from './harness';

describe('Synthea claims', () => {
  it('have 0 credits on 561 claims, with charges = payments = 1,219,867.22', async () => {
    const { code, report } = await review(['claims_transactions.csv', '--json', '-'], join(ROOT, 'test/fixtures/synthea'));
    expect(code).toBe(0);
    expect(contractBreaches(report())).toEqual([]);
    const { ledger, credits, grain } = report();
    expect({
      grain,
      credits: credits.length,
      accounts: ledger['accounts'],
      charges: ledger['charges'],
      payments: ledger['payments'],
      adjustments: ledger['adjustments'],
    }).toEqual({
      grain: 'claim',
      credits: 0,
      accounts: 561,
      charges: '1219867.22',
      payments: '1219867.22',
      adjustments: '0.00',
    });
  });
});
