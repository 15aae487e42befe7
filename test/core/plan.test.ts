/** How a payer prices (domain.md 2.2 C10 and C18, 6 P7), and visits that never took place. */
import { Account } from '../../src/core/accountView';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { isCancelled, isCapitated, lateCreditOf, lateCredits, planOf } from '../../src/core/plan';
import { ledgerOf, testPolicy } from './harness';

function viewOf(text: string): Account {
  const ledger = ledgerOf(text);
  return new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
}

describe('the plan', () => {
  it.each([
    ['planType=DRG', 'fixed'],
    ['planType=MS-DRG', 'fixed'],
    ['plan="Case rate"', 'fixed'],
    ['planType="per diem"', 'fixed'],
    ['planType=perdiem', 'fixed'],
    ['planType=APC', 'fixed'],
    ['plan="Global fee"', 'fixed'],
    ['planType="70 % of charges"', 'percent'],
    ['planType="Percent of charge"', 'percent'],
    ['planType=pct', 'percent'],
    ['planType=POC', 'percent'],
    ['plan="fee schedule"', 'percent'],
    ['plan=fee-for-service', 'percent'],
    ['planType=FFS', 'percent'],
    ['drg=470', 'fixed'],
    ['drg=none', 'unknown'],
    ['planType=casework', 'unknown'],
    ['planType=PPO plan=Gold', 'unknown'],
    // Percent of the charge above a case rate moves with the charges.
    ['planType="case rate or 60%"', 'percent'],
    ['planType=DRG plan=PPO drg=470', 'fixed'],
    ['', 'unknown'],
  ])('%s', (columns, plan) => expect(planOf(viewOf(`account A1 ${columns}`))).toBe(plan));
});

describe('capitation', () => {
  const visit = '2026-01-05 charge 100\n2026-02-01 contractual 100 Aetna';
  it.each([
    ['planType=Capitated', visit, true],
    ['plan="HMO cap"', visit, true],
    ['finClass=CAPITATION', visit, true],
    ['planType=capital', visit, false],
    ['planType=captain', visit, false],
    ['', `${visit} carc=CO-24`, true],
    ['', `${visit} carc=45,24`, true],
    ['', `${visit} carc=CO-124`, false],
    ['', visit, false],
    // The code on a payment says nothing of how the visit is paid.
    ['', `${visit}\n2026-02-01 payment 5 Aetna carc=24`, false],
  ])('%s %s', (columns, rows, capitated) => expect(isCapitated(viewOf(`account A1 ${columns}\n${rows}`))).toBe(capitated));
});

describe('a cancelled visit', () => {
  it.each([
    ['status=Cancelled', true],
    ['flags="no show"', true],
    ['flags=no-show', true],
    ['status=noshow', true],
    ['status=CXL', true],
    ['flags="left without being seen"', true],
    ['status=billed flags=none', false],
    ['status=acxlb', false],
    ['', false],
  ])('%s', (columns, cancelled) => expect(isCancelled(viewOf(`account A1 ${columns}`))).toBe(cancelled));
});

describe('charges taken back', () => {
  const late = (rows: string): [number, number[]] => {
    const view = viewOf(`2026-01-05 charge 1000\n${rows}`);
    return [lateCreditOf(view), lateCredits(view).map((tx) => view.ledger.tx.row[tx] as number)];
  };
  it.each<[string, string, [number, number[]]]>([
    ['after the payer paid', '2026-02-01 payment 480 Aetna\n2026-02-02 chargecredit 200\n2026-02-03 chargecredit 50.25', [25025, [4, 5]]],
    ['on the very day', '2026-02-01 payment 480 Aetna\n2026-02-01 chargecredit 200', [0, []]],
    ['before', '2026-02-01 chargecredit 200\n2026-02-02 payment 480 Aetna\n2026-03-01 chargecredit 7', [700, [5]]],
    ['with no payment of a payer', '2026-02-01 payment 480 patient\n2026-02-02 chargecredit 200', [0, []]],
    ['where the payment was undone', '2026-02-01 payment 480 Aetna\n2026-02-01 reversal 480 Aetna\n2026-02-02 chargecredit 200', [0, []]],
    ['a write-off by the payer is no payment', '2026-02-01 contractual 480 Aetna\n2026-02-02 chargecredit 200', [0, []]],
    ['none', '2026-02-01 payment 480 Aetna', [0, []]],
  ])('%s', (_name, rows, expected) => expect(late(rows)).toEqual(expected));
});
