/** What an account needs of the others (domain.md 2.2 C12, 6 P25). */
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import type { Sibling } from '../../src/core/ledgerIndex';
import { keyOf } from '../../src/core/posting';
import { ledgerOf } from './harness';

const indexOf = (text: string): LedgerIndex => {
  const ledger = ledgerOf(text);
  return new LedgerIndex(ledger, balancesOf(ledger).listed);
};
const named = (index: LedgerIndex, found: readonly Sibling[]): string[] => found.map(({ account, relation }) => `${keyOf(index.ledger, account)} ${relation}`);

describe('family accounts', () => {
  const index = indexOf(`
account A1 mrn=M1 guarantor=G1
2026-01-05 payment 76 patient
account A3 mrn=M1 guarantor=G1
2026-01-05 charge 76
account A2 mrn=M1
2026-01-06 charge 76
account B1 mrn=M2 guarantor=G1
2026-01-06 charge 76
account B2 mrn=M2 guarantor=G1
2026-01-06 charge 75.99
account C1 mrn=M1 facility=South
2026-01-06 charge 76
account D1 mrn=M9
2026-01-06 charge 76
account E1
2026-01-06 charge 76
account E2
2026-01-06 payment 76 patient
account F1 mrn=M9 guarantor=G1
2026-01-06 payment 5 patient`);

  it('open at exactly so many cents: the patient before the guarantor, once, by key', () =>
    expect(named(index, index.openAt(0, 7600))).toEqual(['A2 patient', 'A3 patient', 'B1 guarantor']));
  it('a cent decides', () => expect(named(index, index.openAt(0, 7599))).toEqual(['B2 guarantor']));
  it('in credit by so many cents', () => {
    expect(named(index, index.inCreditBy(1, 7600))).toEqual(['A1 patient']);
    expect(named(index, index.inCreditBy(3, 500))).toEqual(['F1 guarantor']);
    expect(named(index, index.inCreditBy(1, 7601))).toEqual([]);
  });
  it('never the account itself, nor one without any id', () => {
    expect(named(index, index.inCreditBy(0, 7600))).toEqual([]);
    expect(named(index, index.openAt(8, 7600))).toEqual([]);
  });
  it('by the patient name only where no sheet has an MRN', () => {
    const rows = 'account A1 patient="Doe, Ann"\n2026-01-05 payment 76 patient\naccount A2 patient="Doe, Ann"\n2026-01-05 charge 76';
    const plain = indexOf(rows);
    expect(named(plain, plain.openAt(0, 7600))).toEqual(['A2 patient']);
    const numbered = indexOf(`${rows}\naccount A3 mrn=M5\n2026-01-05 charge 3`);
    expect(named(numbered, numbered.openAt(0, 7600))).toEqual([]);
  });
  it('of an id on more than 200 others is a placeholder', () => {
    const many = (others: number): LedgerIndex =>
      indexOf(
        Array.from({ length: others + 1 }, (_, at) => `account A${at} mrn=M1\n2026-01-05 ${at === 0 ? 'payment' : 'charge'} ${at === 1 ? 76 : 5} patient`).join(
          '\n',
        ),
      );
    const most = many(200);
    expect(named(most, most.openAt(0, 7600))).toEqual(['A1 patient']);
    const more = many(202);
    expect(named(more, more.openAt(0, 7600))).toEqual([]);
  });
});

describe('the account of a claim number', () => {
  const BOOK = `
account A1 claim=cl-1
2026-01-05 charge 100 none claim=CL2
2026-01-06 contractual 10 Aetna claim=CL3
2026-01-07 payment 10 Aetna claim=CL4
2026-01-08 chargecredit 10 none claim=CL9
remit Aetna 10 2026-01-07 claim=CL5
remit Aetna -10 2026-01-07 claim=CL6 plb=WO
remit Aetna 10 2026-01-07 claim=CL7 account=none
account A2
2026-01-05 charge 100 none claim=CL3
2026-01-05 charge 100 none claim=CL8
2026-01-09 charge 100 none claim=CL8
remit Aetna 10 2026-01-07
account A3
2026-01-05 charge 5 none claim=CL3`;
  it.each([
    ['CL1', 0],
    ['CL2', 0],
    ['CL9', 0],
    ['CL5', 0],
    ['CL8', 1],
    ['CL3', -1], // shared by three
    ['CL4', -1], // a payment may name another account's claim
    ['CL6', -1], // a provider-level line
    ['CL7', -1],
    ['CL0', -1],
    ['', -1],
  ])('%s', (claim, account) => expect(indexOf(BOOK).accountOfClaim(claim)).toBe(account));
  it('is that of its write-off where no charge names it', () =>
    expect(indexOf('account A0\naccount A1\n2026-01-06 contractual 10 Aetna claim=CL1').accountOfClaim('CL1')).toBe(1));
  it('a remittance that names no account leaves it with the account of the charge', () =>
    expect(indexOf('account A1\n2026-01-05 charge 5 none claim=CL1\nremit Aetna 10 2026-01-07 claim=CL1 account=none').accountOfClaim('CL1')).toBe(0));
  it('blank claims belong to nobody', () => expect(indexOf('account A1\n2026-01-05 charge 5 none claim=CL1\n2026-01-05 charge 5').accountOfClaim('')).toBe(-1));
  it('is known from the listing alone, and from charges alone', () => {
    expect(indexOf('account A0\naccount A1 claim=CL1').accountOfClaim('CL1')).toBe(1);
    expect(indexOf('account A0\n2026-01-05 charge 5\naccount A1\n2026-01-05 charge 5 none claim=CL1').accountOfClaim('CL1')).toBe(1);
    expect(indexOf('account A0\n2026-01-05 charge 5').accountOfClaim('CL1')).toBe(-1);
  });
});

describe('remittances and register rows', () => {
  const index = indexOf(`
account A1
remit Aetna 10 2026-01-07 claim=CL1
remit Aetna 20 2026-01-08 claim=CL2
remit Aetna 30 2026-01-08 claim=CL3 account=none
register 30 2026-03-04 check=9
account A2
register 40 2026-03-05 check=10
register 50 2026-03-06 check=11
account A3
2026-01-05 charge 5`);
  it('are those of the account, in their order', () => {
    expect(index.remittancesOf(0).map(({ paid }) => paid)).toEqual([1000, 2000]);
    expect([index.registerOf(0), index.registerOf(1)].map((rows) => rows.map(({ cents }) => cents))).toEqual([[3000], [4000, 5000]]);
  });
  it('are none where there are none', () => {
    expect([index.remittancesOf(1), index.remittancesOf(-1), index.registerOf(2)]).toEqual([[], [], []]);
    const bare = indexOf('2026-01-05 charge 5');
    expect([bare.remittancesOf(0), bare.registerOf(0)]).toEqual([[], []]);
  });
});

describe('balances', () => {
  it('are as listed where the listing gives one, else the sum of the postings', () => {
    const { listed, posted } = balancesOf(
      ledgerOf('account A1 balance=-5\n2026-01-05 charge 100\naccount A2\n2026-01-05 charge 7.50\n2026-01-06 payment 2.25 patient'),
    );
    expect([[...listed], [...posted]]).toEqual([
      [-500, 525],
      [10000, 525],
    ]);
  });
  it('are the sums where nothing is listed', () => {
    const { listed, posted } = balancesOf(ledgerOf('account A1\n2026-01-05 charge 100'));
    expect([[...listed], [...posted]]).toEqual([[10000], [10000]]);
  });
});
