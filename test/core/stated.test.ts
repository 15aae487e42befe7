/** What the remittances say of one account, and which of it is in force (domain.md 1.6, *stated*). "Aetna CL1 600/120 480": payer, claim, allowed / share, paid. */
import { sameServiceAgain } from '../../src/core/stated';
import type { Statement } from '../../src/core/stated';
import { on } from './harness';
import { BASE, inDollars, nameOf, STATED, viewOf } from './viewing';

const inWords = (account: ReturnType<typeof viewOf>, { party, claim, allowed, patientResp, paid }: Statement): string =>
  `${nameOf(account, party)} ${claim || '-'} ${inDollars(allowed)}/${inDollars(patientResp)} ${inDollars(paid)}`;
const said = (text: string): string[] => {
  const account = viewOf(text);
  return account.statements.map((statement) => inWords(account, statement));
};
const holding = (text: string): string[] => {
  const account = viewOf(text);
  return account.inForce.map((statement) => inWords(account, statement));
};
const pay = (amount: number, columns: string, day = '2026-02-01', who = 'Aetna'): string => `\n${day} payment ${amount} ${who} ${columns}`;
const remit = (columns: string, paid = 480, day = '2026-02-01', who = 'Aetna'): string => `\nremit ${who} ${paid} ${day} ${columns}`;

describe('the remittances say', () => {
  it.each<[string, string, string[]]>([
    ['what stands beside a payment', `${BASE}${pay(480, `claim=CL1${STATED}`)}`, ['Aetna CL1 600/120 480']],
    ['another amount than was posted', `${BASE}${pay(840, `claim=CL1${STATED} remitPaid=480`)}`, ['Aetna CL1 600/120 480']],
    ['a line of a claim', `${BASE}${pay(480, `claim=CL1 line=2 cpt=99213${STATED}`)}`, ['Aetna CL1#2|99213 600/120 480']],
    ['the service day where no claim number is', `${BASE}${pay(480, `service=2026-01-05${STATED}`)}`, [`Aetna d${on('2026-01-05')} 600/120 480`]],
    ['neither', `${BASE}${pay(480, STATED)}`, ['Aetna - 600/120 480']],
    ['no share where only the allowed column is there', `${BASE}${pay(480, 'claim=CL1 allowed=600')}`, ['Aetna CL1 600/? 480']],
    ['no allowed amount where only the share column is there', `${BASE}${pay(480, 'claim=CL1 pr=120')}`, ['Aetna CL1 ?/120 480']],
    ['nothing without either column', `${BASE}${pay(480, 'claim=CL1')}`, []],
    [
      'nothing beside a patient’s payment, a contractual, or money from nobody',
      `${BASE.replace('contractual 400 Aetna', `contractual 400 Aetna${STATED}`)}${pay(120, STATED, '2026-02-20', 'patient')}${pay(9, STATED, '2026-02-21', 'none')}`,
      [],
    ],
    ['nothing beside what was reversed', `${BASE}${pay(480, `claim=CL1${STATED}`)}\n2026-02-05 reversal 480 Aetna`, []],
    ['a line of a remittance sheet', `${BASE}${remit(`claim=CL1 icn=I1${STATED}`)}`, ['Aetna CL1 600/120 480']],
    ["the payer's own number where it names no claim", `${BASE}${remit(`icn=I1${STATED}`)}`, ['Aetna I1 600/120 480']],
    ['billed less contractual where no allowed amount is', `${BASE}${remit('claim=CL1 billed=1000 contractual=400 pr=120')}`, ['Aetna CL1 600/120 480']],
    ['no allowed amount from the billed one alone', `${BASE}${remit('claim=CL1 billed=1000 pr=120')}`, ['Aetna CL1 ?/120 480']],
    ['nor from the contractual alone', `${BASE}${remit('claim=CL1 contractual=400 pr=120')}`, ['Aetna CL1 ?/120 480']],
    [
      'the allowed amount given rather than billed less contractual',
      `${BASE}${remit('claim=CL1 billed=1000 contractual=300 allowed=600 pr=120')}`,
      ['Aetna CL1 600/120 480'],
    ],
    [
      "a payer's lines rather than its columns; another payer's columns stay",
      `${BASE}${pay(480, `claim=CL1 allowed=500 pr=20`)}${pay(120, 'claim=CL1 allowed=600 pr=0', '2026-03-01', 'Cigna')}${remit(`claim=CL1${STATED}`)}`,
      ['Aetna CL1 600/120 480', 'Cigna CL1 600/0 120'],
    ],
    ['nothing in a provider-level line', `${BASE}${remit('plb=WO', -480)}`, []],
    [
      'in the order of days, a reversal first',
      `${BASE}${remit(`claim=CL2${STATED}`, 480, '2026-03-01')}${remit(`claim=CL1${STATED}`, 470, '2026-02-01')}${remit('claim=CL1 status=22', -470, '2026-03-01')}`,
      ['Aetna CL1 600/120 470', 'Aetna CL1 ?/? -470', 'Aetna CL2 600/120 480'],
    ],
    [
      'on one day by content, whatever the rows',
      `${BASE}${remit(`claim=CL2${STATED}`)}${remit(`claim=CL3${STATED}`)}${remit(`claim=CL1${STATED}`)}`,
      ['Aetna CL1 600/120 480', 'Aetna CL2 600/120 480', 'Aetna CL3 600/120 480'],
    ],
  ])('%s', (_name, text, expected) => expect(said(text)).toEqual(expected));

  it('codes without their group', () => {
    const account = viewOf(`${BASE}${remit('claim=CL1 codes=CO45,PR-2,oa23,N781,XCO45,COB1')}`);
    expect(account.statements.map(({ codes, tx }) => [...codes, tx])).toEqual([['45', '2', '23', 'N781', 'XCO45', 'COB1', -1]]);
  });
});

