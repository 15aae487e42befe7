/** One account as a cause sees it (domain.md 1.4, 1.6 and 2.1 step 2), every amount added up by hand. */
import { Account } from '../../src/core/accountView';
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY } from '../../src/core/ledger';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { keyOf } from '../../src/core/posting';
import { ledgerOf, on, testPolicy } from './harness';

function viewOf(text: string, key = 'A1'): Account {
  const ledger = ledgerOf(text);
  const at = Array.from({ length: ledger.accounts.count }, (_, index) => index).find((index) => keyOf(ledger, index) === key) ?? -1;
  return new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), at);
}
const rowsOf = (view: Account, txs: Iterable<number>): number[] => [...txs].map((tx) => view.ledger.tx.row[tx] as number);
const AETNA = 2;
const CIGNA = 3;

describe('sums', () => {
  // Rows 2 to 12.
  const view = (): Account =>
    viewOf(`
account A0
2026-01-01 payment 1 Aetna
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-01-06 chargecredit 100
2026-02-01 contractual 300 Aetna
2026-02-01 payment 400 Aetna
2026-02-02 payment 50 Aetna
2026-02-03 takeback 30 Aetna
2026-02-10 writeoff 25 patient
2026-02-11 adjreversal 5 patient
2026-02-20 deposit 60 patient
2026-02-21 refund 10 patient
2026-02-22 transfer -7 patient`);
  it('charges net of credits, write-offs net of reversals, all postings', () => {
    const { charges, adjustments, posted, balance } = view();
    // 1000 − 100; 300 + 25 − 5; 900 − 320 − (400 + 50 − 30) − (60 − 10) − 7.
    expect([charges, adjustments, posted, balance]).toEqual([90000, 32000, 10300, 10300]);
  });
  it('what each party paid, net; nothing by a party without money', () => {
    const found = view();
    expect([found.paid(AETNA), found.paid(PATIENT_PARTY), found.paid(CIGNA), found.paid(UNKNOWN_PARTY)]).toEqual([42000, 5000, 0, 0]);
  });
  it('parties: payers in their order, the patient last', () => {
    const found = view();
    expect([found.parties, found.payers, found.payerOrderListed]).toEqual([[AETNA, CIGNA, PATIENT_PARTY], [AETNA, CIGNA], true]);
  });
  it('a party with a write-off only is a party; charges without a name name nobody', () => {
    const found = viewOf('2026-01-05 charge 100\n2026-01-06 contractual 20 Aetna\n2026-01-07 smallbalance 1 patient');
    expect([found.parties, found.paid(PATIENT_PARTY)]).toEqual([[AETNA, PATIENT_PARTY], 0]);
  });
  it('money without a name is a party of its own, before the patient', () =>
    expect(viewOf('2026-01-05 charge 100\n2026-01-06 payment 20 none\n2026-01-07 payment 1 patient').parties).toEqual([UNKNOWN_PARTY, PATIENT_PARTY]));
  it('the running balance', () => {
    const found = view();
    expect(found.running).toEqual([100000, 90000, 50000, 20000, 15000, 18000, 15500, 16000, 10000, 11000, 10300]);
    expect(rowsOf(found, found.all)).toEqual([3, 4, 6, 5, 7, 8, 9, 10, 11, 12, 13]);
  });
  it('the rank of a posting, and of one that is not here', () => {
    const found = view();
    expect([found.rank(found.all[0] as number), found.rank(found.all[10] as number), found.rank(0)]).toEqual([0, 10, -1]);
  });
  it('the balance that is listed goes before the sum, a blank one does not', () => {
    expect([viewOf('account A1 balance=-5\n2026-01-05 charge 100').balance, viewOf('account A1 balance=-5\n2026-01-05 charge 100').posted]).toEqual([
      -500, 10000,
    ]);
    expect(viewOf('account A1\n2026-01-05 charge 100\naccount A2 balance=3').balance).toBe(10000);
  });
});

describe('live postings', () => {
  const view = viewOf(`
2026-01-05 charge 1000
2026-02-01 payment 400 Aetna check=1
2026-02-02 reversal 400 Aetna check=1
2026-02-03 payment 380 Aetna check=2
2026-02-04 deposit 20 patient
2026-02-05 payment 30 patient
2026-02-06 contractual 200 Aetna`);
  it('leave out what was undone, each pointing to the other', () => {
    expect(rowsOf(view, view.live)).toEqual([2, 5, 6, 7, 8]);
    expect([...view.partner].map((pair) => rowsOf(view, pair))).toEqual([
      [3, 4],
      [4, 3],
    ]);
  });
  it('of a kind, of a party; asked twice, the same', () => {
    const asked = (): number[][] => [
      rowsOf(view, view.ofKind(Kind.Payment)),
      rowsOf(view, view.ofKind(Kind.Refund)),
      rowsOf(view, view.receipts(AETNA)),
      rowsOf(view, view.receipts(PATIENT_PARTY)),
      rowsOf(view, view.receipts(CIGNA)),
    ];
    const expected = [[5, 7], [], [5], [6, 7], []];
    expect([asked(), asked()]).toEqual([expected, expected]);
  });
  it('a payment of nothing or less than nothing is no receipt', () => {
    const zero = viewOf('2026-02-01 payment 0 Aetna\n2026-02-02 payment -5 Aetna check=9');
    expect(zero.receipts(AETNA)).toEqual([]);
  });
});

