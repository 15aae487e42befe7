/** The cents there are to explain, by term of the identity (domain.md 1.6): what a finding may have, and what is left after it. */
import type { Finding } from '../../src/core/credit';
import { Pots } from '../../src/core/pots';
import { proposal } from '../../src/core/proposal';
import { dollars } from './harness';
import { BASE, viewOf } from './viewing';

const wants = (amount: number, more: Partial<Finding> = {}): Finding =>
  proposal('C01', { class: 'true-overpayment', cents: dollars(amount), party: 2, resolution: 'REFUND_PAYER', evidence: 'reference', because: '', ...more });
const twice = (charge: number, more = ''): string =>
  `${BASE.replace('charge 1000', `charge ${charge}`).replace(' payer2=Cigna', '')}\n2026-02-01 payment 480 Aetna claim=A allowed=600 pr=120${more}\n2026-02-20 payment 150 patient\n2026-03-01 payment 480 Aetna claim=A allowed=600 pr=120${more}`; // postings 2 to 4

describe('there is to explain', () => {
  it("each party's payments above what it owes: 480 of Aetna, 30 of the patient", () => {
    const pots = new Pots(viewOf(twice(1000)));
    expect([pots.available(wants(999)), pots.available(wants(999, { party: 1 }))]).toEqual([48000, 3000]);
    expect(pots.nameOf(wants(1))).not.toBe(pots.nameOf(wants(1, { party: 1 })));
    pots.draw(wants(300), 30000);
    expect([pots.available(wants(999)), pots.available(wants(999, { party: 1 })), pots.available(wants(50))]).toEqual([18000, 3000, 5000]);
  });
  it('nothing of a party that paid too little', () =>
    expect(new Pots(viewOf(`${BASE}\n2026-02-01 payment 400 Aetna claim=A allowed=600 pr=120`)).available(wants(5))).toBe(0));
  it('write-offs above the correct ones, 400 + 50 − 400, and missing charges, 1000 − 700', () => {
    const pots = new Pots(viewOf(`${twice(700, ' billed=1000')}\n2026-03-02 contractual 50 Aetna`));
    expect([pots.available(wants(999, { term: 'adjustment' })), pots.available(wants(999, { term: 'charge' }))]).toEqual([5000, 30000]);
  });
  it('no write-offs where too little is written off', () => expect(new Pots(viewOf(twice(1100))).available(wants(999, { term: 'adjustment' }))).toBe(0));
  it('parts in credit, by party', () => {
    const pots = new Pots(viewOf(twice(1000).replace('payer1=Aetna', 'payer1=Aetna insBalance=120 ptBalance=-630')));
    expect([pots.available(wants(999, { term: 'bucket', party: 1 })), pots.available(wants(999, { term: 'bucket' }))]).toEqual([63000, 0]);
    expect(new Pots(viewOf(twice(1000))).available(wants(999, { term: 'bucket' }))).toBe(0);
  });
  it('money lost twice without bound', () => {
    const pots = new Pots(viewOf(twice(1000)));
    pots.draw(wants(5000, { term: 'lost' }), 500000);
    expect(pots.available(wants(9000, { term: 'lost' }))).toBe(900000);
  });
  it('the credit itself, shared by all, while liabilities are not known', () => {
    const pots = new Pots(viewOf('account A1 payer1=Aetna\n2026-02-01 payment 480 Aetna'));
    expect([wants(1), wants(1, { party: 1 }), wants(1, { term: 'adjustment' })].map((each) => pots.nameOf(each))).toEqual(['credit', 'credit', 'credit']);
    pots.draw(wants(300), 30000);
    expect(pots.available(wants(999, { term: 'adjustment', party: 1 }))).toBe(18000);
    expect(new Pots(viewOf('account A1\n2026-02-01 charge 480\n2026-02-02 unknown 0')).available(wants(5))).toBe(0);
  });
});

describe('of the postings claimed', () => {
  it('no more than they have, in the order claimed', () => {
    const pots = new Pots(viewOf(twice(1000)));
    expect(pots.available(wants(999, { party: 1, claims: [0] }))).toBe(3000);
    pots.draw(wants(500, { term: 'lost', claims: [4, 3] }), 50000); // all 480 of posting 4, 20 of the 150 of posting 3
    const left = (claims: number[]): number => pots.available(wants(999, { term: 'lost', claims }));
    expect([left([4]), left([3]), left([3, 2]), left([])]).toEqual([0, 13000, 61000, 99900]);
    pots.draw(wants(100, { term: 'lost', claims: [3] }), 10000);
    expect(left([3])).toBe(3000);
  });
});
