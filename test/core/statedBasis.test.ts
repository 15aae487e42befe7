/** What each party owes as the remittances state it (domain.md 1.6): who is primary, what a later payer owes, what no remittance speaks for. */
import type { Account } from '../../src/core/accountView';
import { knowsPrior, statedBasis } from '../../src/core/statedBasis';
import { BASE, inDollars, nameOf, STATED, viewOf } from './viewing';

/** "Aetna 600/120" and what is not 0 of sequestration, missing, unheard (charges/receipts), denied; then what later payers owe; "none". */
function basis(text: string, lateCredit = 0): string {
  const account: Account = viewOf(text);
  const found = statedBasis(account, lateCredit);
  if (found === null) return 'none';
  const more = (['sequestration', 'missing', 'unheard', 'unheardReceipts', 'denied'] as const).filter((key) => found[key] !== 0);
  const later = [...found.stated].map(([party, cents]) => `; ${nameOf(account, party)} ${inDollars(cents)}`);
  return `${nameOf(account, found.primary)} ${inDollars(found.allowed)}/${inDollars(found.share)}${more.map((key) => ` ${key} ${inDollars(found[key] ?? 0)}`).join('')}${later.join('')}`;
}
const pay = (amount: number, columns: string, day = '2026-02-01', who = 'Aetna'): string => `\n${day} payment ${amount} ${who} ${columns}`;
const remit = (columns: string, paid = 480, who = 'Aetna', day = '2026-02-01'): string => `\nremit ${who} ${paid} ${day} ${columns}`;
const CL1 = `claim=CL1${STATED}`;

describe('the primary', () => {
  it.each<[string, string, string]>([
    ['is the payer that states its claim', `${BASE}${pay(480, CL1)}`, 'Aetna 600/120'],
    ['is nobody without statements', `${BASE}${pay(480, 'claim=CL1')}`, 'none'],
    ['is nobody where the share is not stated', `${BASE}${pay(480, 'claim=CL1 allowed=600')}`, 'none'],
    ['is nobody where a payment of it has no statement', `${BASE}${pay(480, CL1)}${pay(50, 'claim=CL2', '2026-03-01')}`, 'none'],
    ['nor where that payment states no share', `${BASE}${pay(480, CL1)}${pay(50, 'claim=CL2 allowed=50', '2026-03-01')}`, 'none'],
    [
      'is it still where a remittance sheet has its lines',
      `${BASE}${remit(CL1)}${pay(480, 'claim=CL1')}${pay(50, 'claim=CL1', '2026-03-01')}`,
      'Aetna 600/120',
    ],
    [
      "is nobody where only another payer's lines are there",
      `${BASE}${pay(480, CL1)}${pay(50, 'claim=CL2', '2026-03-01')}${remit('claim=CL1 allowed=600 pr=0', 120, 'Cigna')}`,
      'none',
    ],
    [
      "is it beside another payer's lines",
      `${BASE}${remit(CL1)}${remit('claim=CL1 allowed=600 pr=0 priorPaid=480', 120, 'Cigna')}${pay(480, 'claim=CL1')}`,
      'Aetna 600/120; Cigna 120',
    ],
    [
      'is it where the other payment is for the claim of another account',
      `${BASE}${pay(480, CL1)}${pay(50, 'claim=CL9', '2026-03-01')}\naccount A2\n2026-01-05 charge 90 claim=CL9`,
      'Aetna 600/120',
    ],
    [
      'is the next where the first said it did not cover',
      `${BASE}${pay(480, `${CL1} carc=27`)}${pay(480, CL1, '2026-03-01', 'Cigna')}`,
      'Cigna 600/120; Aetna 480',
    ],
    [
      'is the next where the first allowed nothing',
      `${BASE}${remit('claim=CL1 allowed=0 pr=0 codes=18', 0)}${remit(CL1, 480, 'Cigna')}`,
      'Cigna 600/120; Aetna 0',
    ],
    ['is nobody where all allowed nothing', `${BASE}${remit('claim=CL1 allowed=0 pr=0', 0)}`, 'none'],
  ])('%s', (_name, text, expected) => expect(basis(text)).toBe(expected));
});

