/** The patient's money on the wrong account (C12): what it found is "A2 by 6,7" (the account, the receipts' rows), with the number of equal matches above 1. */
import { keyOf } from '../../src/core/posting';
import { isRound, openSibling, serviceOf } from '../../src/core/siblings';
import { on } from './harness';
import { inDollars, rowsOf, viewOf } from './viewing';

function found(text: string, excess: number): string {
  const account = viewOf(text);
  const match = openSibling(account, Math.round(excess * 100));
  if (match === null) return 'none';
  return `${keyOf(account.ledger, match.sibling.account)} by ${rowsOf(account, match.receipts).join(',')}${match.matches === 1 ? '' : ` of ${match.matches}`}`;
}
const own = (columns = 'mrn=M1', ...amounts: number[]): string =>
  `account A1 ${columns}\n2026-01-05 charge 100${amounts.map((amount, at) => `\n2026-02-${String(at + 10)} payment ${amount} patient`).join('')}`; // receipts from row 3
const open = (account: string, amount: number, columns = 'mrn=M1', day = '2026-01-20'): string => `\naccount ${account} ${columns}\n${day} charge ${amount}`;

describe('an open account of the family', () => {
  it.each<[string, string, number, string]>([
    ['open at just the excess, paid by one receipt', `${own('mrn=M1', 100, 76)}${open('A2', 76)}`, 76, 'A2 by 4'],
    ['of two such receipts the later', `${own('mrn=M1', 76, 100, 76)}${open('A2', 76)}`, 76, 'A2 by 5'],
    ['a cent off', `${own('mrn=M1', 100, 76)}${open('A2', 76.01)}`, 76, 'none'],
    ['no whole receipt', `${own('mrn=M1', 176)}${open('A2', 76)}`, 76, 'none'],
    ['no excess', `${own('mrn=M1', 76)}${open('A2', 0)}`, 0, 'none'],
    ['an excess below nothing', `${own('mrn=M1', 76)}\naccount A2 mrn=M1\n2026-01-20 payment 5 patient`, -5, 'none'],
    ['two receipts together', `${own('mrn=M1', 100, 31, 45)}${open('A2', 76)}`, 76, 'A2 by 4,5'],
    ['three receipts together', `${own('mrn=M1', 100, 31, 27, 41)}${open('A2', 99)}`, 99, 'A2 by 4,5,6'],
    ['four receipts together', `${own('mrn=M1', 100, 11, 17.5, 23, 24.5)}${open('A2', 76)}`, 76, 'A2 by 4,5,6,7'],
    ['four, a cent off', `${own('mrn=M1', 100, 11, 17.5, 23, 24.51)}${open('A2', 76)}`, 76, 'none'],
    ['the fewest: two before three', `${own('mrn=M1', 100, 31, 45, 20, 25)}${open('A2', 76)}`, 76, 'A2 by 4,5'],
    // 30 + 22 + 13 + 11 and 30 + 21 + 13 + 12; no two or three come to 76.
    ['two sums of four: which is not known', `${own('mrn=M1', 100, 11, 22, 12, 21, 13, 30)}${open('A2', 76)}`, 76, 'none'],
    ['never all of them: four of four', `${own('mrn=M1', 11, 17.5, 23, 24.5)}${open('A2', 76)}`, 76, 'none'],
    ['never all of them: two of two', `${own('mrn=M1', 31, 45)}${open('A2', 76)}`, 76, 'none'],
    ['never all of them: three of three', `${own('mrn=M1', 31, 27, 41)}${open('A2', 99)}`, 99, 'none'],
    ['two sums that fit: which is not known', `${own('mrn=M1', 100, 31, 45, 30, 46)}${open('A2', 76)}`, 76, 'none'],
    ['twelve receipts', `${own('mrn=M1', 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 31, 45.5)}${open('A2', 76.5)}`, 76.5, 'A2 by 13,14'],
    ['thirteen are not searched', `${own('mrn=M1', 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 31, 45.5)}${open('A2', 76.5)}`, 76.5, 'none'],
    ['two accounts open at it', `${own('mrn=M1', 100, 76)}${open('A2', 76)}${open('A3', 76)}`, 76, 'A2 by 4 of 2'],
    [
      'another account in credit by as much',
      `${own('mrn=M1', 100, 76)}${open('A2', 76)}\naccount A3 mrn=M1\n2026-02-01 payment 76 patient`,
      76,
      'A2 by 4 of 2',
    ],
    [
      'one of the guarantor in credit by as much is no claimant of the patient’s',
      `${own('mrn=M1 guarantor=G1', 100, 76)}${open('A2', 76, 'mrn=M1 guarantor=G1')}\naccount A3 mrn=M3 guarantor=G1\n2026-02-01 payment 76 patient`,
      76,
      'A2 by 4',
    ],
    [
      'the same patient goes before the same guarantor',
      `${own('mrn=M1 guarantor=G1', 100, 76)}${open('A2', 76, 'mrn=M2 guarantor=G1')}${open('A3', 76, 'mrn=M1 guarantor=G1')}`,
      76,
      'A3 by 4',
    ],
    ['else the same guarantor', `${own('mrn=M1 guarantor=G1', 100, 76)}${open('A2', 76, 'mrn=M2 guarantor=G1')}`, 76, 'A2 by 4'],
    ['90 days of service apart', `${own('mrn=M1', 100, 76)}${open('A2', 76, 'mrn=M1', '2026-04-05')}`, 76, 'A2 by 4'],
    ['91 days', `${own('mrn=M1', 100, 76)}${open('A2', 76, 'mrn=M1', '2026-04-06')}`, 76, 'none'],
    ['a day of service that is not known there', `${own('mrn=M1', 100, 76)}\naccount A2 mrn=M1 balance=76`, 76, 'A2 by 4'],
    ['a day of service that is not known here', `${own('mrn=M1', 100, 76).replace('2026-01-05 charge', '- charge')}${open('A2', 76)}`, 76, 'A2 by 4'],
  ])('%s', (_name, text, excess, expected) => expect(found(text, excess)).toBe(expected));
});

describe('the day of service', () => {
  it.each<[string, string, string]>([
    ['as listed', 'account A1 serviceFrom=2026-01-02\n2026-01-05 charge 100', '2026-01-02'],
    ['of the first posting', 'account A1\n2026-01-05 charge 100 service=2026-01-03', '2026-01-03'],
    ['the day it was posted', 'account A1\n2026-01-05 charge 100', '2026-01-05'],
    ['none', 'account A1', ''],
    ['none, though the next account has one', 'account A1\naccount A2\n2026-01-05 charge 100', ''],
  ])('%s', (_name, text, iso) => expect(serviceOf(viewOf(text).ledger, 0)).toBe(iso === '' ? 0 : on(iso)));
});

it.each([
  [500, true],
  [10_000, true],
  [10_500, false],
  [7_600, false],
])('%i cents are round: %s', (cents, expected) => expect([inDollars(cents), isRound(cents)]).toEqual([inDollars(cents), expected]));
