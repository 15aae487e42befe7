/** What a letter or the Medicare report says of one refund (domain.md 4.4, 4.7 and 5.4). As of 30 June 2026. */
import { Account } from '../../src/core/accountView';
import type { SettledFinding } from '../../src/core/credit';
import { toIso } from '../../src/core/day';
import { letterFacts } from '../../src/core/letterFacts';
import type { LetterFacts } from '../../src/core/letterFacts';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { defaultPolicy } from '../../src/core/policy/load';
import { review } from '../../src/core/review';
import { ledgerOf, on } from './harness';

/** The facts of the first finding of account A1, changed as a test asks. */
function factsOf(text: string, change: Partial<SettledFinding> = {}): LetterFacts {
  const ledger = ledgerOf(text);
  const policy = defaultPolicy(on('2026-06-30'));
  const view = new Account(ledger, policy, new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
  const credit = review(ledger, policy).credits.find(({ key }) => key === 'A1');
  const finding = credit?.findings[0];
  if (!credit || !finding) throw new Error('no credit to write of');
  return letterFacts(ledger, view, credit, { ...finding, ...change });
}

const TWICE = `
account A1 payer1=Aetna state=TX memberId=M7 groupNo=G8 npi=1234567893 tin=12-3456789 typeOfBill=131 drg=470 claim=CLA
2026-01-05 charge 400 service=2026-01-03
2026-01-06 charge 600 service=2026-01-04
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1001 claim=CL1 icn=ICN1 method=EFT
2026-02-20 payment 120 patient check=77
2026-03-01 payment 480 Aetna check=1002 claim=CL1 icn=ICN2 method=CHECK deposited=2026-03-03`;

describe('a payment made twice', () => {
  it('names the account, the claim and the payment that goes back', () => {
    expect(factsOf(TWICE)).toEqual({
      memberId: 'M7',
      groupNo: 'G8',
      npi: '1234567893',
      tin: '12-3456789',
      claimNo: 'CL1',
      icn: 'ICN2',
      typeOfBill: '131',
      drg: '470',
      payerClass: 'commercial',
      // Of the charges, since the account names no days of its own.
      serviceFrom: on('2026-01-03'),
      serviceTo: on('2026-01-04'),
      paymentCents: 48000,
      paymentDay: on('2026-03-03'),
      paymentCheck: '1002',
      paymentMethod: 'CHECK',
      paid: 96000,
      owes: 48000,
      charges: 100000,
      transferred: 0,
      takenBack: 0,
      // Texas, 180 days from the deposit: Mar 28, Apr 58, May 89, Jun 119, Jul 150, Aug 30 = 180.
      askUntil: on('2026-08-30'),
    });
  });
  it('takes the days of service from the account where it has them, each for itself', () => {
    const { serviceFrom, serviceTo } = factsOf(TWICE.replace('claim=CLA', 'serviceFrom=2026-01-02'));
    expect([toIso(serviceFrom), toIso(serviceTo)]).toEqual(['2026-01-02', '2026-01-04']);
    expect(toIso(factsOf(TWICE.replace('claim=CLA', 'serviceTo=2026-01-09')).serviceTo)).toBe('2026-01-09');
  });
  it('leaves the days open where no charge says one', () => {
    const { serviceFrom, serviceTo } = factsOf(TWICE.replaceAll(/ service=\S+/g, ''));
    expect([serviceFrom, serviceTo]).toEqual([0, 0]);
  });
  it('takes the claim number of the account where the payment has none', () => expect(factsOf(TWICE.replaceAll('claim=CL1 ', '')).claimNo).toBe('CLA'));
});

describe('the payment that goes back', () => {
  it('is the last of those claimed, by deposit and not by place', () => {
    // Row order: 1001 was deposited on 4 March, a day after 1002.
    const late = TWICE.replace('method=EFT', 'method=EFT deposited=2026-03-04');
    const { paymentCheck, paymentDay } = factsOf(late, { claims: [3, 5] });
    expect([paymentCheck, toIso(paymentDay)]).toEqual(['1001', '2026-03-04']);
  });
  it('is the last of the payee where none is claimed', () => {
    expect(factsOf(TWICE, { claims: [] }).paymentCheck).toBe('1002');
    expect(factsOf(TWICE, { claims: [], party: 1, owedTo: { kind: 'patient', name: 'Doe, Ann' } }).paymentCheck).toBe('77');
  });
  it('is the last of all where the payee is not known', () =>
    expect(factsOf(TWICE, { claims: [], party: 1, owedTo: { kind: 'none', name: '' } }).paymentCheck).toBe('1002'));
  it('is none where that party never paid', () => {
    const facts = factsOf(TWICE.replace('payer1=Aetna', 'payer1=Aetna payer2=Cigna'), { claims: [], party: 3, owedTo: { kind: 'payer', name: 'Cigna' } });
    const { claimNo, icn, paymentCents, paymentDay, paymentCheck, paymentMethod, paid, owes, askUntil } = facts;
    expect([claimNo, icn, paymentCents, paymentDay, paymentCheck, paymentMethod, paid, owes, askUntil]).toEqual(['CLA', '', null, 0, '', '', 0, null, 0]);
  });
});

describe('what moved and what was taken back', () => {
  const MOVED = `${TWICE}
2026-03-05 transferaccount 30 patient
2026-03-06 transferaccount -20 patient
2026-03-07 takeback 50 Aetna
2026-03-08 takeback 7 Cigna`;
  it('counts money moved away, not money moved in, and takebacks of that payer only', () => {
    const { transferred, takenBack } = factsOf(MOVED);
    expect([transferred, takenBack]).toEqual([3000, 5000]);
  });
});

describe('the last day on which the payer may ask', () => {
  const asked = (text: string, change: Partial<SettledFinding> = {}): string | null => toIso(factsOf(text, change).askUntil);
  const alabama = TWICE.replace('state=TX', 'state=" al "').replace(' deposited=2026-03-03', '');
  it.each<[string, string, Partial<SettledFinding>, string | null]>([
    ['Alabama: 12 months from 1 March', alabama, {}, '2027-03-01'],
    ['Alabama, two payers: 18 months', alabama, { cause: 'C03' }, '2027-09-01'],
    ['Alabama, coverage changed: 18 months', alabama, { cause: 'C16' }, '2027-09-01'],
    ['Alabama, accident insurer: 18 months', alabama, { cause: 'C17' }, '2027-09-01'],
    ['a state without a row', TWICE.replace('TX', 'NV'), {}, null],
    ['a federal payer', `payer Aetna class=fehb\n${TWICE}`, {}, null],
    ['a refund to the patient', TWICE, { party: 1, owedTo: { kind: 'patient', name: '' }, claims: [4] }, null],
    ['a payment without a date', TWICE.replaceAll(/^2026-\d\d-\d\d/gm, '-').replace(' deposited=2026-03-03', ''), { claims: [5] }, null],
  ])('%s', (_name, text, change, expected) => expect(asked(text, change)).toBe(expected));
});
