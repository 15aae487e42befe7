/**
 * The laws of design.md 4 over generated ledgers: every kind of posting, with and without references, remittance values, buckets and listings.
 * Law 1: to the cent, each cent once. Law 2: order does not matter. Law 5: control totals. Law 6: no refund above paid less owed.
 */
import fc from 'fast-check';
import type { Credit, Review } from '../../src/core/credit';
import { Kind } from '../../src/core/ledger';
import type { Ledger } from '../../src/core/ledger';
import { review } from '../../src/core/review';
import { ledgerOf, testPolicy } from './harness';

const PARTIES = ['Aetna', 'Cigna', 'patient', 'none'] as const;
/** Amounts that collide often: equal payments, contractuals and shares are what the causes look for. */
const amount = fc.constantFrom('1', '4.99', '25', '80', '120', '150', '360', '400', '480', '600', '840', '1000', '333.33');
const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
const month = fc.integer({ min: 1, max: 6 }).map((n) => `0${n}`);
const maybe = (name: string, values: readonly string[]) =>
  fc.option(fc.constantFrom(...values), { nil: '' }).map((value) => (value === '' ? '' : ` ${name}=${value}`));
const KINDS = [
  'charge', 'chargecredit', 'payment', 'payment', 'payment', 'reversal', 'takeback', 'refund', 'deposit', 'contractual', 'contractual', 'sequestration', 'writeoff', 'charity', 'discount', 'smallbalance',
  'baddebt', 'adjreversal', 'transfer', 'transferaccount', 'interest', 'bankreturn', 'capitation', 'memo', 'unknown',
] as const; // prettier-ignore

const row = fc
  .record({
    month,
    day,
    kind: fc.constantFrom(...KINDS),
    amount,
    party: fc.constantFrom(...PARTIES),
    check: maybe('check', ['1', '2', '3']),
    claim: maybe('claim', ['CL1', 'CL2']),
    remit: fc.option(fc.constantFrom(' allowed=600 pr=120', ' allowed=600 pr=80', ' allowed=480 pr=0 billed=1000', ' allowed=300 pr=60'), { nil: '' }),
  })
  .map((r) => `2026-${r.month}-${r.day} ${r.kind} ${r.amount} ${r.party}${r.check}${r.claim}${r.kind === 'payment' ? r.remit : ''}`);

const base = ['2026-01-05 charge 1000 none', '2026-02-01 contractual 400 Aetna', '2026-02-01 payment 480 Aetna check=1 claim=CL1'];
const account = fc.record({
  header: fc.constantFrom(
    'payer1=Aetna',
    'payer1=Aetna payer2=Cigna',
    'payer1=Aetna guarantor=G1 mrn=M1',
    'payer1=Aetna planType=DRG',
    'payer1=Aetna planType=percent',
    'mrn=M1',
    'payer1=Aetna qmb=Y',
  ),
  rows: fc.array(row, { maxLength: 9 }),
  withBase: fc.boolean(),
});
const ledgers = fc.array(account, { minLength: 1, maxLength: 4 });

type Spec = { header: string; rows: readonly string[]; withBase: boolean };
const textOf = (specs: readonly Spec[], arrange: (rows: readonly string[]) => readonly string[] = (rows) => rows): string =>
  specs.map((spec, at) => [`account A${at} ${spec.header}`, ...arrange(spec.withBase ? [...base, ...spec.rows] : spec.rows)].join('\n')).join('\n');

const runs = { numRuns: 150 };
const run = (text: string): { ledger: Ledger; result: Review } => {
  const ledger = ledgerOf(text);
  return { ledger, result: review(ledger, testPolicy()) };
};

const sumOf = (credit: Credit): number => credit.findings.reduce((sum, finding) => sum + finding.cents, 0);

describe('law 1: to the cent, each cent once', () => {
  it('−balance = findings − shortfall + unexplained on every listed account', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        for (const credit of run(textOf(specs)).result.credits)
          expect(sumOf(credit) - credit.shortfall + credit.unexplained).toBe(credit.balance === 0 ? 0 : -credit.balance);
      }),
      runs,
    );
  });

  it('no posting serves more cents than it has, and no finding is empty', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        const { ledger, result } = run(textOf(specs));
        for (const credit of result.credits) {
          expect(credit.findings.every((finding) => finding.cents > 0)).toBe(true);
          const claimed = credit.findings.filter((finding) => finding.claims.length > 0);
          expect(claimed.reduce((sum, finding) => sum + finding.cents, 0)).toBeLessThanOrEqual(
            sizeOf(
              ledger,
              claimed.flatMap((finding) => finding.claims),
            ),
          );
          const alone = claimed.filter((finding) => finding.claims.length === 1);
          for (const tx of new Set(alone.map((finding) => finding.claims[0] as number))) {
            const used = alone.filter((finding) => finding.claims[0] === tx).reduce((sum, finding) => sum + finding.cents, 0);
            expect(used).toBeLessThanOrEqual(sizeOf(ledger, [tx]));
          }
        }
      }),
      runs,
    );
  });
});

