import { DEFAULT_ROWS } from '../../../src/core/policy/defaults';
import { readRow } from '../../../src/core/policy/readRow';
import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { normalKey } from '../../../src/core/policy/normalise';
import { fromIso } from '../../../src/core/day';
import type { Day } from '../../../src/core/day';

const on = (iso: string): Day => fromIso(iso)!;
const asRecord = (row: (typeof DEFAULT_ROWS)[number]): Record<string, unknown> => ({
  ...row,
  effectiveFrom: row.effectiveFrom || '',
  effectiveTo: row.effectiveTo || '',
});

describe('default rows', () => {
  it('have ids of their own', () => {
    const ids = DEFAULT_ROWS.map((row) => row.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('are accepted by the reader of typed rows and come back unchanged', () => {
    for (const row of DEFAULT_ROWS) expect(readRow(asRecord(row))).toEqual({ row, problems: [] });
  });

  it('make the same policy when the whole sheet is read back', () => {
    const { policy, problems } = policyFrom(DEFAULT_ROWS.map(asRecord), on('2026-11-30'));
    expect(problems).toEqual([]);
    expect(policy.parameters).toEqual(defaultPolicy(on('2026-11-30')).parameters);
    expect(policy.codeMap).toEqual(defaultPolicy(on('2026-11-30')).codeMap);
  });

  it('cite something for every deadline, and carry "verified on" where a source was read', () => {
    const deadlines = DEFAULT_ROWS.filter((row) => ['REFUND_PATIENT', 'REFUND_PAYER', 'CMS838'].includes(row.topic));
    expect(deadlines.filter((row) => row.citation === '').map((row) => row.id)).toEqual([]);
    expect(DEFAULT_ROWS.filter((row) => row.sourceUrl !== '' && row.verifiedOn === '').map((row) => row.id)).toEqual([]);
  });

  it('keep what the document calls unconfirmed out of force (domain.md 4.6, 4.7, 7)', () => {
    const idle = DEFAULT_ROWS.filter((row) => row.status !== 'ACTIVE').map((row) => row.id);
    expect(idle.sort()).toEqual(['F-501r', 'F-nsa', 'L-IN', 'L-SD', 'L-WY', 'R-GA', 'R-LA', 'R-MD', 'R-NC']);
  });
});

describe('the default policy', () => {
  const policy = defaultPolicy(on('2026-11-30'));

  it('has the numbers of domain.md 2.1', () => {
    expect(policy.parameters).toEqual({
      centsTol: 1,
      matchTol: 100,
      contractTolMin: 500,
      contractTolRate: 0.02,
      dupWindowDays: 365,
      takebackWaitDays: 45,
      nsfHoldDays: 10,
      chargeLagDays: 14,
      smallBalancePatient: 500,
      smallBalancePayer: 0,
      siblingDosWindow: 90,
      listLeastCents: 1,
      listLeastAgeDays: 0,
      listPrepayments: true,
    });
  });

  it('counts the federal classes of domain.md 2.1', () => {
    expect([...policy.federalClasses].sort()).toEqual(['chip', 'fehb', 'medicaid', 'medicaid-managed', 'medicare', 'medicare-advantage', 'tricare', 'va']);
  });

  const name = (text: string): string | undefined => policy.payerAliases.get(normalKey(text));
  it('joins two names of one payer', () => {
    expect(name('TMHP')).toBe('Texas Medicaid');
    expect(name('medical')).toBeUndefined();
    expect(policy.payerClasses.get(normalKey('Texas Medicaid'))).toBe('medicaid');
  });

  it('does not join payers that are paid apart (domain.md 4.3)', () => {
    expect(name('Medicare Advantage')).toBeUndefined();
    expect(name('TRICARE East')).toBeUndefined();
    expect(name('CHAMPVA')).toBeUndefined();
    expect(policy.payerClasses.get(normalKey('Medicare Advantage'))).toBe('medicare-advantage');
  });

  it('leaves carriers that sell federal and commercial plans to the sheet', () => {
    expect(['Humana', 'Aetna', 'BCBS of Texas', 'UnitedHealthcare'].map((text) => policy.payerClasses.get(normalKey(text)))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('maps the words of domain.md 1.4', () => {
    expect(policy.codeMap.get(normalKey('PAYMENT_INS'))).toBe('Payment');
    expect(policy.codeMap.get(normalKey('Small_Bal_WO'))).toBe('SmallBalance');
    for (const wide of ['Adjustment', 'Payment', 'Charge', 'Refund']) expect(policy.codeMap.get(normalKey(wide))).toBeUndefined();
  });
});
