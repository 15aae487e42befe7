import { toDecimalText } from '../../src/core/money';
import { reviewOf } from './harness';

const short = (ledger: string): string[] =>
  reviewOf(ledger).review.underpayments.map((one) => `${one.key} ${one.partyName} ${toDecimalText(one.cents)} ${one.source}`);

const base = `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;

describe('underpayments', () => {
  it.each([
    ['the patient owes what the payer left: 600 − 480', `${base}\n2026-02-01 payment 480 Aetna check=1`, ['A1 Patient 120.00 derived']],
    [
      'the payer paid 400 of 480 (P2), the patient overpaid',
      `${base}\n2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120\n2026-03-01 payment 200 patient`,
      ['A1 Aetna 80.00 stated'],
    ],
    ['both are short', `${base}\n2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120`, ['A1 Patient 120.00 stated', 'A1 Aetna 80.00 stated']],
    [
      'an account in credit: the payer twice, the patient short',
      `${base}\n2026-02-01 payment 480 Aetna check=1 claim=C1\n2026-03-01 payment 480 Aetna check=2 claim=C1`,
      ['A1 Patient 120.00 derived'],
    ],
    [
      'transfers: 40 of the insurance part is open beside 120 of the patient',
      `${base}\n2026-02-01 payment 440 Aetna check=1\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient`,
      ['A1 Patient 120.00 derived', 'A1 Aetna 40.00 derived'],
    ],
    ['a self-pay patient', 'account A1\n2026-01-05 charge 100\n2026-01-10 payment 30 patient', ['A1 Patient 70.00 derived']],
    ['the payer has not spoken', 'account A1 payer1=Aetna\n2026-01-05 charge 1000', []],
    ['settled', `${base}\n2026-02-01 payment 480 Aetna check=1\n2026-03-01 payment 120 patient`, []],
    ['the listing disagrees with the postings', `account A1 payer1=Aetna balance=500\n2026-01-05 charge 1000\n2026-02-01 payment 480 Aetna check=1`, []],
  ])('%s', (_name, ledger, expected) => {
    expect(short(ledger)).toEqual(expected);
  });

  it('are older than the last posting of that party, and say so', () => {
    const [one] = reviewOf(`${base}\n2026-02-01 payment 480 Aetna check=1`).review.underpayments;
    expect(one!.because).toBe('The patient has $120.00 open after what was posted.');
  });
});