describe('in force is', () => {
  it.each<[string, string, string[]]>([
    [
      'the later word on a claim',
      `${BASE}${pay(480, `claim=CL1 check=1${STATED}`)}${pay(40, 'claim=CL1 check=2 allowed=600 pr=80', '2026-03-01')}`,
      ['Aetna CL1 600/80 40'],
    ],
    [
      'the later one also of one check',
      `${BASE}${pay(480, `claim=CL1 check=1${STATED}`)}${pay(40, 'claim=CL1 check=1 allowed=600 pr=80', '2026-03-01')}`,
      ['Aetna CL1 600/80 40'],
    ],
    [
      'the later one also of one day',
      `${BASE}${pay(480, `claim=CL1 check=1${STATED}`)}${pay(40, 'claim=CL1 check=2 allowed=600 pr=80')}`,
      ['Aetna CL1 600/80 40'],
    ],
    [
      'of two lines of a sheet with one check and day the later by content',
      `${BASE}${remit(`claim=CL1 check=1${STATED}`)}${remit('claim=CL1 check=1 allowed=700 pr=80', 40)}`,
      ['Aetna CL1 700/80 40'],
    ],
    ['nothing that was reversed', `${BASE}${remit(`claim=CL1${STATED}`)}${remit('claim=CL1 status=22', -480, '2026-03-01')}`, []],
    [
      'what came after the reversal',
      `${BASE}${remit(`claim=CL1${STATED}`)}${remit('claim=CL1 status=22', -480, '2026-03-01')}${remit('claim=CL1 allowed=600 pr=80', 520, '2026-03-01')}`,
      ['Aetna CL1 600/80 520'],
    ],
    ['nothing that says neither allowed amount nor share', `${BASE}${remit('claim=CL1')}`, []],
    ['what says one of them', `${BASE}${remit('claim=CL1 pr=120')}`, ['Aetna CL1 ?/120 480']],
    [
      'both of two claims',
      `${BASE}${pay(240, 'claim=CL1 allowed=300 pr=60')}${pay(240, 'claim=CL2 allowed=300 pr=60')}`,
      ['Aetna CL1 300/60 240', 'Aetna CL2 300/60 240'],
    ],
    [
      'two rows of one remittance that fit the charges: its lines',
      `${BASE}${pay(250, 'claim=CL1 check=1 allowed=310 pr=60')}${pay(230, 'claim=CL1 check=1 allowed=290 pr=60')}`,
      ['Aetna CL1 290/60 230', 'Aetna CL1 310/60 250'],
    ],
    [
      'a cent more than fits is still lines',
      `${BASE}${pay(250, 'claim=CL1 check=1 allowed=310.01 pr=60')}${pay(230, 'claim=CL1 check=1 allowed=290 pr=60')}`,
      ['Aetna CL1 290/60 230', 'Aetna CL1 310.01/60 250'],
    ],
    [
      'two cents more are no lines: one was said twice',
      `${BASE}${pay(250, 'claim=CL1 check=1 allowed=310.02 pr=60')}${pay(230, 'claim=CL1 check=1 allowed=290 pr=60')}`,
      ['Aetna CL1 310.02/60 250'],
    ],
    [
      'no lines where one row has no allowed amount',
      `${BASE}${pay(250, 'claim=CL1 check=1 allowed=310 pr=60')}${pay(230, 'claim=CL1 check=1 pr=60')}`,
      ['Aetna CL1 ?/60 230'],
    ],
    [
      'days of service without a claim number, each for itself',
      `${BASE}${pay(250, 'service=2026-01-05 check=1 allowed=310 pr=60')}${pay(230, 'service=2026-01-05 check=2 allowed=290 pr=60', '2026-03-01')}`,
      [`Aetna d${on('2026-01-05')} 310/60 250`, `Aetna d${on('2026-01-05')} 290/60 230`],
    ],
    [
      'payments that name neither, each for itself',
      `${BASE}${pay(250, 'check=1 allowed=310 pr=60')}${pay(230, 'check=2 allowed=290 pr=60', '2026-03-01')}`,
      ['Aetna - 310/60 250', 'Aetna - 290/60 230'],
    ],
  ])('%s', (_name, text, expected) => expect(holding(text)).toEqual(expected));

  const large = BASE.replace('charge 1000', 'charge 2000'); // 1,600 may be allowed
  it.each<[string, string, string[]]>([
    [
      'the total that stands in both rows once: 300 + 180 = 600 − 120',
      `${large}${pay(300, `claim=CL1 check=1${STATED}`)}${pay(180, `claim=CL1 check=1${STATED}`)}`,
      ['Aetna CL1 600/120 300'],
    ],
    [
      'both where the payments are no such parts',
      `${large}${pay(300, `claim=CL1 check=1${STATED}`)}${pay(190, `claim=CL1 check=1${STATED}`)}`,
      ['Aetna CL1 600/120 190', 'Aetna CL1 600/120 300'],
    ],
    [
      'both where the shares differ',
      `${large}${pay(300, `claim=CL1 check=1${STATED}`)}${pay(180, 'claim=CL1 check=1 allowed=600 pr=119')}`,
      ['Aetna CL1 600/119 180', 'Aetna CL1 600/120 300'],
    ],
    [
      'both where the allowed amounts differ',
      `${large}${pay(300, `claim=CL1 check=1${STATED}`)}${pay(180, 'claim=CL1 check=1 allowed=599 pr=120')}`,
      ['Aetna CL1 599/120 180', 'Aetna CL1 600/120 300'],
    ],
    [
      'lines beside a claim of one row',
      `${large}${pay(480, `claim=CL0 check=1${STATED}`)}${pay(110, 'claim=CL1 check=1 allowed=125 pr=25')}${pay(100, 'claim=CL1 check=1 allowed=130 pr=20')}`,
      ['Aetna CL0 600/120 480', 'Aetna CL1 125/25 110', 'Aetna CL1 130/20 100'],
    ],
  ])('%s', (_name, text, expected) => expect(holding(text)).toEqual(expected));

  it.each<[string, string, string[]]>([
    [
      'one claim that the payer numbered twice: the later',
      `${BASE}${remit(`claim=CL1 billed=1000${STATED}`)}${remit(`claim=CL2 billed=1000${STATED}`, 480, '2026-03-01')}`,
      ['Aetna CL2 600/120 480'],
    ],
    [
      'two claims billed differently',
      `${BASE}${remit(`claim=CL1 billed=1000${STATED}`)}${remit(`claim=CL2 billed=999${STATED}`, 480, '2026-03-01')}`,
      ['Aetna CL1 600/120 480', 'Aetna CL2 600/120 480'],
    ],
    [
      'two claims that say nothing of what was billed',
      `${BASE}${remit(`claim=CL1${STATED}`)}${remit(`claim=CL2${STATED}`, 480, '2026-03-01')}`,
      ['Aetna CL1 600/120 480', 'Aetna CL2 600/120 480'],
    ],
    [
      'two payers, each for itself',
      `${BASE}${remit(`claim=CL1 billed=1000${STATED}`)}${remit(`claim=CL1 billed=1000${STATED}`, 480, '2026-03-01', 'Cigna')}`,
      ['Aetna CL1 600/120 480', 'Cigna CL1 600/120 480'],
    ],
    [
      'two payers whose words are the same, though nothing is said of what was billed',
      `${BASE}${pay(480, `claim=CL1${STATED}`)}${pay(480, `claim=CL1${STATED}`, '2026-03-01', 'Cigna')}`,
      ['Aetna CL1 600/120 480', 'Cigna CL1 600/120 480'],
    ],
    [
      'both of two equal claims that fit',
      `${BASE.replace('charge 1000', 'charge 2000')}${remit(`claim=CL1 billed=1000${STATED}`)}${remit(`claim=CL2 billed=1000${STATED}`, 480, '2026-03-01')}`,
      ['Aetna CL1 600/120 480', 'Aetna CL2 600/120 480'],
    ],
    [
      'a contractual posted twice takes room once',
      `${BASE}\n2026-02-03 contractual 400 Aetna${pay(250, 'claim=CL1 check=1 allowed=310 pr=60')}${pay(230, 'claim=CL1 check=1 allowed=290 pr=60')}`,
      ['Aetna CL1 290/60 230', 'Aetna CL1 310/60 250'],
    ],
  ])('%s', (_name, text, expected) => expect(holding(text)).toEqual(expected));
});