describe('Medicare listed first', () => {
  const both = (first: string, more: string, blue = 120.02): string =>
    `payer Medicare class=${first}\naccount A1 payer1=Medicare payer2=Blue payer3=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Medicare${remit(CL1, 480, 'Medicare')}${remit(`claim=CL1 allowed=600 pr=60${more}`, blue, 'Blue')}`;
  it.each<[string, string, string]>([
    ['comes second where the other paid two cents more than its share, as if alone', both('medicare', ''), 'Blue 600/60; Medicare 480'],
    ['stays first where the other paid a cent more', both('medicare', '', 120.01), 'Medicare 600/120; Blue 540'],
    ['stays first where the other knew of it', both('medicare', ' codes=23'), 'Medicare 600/120; Blue 540'],
    [
      'stays first where one of two lines of the other knew',
      `${both('medicare', ' codes=23')}${remit('claim=CL2 allowed=100 pr=0', 100, 'Blue')}`,
      'Medicare 700/120'.replace('700', '600') + '; Blue 640',
    ],
    ['and no other payer is taken so', both('commercial', ''), 'Medicare 600/120; Blue 540'],
    ['stays first where the other says nothing', both('medicare', '').replace(/\nremit Blue[^\n]*/, ''), 'Medicare 600/120'],
    [
      'the third keeps its place',
      `${both('medicare', '')}${remit('claim=CL1 allowed=600 pr=0 codes=23', 60, 'Cigna')}`,
      'Blue 600/60; Medicare 480; Cigna 600',
    ],
    ['alone', `payer Medicare class=medicare\naccount A1 payer1=Medicare\n2026-01-05 charge 1000${remit(CL1, 480, 'Medicare')}`, 'Medicare 600/120'],
  ])('%s', (_name, text, expected) => expect(basis(text)).toBe(expected));

  it.each<[string, boolean]>([
    ['status=2', true],
    ['status=3', true],
    ['status=20', true],
    ['status=21', true],
    ['status=1', false],
    ['status=19', false],
    ['codes=OA-23', true],
    ['codes=45', false],
    ['priorPaid=0.01', true],
    ['priorPaid=0', false],
  ])('a remittance with %s knows of an earlier payer: %s', (columns, expected) => {
    const [statement] = viewOf(`${BASE}${remit(`${CL1} ${columns}`)}`).statements;
    expect(knowsPrior(statement!)).toBe(expected);
  });
});

describe('of the charges', () => {
  const charged = (amount: number, more = ''): string =>
    `account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge ${amount}${more}\n2026-02-01 contractual 400 Aetna`;
  it.each<[string, string, string, number?]>([
    ['300 are missing where 1000 were billed', `${charged(700)}${remit(`${CL1} billed=1000`)}`, 'Aetna 600/120 missing 300'],
    ['none where 300 were credited after payment', `${charged(700)}${remit(`${CL1} billed=1000`)}`, 'Aetna 600/120', 30000],
    ['480 are spoken of by nobody where 1000 of 1480 were billed', `${charged(1480)}${remit(`${CL1} billed=1000`)}`, 'Aetna 600/120 unheard 480'],
    ['480 and 20 credited after payment', `${charged(1480)}${remit(`${CL1} billed=1000`)}`, 'Aetna 600/120 unheard 500', 2000],
    [
      'none where another payer was billed the 480',
      `${charged(1480)}${remit(`${CL1} billed=1000`)}${remit('claim=CL2 allowed=480 pr=0 billed=480', 480, 'Cigna')}`,
      'Aetna 600/120; Cigna 480',
    ],
    [
      '480 where that payer was billed as second',
      `${charged(1480)}${remit(`${CL1} billed=1000`)}${remit('claim=CL1 allowed=480 pr=0 billed=1000 codes=23', 480, 'Cigna')}`,
      'Aetna 600/120 unheard 480; Cigna 480',
    ],
    ['a whole line of 480, with nothing said of what was billed', `${charged(1000, '\n2026-01-06 charge 480')}${remit(CL1)}`, 'Aetna 600/120 unheard 480'],
    ['not a line less a cent', `${charged(999.99, '\n2026-01-06 charge 480')}${remit(CL1)}`, 'Aetna 600/120'],
    ['not a part of the only line', `${charged(1480)}${remit(CL1)}`, 'Aetna 600/120'],
    [
      'a line of 80 and no more, where the contractual of another claim is nobody’s here',
      `${charged(1000, '\n2026-01-06 charge 80')}\n2026-02-02 contractual 80 Aetna claim=CL9${remit(CL1)}`,
      'Aetna 600/120 unheard 80',
    ],
    [
      'none where that contractual is of this claim',
      `${charged(1000, '\n2026-01-06 charge 80')}\n2026-02-02 contractual 80 Aetna claim=CL1${remit(CL1)}`,
      'Aetna 600/120',
    ],
    [
      'the part of a claim that a later statement replaced: 1000 − 300 − 400 = 300 allowed before',
      `${charged(1000)}${remit('claim=CL1 allowed=300 pr=60', 240)}${remit('claim=CL1 allowed=300 pr=60', 240, 'Aetna', '2026-03-01')}`,
      'Aetna 300/60 unheard 300',
    ],
    [
      'not where the replaced part is a cent too large for it',
      `${charged(1000)}${remit('claim=CL1 allowed=300.01 pr=60', 240)}${remit('claim=CL1 allowed=300 pr=60', 240, 'Aetna', '2026-03-01')}`,
      'Aetna 300/60',
    ],
    [
      'not where the replaced part allowed nothing',
      `${charged(1000)}${remit('claim=CL1 allowed=0 pr=0', 0)}${remit('claim=CL1 allowed=300 pr=60', 240, 'Aetna', '2026-03-01')}`,
      'Aetna 300/60',
    ],
    [
      "not for another payer's replaced part",
      `${charged(1000)}${remit('claim=CL1 allowed=300 pr=60', 240, 'Cigna')}${remit('claim=CL1 allowed=200 pr=0 codes=23', 200, 'Cigna', '2026-03-02')}${remit('claim=CL1 allowed=300 pr=60', 240, 'Aetna', '2026-03-01')}`,
      'Aetna 300/60; Cigna 200',
    ],
    [
      'not for a reversal',
      `${charged(1000)}${remit('claim=CL2 allowed=300 pr=60 status=22', -240)}${remit('claim=CL1 allowed=300 pr=60', 240, 'Aetna', '2026-03-01')}`,
      'Aetna 300/60',
    ],
  ])('%s', (_name, text, expected, late = 0) => expect(basis(text, late)).toBe(expected));
});

