/** Accounts of one patient or guarantor, and credits that another account of them would explain (C12). */
import { Draft } from '../../../src/core/selfTest/draft';
import { Families, familiesOf } from '../../../src/core/selfTest/families';
import { plainAccountsOf } from '../../../src/core/selfTest/plainAccounts';
import { Shape } from '../../../src/core/selfTest/shape';
import { ledgerOf } from '../harness';
import { AS_OF } from './drafting';

const settled = (key: string, listed: string): string => `account ${key} ${listed}\n2026-01-05 charge 100\n2026-01-20 payment 100 patient`;
const BOOK = [
  settled('A', 'mrn=M1 guarantor=G1 patient="Doe, Ann"'),
  settled('B', 'mrn=M1 patient="Doe, A."'),
  settled('C', 'mrn=M2 guarantor=G1 patient="Doe, Bo"'),
  settled('D', 'mrn=M3 guarantor=G3 patient="Doe, Ann"'),
  settled('E', ''),
  settled('F', ''),
  // Owes 30.00; in credit by 45.00.
  'account G mrn=M1\n2026-01-05 charge 30',
  'account H mrn=M9 guarantor=G3\n2026-01-05 payment 45 patient',
].join('\n');

function familyOf(text: string) {
  const shape = new Shape(ledgerOf(text));
  const plain = plainAccountsOf(shape, AS_OF, new Set());
  const keyed = (key: string) => plain.find(({ account }) => shape.keyOf(account) === key)!;
  const draft = (key: string, over = 0): Draft => {
    const made = new Draft(shape, keyed(key));
    made.rows.at(-1)!.effect -= over;
    return made;
  };
  const keysOf = (marks: Uint8Array): string => Array.from(marks, (mark, account) => (mark === 1 ? shape.keyOf(account) : '')).join('');
  return { shape, keyed, draft, keysOf, families: new Families(shape, plain) };
}

describe('a family', () => {
  const { shape, draft, keysOf, families, keyed } = familyOf(BOOK);
  it.each([
    ['A', 'ABCG'],
    ['B', 'ABG'],
    ['C', 'AC'],
    ['D', 'DH'],
    // What says neither patient nor guarantor stands alone.
    ['E', 'E'],
  ])('of %s: %s', (key, expected) => expect(keysOf(familiesOf(shape, [draft(key)]))).toBe(expected));
  it('of several drafts is all of theirs', () => expect(keysOf(familiesOf(shape, [draft('B'), draft('E'), draft('D')]))).toBe('ABDEGH'));
  it('plain accounts of the same patient', () => {
    const plain = (key: string): string[] => families.plainWith(keyed(key)).map(({ account }) => shape.keyOf(account));
    expect([plain('A'), plain('B'), plain('C'), plain('E')]).toEqual([['A', 'B'], ['A', 'B'], ['C'], []]);
  });
  it('where there is no record number the name tells the patient', () => {
    const named = familyOf([settled('A', 'patient="Doe, Ann"'), settled('B', 'patient="Doe, Ann"'), settled('C', 'patient="Roe, Bo"')].join('\n'));
    expect(named.keysOf(familiesOf(named.shape, [named.draft('A')]))).toBe('AB');
  });
});

describe('a planted credit that would be explained by another account', () => {
  it.each<[string, string, number, boolean]>([
    ['as much as the patient owes elsewhere', 'A', 3_000, true],
    ['a cent less', 'A', 2_999, false],
    ['as much as the guarantor is in credit elsewhere', 'D', 4_500, true],
    ['as much as a stranger owes', 'D', 3_000, false],
    ['of nobody known', 'E', 3_000, false],
    ['nothing at all', 'A', 0, false],
  ])('%s', (_name, key, over, expected) => {
    const { draft, families } = familyOf(BOOK);
    expect(families.wouldMatch([draft(key, over)])).toBe(expected);
  });
  it('one that has its other account with it is meant', () => {
    const { draft, families } = familyOf(BOOK);
    expect(families.wouldMatch([draft('A', 3_000), draft('B')])).toBe(false);
  });
  it('what was planted before counts too', () => {
    const { draft, families } = familyOf(BOOK);
    expect(families.wouldMatch([draft('C', 1_234)])).toBe(false);
    families.note([draft('A', 1_234), draft('B', 0)]);
    expect(families.wouldMatch([draft('C', 1_234)])).toBe(true);
    families.note([draft('A', 77)]);
    expect([1_234, 77, 0].map((over) => families.wouldMatch([draft('C', over)]))).toEqual([true, true, false]);
  });
});
