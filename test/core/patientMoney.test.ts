/** The patient's payments seen from the share (C05, C06, C25, C27). Charges 1000, contractual 400, Aetna 480: the share is 120. */
import { earlyReceipts, firstRemitDay, paidAsSelfPay, paidTwice, patientExcess, receiptsFor } from '../../src/core/patientMoney';
import { PATIENT_PARTY } from '../../src/core/ledger';
import { on } from './harness';
import { BASE, rowsOf, viewOf } from './viewing';

const owed = `${BASE}\n2026-02-02 payment 480 Aetna check=1`; // rows 2 to 4
const pays = (...amounts: number[]): string => amounts.map((amount, at) => `\n2026-03-${String(at + 10)} payment ${amount} patient`).join(''); // from row 5

describe('the receipts to give back for an excess', () => {
  it.each<[string, number[], number, number[]]>([
    ['the one that equals it', [30, 45, 20], 45, [6]],
    ['of two that equal it the later', [45, 20, 45], 45, [7]],
    ['one that equals it and repeats another, before a later one that only equals it', [45, 45, 20], 45, [6]],
    ['else the repeated one first, then the latest that cover it', [50, 50, 60, 20], 80, [6, 8, 7]],
    ['a repeated one that is larger than the excess has no right of way', [50, 50, 30, 20], 40, [8, 7]],
    ['a repeated one of just the excess', [40, 40, 30], 40, [6]],
    ['no more than cover it', [30, 20, 10], 25, [7, 6]],
    ['exactly cover it', [30, 20, 15], 35, [7, 6]],
    ['each once', [50, 50, 50], 120, [7, 6, 5]],
    ['all there are, where they do not', [30, 20], 90, [6, 5]],
  ])('%s', (_name, amounts, excess, expected) => {
    const account = viewOf(`${owed}${pays(...amounts)}`);
    expect(rowsOf(account, receiptsFor(account, account.receipts(PATIENT_PARTY), excess * 100))).toEqual(expected);
  });
  it('equal receipts: the later of each', () => {
    const account = viewOf(`${owed}${pays(50, 20, 50, 50, 19.99)}`);
    expect(rowsOf(account, paidTwice(account))).toEqual([7, 8]);
  });
});

describe('what the patient paid', () => {
  it('is in excess from two cents on, and never below nothing', () => {
    const excess = (amount: number): number => patientExcess(viewOf(`${owed}\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient${pays(amount)}`));
    expect([excess(120.01), excess(120.02), excess(50)]).toEqual([0, 2, 0]);
    expect(patientExcess(viewOf('account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-01-06 payment 500 patient'))).toBe(0);
  });
  it.each<[string, string, number]>([
    ['the contractual', `${BASE}\n2026-02-02 payment 480 Aetna`, on('2026-02-01')],
    ["the payer's payment", owed.replace('2026-02-01 contractual', '2026-03-01 contractual'), on('2026-02-02')],
    [
      "neither the patient's payment nor the payer's takeback",
      'account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-01-06 payment 10 patient\n2026-01-07 takeback 5 Aetna',
      0,
    ],
  ])('the payer spoke first by %s', (_name, text, expected) => expect(firstRemitDay(viewOf(text))).toBe(expected));
  it('early is what came by that day', () => {
    const account = viewOf(`${owed}\n2026-01-31 payment 10 patient\n2026-02-01 deposit 20 patient\n2026-02-02 payment 30 patient`);
    expect(rowsOf(account, earlyReceipts(account))).toEqual([5, 6]);
    expect(earlyReceipts(viewOf('account A1\n2026-01-05 charge 100\n2026-01-06 payment 10 patient'))).toEqual([]);
  });
  it.each<[string, string, boolean]>([
    ['coverage added the day after', 'coverageAdded=2026-01-07', true],
    ['coverage added on the day', 'coverageAdded=2026-01-06', false],
    ['a self-pay class', 'finClass=Self-Pay', true],
    ['a cash class', 'finClass="Cash price"', true],
    ['another class', 'finClass=Commercial', false],
    ['nothing said', '', false],
  ])('as self-pay: %s', (_name, columns, expected) =>
    expect(paidAsSelfPay(viewOf(`account A1 payer1=Aetna ${columns}\n2026-01-05 charge 100\n2026-01-06 payment 10 patient`))).toBe(expected),
  );
  it('as self-pay: a discount, but not where the patient paid nothing', () => {
    const rows = 'account A1 finClass=Self-pay\n2026-01-05 charge 100\n2026-01-06 discount 10 patient';
    expect([paidAsSelfPay(viewOf(rows)), paidAsSelfPay(viewOf(`${rows.replace(' finClass=Self-pay', '')}\n2026-01-07 payment 10 patient`))]).toEqual([
      false,
      true,
    ]);
  });
});
