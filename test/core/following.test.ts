/** Postings on accounts that people work on, for a later export: domain.md 1.4 gives the signs. */
import { followed } from '../../src/core/following';
import { toIso } from '../../src/core/day';
import { toDecimalText } from '../../src/core/money';
import { ledgerOf } from './harness';

const ledger = ledgerOf(`
account A1 facility=North
2026-01-05 charge 1000
2026-02-01 payment 480 Aetna check=1001 claim=CL1 txnId=T1
2026-02-01 contractual 400 Aetna claim=CL1 txnId=T2
2026-02-20 payment 120 patient txnId=T3
2026-03-01 refund 30.05 patient
account A1
2026-01-06 charge 75
account A2
2026-03-04 payment 5 none`);

describe('what was posted on followed accounts', () => {
  const [north, plain, gone] = followed(ledger, [
    { facility: 'North', key: 'A1' },
    { facility: '', key: 'A1' },
    { facility: 'South', key: 'A1' },
  ]);

  it('is all of the account in day order, with effect, party and reference', () => {
    const lines = north?.postings.map(({ day, effect, refund, party, reference }) => [toIso(day), toDecimalText(effect), refund, party, reference]);
    expect(lines).toEqual([
      ['2026-01-05', '1000.00', false, '', ''],
      ['2026-02-01', '-480.00', false, 'Aetna', '1001'],
      ['2026-02-01', '-400.00', false, 'Aetna', 'CL1'],
      ['2026-02-20', '-120.00', false, 'Patient', 'T3'],
      ['2026-03-01', '30.05', true, 'Patient', ''],
    ]);
    expect([north?.facility, north?.key, north?.inExport]).toEqual(['North', 'A1', true]);
  });
  it('of the same number in another facility is told apart', () => {
    expect(plain?.inExport).toBe(true);
    expect(plain?.postings.map((posting) => toDecimalText(posting.effect))).toEqual(['75.00']);
  });
  it('of an account that the export does not hold is nothing, and that is said', () =>
    expect(gone).toEqual({ facility: 'South', key: 'A1', inExport: false, postings: [] }));
});

it('answers once for an account that is asked for twice, in the order of asking', () => {
  const asked = ['A2', 'A1', 'A2'].map((key) => ({ facility: '', key }));
  expect(followed(ledger, asked).map(({ key }) => key)).toEqual(['A2', 'A1']);
});

it('takes no more of a name than facility and key', () => {
  const named = { facility: '', key: 'A2', patient: 'Doe, Ann' };
  expect(followed(ledger, [named]).map(({ postings, ...name }) => [name, postings.length])).toEqual([[{ facility: '', key: 'A2', inExport: true }, 1]]);
});
