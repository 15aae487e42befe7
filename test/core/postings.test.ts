/** The postings that findings claim, with where they came from. */
import type { Review } from '../../src/core/credit';
import { claimedPostings, postingText } from '../../src/core/postings';
import { ledgerOf, on, reviewOf } from './harness';

const settled = `
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient check=77`;

describe('claimed postings', () => {
  // Rows of A1: charge 2, contractual 3, payment 4, patient 5, the second payment 6; of A2: 7 to 10, what the patient paid too much 11.
  const { ledger, review } = reviewOf(`
account A1 payer1=Aetna facility=North
${settled}
2026-03-01 payment 480 Aetna check=1002 claim=CL1 txnId=T9 user=jb typeText="Ins Pmt" location=ED
account A2 payer1=Aetna facility=South
${settled.replaceAll('CL1', 'CL2')}
2026-03-02 payment 35.50 patient cpt=99213 txnId=T10`);

  it('tell day, words, effect, party, reference, row and origin', () => {
    expect(claimedPostings(ledger, review)).toEqual([
      {
        tx: 4,
        day: on('2026-03-01'),
        type: 'Ins Pmt',
        effect: -48000,
        party: 'Aetna',
        reference: '1002',
        row: { sheet: 0, row: 6 },
        origin: { poster: 'jb', location: 'ED', code: 'Ins Pmt' },
        alike: 1,
      },
      {
        tx: 9,
        day: on('2026-03-02'),
        type: 'Payment',
        effect: -3550,
        party: 'Patient',
        reference: 'T10',
        row: { sheet: 0, row: 11 },
        origin: { poster: '', location: 'South', code: '99213' },
        alike: 1,
      },
    ]);
  });
});

it('each once, in the order of the ledger, whatever claims them', () => {
  const ledger = ledgerOf('2026-01-05 charge 100 none\n2026-01-06 payment 40 Aetna claim=CL1 txnId=T1\n2026-01-07 payment 60 patient');
  const review = { credits: [{ findings: [{ claims: [2, 1] }, { claims: [1] }] }, { findings: [{ claims: [0] }] }] } as unknown as Review;
  expect(claimedPostings(ledger, review).map(({ tx, party, reference }) => [tx, party, reference])).toEqual([
    [0, '', ''],
    [1, 'Aetna', 'CL1'],
    [2, 'Patient', ''],
  ]);
});

it('count the rows that are like them: the same number and amount on any day; without a number, on that day', () => {
  const ledger = ledgerOf(`
account A1
2026-01-05 charge 100
2026-01-06 payment 40 Aetna check=9
2026-01-09 payment 40 Aetna check=9
2026-01-09 payment 41 Aetna check=9
2026-01-07 payment 5 patient
2026-01-07 payment 5 patient
2026-01-08 payment 5 patient
account A2
2026-01-06 payment 40 Aetna check=9`);
  const review = { credits: [{ findings: [{ claims: [1, 3, 4, 6, 7] }] }] } as unknown as Review;
  expect(claimedPostings(ledger, review).map(({ tx, alike }) => [tx, alike])).toEqual([
    [1, 2],
    [3, 1],
    [4, 2],
    [6, 1],
    [7, 1],
  ]);
});

it.each([
  ['2026-03-01', 'Ins Pmt', -48000, '1002', '2026-03-01 Ins Pmt -480.00 1002'],
  ['', 'Payment', 3005, '', 'no date Payment 30.05'],
])('%s %s in one line', (day, type, effect, reference, text) => {
  const posting = { day: day === '' ? 0 : on(day), type, effect, reference } as Parameters<typeof postingText>[0];
  expect(postingText(posting)).toBe(text);
});
