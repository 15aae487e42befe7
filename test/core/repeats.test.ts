/** Postings that repeat another (C01, C02, C08). "5 of 4 different claim": the row, the row it repeats, how the checks compare, what both share. */
import { Kind, PATIENT_PARTY } from '../../src/core/ledger';
import { cents } from '../../src/core/money';
import { kindOf, partyOf } from '../../src/core/posting';
import { repeatsOf, withinExcess } from '../../src/core/repeats';
import type { Repeat } from '../../src/core/repeats';
import { BASE, rowsOf, viewOf } from './viewing';

function repeats(text: string, within = 365): string[] {
  const account = viewOf(text);
  const { ledger } = account;
  const wanted = (tx: number): boolean => kindOf(ledger, tx) === Kind.Payment && partyOf(ledger, tx) > PATIENT_PARTY;
  return repeatsOf(ledger, account.live, wanted, within, (tx) => account.rank(tx)).map((each) => {
    const shared = (['sameClaim', 'sameDay', 'sameService'] as const).filter((key) => each[key]).map((key) => key.slice(4).toLowerCase());
    return [rowsOf(account, [each.tx, each.of]).join(' of '), each.check, ...shared, ...(each.explained ? ['explained'] : [])].join(' ');
  });
}
const pay = (columns: string, day = '2026-02-01', amount = 480, who = 'Aetna'): string => `\n${day} payment ${amount} ${who} ${columns}`;
const later = '2026-03-01';

describe('a payment repeats another', () => {
  it.each<[string, string, string[]]>([
    ['of the same claim on another check', `${BASE}${pay('check=1 claim=A')}${pay('check=2 claim=A', later)}`, ['5 of 4 different claim']],
    ['on the same check', `${BASE}${pay('check=1')}${pay('check=1', later)}`, ['5 of 4 same']],
    ['the first without a check', `${BASE}${pay('claim=A')}${pay('check=1 claim=A', later)}`, ['5 of 4 missing claim']],
    ['the second without a check', `${BASE}${pay('check=1 claim=A')}${pay('claim=A', later)}`, ['5 of 4 missing claim']],
    ['on the same day', `${BASE}${pay('check=1')}${pay('check=2')}`, ['5 of 4 different day']],
    ['for the same service day', `${BASE}${pay('check=1 service=2026-01-05')}${pay('check=2 service=2026-01-05', later)}`, ['5 of 4 different service']],
    ['a service day on the first only', `${BASE}${pay('check=1 service=2026-01-05')}${pay('check=2', later)}`, ['5 of 4 different']],
    ['a service day on the second only', `${BASE}${pay('check=1')}${pay('check=2 service=2026-01-05', later)}`, ['5 of 4 different']],
    ['not for another service day', `${BASE}${pay('check=1 service=2026-01-05')}${pay('check=2 service=2026-01-06', later)}`, []],
    [
      'a line on one of them only',
      `${BASE}${pay('check=1 line=1')}${pay('check=2', later)}${pay('check=3', later, 470)}${pay('check=4 line=2', later, 470)}`,
      ['5 of 4 different', '7 of 6 different day'],
    ],
    ['not for another line', `${BASE}${pay('check=1 line=1')}${pay('check=2 line=2', later)}`, []],
    ['not for another claim', `${BASE}${pay('check=1 claim=A')}${pay('check=2 claim=B', later)}`, []],
    [
      "for another claim under the payer's same number",
      `${BASE}${pay('check=1 claim=A icn=I')}${pay('check=2 claim=B icn=I', later)}`,
      ['5 of 4 different claim'],
    ],
    ['a claim on the first only', `${BASE}${pay('check=1 claim=A')}${pay('check=2', later)}`, ['5 of 4 different']],
    ['a claim on the second only', `${BASE}${pay('check=1')}${pay('check=2 claim=A', later)}`, ['5 of 4 different']],
    ['a cent apart', `${BASE}${pay('check=1')}${pay('check=2', later, 480.01)}`, ['5 of 4 different']],
    ['not two cents apart', `${BASE}${pay('check=1')}${pay('check=2', later, 480.02)}`, []],
    ["not another payer's", `${BASE}${pay('check=1')}${pay('check=2', later, 480, 'Cigna')}`, []],
    ['two cents are an amount', `${BASE}${pay('check=1', '2026-02-01', 0.02)}${pay('check=2', later, 0.02)}`, ['5 of 4 different']],
    ['a cent is none', `${BASE}${pay('check=1', '2026-02-01', 0.01)}${pay('check=2', later, 0.01)}`, []],
    ['nor is money that went back', `${BASE}${pay('check=1', '2026-02-01', -480)}${pay('check=2', later, -480)}`, []],
    ['365 days later', `${BASE}${pay('check=1', '2025-02-01')}${pay('check=2', '2026-02-01')}`, ['5 of 4 different']],
    ['not 366 days later', `${BASE}${pay('check=1', '2025-02-01')}${pay('check=2', '2026-02-02')}`, []],
    ['the one before, and so on', `${BASE}${pay('check=1')}${pay('check=2', '2026-02-05')}${pay('check=3', later)}`, ['5 of 4 different', '6 of 5 different']],
    [
      'in the order of time, whatever the amount',
      `${BASE}${pay('check=1')}${pay('check=2', '2026-02-02', 100)}${pay('check=3', '2026-02-03', 100)}${pay('check=4', later)}`,
      ['6 of 5 different', '7 of 4 different'],
    ],
    [
      'the later amount first where it is repeated first',
      `${BASE}${pay('check=1', '2026-02-01', 100)}${pay('check=2', '2026-02-02')}${pay('check=3', '2026-02-03')}${pay('check=4', later, 100)}`,
      ['6 of 5 different', '7 of 4 different'],
    ],
  ])('%s', (_name, text, expected) => expect(repeats(text)).toEqual(expected));

  it('any number of days later where no window is set', () => {
    expect(repeats(`${BASE}${pay('check=1', '2020-02-01')}${pay('check=2')}`, 0)).toEqual(['5 of 4 different']);
  });
});

