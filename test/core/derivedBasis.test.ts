/** What each party owes as the ledger alone tells it (domain.md 1.6, *derived*). "Aetna 600/120": the primary, allowed and the patient's share. */
import { contractOwner, derivedBasis, onOnePart } from '../../src/core/derivedBasis';
import { BASE, inDollars, nameOf, viewOf } from './viewing';

function basis(text: string, late = 0): string {
  const account = viewOf(text);
  const found = derivedBasis(account, late);
  if (found === null) return 'none';
  expect(found.source).toBe('derived');
  const seq = found.sequestration === 0 ? '' : ` sequestration ${inDollars(found.sequestration)}`;
  return `${nameOf(account, found.primary)} ${inDollars(found.allowed)}/${inDollars(found.share)}${seq}${found.shareProven ? ' proven' : ''}`;
}
const pay = (amount: number, who = 'Aetna', day = '2026-02-02', more = ''): string => `\n${day} payment ${amount} ${who} ${more}`;
const moved = (amount: number): string => `\n2026-02-03 transfer ${-amount} Aetna\n2026-02-03 transfer ${amount} patient`;

describe('the ledger tells', () => {
  it.each<[string, string, string]>([
    ['charges less contractual, and what the payer left', `${BASE}${pay(480)}`, 'Aetna 600/120'],
    ['the share that was moved', `${BASE}${pay(470)}${moved(120)}`, 'Aetna 600/120 proven'],
    ['both legs in one name move nothing', `${BASE}${pay(480)}\n2026-02-03 transfer -120 patient\n2026-02-03 transfer 120 patient`, 'Aetna 600/120'],
    ['moved and moved back between two names is a share of nothing', `${BASE}${pay(480)}${moved(120)}${moved(-120)}`, 'Aetna 600/0 proven'],
    [
      'a contractual in nobody’s name, and one in the patient’s',
      `${BASE}\n2026-02-02 contractual 10 none\n2026-02-02 contractual 20 patient${pay(480)}`,
      'Aetna 570/90',
    ],
    ["not another payer's contractual", `${BASE}\n2026-02-02 contractual 10 Cigna${pay(480)}`, 'Aetna 600/120'],
    ['a contractual that stands twice once', `${BASE}\n2026-02-02 contractual 400 Aetna${pay(480)}`, 'Aetna 600/120'],
    ['of which a part was reversed', `${BASE}\n2026-02-02 contractual 400 Aetna\n2026-02-03 adjreversal 300 Aetna${pay(480)}`, 'Aetna 600/120'],
    ['of which more was reversed than stands twice', `${BASE}\n2026-02-02 contractual 400 Aetna\n2026-02-03 adjreversal 450 Aetna${pay(480)}`, 'Aetna 650/170'],
    ['a contractual of which 30 was reversed', `${BASE}\n2026-02-03 adjreversal 30 Aetna${pay(480)}`, 'Aetna 630/150'],
    ["a payer's write-off", `${BASE}\n2026-02-01 writeoff 50 Aetna${pay(480)}`, 'Aetna 550/70'],
    [
      'a write-off only as far as it ended a debt: 1000 − 400 − 480 = 120',
      `${BASE}${pay(480, 'Aetna', '2026-02-01')}\n2026-02-05 writeoff 150 Aetna`,
      'Aetna 480/0',
    ],
    ["not the patient's write-off", `${BASE}\n2026-02-01 writeoff 50 patient${pay(480)}`, 'Aetna 600/120'],
    [
      'sequestration of the payer and of nobody',
      `${BASE}${pay(470)}\n2026-02-02 sequestration 8 Aetna\n2026-02-02 sequestration 2 none`,
      'Aetna 600/120 sequestration 10',
    ],
    ["not another payer's sequestration", `${BASE}${pay(470)}\n2026-02-02 sequestration 8 Cigna\n2026-02-02 sequestration 2 patient`, 'Aetna 600/130'],
    ['a payment that stands twice once', `${BASE}${pay(480, 'Aetna', '2026-02-02', 'claim=A')}${pay(480, 'Aetna', '2026-02-09', 'claim=A')}`, 'Aetna 600/120'],
    [
      'of which a part went back',
      `${BASE}${pay(480, 'Aetna', '2026-02-02', 'claim=A')}${pay(480, 'Aetna', '2026-02-09', 'claim=A')}\n2026-03-01 takeback 300 Aetna`,
      'Aetna 600/120',
    ],
    [
      'of which 220 more went back than stands twice',
      `${BASE}${pay(480, 'Aetna', '2026-02-02', 'claim=A')}${pay(480, 'Aetna', '2026-02-09', 'claim=A')}\n2026-03-01 takeback 700 Aetna`,
      'Aetna 600/340',
    ],
    [
      'not money for the claim of another account',
      `${BASE}${pay(480)}${pay(70, 'Aetna', '2026-02-09', 'claim=Z')}\naccount A2\n2026-01-05 charge 90 claim=Z`,
      'Aetna 600/120',
    ],
    ['a cent too much is nothing left', `${BASE}${pay(600.01)}`, 'Aetna 600/0'],
    ['two cents too much are a riddle', `${BASE}${pay(600.02)}`, 'none'],
    ['all of the allowed amount moved to the patient', `${BASE}${pay(1)}${moved(600)}`, 'Aetna 600/600 proven'],
    ['a cent more moved is a riddle', `${BASE}${pay(1)}${moved(600.01)}`, 'none'],
    ['nothing allowed is a riddle', `${BASE.replace('400', '1000')}${pay(1)}`, 'none'],
    [
      'one contractual that equals the credit is left out: 1000 − 400 − 250 − 480 − 120',
      `${BASE}\n2026-02-05 contractual 250 Aetna${pay(480)}${pay(120, 'patient')}`,
      'Aetna 600/120',
    ],
    [
      'not where two equal it',
      `${BASE}\n2026-02-05 contractual 250 Aetna claim=A\n2026-02-05 contractual 250 Aetna claim=B${pay(480)}\n2026-02-06 charge 130`,
      'none',
    ],
  ])('%s', (_name, text, expected) => expect(basis(text)).toBe(expected));

  it('charges credited after the payment still count: 800 and 200', () =>
    expect(basis(`${BASE.replace('1000', '800')}${pay(480)}`, 20000)).toBe('Aetna 600/120'));
});

