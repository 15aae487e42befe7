/** The self-test over a generated book of settled accounts: what it says of the review as it is, and of one with a broken cause. */
import { causes } from '../../../src/core/causes/index';
import type { Cause } from '../../../src/core/credit';
import { Kind } from '../../../src/core/ledger';
import type { Ledger } from '../../../src/core/ledger';
import { reviewInSteps } from '../../../src/core/review';
import { selfTestTotals } from '../../../src/core/selfTest/result';
import type { SelfTest } from '../../../src/core/selfTest/result';
import { selfTest } from '../../../src/core/selfTest/selfTest';
import { ledgerOf, testPolicy } from '../harness';

/** Settled accounts of two payers: charges 1000 + n, contractual 400, the payer 480 + n, the patient 120. Plus one of each rarer kind of row. */
function settled(accounts: number, columns = true): Ledger {
  const lines = Array.from({ length: accounts }, (_, n) => {
    const payer = n % 2 === 0 ? 'Aetna' : 'Cigna';
    const references = (check: number): string => (columns ? `check=${check} claim=CL${1000 + n}` : '');
    return `account A${n} payer1=${payer} mrn=M${n} status=Billed
2026-01-05 charge ${1000 + n} ${columns ? `claim=CL${1000 + n}` : ''} service=2026-01-05
2026-02-01 contractual 400 ${payer} ${columns ? `claim=CL${1000 + n}` : ''}
2026-02-01 payment ${480 + n} ${payer} ${references(41_000 + n)}
2026-02-20 payment 120 patient ${columns ? `check=${88_000 + n}` : ''}`;
  });
  const rarer = `account Z payer1=Aetna
2026-01-05 charge 100
2026-01-06 reversal 3 Aetna
2026-01-06 payment 3 Aetna
2026-01-06 refund 5 patient
2026-01-06 payment 5 patient`;
  return ledgerOf([...lines, rarer].join('\n'));
}

