/** Accounts whose truth is known, because they are settled and plain (design.md 11), near misses one by one. */
import { on } from '../harness';
import { plainOf } from './drafting';

const CHARGE = '2026-01-05 charge 1000 claim=CL1 service=2026-01-04';
const CONTRACTUAL = '2026-02-01 contractual 400 Aetna';
const PAID = '2026-02-01 payment 480 Aetna check=1001';
const PATIENT = '2026-02-20 payment 120 patient';
const REMIT = 'remit Aetna 480 2026-02-01 allowed=600 pr=120';
const book = (listed: string, ...rows: readonly string[]): string => [`account A ${listed}`, ...rows].join('\n');
const BASE = [CHARGE, CONTRACTUAL, PAID, PATIENT];
const isPlain = (text: string): boolean => plainOf(text).has('A');
const without = (row: string, ...more: readonly string[]): string => book('', ...BASE.filter((each) => each !== row), ...more);

describe('plain', () => {
  it('says who paid what, and when', () => {
    expect(plainOf(book('payer1=Aetna', ...BASE)).get('A')).toEqual({
      account: 0,
      payer: 2,
      payerClass: 'commercial',
      payments: [2],
      main: 2,
      paid: 48_000,
      fromPatient: [3],
      share: 12_000,
      chargeRows: [0],
      charges: 100_000,
      contractuals: [1],
      sequestration: 0,
      allowed: 60_000,
      moved: false,
      service: on('2026-01-04'),
      lastDay: on('2026-02-20'),
      remittance: null,
    });
  });
  it('with sequestration, several charges and payments: the largest is the main one', () => {
    const rows = ['2026-01-06 charge 500', '2026-01-05 charge 500', CONTRACTUAL, '2026-02-01 sequestration 9.60 Aetna', '2026-02-01 payment 71.40 Aetna'];
    const plain = plainOf(book('', ...rows, '2026-03-01 payment 399 Aetna', '2026-03-02 payment 0.02 Aetna', '2026-03-03 payment 119.98 patient')).get('A');
    expect(plain).toMatchObject({ payments: [4, 5, 6], main: 5, paid: 47_042, share: 11_998, sequestration: 960, charges: 100_000, allowed: 60_000 });
    expect(plain?.service).toBe(on('2026-01-05'));
  });
  it('without a payer, or with one nobody names', () => {
    expect(plainOf(book('', '2026-01-05 charge 100', '2026-01-06 payment 100 patient')).get('A')).toMatchObject({
      payer: -1,
      payerClass: 'unknown',
      main: -1,
      paid: 0,
    });
    expect(plainOf(book('', '2026-01-05 charge 100', '2026-01-06 payment 100')).get('A')).toMatchObject({ payer: 0, payerClass: 'unknown', main: 1 });
  });
  it('the listing tells the service before the rows do', () => {
    expect(plainOf(book('serviceFrom=2026-01-02', ...BASE)).get('A')?.service).toBe(on('2026-01-02'));
  });
  it('a share that was moved to the patient', () => {
    const legs = (size: string): string[] => [`2026-02-02 transfer -${size} Aetna`, `2026-02-02 transfer ${size} patient`];
    expect(plainOf(book('', ...BASE, ...legs('120'))).get('A')?.moved).toBe(true);
    expect(isPlain(book('', ...BASE, ...legs('119.99')))).toBe(false);
    expect(isPlain(book('', ...BASE, '2026-02-02 transfer 120 patient'))).toBe(false);
    // Between payers, nothing came to the patient.
    expect(plainOf(book('', ...BASE, '2026-02-02 transfer -5 Aetna', '2026-02-02 transfer 5 Cigna')).get('A')?.moved).toBe(false);
  });
  it('a remittance that says what was paid', () => {
    expect(plainOf(book('', ...BASE, REMIT)).get('A')?.remittance).toMatchObject({ paid: 48_000 });
    expect(plainOf(book('', ...BASE, 'remit Aetna 480 2026-02-01')).get('A')?.remittance).toMatchObject({ paid: 48_000 });
  });
  it('a note on the account, and accounts beside it', () => {
    expect([...plainOf(`${book('', ...BASE, '2026-02-21 memo 0')}\naccount B\n2026-01-05 charge 5`).keys()]).toEqual(['A']);
  });

  it.each<[string, string]>([
    ['a cent is owed', without(PATIENT, PATIENT.replace('120', '119.99'))],
    ['a cent too much was paid', without(PATIENT, PATIENT.replace('120', '120.01'))],
    ['nothing was charged', book('', '2026-02-01 payment 5 patient', '2026-02-02 reversal 5 patient')],
    ['a charge was taken back', book('', ...BASE, '2026-01-06 charge 5', '2026-01-06 charge -5')],
    ['there is a posting of another kind', book('', ...BASE, '2026-02-21 charity 5 patient', '2026-01-06 charge 5')],
    ['a payment below zero', book('', ...BASE, '2026-02-21 payment -5 patient', '2026-02-22 payment 5 patient')],
    ['two payers paid', without(PAID, '2026-02-01 payment 300 Aetna', '2026-02-01 payment 180 Cigna')],
    ['two payments are equal', without(PAID, '2026-02-01 payment 240 Aetna', '2026-02-05 payment 240 Aetna')],
    ['two payments are a cent apart', without(PAID, '2026-02-01 payment 240 Aetna', '2026-02-05 payment 239.99 Aetna', '2026-02-07 payment 0.01 Aetna')],
    ['a payment is a write-off’s size', without(PAID, '2026-02-01 payment 400 Aetna', '2026-02-05 payment 80 Aetna')],
    ['a balance is listed', book('balance=0.01', ...BASE)],
    ['the patient’s part is listed', book('balance=0 ptBalance=-1', ...BASE)],
    ['the payers’ part is listed', book('balance=0 insBalance=1', ...BASE)],
    ['bad debt is listed', book('badDebtBalance=1', ...BASE)],
    ['unapplied money is listed', book('unapplied=1', ...BASE)],
    ['its postings are not all known', book('incomplete="a type nobody knows"', ...BASE)],
    ['it is QMB', book('qmb=Y', ...BASE)],
    ['it is flagged', book('flags=hold', ...BASE)],
    ['it is of an accident', book('accident=auto', ...BASE)],
    ['the visit was cancelled', book('status=Cancelled', ...BASE)],
    ['the patient did not come', book('status="No show"', ...BASE)],
    ['a refund of it is registered', book('', ...BASE, 'register 5 2026-03-04 payee=Doe')],
    ['two remittances speak', book('', ...BASE, REMIT, REMIT)],
    ['the remittance says another amount', book('', ...BASE, REMIT.replace('480', '479.99'))],
    ['another allowed amount', book('', ...BASE, REMIT.replace('600', '601'))],
    ['another share', book('', ...BASE, REMIT.replace('pr=120', 'pr=121'))],
    ['the remittance is a reversal', book('', ...BASE, `${REMIT} status=22`)],
    ['the remittance is a line of the provider', book('', ...BASE, `${REMIT} plb=WO`)],
    ['one remittance for two payments', without(PAID, '2026-02-01 payment 400.50 Aetna', '2026-02-03 payment 79.50 Aetna', REMIT)],
    ['the payment row states another allowed amount', without(PAID, `${PAID} allowed=601`)],
    ['the payment row states another share', without(PAID, `${PAID} pr=121`)],
    ['two payment rows state something', without(PAID, '2026-02-01 payment 401 Aetna allowed=600', '2026-02-03 payment 79 Aetna')],
    ['nothing is dated', book('', '- charge 100', '- payment 100 patient')],
    ['the last posting is of the day of the review', book('', ...BASE.map((row) => row.replace('2026-02-20', '2026-06-30')))],
  ])('not where %s', (_why, text) => expect(isPlain(text)).toBe(false));

  it('right up to each limit', () => {
    expect(isPlain(without(PAID, `${PAID} allowed=600 pr=120`))).toBe(true);
    expect(isPlain(without(PAID, '2026-02-01 payment 240.01 Aetna', '2026-02-05 payment 239.99 Aetna'))).toBe(true);
    expect(isPlain(book('', ...BASE.map((row) => row.replace('2026-02-20', '2026-06-29'))))).toBe(true);
    expect(isPlain(book('balance=0 ptBalance=0 insBalance=0 status=Billed', ...BASE))).toBe(true);
  });
});