const sizeOf = (ledger: Ledger, txs: readonly number[]): number => [...new Set(txs)].reduce((sum, tx) => sum + Math.abs(ledger.tx.effect[tx] as number), 0);

describe('law 2: order does not matter', () => {
  const shape = (result: Review): unknown =>
    result.credits.map((credit) => ({
      key: credit.key,
      balance: credit.balance,
      shortfall: credit.shortfall,
      unexplained: credit.unexplained,
      class: credit.class,
      since: credit.since,
      confidence: credit.confidence,
      reason: credit.reviewReason,
      findings: credit.findings.map(({ cause, variant, class: of, cents, owedTo, confidence, because }) => ({
        cause,
        variant,
        of,
        cents,
        owedTo,
        confidence,
        because,
      })),
      rivals: credit.findings.flatMap((finding) => finding.rivals.map((rival) => `${rival.cause} ${rival.cents}`)).sort(),
    }));

  it('rows shuffled, accounts reversed: the same review', () => {
    fc.assert(
      fc.property(ledgers, fc.infiniteStream(fc.nat()), (specs, numbers) => {
        const shuffled = (rows: readonly string[]): string[] => {
          const keyed = rows.map((text) => ({ text, key: numbers.next().value as number }));
          return keyed.sort((a, b) => a.key - b.key).map(({ text }) => text);
        };
        const there = run(textOf(specs)).result;
        const back = run(textOf(specs, shuffled)).result;
        expect(shape(back)).toEqual(shape(there));
        expect(back.totals).toEqual(there.totals);
        expect(back.underpayments.map(({ key, partyName, cents, since }) => ({ key, partyName, cents, since }))).toEqual(
          there.underpayments.map(({ key, partyName, cents, since }) => ({ key, partyName, cents, since })),
        );
      }),
      runs,
    );
  });
});

describe('law 5: control totals agree', () => {
  it('Σ(−balance) + Σ shortfall = the five classes', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        const { totals, credits } = run(textOf(specs)).result;
        const classes = totals.trueOverpayment + totals.misallocated + totals.postingError + totals.hold + totals.needsReview;
        expect(classes).toBe(-totals.balance + totals.shortfall);
        expect(totals.credit).toBe(credits.reduce((sum, credit) => sum + Math.max(0, -credit.balance), 0));
      }),
      runs,
    );
  });

  it('charges − payments − adjustments + refunds = the sum of all postings', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        const { ledger, result } = run(textOf(specs));
        const { charges, payments, adjustments, refunds } = result.ledger;
        expect(charges - payments - adjustments + refunds).toBe(ledger.tx.effect.reduce((sum, effect) => sum + effect, 0));
      }),
      runs,
    );
  });
});

describe('law 6: never above what was overpaid', () => {
  it('refunds to a party are at most paid less owed and at most what it paid; none at medium or high without a known liability', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        for (const credit of run(textOf(specs)).result.credits) {
          for (const position of credit.parties) {
            const refunds = credit.findings.filter((finding) => finding.class === 'true-overpayment' && finding.party === position.party);
            const total = refunds.reduce((sum, finding) => sum + finding.cents, 0);
            if (position.liability !== null) expect(total).toBeLessThanOrEqual(Math.max(0, position.paid - position.liability));
            expect(total).toBeLessThanOrEqual(Math.max(0, position.paid));
            if (position.liability === null || position.source === 'listed') expect(refunds.filter((finding) => finding.confidence !== 'low')).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('an open identity leaves nothing above low', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        for (const credit of run(textOf(specs)).result.credits)
          if (credit.unexplained !== 0) expect(credit.findings.filter((finding) => finding.confidence !== 'low')).toEqual([]);
      }),
      runs,
    );
  });

  it('a reversed payment is never claimed', () => {
    fc.assert(
      fc.property(ledgers, (specs) => {
        const reversed = textOf(
          specs.map((spec) => ({ ...spec, rows: [...spec.rows, '2026-03-03 payment 777 Aetna check=77', '2026-03-04 reversal 777 Aetna check=77'] })),
        );
        const { ledger, result } = run(reversed);
        const pair = new Set<number>();
        ledger.tx.effect.forEach((effect, tx) => Math.abs(effect) === 77_700 && ledger.tx.kind[tx] === Kind.Payment && pair.add(tx));
        expect(result.credits.flatMap((credit) => credit.findings.flatMap((finding) => finding.claims.filter((tx) => pair.has(tx))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