describe('one service given twice and paid a check at a time, 600 allowed each', () => {
  const first = remit(`claim=CL1 check=1${STATED}`);
  const second = remit(`claim=CL1 check=2${STATED}`, 480, '2026-03-01');
  const again = (rows: string, left = 1200): number | undefined => sameServiceAgain(viewOf(`${BASE}${rows}`).statements, Math.round(left * 100))?.length;
  it('stands each time', () => expect([again(first + second), again(first + second + second.replace('check=2', 'check=3'), 1800)]).toEqual([2, 3]));
  it.each<[string, string, number]>([
    ['a cent more is left', first + second, 1200.01],
    ['a cent less is left', first + second, 1199.99],
    ['just one', first, 600],
    ['none', '', 0],
    ['on one check', first + second.replace('check=2', 'check=1'), 1200],
    ['another claim', first + second.replace('CL1', 'CL2'), 1200],
    ['another payer', first + second.replace('remit Aetna', 'remit Cigna'), 1200],
    ['another allowed amount', first + second.replace('allowed=600', 'allowed=599'), 1199],
    ['another share', first + second.replace('pr=120', 'pr=119'), 1200],
    ['another payment', first + second.replace('480', '481'), 1200],
    ['the second a reversal', `${first}${second} status=22`, 1200],
    ['the first a reversal', `${first} status=22${second}`, 1200],
    ['both reversals', `${first} status=22${second} status=22`, 1200],
    ['a third that differs', first + second + second.replace('check=2', 'check=3').replace('pr=120', 'pr=119'), 1800],
  ])('not so: %s', (_name, rows, left) => expect(again(rows, left)).toBeUndefined());
});
