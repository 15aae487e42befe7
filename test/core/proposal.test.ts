/** The usual answers of a finding: who is paid, how much slack, many of a kind gathered into one. */
import type { Finding } from '../../src/core/credit';
import { PATIENT_PARTY, UNKNOWN_PARTY } from '../../src/core/ledger';
import { cents } from '../../src/core/money';
import { contractSlack, gathered, matchSlack, nameOf, paidAgainstOwed, payeeOf, proposal, refundOf } from '../../src/core/proposal';
import { BASE, viewOf } from './viewing';

const one = (at: number): Finding =>
  proposal('C01', {
    class: 'true-overpayment',
    cents: cents(100 * at),
    party: 2,
    resolution: 'REFUND_PAYER',
    evidence: 'reference',
    because: `number ${at}.`,
    claims: [at],
    supports: [100 + at, 0],
  });
const many = (count: number): Finding[] => Array.from({ length: count }, (_, at) => one(at + 1));

describe('many of a kind', () => {
  it('stay single up to twenty', () => {
    expect(gathered(many(20))).toEqual(many(20));
    expect(gathered([])).toEqual([]);
  });
  it('are one from there on, with all their cents and postings: 21 + 22 + 23 = 66', () => {
    const [last, ...rest] = gathered(many(23)).reverse();
    expect(rest.reverse()).toEqual(many(20));
    expect(last).toEqual({
      ...one(21),
      cents: 6600,
      claims: [21, 22, 23],
      supports: [121, 0, 122, 0, 123, 0],
      because: '3 more like the ones before, $66.00 together: number 21.',
    });
  });
});

describe('a proposal', () => {
  it('is owed to nobody at account level, sure and alone, unless a cause says otherwise', () => {
    const { owedTo, level, confidence, matches, missing, variant, until } = one(1);
    expect([owedTo, level, confidence, matches, missing, variant, until]).toEqual([{ kind: 'none', name: '' }, 'account', 'high', 1, '', null, 0]);
  });
  it('goes to who paid: the payer, the guarantor, else the patient', () => {
    const to = (columns: string, party: number) => payeeOf(viewOf(`account A1 payer1=Aetna ${columns}`), party);
    expect(to('', 2)).toEqual({ kind: 'payer', name: 'Aetna' });
    expect(to('guarantorName="Doe, Joe" patient="Doe, Ann"', PATIENT_PARTY)).toEqual({ kind: 'patient', name: 'Doe, Joe' });
    expect(to('patient="Doe, Ann"', PATIENT_PARTY)).toEqual({ kind: 'patient', name: 'Doe, Ann' });
    expect(to('', PATIENT_PARTY)).toEqual({ kind: 'patient', name: 'Patient' });
    expect(to('', UNKNOWN_PARTY)).toEqual({ kind: 'none', name: '' });
    expect([refundOf(PATIENT_PARTY), refundOf(2)]).toEqual(['REFUND_PATIENT', 'REFUND_PAYER']);
  });
  it('names a party', () => {
    expect([UNKNOWN_PARTY, PATIENT_PARTY, 2].map((party) => nameOf(viewOf('account A1 payer1=Aetna'), party))).toEqual([
      'an unnamed payer',
      'the patient',
      'Aetna',
    ]);
  });
  it('sets what was paid against what is owed, where that is known', () => {
    expect(paidAgainstOwed(viewOf(`${BASE}\n2026-02-01 payment 480 Aetna`), 2)).toBe('$480.00 paid in all, $480.00 owed');
    expect(paidAgainstOwed(viewOf('account A1 payer1=Aetna\n2026-02-01 payment 480 Aetna'), 2)).toBe('$480.00 paid in all');
  });
});

describe('slack', () => {
  const allowed = (dollars: number, cls = 'commercial') =>
    viewOf(`payer Aetna class=${cls}\naccount A1 payer1=Aetna\n2026-01-05 charge ${dollars}\n2026-02-01 payment 1 Aetna`);
  it('of a price: 5 dollars, or 2 % of the allowed amount where that is more', () => {
    expect([200, 250, 251, 333.33, 600].map((dollars) => contractSlack(allowed(dollars), 2))).toEqual([500, 500, 502, 667, 1200]);
    expect(contractSlack(viewOf('account A1 payer1=Aetna\n2026-02-01 payment 1 Aetna'), 2)).toBe(500);
  });
  it('of a match: a dollar', () => expect(matchSlack(allowed(200), 2)).toBe(100));
  it('of a federal payer: a cent for both', () =>
    expect([contractSlack(allowed(600, 'medicare'), 2), matchSlack(allowed(600, 'medicare'), 2)]).toEqual([1, 1]));
});