const POLICY = testPolicy();
function run(ledger: Ledger, asked: readonly Cause[] = causes, seed = 1): SelfTest {
  return finished(selfTest(ledger, POLICY, { seed, review: (of, policy) => reviewInSteps(of, policy, asked), causeTitle: (cause) => cause }));
}
function finished(steps: ReturnType<typeof selfTest>): SelfTest {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
const kind = (tested: SelfTest, id: string) => tested.kinds.find((each) => each.id === id);
const without = (id: string): Cause[] => causes.filter((cause) => cause.id !== id);

const LEDGER = settled(90);
const AS_IS = run(LEDGER);

describe('the self-test', () => {
  it('finds duplicates, double postings, prepayments and double write-offs, for sure', () => {
    for (const id of ['payer-paid-twice', 'check-posted-twice', 'patient-paid-twice', 'prepaid', 'write-off-twice', 'wrong-account-payer', 'both-primary']) {
      const found = kind(AS_IS, id);
      expect([id, found?.sure]).toEqual([id, found?.planted]);
      expect(found?.planted).toBeGreaterThanOrEqual(2);
    }
  });

  it('leaves every look-alike alone and refunds nothing wrongly on it', () => {
    expect(AS_IS.traps.length).toBeGreaterThanOrEqual(10);
    expect(AS_IS.traps.filter(({ alarms, wrongCents }) => alarms + wrongCents > 0)).toEqual([]);
    expect(AS_IS.elsewhere).toEqual([]);
  });

  it('foots: planted = found + left + other + missed, and the dollars of the paid-twice kind are those of its accounts', () => {
    for (const each of AS_IS.kinds) expect(each.found + each.left + each.other + each.missed).toBe(each.planted);
    const totals = selfTestTotals(AS_IS);
    expect(totals.planted).toBe(AS_IS.kinds.reduce((sum, { planted }) => sum + planted, 0));
    // Each account's payer paid 480.00 + its number.
    const twice = kind(AS_IS, 'payer-paid-twice');
    expect(twice?.cents).toBeGreaterThanOrEqual(48_000 * (twice?.planted ?? 0));
    expect(twice?.cents).toBeLessThan((48_000 + 9_000) * (twice?.planted ?? 0));
  });

  it('says which kinds these sheets cannot show, and why', () => {
    const why = (words: string): string | undefined => AS_IS.notPlanted.find((each) => each.words === words)?.why;
    expect(why('Interest posted as a payment')).toBe('No row of your sheets is interest.');
    expect(why('Paid twice, taken back, not posted')).toBe('Your sheets have no remittance with takeback lines.');
    expect(why('A QMB patient was charged')).toBe('Your sheets do not mark QMB patients.');
  });

  it('is repeatable, and another seed plants elsewhere', () => {
    const again = settled(90);
    expect(run(again)).toEqual(AS_IS);
    // Two runs have been over the one and one over the other: nothing in them has changed.
    expect(run(LEDGER, causes, 2)).not.toEqual(AS_IS);
    expect(LEDGER).toEqual(settled(90));
  });

  it('says what column would have made the difference: without check numbers a second payment is no second posting', () => {
    const bare = run(settled(90, false));
    expect(kind(bare, 'payer-paid-twice')).toMatchObject({ sure: 0, help: { column: 'Check number', sure: kind(bare, 'payer-paid-twice')?.planted } });
    expect(kind(bare, 'payer-paid-twice')?.look.length).toBeGreaterThan(0);
    expect(bare.traps.filter(({ alarms }) => alarms > 0)).toEqual([]);
  });

  it('says nothing can be planted where no account is settled and plain', () => {
    const open = run(ledgerOf('account A\n2026-01-05 charge 100\n2026-01-06 payment 40 patient'));
    expect([open.plainAccounts, open.kinds, open.traps]).toEqual([0, [], []]);
  });
});

describe('a broken review is seen', () => {
  it('without C01, duplicates are no longer found', () => {
    const broken = run(LEDGER, without('C01'));
    expect(kind(broken, 'payer-paid-twice')?.found).toBe(0);
    expect(selfTestTotals(broken).sure).toBeLessThan(selfTestTotals(AS_IS).sure);
  });

  it('a cause that refunds what was posted twice costs dollars', () => {
    const c02 = causes.find(({ id }) => id === 'C02')!;
    const refunding: Cause = {
      ...c02,
      find: (account, ledger, policy) =>
        c02.find(account, ledger, policy).map((finding) => ({
          ...finding,
          class: 'true-overpayment',
          resolution: 'REFUND_PAYER',
          owedTo: { kind: 'payer', name: ledger.parties[finding.party]?.name ?? '' },
        })),
    };
    const broken = run(LEDGER, [...without('C02'), refunding]);
    expect(kind(broken, 'check-posted-twice')).toMatchObject({ found: 0, firm: kind(broken, 'check-posted-twice')?.planted });
    expect(kind(broken, 'check-posted-twice')?.wrongCents).toBe(kind(broken, 'check-posted-twice')?.cents);
    expect(kind(AS_IS, 'check-posted-twice')?.wrongCents).toBe(0);
  });

  it('a review that takes every repeated payment for a duplicate raises false alarms on look-alikes', () => {
    const naive = function* (ledger: Ledger, policy: typeof POLICY): ReturnType<typeof reviewInSteps> {
      const told = yield* reviewInSteps(ledger, policy);
      const [like] = told.credits;
      const repeats = repeatedPayments(ledger).filter((account) => !told.credits.some((credit) => credit.account === account));
      return { ...told, credits: [...told.credits, ...(like ? repeats.map((account) => ({ ...like, account })) : [])] };
    };
    const broken = finished(selfTest(LEDGER, POLICY, { seed: 1, review: naive, causeTitle: (cause) => cause }));
    const silent = broken.traps.filter(({ alarms }) => alarms === 0).map(({ id }) => id);
    expect(broken.traps.length).toBe(AS_IS.traps.length);
    expect(silent).not.toContain('reversed-pair');
    expect(silent).not.toContain('instalments');
    expect(silent).toContain('copay-exact');
  });
});

/** Accounts with two equal payments, however they came about. */
function repeatedPayments({ accounts, start, order, tx }: Ledger): number[] {
  return Array.from({ length: accounts.count }, (_, account) => account).filter((account) => {
    const sizes = Array.from(order.subarray(start[account], start[account + 1]))
      .filter((row) => tx.kind[row] === Kind.Payment)
      .map((row) => tx.effect[row]);
    return new Set(sizes).size < sizes.length;
  });
}
