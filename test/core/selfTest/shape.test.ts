/** What the sheets show, and what they lack. */
import { Kind } from '../../../src/core/ledger';
import { Shape } from '../../../src/core/selfTest/shape';
import { ledgerOf, on } from '../harness';

const of = (text: string): Shape => new Shape(ledgerOf(text));
const CHARGED = 'account A\n2026-01-05 charge 100';

describe('a posting of a kind', () => {
  const shape = of(`${CHARGED}\n2026-01-06 payment 30 Aetna\n2026-01-07 payment 40 patient\n2026-01-08 payment 50 Aetna\n2026-01-09 charity 5 patient`);
  it('is the first, of the side asked for where there is one', () => {
    expect([shape.like(Kind.Payment), shape.like(Kind.Payment, 'payer'), shape.like(Kind.Payment, 'patient')]).toEqual([1, 1, 2]);
    expect([shape.like(Kind.Charity, 'payer'), shape.like(Kind.Charity, 'patient'), shape.like(Kind.Charge)]).toEqual([4, 4, 0]);
  });
  it('is none where the sheets show none', () => {
    expect([shape.like(Kind.Deposit), shape.like(Kind.Deposit, 'patient'), shape.has(Kind.Deposit), shape.has(Kind.Charge)]).toEqual([-1, -1, false, true]);
  });
});

describe('undoing a payment', () => {
  const undo = (rows: string) => {
    const shape = of(`${CHARGED}\n${rows}`);
    return [shape.undoing, shape.takingBack];
  };
  it.each<[string, string, (Kind | null)[]]>([
    ['nothing', '2026-01-06 payment 30 Aetna', [null, null]],
    ['payments below zero', '2026-01-06 payment 30 Aetna\n2026-01-07 payment -30 Aetna', [Kind.Payment, Kind.Payment]],
    ['reversals', '2026-01-07 payment -30 Aetna\n2026-01-07 reversal 30 Aetna', [Kind.PaymentReversal, Kind.PaymentReversal]],
    ['takebacks', '2026-01-07 reversal 30 Aetna\n2026-01-07 takeback 30 Aetna', [Kind.PaymentReversal, Kind.Takeback]],
    ['takebacks alone', '2026-01-07 takeback 30 Aetna', [null, Kind.Takeback]],
    ['a charge is no payment below zero', '2026-01-07 charge 30', [null, null]],
  ])('is done here by %s', (_name, rows, expected) => expect(undo(rows)).toEqual(expected));
});

describe('the sheets', () => {
  it('name no payer where a payment names none', () => {
    expect(of(`${CHARGED}\n2026-01-06 payment 30`).namesNoPayer).toBe(true);
    expect(of(`${CHARGED}\n2026-01-06 payment 30 patient\n2026-01-07 contractual 5`).namesNoPayer).toBe(false);
  });
  it.each<[string, string, boolean[]]>([
    ['nothing beside the postings', '', [false, false, false]],
    ['a remittance', 'remit Aetna 30 2026-01-06 status=1', [true, false, false]],
    ['a reversal', 'remit Aetna -30 2026-01-06 status=22', [true, true, false]],
    ['a line of the provider', 'remit Aetna -30 2026-01-06 plb=WO', [true, true, false]],
    ['a register', 'register 3 2026-03-04 payee=Doe', [false, false, true]],
  ])('have %s', (_name, row, expected) => {
    const shape = of(`${CHARGED}\n${row}`);
    expect([shape.hasRemittances, shape.hasTakebackLines, shape.hasRegister]).toEqual(expected);
  });
  it('have the columns that any row fills', () => {
    const shape = of('account A mrn=M1 serviceFrom=2026-01-04\n2026-01-05 charge 100 claim=C1 allowed=5');
    expect([shape.text('claim'), shape.text('check'), shape.money('allowed'), shape.money('billed')]).toEqual([true, false, true, false]);
    expect([shape.accountText('mrn'), shape.accountText('qmb'), shape.accountDay('serviceFrom'), shape.accountDay('dob')]).toEqual([true, false, true, false]);
  });
});

it('cells are read as they are, and blank ones as nothing', () => {
  const shape = of('account A mrn=M1\n2026-01-05 charge 100 claim=C1\n- charge 5 service=2026-01-03\naccount B\n- charge 7');
  expect([shape.textOf('claim', 0), shape.textOf('claim', 1), shape.textOf('check', 0)]).toEqual(['C1', '', '']);
  expect([shape.accountTextOf('mrn', 0), shape.accountTextOf('mrn', 1), shape.accountTextOf('qmb', 0)]).toEqual(['M1', '', '']);
  expect([0, 1, 2].map((tx) => shape.dayOf(tx))).toEqual([on('2026-01-05'), on('2026-01-03'), 0]);
  expect([shape.keyOf(0), shape.keyOf(1)]).toEqual(['A', 'B']);
});
