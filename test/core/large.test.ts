/** One account with very many rows costs about as much a row as many small ones (design.md 5): no quadratic search anywhere. */
import { LedgerBuilder } from '../../src/core/ledgerBuilder';
import { Kind, PATIENT_PARTY } from '../../src/core/ledger';
import type { Ledger } from '../../src/core/ledger';
import { review, ReviewCancelled } from '../../src/core/review';
import { on, testPolicy } from './harness';

/** An account with equal payments on many checks, reversals among them, and a little more than was charged. */
function oneAccount(rows: number): Ledger {
  const builder = new LedgerBuilder();
  builder.sheet('Transactions');
  const aetna = builder.party({ kind: 'payer', name: 'Aetna', aliases: [], payerClass: 'commercial', federal: false });
  const account = builder.account('A1');
  builder.setAccountPayer(account, 0, aetna);
  for (let i = 0; i < rows; i++) {
    const [kind, effect] = (
      [
        [Kind.Charge, 10_000],
        [Kind.Contractual, -4_000],
        [Kind.Payment, -4_800],
        [Kind.Payment, -1_200],
        [Kind.PaymentReversal, 4_800],
        [Kind.Payment, -4_800],
      ] as const
    )[i % 6]!;
    const party = effect === -1_200 ? PATIENT_PARTY : kind === Kind.Charge ? 0 : aetna;
    const tx = builder.transaction(account, kind, effect, party, 0, i + 2);
    builder.setTxDay(tx, 'postDay', on('2026-01-01') + (i % 150));
    if (party === aetna && kind !== Kind.Contractual) builder.setTxText(tx, 'check', `C${i % 977}`);
  }
  const last = builder.transaction(account, Kind.Payment, -5_000, PATIENT_PARTY, 0, rows + 2);
  builder.setTxDay(last, 'postDay', on('2026-06-20'));
  return builder.build();
}

const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

describe('a very large account', () => {
  it('four times the rows cost less than ten times as much', () => {
    const [small, large] = [oneAccount(15_000), oneAccount(60_000)];
    review(small, testPolicy());
    const one = cpu(() => review(small, testPolicy()));
    const four = cpu(() => review(large, testPolicy()));
    expect(four).toBeLessThan(10 * Math.max(one, 20));
  }, 60_000);
});

describe('progress and cancel', () => {
  it('reports and stops', () => {
    const seen: string[] = [];
    review(oneAccount(60), testPolicy(), { onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(['0/1', '1/1']);
    expect(() => review(oneAccount(60), testPolicy(), { isCancelled: () => true })).toThrow(ReviewCancelled);
  });
});
