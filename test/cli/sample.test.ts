/** The sample workbook from the command line: the promises of the first run, held against its truth. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth } from '../../scripts/sample/truthFile';
import { judge } from '../sample/judge';
import { contractBreaches } from './contract';
import type { Report } from './contract';
import { AS_OF, folder, review, ROOT, SAMPLE } from './harness';
import type { Outcome } from './harness';

const truth = JSON.parse(readFileSync(join(ROOT, 'assets/sample/truth.json'), 'utf8')) as Truth;
let outcome: Outcome;
let report: Report;
beforeAll(async () => {
  outcome = await review([SAMPLE, ...AS_OF, '--json', '-'], ROOT);
  report = outcome.report();
});

describe('the sample from the command line', () => {
  it('is reviewed', () => expect(outcome.code).toBe(0));

  it('keeps the JSON contract, field by field and in its sums', () => expect(contractBreaches(report)).toEqual([]));

  it('puts nothing but JSON on stdout; progress and summary go to stderr', () => {
    expect(outcome.out.trim().startsWith('{') && outcome.out.trim().endsWith('}')).toBe(true);
    expect(outcome.err).toContain('Credit balances as of 2026-11-30');
  });

  it('reads both sheets whole', () => {
    const rows = Object.fromEntries(report.sheets.map((sheet) => [sheet.name, [sheet.role, sheet.headerRow]]));
    expect(rows).toMatchObject({ Accounts: ['accounts', 5], Transactions: ['transactions', 4] });
    expect(report.ledger).toMatchObject({
      charges: truth.ledger.charges,
      payments: truth.ledger.payments,
      adjustments: truth.ledger.adjustments,
      refunds: truth.ledger.refunds,
    });
  });

  it('finds every planted C01, C02, C05 and C27 to the cent and the payee, lists no account that is in order, and names no refund that is not right', () => {
    expect(judge(report, truth).wrong).toEqual([]);
  });

  it('leaves to a person what it cannot prove yet', () => expect(judge(report, truth).open).toEqual([]));

  it('does not net credits against debits (domain.md 6 P24)', () => {
    const credit = report.credits.reduce((sum, c) => sum + Math.round(Number(c.credit) * 100), 0);
    expect(Math.round(Number(report.totals['credit']) * 100)).toBe(credit);
    expect(credit).toBeGreaterThan(-Math.round(Number(truth.ledger.balance) * 100));
  });
});

describe('a policy file', () => {
  const here = folder();
  afterAll(() => here.remove());

  it('changes the verdict it is about: payments 17 days apart are no duplicate within 10 days', async () => {
    const row = { policy_id: 'OWN-1', topic: 'PARAMETER', key: 'dup_window_days', value: '10', unit: 'calendar_days', status: 'ACTIVE' };
    here.write('policy.json', JSON.stringify([row]));
    const { code, report: reread } = await review([SAMPLE, ...AS_OF, '--policy', 'policy.json', '--json', '-'], here.path);
    const causes = (of: Report): string[] => of.credits.find((c) => c.account === '00104012')?.findings.map((f) => f.cause) ?? [];
    expect([code, causes(report)]).toEqual([0, ['C01']]);
    expect(causes(reread())).not.toContain('C01');
  });
});