describe('of payments for charges that nobody speaks of', () => {
  const open = `account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1480\n2026-02-01 contractual 400 Aetna${remit(`${CL1} billed=1000 check=1`)}`;
  it.each<[string, string, string]>([
    ['one for a claim that no line names', `${open}${pay(200, 'claim=CL2 check=9')}`, '200'],
    ['none for the named claim', `${open}${pay(200, 'claim=CL1 check=9')}`, '0'],
    ['one without a claim by another check', `${open}${pay(200, 'check=9')}`, '200'],
    ['none without a claim by the named check', `${open}${pay(200, 'check=1')}`, '0'],
    ['none for the claim of another account', `${open}${pay(200, 'claim=CL9')}\naccount A2\n2026-01-05 charge 90 claim=CL9`, '0'],
    ['the sum of two', `${open}${pay(200, 'claim=CL2')}${pay(30, 'claim=CL3')}`, '230'],
    ["none of another payer's", `${open}${pay(200, 'claim=CL2', '2026-02-01', 'Cigna')}`, '0'],
    ['none where all charges are spoken of', `${open.replace('1480', '1000')}${pay(200, 'claim=CL2')}`, '0'],
  ])('%s', (_name, text, expected) => expect(inDollars(statedBasis(viewOf(text), 0)?.unheardReceipts ?? -1)).toBe(expected));
});

describe('beside the allowed amount', () => {
  it.each<[string, string, string]>([
    ['a line denied without a share: 200', `${BASE}${remit(CL1)}${remit('claim=CL2 allowed=0 pr=0 billed=200', 0)}`, 'Aetna 600/120 denied 200'],
    ['denied, and nothing said of what was billed: all charges', `${BASE}${remit(CL1)}${remit('claim=CL2 allowed=0 pr=0', 0)}`, 'Aetna 600/120 denied 1000'],
    ['a denied duplicate is none', `${BASE}${remit(CL1)}${remit('claim=CL2 allowed=0 pr=0 billed=200 codes=18', 0)}`, 'Aetna 600/120'],
    ['nor one that left it to the patient', `${BASE}${remit(CL1)}${remit('claim=CL2 allowed=0 pr=200 billed=200', 0)}`, 'Aetna 600/320'],
    ['nor one that was paid', `${BASE}${remit(CL1)}${remit('claim=CL2 allowed=0 pr=0 billed=200', 5)}`, 'Aetna 600/120'],
    ['nor one with an allowed amount', `${BASE}${remit(CL1)}${remit('claim=CL2 allowed=5 pr=0 billed=200', 0)}`, 'Aetna 605/120'],
    [
      'sequestration as the lines state it',
      `${BASE}${remit(`${CL1} sequestration=9.60`)}${remit('claim=CL2 allowed=10 pr=0')}\n2026-02-01 sequestration 7 Aetna`,
      'Aetna 610/120 sequestration 9.6',
    ],
    [
      'else as posted for the payer or for nobody',
      `${BASE}${remit(CL1)}\n2026-02-01 sequestration 7 Aetna\n2026-02-01 sequestration 1 none`,
      'Aetna 600/120 sequestration 8',
    ],
    ["not another payer's, nor the patient's", `${BASE}${remit(CL1)}\n2026-02-01 sequestration 7 Cigna\n2026-02-01 sequestration 1 patient`, 'Aetna 600/120'],
    [
      'what a later payer owes: 600 − 20 − 480',
      `${BASE}${remit(CL1)}${remit('claim=CL1 allowed=600 pr=20 priorPaid=480', 100, 'Cigna')}`,
      'Aetna 600/120; Cigna 100',
    ],
    ['never less than nothing', `${BASE}${remit(CL1)}${remit('claim=CL1 allowed=400 pr=20 priorPaid=480', 0, 'Cigna')}`, 'Aetna 600/120; Cigna 0'],
    [
      'two lines of it together',
      `${BASE}${remit(CL1)}${remit('claim=CL1 allowed=50 pr=0', 50, 'Cigna')}${remit('claim=CL2 allowed=70 pr=0', 70, 'Cigna')}`,
      'Aetna 600/120; Cigna 120',
    ],
  ])('%s', (_name, text, expected) => expect(basis(text).replace(/ unheard \S+/, '')).toBe(expected));
});
