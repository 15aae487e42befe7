/** Since when an account, or a party on it, has been in credit (domain.md 5.1). */
import { Account } from '../../src/core/accountView';
import { toIso } from '../../src/core/day';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { since, turningPoint } from '../../src/core/since';
import { ledgerOf, testPolicy } from './harness';

function found(text: string): [string | null, number | null] {
  const ledger = ledgerOf(text);
  const view = new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
  const turned = turningPoint(view);
  return [toIso(since(view)), turned < 0 ? null : (ledger.tx.row[turned] as number)];
}
const base = 'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 400 Aetna allowed=600 pr=120';

describe('the posting that turned the balance, and its day', () => {
  it.each<[string, string, [string | null, number | null]]>([
    ['the first of all', '2026-01-01 payment 50 patient\n2026-01-02 payment 5 patient', ['2026-01-01', 2]],
    ['the last', '2026-01-05 charge 100\n2026-02-01 payment 150 patient', ['2026-02-01', 3]],
    ['0 is not in credit: 50 − 50 = 0, then −10', '2026-01-05 charge 50\n2026-02-01 payment 50 patient\n2026-03-01 payment 10 patient', ['2026-03-01', 4]],
    ['not a dip before', '2026-01-01 payment 5 patient\n2026-01-05 charge 5\n2026-01-06 payment 1 patient', ['2026-01-06', 4]],
    ['none at 0', '2026-01-05 charge 50\n2026-02-01 payment 50 patient', [null, null]],
    ['none without postings', 'account A1 balance=-5', [null, null]],
    ['not dated', '- payment 50 patient', [null, 2]],
  ])('%s', (_name, text, expected) => expect(found(text)).toEqual(expected));
});

describe('a hidden credit: the day a party went and stayed above what it owes', () => {
  it.each<[string, string, string | null]>([
    ['exactly its share is not above: 120, then a cent', '2026-03-01 payment 120 patient\n2026-04-01 payment 0.01 patient', '2026-04-01'],
    [
      'above, refunded, above again: the last time',
      '2026-03-01 payment 130 patient\n2026-03-10 refund 30 patient\n2026-04-01 payment 60 patient',
      '2026-04-01',
    ],
    ['above, partly refunded: the first time', '2026-03-01 payment 200 patient\n2026-03-10 refund 10 patient', '2026-03-01'],
    ['above for a while, back at its share', '2026-03-01 payment 200 patient\n2026-03-10 refund 80 patient', null],
    ['a write-off is no payment', '2026-03-01 smallbalance 120 patient\n2026-04-01 payment 20 patient', null],
    ['not dated', '- payment 200 patient', null],
  ])('%s', (_name, rows, day) => expect(found(`${base}\n${rows}`)[0]).toBe(day));
  it('none where nobody knows what is owed', () =>
    expect(found('account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-02-01 payment 50 patient')[0]).toBeNull());
  it('of two parties the earlier', () => {
    // Aetna owes 480 and paid 490 on 1 April; the patient owes 120 and paid 200 on 1 March. 200 of write-off is missing: 1000 − 200 − 490 − 200 = 110.
    const late = base.replace('contractual 400', 'contractual 200').replace('2026-02-01 payment 400', '2026-04-01 payment 490');
    const text = `${late}\n2026-03-01 payment 200 patient`;
    expect(found(text)).toEqual(['2026-03-01', null]);
  });
});