describe('equally many equal charges explain it', () => {
  const charges = (...lines: string[]): string => `account A1 payer1=Aetna${lines.map((line) => `\n2026-01-05 charge 100 ${line}`).join('')}`;
  const twice = `${pay('check=1 claim=A', later, 80)}${pay('check=2 claim=A', later, 80)}`;
  it.each<[string, string, string[]]>([
    ['two', `${charges('', '')}${twice}`, ['5 of 4 different claim day explained']],
    ['not three payments', `${charges('', '')}${twice}${pay('check=3 claim=A', later, 80)}`, ['5 of 4 different claim day', '6 of 5 different claim day']],
    ['not two of another amount', `${charges('').replace('A1', 'A1')}\n2026-01-06 charge 90${twice}`, ['5 of 4 different claim day']],
    [
      'not where the one line was charged once',
      `${charges('none line=1', 'none line=2')}${twice.replaceAll('claim=A', 'claim=A line=1')}`,
      ['5 of 4 different claim day'],
    ],
    [
      'where the one line was charged twice',
      `${charges('none line=1', 'none line=1')}${twice.replaceAll('claim=A', 'claim=A line=1')}`,
      ['5 of 4 different claim day explained'],
    ],
    [
      'where no claim number says that it is one claim',
      `${charges('none line=1', 'none line=2')}${twice.replaceAll('claim=A', 'line=1')}`,
      ['5 of 4 different day explained'],
    ],
    [
      'the line twice at two amounts is no pair of equal charges',
      `${charges('none line=1', 'none line=2')}\n2026-01-05 charge 90 none line=1${twice.replaceAll('claim=A', 'claim=A line=1')}`,
      ['6 of 5 different claim day'],
    ],
  ])('%s', (_name, text, expected) => expect(repeats(text)).toEqual(expected));
});

it('looks back over 25 postings of one amount', () => {
  const distinct = (count: number): string => Array.from({ length: count }, (_, at) => pay(`claim=C${at + 1}`, '2026-02-01')).join('');
  expect(repeats(`account A1 payer1=Aetna${distinct(25)}${pay('claim=C1', later)}`)).toEqual(['27 of 2 missing claim']);
  expect(repeats(`account A1 payer1=Aetna${distinct(26)}${pay('claim=C1', later)}`)).toEqual([]);
  expect(repeats(`account A1 payer1=Aetna${distinct(26)}${pay('claim=C2', later)}`)).toEqual(['28 of 3 missing claim']);
});

describe('within the excess', () => {
  const account = viewOf(
    `${BASE}${pay('check=1 claim=A')}${pay('check=2 claim=A', '2026-02-02')}${pay('check=3 claim=A', '2026-02-03')}${pay('check=4 claim=A', '2026-02-04')}`,
  );
  const all: readonly Repeat[] = account.repeatedPayments;
  const kept = (excess: number | null, balance = 0): number[] =>
    rowsOf(
      account,
      withinExcess({ ledger: account.ledger, balance: cents(balance), excess: () => (excess === null ? null : cents(excess)) }, all).map(({ tx }) => tx),
    );
  it('as many as it holds, the last one in part', () => {
    expect(
      rowsOf(
        account,
        all.map(({ tx }) => tx),
      ),
    ).toEqual([5, 6, 7]);
    expect([kept(48000), kept(48001), kept(96000), kept(0), kept(-1)]).toEqual([[5], [5, 6], [5, 6], [], []]);
  });
  it('of the credit where the excess is not known', () => expect([kept(null, -48001), kept(null, 100)]).toEqual([[5, 6], []]));
});