describe('who is primary', () => {
  const medicare = (second: string, amount: number, first = 480): string =>
    `payer Medicare class=medicare\npayer Second class=${second}\naccount A1 payer1=Medicare payer2=Second\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Medicare${pay(first, 'Medicare')}${pay(amount, 'Second')}`;
  it.each<[string, string, string]>([
    ['the first listed that paid', `${BASE}${pay(480, 'Cigna')}`, 'Cigna 600/120'],
    ['the first that wrote off, where none paid', BASE.replace('400 Aetna', '400 Cigna'), 'Cigna 600/600'],
    ['nobody where none paid or wrote off', 'account A1 payer1=Aetna\n2026-01-05 charge 100', 'none'],
    [
      'not one whose money is for another account',
      `${BASE}${pay(70, 'Aetna', '2026-02-02', 'claim=Z')}${pay(480, 'Cigna')}\naccount A2\n2026-01-05 charge 90 claim=Z`,
      'Cigna 600/120',
    ],
    ['not one that did not cover', `${BASE}${pay(480, 'Aetna', '2026-02-02', 'carc=27')}${pay(480, 'Cigna')}`, 'Cigna 600/120'],
    ['Medicare, where a group plan paid a cent more than it left', medicare('commercial', 120.01), 'Medicare 600/120'],
    ['the group plan, where it paid two cents more', medicare('commercial', 120.02), 'Second 600/479.98'],
    ['the veterans plan', medicare('va', 300), 'Second 600/300'],
    ['Medicare before a supplement of another class', medicare('tricare', 300), 'Medicare 600/120'],
    ['the group plan, where Medicare left less than nothing', medicare('commercial', 0.02, 700), 'Second 600/599.98'],
    ['Medicare, where it left less than nothing and the plan paid a cent', medicare('commercial', 0.01, 600), 'Medicare 600/0'],
    ['another payer keeps its place before a group plan', medicare('commercial', 300).replace('class=medicare', 'class=fehb'), 'Medicare 600/120'],
  ])('%s', (_name, text, expected) => expect(basis(text)).toBe(expected));
  it('left is reckoned with charges credited after payment', () => {
    expect(basis(medicare('commercial', 120.02).replace('1000', '800'), 20000)).toBe('Second 600/479.98');
    expect(basis(medicare('commercial', 120.01).replace('1000', '800'), 20000)).toBe('Medicare 600/120');
  });
  it('sets the allowed amount, or else the first payer that wrote off', () => {
    const owner = (text: string): string => {
      const account = viewOf(text);
      return nameOf(account, contractOwner(account, account.payers[0]!));
    };
    expect([owner(BASE), owner(BASE.replace('400 Aetna', '400 Cigna')), owner(BASE.replace('\n2026-02-01 contractual 400 Aetna', ''))]).toEqual([
      'Aetna',
      'Cigna',
      'Aetna',
    ]);
  });
});

