/** Cells: amounts, dates, identifiers, headings, types and payers, each form with the value worked out by hand. */
import { Kind } from '../../src/core/ledger';
import { Damage, damage, idOfCell } from '../../src/intake/cells';
import type { CellValue } from '../../src/intake/contract';
import { scanDate, TWO_READINGS, UNREADABLE_DAY } from '../../src/intake/dates';
import { fieldsOf } from '../../src/intake/heading';
import { Money, scanMoney } from '../../src/intake/money';
import { classFromWords, isPatientName, payerKey } from '../../src/intake/payers';
import { classifyWords, kindName, kindNamed, refine } from '../../src/intake/types';

const NO_CODES: ReadonlyMap<string, string> = new Map();

describe('amounts', () => {
  it.each<[CellValue, number]>([
    ['$1,234.56', 123456],
    ['(100.00)', -10000],
    ['100.00-', -10000],
    ['100.00 CR', -10000],
    ['100.00DR', 10000],
    ['<100.00>', -10000],
    ['-$12.00', -1200],
    ['$(12.00)', -1200],
    ['1.234,56', 123456],
    ['12,50', 1250],
    ['1 234,56', 123456],
    ['1\u00a0234.56', 123456],
    ['\u2212 5.00', -500],
    ['.50', 50],
    ['1,234,567', 123456700],
    ['12,34,567.00', 123456700],
    ['315.70001220703125', 31570],
    ['2.8E-14', 0],
    ['0.005', 1],
    [315.70001220703125, 31570],
    [0.1, 10],
    [-0.005, -1],
    ['$ -', 0],
    [1e9, 100_000_000_000],
  ])('%j is %i cents', (cell, cents) => {
    const scan = scanMoney(cell);
    expect([scan.state, scan.cents]).toEqual([Money.Ok, cents]);
  });
  it.each<CellValue>(['', '  ', null, 'N/A', 'NULL'])('%j is blank', (cell) => expect(scanMoney(cell).state).toBe(Money.Blank));
  it.each<CellValue>(['#REF!', '12abc', '1.2.3', '(-5.00)', '-100 CR', '12 34.00', '(5', '5)', '€5', '=1+1', true, 1e300, '1e400', '🧾', '٣', '$', '5%', ','])(
    '%j is no amount',
    (cell) => expect(scanMoney(cell).state).toBe(Money.Unreadable),
  );
  it('1,234 and 1.234 are open until the column decides', () => {
    expect(scanMoney('1,234')).toMatchObject({ state: Money.Ambiguous, us: 123400, european: 123 });
    expect(scanMoney('-1.234')).toMatchObject({ state: Money.Ambiguous, us: -123, european: -123400 });
  });
});

describe('dates', () => {
  // 2024-03-04 is serial 45355; 2024-04-03 is 45385.
  it.each<[CellValue, number]>([
    [45355, 45355],
    [45355.999, 45355],
    ['2024-03-04', 45355],
    ['2024-03-04T23:59:59Z', 45355],
    ['2024/3/4', 45355],
    ['3/24/2024', 45375],
    ['24.03.2024 12:01', 45375],
    ['3/24/24', 45375],
    ['04-MAR-2024', 45355],
    ['Mar 4, 2024', 45355],
    ['20240304', 45355],
    [20240304, 45355],
    ['45355', 45355],
    ['', 0],
    ['yyyymmdd', 0],
    ['00/00/0000', 0],
    ['04/04/2024', 45386],
  ])('%j', (cell, day) => expect(scanDate(cell, false, 2027).day).toBe(day));
  it.each<CellValue>(['2/31/2024', '13/13/2024', 'Total', 12.5, true, '2024-13-01', 1e9])('%j is no date', (cell) =>
    expect(scanDate(cell, false, 2027).day).toBe(UNREADABLE_DAY),
  );
  it('3/4/2024 is open', () => expect(scanDate('3/4/2024', false, 2027)).toMatchObject({ day: TWO_READINGS, monthFirst: 45355, dayFirst: 45385 }));
  it('serials of the 1904 system', () => expect(scanDate(43893, true, 2027).day).toBe(45355));
  it('two-digit years lie before the last year', () =>
    expect([scanDate('3/24/28', false, 2027).day, scanDate('3/24/27', false, 2027).day]).toEqual([10311, 46470]));
});

describe('identifiers', () => {
  it.each<[CellValue, string, Damage]>([
    ['00123', '00123', Damage.None],
    [' 77\u00a0', '77', Damage.None],
    ['="0042"', '0042', Damage.None],
    [123, '123', Damage.None],
    ['5.11688E+14', '5.11688E+14', Damage.Scientific],
    [5116877064685530, '5116877064685530', Damage.TooLong],
    [12.1, '12.1', Damage.Decimal],
    ['#N/A', '', Damage.Error],
  ])('%j', (cell, text, kind) => {
    expect(idOfCell(cell, 0)).toBe(text);
    expect(damage).toBe(kind);
  });
  it('pads a number shown as 00000', () => expect(idOfCell(123, 5)).toBe('00123'));
});