describe('what is owed', () => {
  const settled = '2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna allowed=600 pr=120\n2026-03-01 payment 130 patient';
  it('is known from a remittance: 480 and 120', () => {
    const view = viewOf(settled);
    expect([view.liability(AETNA), view.liability(PATIENT_PARTY), view.liability(CIGNA)]).toEqual([
      { cents: 48000, source: 'stated' },
      { cents: 12000, source: 'stated' },
      { cents: null, source: 'unknown' },
    ]);
    expect([view.excess(AETNA), view.excess(PATIENT_PARTY), view.excess(CIGNA)]).toEqual([0, 1000, null]);
  });
  it('a part is known where a transfer or the listing tells it', () => {
    const view = viewOf(
      'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 payment 440 Aetna\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient',
    );
    expect([view.bucket(AETNA), view.bucket(PATIENT_PARTY), view.bucket(CIGNA)]).toEqual([44000, 12000, null]);
    expect(viewOf(settled).bucket(AETNA)).toBeNull();
  });
});

describe("money of another account's claim", () => {
  const two = (claim: string): string => `
account A1 payer1=Aetna
2026-01-05 charge 1000 none claim=CL1
2026-02-01 payment 480 Aetna claim=${claim} allowed=600 pr=120
2026-02-02 payment 10 patient claim=CL2
account A2
2026-01-05 charge 500 none claim=CL2`;
  it.each([
    ['CL2', [3]],
    ['CL1', []],
    ['CL9', []],
  ])('a payment for %s', (claim, rows) => {
    const view = viewOf(two(claim));
    expect(rowsOf(view, view.foreign)).toEqual(rows);
  });
  it('states nothing for this account', () => {
    expect(viewOf(two('CL2')).statements).toHaveLength(0);
    expect(viewOf(two('CL1')).statements).toHaveLength(1);
  });
  it('without claim numbers nothing is foreign', () => expect(viewOf('2026-02-01 payment 480 Aetna').foreign.size).toBe(0));
});

describe('repeats', () => {
  const twice = (more = '', columns = ''): Account =>
    viewOf(`account A1 payer1=Aetna
2026-01-05 charge 500 ${columns}
2026-01-05 charge 500 ${columns}
2026-02-01 contractual 400 Aetna
2026-02-01 payment 300 Aetna check=1${more}
2026-03-01 payment 300 Aetna check=2${more}`);
  it('that equal charges explain are none, unless the liabilities are known apart from the payments', () => {
    const derived = twice();
    expect([derived.repeatedPayments.length, derived.provenRepeats.payments.length]).toEqual([0, 0]);
    const stated = twice(' claim=C1 allowed=600 pr=300');
    expect([
      rowsOf(
        stated,
        stated.repeatedPayments.map(({ tx }) => tx),
      ),
      rowsOf(
        stated,
        stated.provenRepeats.payments.map(({ tx }) => tx),
      ),
    ]).toEqual([[], [6]]);
  });
  it('of payments within a year, of write-offs whenever they come', () => {
    const years = (day: string): Account =>
      viewOf(`2026-01-05 charge 900\n2025-02-01 contractual 300 Aetna\n${day} contractual 300 Aetna\n2025-02-01 payment 200 Aetna\n${day} payment 200 Aetna`);
    const found = (day: string): number[][] => [
      rowsOf(
        years(day),
        years(day).repeatedPayments.map(({ tx }) => tx),
      ),
      rowsOf(
        years(day),
        years(day).repeatedContractuals.map(({ tx }) => tx),
      ),
    ];
    expect(found('2026-02-01')).toEqual([[6], [4]]);
    expect(found('2026-02-02')).toEqual([[], [4]]);
  });
  it('of the patient are no repeats of a payer', () =>
    expect(viewOf('2026-01-05 charge 900\n2026-02-01 payment 200 patient\n2026-03-01 payment 200 patient').repeatedPayments).toEqual([]));
});

describe('statements in force', () => {
  it('two rows are two lines only where both together fit below charges less write-offs, by a cent', () => {
    const allowed = (charge: number): number[] =>
      viewOf(`2026-01-05 charge ${charge}
2026-02-01 contractual 400 Aetna
2026-02-01 payment 250 Aetna allowed=300 pr=50 claim=C1 check=1
2026-02-01 payment 240 Aetna allowed=300 pr=60 claim=C1 check=1`).inForce.map((statement) => statement.allowed);
    expect([allowed(1000), allowed(999.99), allowed(999.98)]).toEqual([[30000, 30000], [30000, 30000], [30000]]);
  });
  it('a write-off that was posted twice counts once', () => {
    const view = viewOf(`2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna claim=C1
2026-03-01 contractual 400 Aetna claim=C1
2026-02-01 payment 250 Aetna allowed=300 pr=50 claim=C1 check=1
2026-02-01 payment 240 Aetna allowed=300 pr=60 claim=C1 check=1`);
    expect(view.inForce).toHaveLength(2);
  });
});

it('of remittance rows those of the account', () => {
  const text = 'account A1\n2026-01-05 charge 5\nremit Aetna 10 2026-01-07 claim=CL1\naccount A2\nremit Aetna 20 2026-01-07 claim=CL2';
  expect([viewOf(text).remittances.map(({ paid }) => paid), viewOf(text, 'A2').remittances.map(({ paid }) => paid)]).toEqual([[1000], [2000]]);
});

it('a payer that said it did not cover the service, and the day of a posting', () => {
  const view = viewOf('2026-01-05 charge 5\n2026-02-01 payment 0 Aetna carc=CO-27\n- memo 0 Cigna service=2026-02-03');
  expect([[...view.notCovering], view.dayOf(2), view.party(AETNA).name]).toEqual([[AETNA], on('2026-02-03'), 'Aetna']);
});