describe('of the unusual', () => {
  const capitated = (contractual: number, rows = ''): string =>
    `account A1 payer1=Capco planType=capitated\n2026-01-05 charge 150\n2026-02-01 contractual ${contractual} Capco${rows}`;
  it.each<[string, string, string]>([
    ['a cancelled visit: nobody owes anything', 'account A1 payer1=Aetna status=Cancelled\n2026-01-05 payment 50 patient', 'nobody 0/0 proven'],
    ['not where a payer paid', `account A1 payer1=Aetna status=Cancelled${pay(50)}`, 'none'],
    ['not where it was charged', 'account A1 status=Cancelled\n2026-01-05 charge 100\n2026-01-06 payment 150 patient', 'nobody 100/100 proven'],
    ['no charges', `account A1 payer1=Aetna${pay(50)}`, 'none'],
    ['money from nobody', `${BASE}${pay(480)}${pay(5, 'none')}`, 'none'],
    ['a posting of unknown kind', `${BASE}${pay(480)}\n2026-02-03 unknown 0`, 'none'],
    ['no payer at all', 'account A1\n2026-01-05 charge 100\n2026-01-06 contractual 10 none', 'nobody 90/90 proven'],
    ['capitation: what was not written off is the patient’s', capitated(130), 'Capco 20/20 proven'],
    ['written off in full', capitated(150), 'Capco 0/0 proven'],
    ['written off in full beside a copay', capitated(150, pay(10, 'patient')), 'none'],
    ['more than that written off', capitated(160), 'Capco 0/0 proven'],
    ['a fixed price above the charges', `account A1 payer1=Aetna drg=470\n2026-01-05 charge 8000${pay(11000)}${pay(1500, 'patient')}`, 'Aetna 12500/1500'],
    ['a fixed price of just the charges', `account A1 payer1=Aetna drg=470\n2026-01-05 charge 8000${pay(8000)}${pay(15, 'patient')}`, 'Aetna 8000/0'],
    [
      'a fixed price above the charges, the patient’s money gone back',
      `account A1 payer1=Aetna drg=470\n2026-01-05 charge 8000${pay(11000)}\n2026-03-01 refund 15 patient`,
      'Aetna 11000/0',
    ],
  ])('%s', (_name, text, expected) => expect(basis(text)).toBe(expected));
  it.each<[string, string, boolean]>([
    ['both legs in one name', '\n2026-02-03 transfer -120 patient\n2026-02-03 transfer 120 patient', true],
    ['two names', moved(120), false],
    ['one leg', '\n2026-02-03 transfer 120 patient', false],
    ['none', '', false],
  ])('transfers of %s', (_name, rows, expected) => expect(onOnePart(viewOf(`${BASE}${rows}`))).toBe(expected));
});
