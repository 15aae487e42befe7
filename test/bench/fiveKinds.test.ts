/** What the speed comparison times is right: our findings in the peers' five kinds equal what the generator planted. */
import { fiveKinds } from '../../bench/fiveKinds';
import { generate } from '../../bench/generator';
import { reviewRows } from '../../bench/project';
import { hashOf } from '../../bench/rows';

const ROWS = 10_000;

describe('the five kinds of the speed comparison', () => {
  it.each([42, 1, 7])('equal the planted truth of seed %i', (seed) => {
    const { tx, acc, flags, truth } = generate(ROWS, seed);
    const { ledger, review } = reviewRows(tx, acc);
    const ours = fiveKinds(ledger, review);
    expect(ours.flags).toEqual(flags);
    expect(ours.totals).toEqual(truth.totals);
    expect(hashOf(ours.flags)).toBe(truth.hash);
  });

  it.each(['one-account', 'no-guarantors'] as const)('equal the planted truth of shape %s', (shape) => {
    const { tx, acc, flags, truth } = generate(3000, 42, shape);
    const { ledger, review } = reviewRows(tx, acc);
    const ours = fiveKinds(ledger, review);
    expect(ours.flags).toEqual(flags);
    expect(ours.totals).toEqual(truth.totals);
  });

  it('one account holds a tenth of all rows; where nobody has a guarantor, only the patient tells whose account is beside', () => {
    const large = generate(3000, 42, 'one-account');
    expect(large.tx.filter((row) => row[0] === large.acc[0]?.[0])).toHaveLength(299);
    const alone = generate(ROWS, 42, 'no-guarantors');
    expect(new Set([...alone.tx, ...alone.acc].map((row) => row[1]))).toEqual(new Set(['']));
    const patients = new Map(alone.acc.map((row) => [row[0], row[2]]));
    expect(alone.flags.filter(([kind]) => kind === 5).every(([, account, other]) => patients.get(account) === patients.get(other))).toBe(true);
  });

  it('the generator plants each kind, and as many rows as asked', () => {
    const { tx, truth } = generate(ROWS, 42);
    expect(tx).toHaveLength(ROWS);
    expect(Object.keys(truth.byKind)).toEqual(['1', '2', '3', '4', '5'].filter((kind) => (truth.byKind[kind] ?? 0) > 0));
    expect(Object.keys(truth.byKind)).toHaveLength(5);
  });

  it('every amount is whole cents, every account is listed, and the rows stand in posting order', () => {
    const { tx, acc } = generate(ROWS, 5);
    const listed = new Set(acc.map((row) => row[0]));
    expect(listed.size).toBe(acc.length);
    expect(tx.every((row) => listed.has(row[0]) && Math.abs(row[7] * 100 - Math.round(row[7] * 100)) < 1e-6)).toBe(true);
    expect(tx.every((row, at) => at === 0 || (tx[at - 1]?.[5] ?? 0) <= row[5])).toBe(true);
  });
});