describe('headings', () => {
  it.each([
    ['Acct #', 'account'],
    ['ACCOUNT_NO', 'account'],
    ['HSP_ACCOUNT_ID', 'account'],
    ['Pat Acct', 'account'],
    ['Ref Amt', 'refund'],
    ['Proc Dt', 'postDay'],
    ['TX_TYPE_HA_C_NAME', 'type'],
    ['PAYOR_ID_PAYOR_NAME', 'payer'],
    ['OUTSTANDINGP', 'ptBalance'],
    ['LineChargeAmount', 'lineCharge'],
    ['U & C', 'charge'],
    ['Unappld Amt', 'unapplied'],
    ['Enc Nbr', 'visit'],
    ['Guar Name', 'guarantorName'],
    ['CheckOrEftTraceNumber', 'check'],
    ['Third-party payment', 'insPayment'],
    ['Alwd Amt', 'allowed'],
    ['Rsn Cds', 'carc'],
  ])('%s is %s', (heading, field) => expect(fieldsOf(heading)[0]?.field).toBe(field));
  it.each(['Last Pmt Amt', 'Illness Date', 'Units', '0-30', '', '2024', 'Aging Bucket'])('%j names nothing we sum', (heading) =>
    expect(fieldsOf(heading).filter((m) => ['payment', 'postDay', 'amount', 'balance'].includes(m.field))).toEqual([]),
  );
});

describe('types', () => {
  it.each<[string, Kind, 'payer' | 'patient' | null]>([
    ['CHG', Kind.Charge, null],
    ['PAYMENT_INS', Kind.Payment, 'payer'],
    ['Pt Pmt', Kind.Payment, 'patient'],
    ['Contractual Allowance', Kind.Contractual, null],
    ['W/O', Kind.WriteOff, null],
    ['Bad Debt Write-Off', Kind.BadDebt, null],
    ['Charity Care', Kind.Charity, null],
    ['NSF', Kind.PaymentReversal, null],
    ['Chargeback', Kind.PaymentReversal, null],
    ['Void Charge', Kind.ChargeCredit, null],
    ['Write-off reversal', Kind.AdjustmentReversal, null],
    ['Takeback', Kind.Takeback, null],
    ['Recoupment', Kind.Takeback, null],
    ['Refund Check', Kind.Refund, null],
    ['TRANSFERIN', Kind.TransferBucket, null],
    ['Account transfer', Kind.TransferAccount, null],
    ['Interest', Kind.Interest, null],
    ['Capitation payment', Kind.Capitation, null],
    ['CO-253', Kind.Sequestration, null],
    ['Small Balance W/O', Kind.SmallBalance, null],
    ['Prompt Pay Discount', Kind.SelfPayDiscount, null],
    ['Deposit', Kind.Deposit, null],
    ['Late Charge', Kind.Charge, null],
    ['Finance charge', Kind.Charge, null],
    ['Debit Adjustment', Kind.AdjustmentReversal, null],
    ['Bad debt agency payment', Kind.Payment, null],
    ['Zorp', Kind.Unknown, null],
  ])('%s', (words, kind, party) =>
    expect([kindName(classifyWords(words, NO_CODES).kind), classifyWords(words, NO_CODES).party]).toEqual([kindName(kind), party]),
  );
  it('the code map comes first', () =>
    expect(classifyWords('A17', new Map([['a17', 'Contractual']]))).toMatchObject({ kind: Kind.Contractual, source: 'map' }));
  it('a wide word is narrowed by the description, never turned round', () => {
    const more = (text: string) => classifyWords(text, NO_CODES);
    expect(kindName(refine(more('Adjustment'), more('charity care'), false).kind)).toBe('Charity');
    expect(kindName(refine(more('Debit Adjustment'), more('Refund to patient'), false).kind)).toBe('Refund');
    expect(kindName(refine(more('Payment'), more('Contractual allowance'), false).kind)).toBe('Payment');
    expect(kindName(refine(more('Charge'), more('Payment posting'), false).kind)).toBe('Charge');
  });
  it('kinds by their own name', () => expect([kindNamed('Self Pay Discount'), kindNamed('nothing')]).toEqual([Kind.SelfPayDiscount, null]));
});

describe('payers', () => {
  it.each([
    ['BCBS TX', 'Blue Cross of Texas'],
    ['BCBSTX', 'Blue Cross Blue Shield of Texas'],
    ['AETNA INC', 'Aetna'],
    ['UnitedHealthcare', 'UHC'],
    ['Workers’ Comp', 'Work Comp'],
  ])('%s = %s', (a, b) => expect(payerKey(a)).toBe(payerKey(b)));
  it.each([
    ['Aetna', 'Aetna Medicare'],
    ['BCBS TX', 'BCBS OK'],
    ['Blue Shield of California', 'Blue Cross of California'],
    ['Medicare', 'Medicaid'],
    ['TRICARE East', 'TRICARE West'],
  ])('%s is not %s', (a, b) => expect(payerKey(a)).not.toBe(payerKey(b)));
  it.each([
    ['Medicare Part B', 'medicare'],
    ['Humana Medicare Advantage', 'medicare-advantage'],
    ['Aetna Medicare PPO', 'medicare-advantage'],
    ['Medicaid TX', 'medicaid'],
    ['UHC Community Plan', 'medicaid-managed'],
    ['Tricare', 'tricare'],
    ['BCBS FEP', 'fehb'],
    ['VA', 'va'],
    ['BCBS of Virginia', 'commercial'],
    ['Work Comp', 'workers-comp'],
    ['State Farm Auto', 'auto'],
    ['AARP Medicare Supplement', 'commercial'],
    ['Cigna', 'commercial'],
    ['Zorp', 'unknown'],
  ])('%s is %s', (name, payerClass) => expect(classFromWords(name)).toBe(payerClass));
  it.each(['PATIENT', 'Self', 'SELF PAY', 'guarantor'])('%s is the patient', (name) => expect(isPatientName(name)).toBe(true));
  it.each(['Patient First Health Plan', 'Aetna', ''])('%j is not the patient', (name) => expect(isPatientName(name)).toBe(false));
});
