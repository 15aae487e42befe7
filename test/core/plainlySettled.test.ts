/** Accounts that the remittance columns show to be plainly settled: nothing to find, no view needed. Anything out of the ordinary is left to the view. */
import { PlainlySettled } from '../../src/core/plainlySettled';
import { ledgerOf } from './harness';

const head = (columns = ''): string => `account A1 payer1=Aetna ${columns}\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna claim=CL1`;
const pay = (amount: number, more = 'claim=CL1 allowed=600 pr=120'): string => `\n2026-02-01 payment ${amount} Aetna check=1 ${more}`;
const patient = (amount: number): string => `\n2026-02-20 payment ${amount} patient`;
const settled = `${head()}${pay(480)}${patient(120)}`;
const holds = (text: string, balance = 0, account = 0): boolean => new PlainlySettled(ledgerOf(text), 1).holds(account, balance);

describe('plainly settled', () => {
  it.each<[string, string]>([
    ['payer and patient paid what they owe', settled],
    ['a cent off on both sides', `${head()}${pay(480.01)}${patient(119.99)}`],
    ['a cent off the other way', `${head()}${pay(479.99)}${patient(120.01)}`],
    ['the patient in two payments', `${head()}${pay(480)}${patient(100)}${patient(20)}`],
    ['and a payment of nothing', `${settled}${patient(0)}`],
    ['and a note', `${settled}\n2026-02-21 memo 0`],
    ['and the share moved', `${settled}\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient`],
    ['an ordinary reason code', `${head()}${pay(480, 'claim=CL1 allowed=600 pr=120 carc=45')}${patient(120)}`],
    [
      'the claim number stands on the charge',
      `account A1 payer1=Aetna\n2026-01-05 charge 1000 claim=CL1\n2026-02-01 contractual 400 Aetna${pay(480)}${patient(120)}`,
    ],
    ['no claim number', `${head()}${pay(480, 'allowed=600 pr=120')}${patient(120)}`],
    ['two lines of a claim', `${head()}${pay(250, 'claim=CL1 line=1 allowed=310 pr=60')}${pay(230, 'claim=CL1 line=2 allowed=290 pr=60')}${patient(120)}`],
  ])('%s', (_name, text) => expect(holds(text)).toBe(true));
});

describe('left to the view', () => {
  it.each<[string, string]>([
    ['anything said of QMB', `${head('qmb=N')}${pay(480)}${patient(120)}`],
    ['two cents off on both sides', `${head()}${pay(480.02)}${patient(119.98)}`],
    ['two cents off at the patient', `${head()}${pay(480)}${patient(119.98)}`],
    ['two cents off at the payer', `${head()}${pay(479.98)}${patient(120)}`],
    ['no payer paid', 'account A1 payer1=Aetna\n2026-02-21 memo 0'],
    ...['takeback', 'refund', 'interest', 'writeoff', 'deposit', 'adjreversal', 'unknown', 'sequestration'].map((kind): [string, string] => [
      `a ${kind} of nothing`,
      `${settled}\n2026-02-25 ${kind} 0 Aetna`,
    ]),
    ...['N781', 'N782', 'N783', '209', '26', '27', '24'].map((code): [string, string] => [
      `code ${code}`,
      `${head()}${pay(480, `claim=CL1 allowed=600 pr=120 carc=${code}`)}${patient(120)}`,
    ]),
    ['a telling code on a note', `${settled}\n2026-02-25 memo 0 Aetna carc=27`],
    ['a payment below nothing', `${settled}${patient(-5)}${patient(5)}`],
    ['money from nobody', `${settled}\n2026-02-25 payment 0 none allowed=0 pr=0 line=3`],
    ['a second payer', `${settled}\n2026-02-25 payment 5 Cigna allowed=5 pr=0 line=3`],
    ['no share stated', `${head()}${pay(480, 'claim=CL1 allowed=600')}${patient(120)}`],
    ['no allowed amount stated', `${head()}${pay(480, 'claim=CL1 pr=120')}${patient(120)}`],
    ['no column of either', `${head()}${pay(480, 'claim=CL1')}${patient(120)}`],
    ['two payments of one size', `${head()}${pay(240, 'claim=CL1 line=1 allowed=300 pr=60')}${pay(240, 'claim=CL1 line=2 allowed=300 pr=60')}${patient(120)}`],
    ['two payments without lines', `${head()}${pay(250, 'claim=CL1 allowed=310 pr=60')}${pay(230, 'claim=CL1 allowed=290 pr=60')}${patient(120)}`],
    ['a line on the first only', `${head()}${pay(250, 'claim=CL1 line=1 allowed=310 pr=60')}${pay(230, 'claim=CL1 allowed=290 pr=60')}${patient(120)}`],
    ['a claim number that is not the account’s', `${head()}${pay(480, 'claim=CL9 allowed=600 pr=120')}${patient(120)}`],
    [
      'a claim number that stands on a transfer only',
      `${head()}${pay(480, 'claim=CL9 allowed=600 pr=120')}${patient(120)}\n2026-02-25 transfer 0 Aetna claim=CL9`,
    ],
    ['a claim number of the next account', `${head()}${pay(480, 'claim=CL9 allowed=600 pr=120')}${patient(120)}\naccount A2\n2026-01-05 charge 90 claim=CL9`],
  ])('%s', (_name, text) => expect(holds(text)).toBe(false));
  it('a balance of a cent', () => expect([holds(settled, 1), holds(settled, -1)]).toEqual([false, false]));
});

it('judges each account for itself', () => {
  const ledger = ledgerOf(`${settled}\n${settled.replace('A1', 'A2').replace('payment 480', 'payment 470')}\n${settled.replace('A1', 'A3')}`);
  const reader = new PlainlySettled(ledger, 1);
  expect([0, 1, 2, 0].map((account) => reader.holds(account, 0))).toEqual([true, false, true, true]);
});
