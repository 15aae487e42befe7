/** What stands beside the ledger decides: a refund register, a remittance that does not foot, more than one account at once. */
import { adj, aetna, again, chg, pay, pt } from './adversaryLines';
import { keyOf, LAYOUTS, reviewIn, type Layout } from './layouts';
import { refunds, told } from './sheets';
import { fromIso } from '../../src/core/day';

const layoutOf = (proof: Layout['proof']): Layout => LAYOUTS.find((layout) => layout.proof === proof) as Layout;
const twice = aetna(chg(), adj(), pay(), again(), pt());
const register = (account: string, amount: number, status = 'Cleared'): { name: string; values: (string | number)[][] } => ({
  name: 'Refund checks',
  values: [
    ['Account #', 'Payee', 'Refund Amount', 'Check #', 'Refund Date', 'Status'],
    [account, 'Aetna', amount, 'AP100', fromIso('2026-05-02') as number, status],
    ['99999', 'Cigna', 12.5, 'AP101', fromIso('2026-05-02') as number, status],
  ],
});

describe.each(LAYOUTS.filter(({ proof }) => proof !== 'bare').map((layout) => [layout.name, layout] as const))(
  'a refund register beside: %s',
  (_name, layout) => {
    it('shows that the duplicate went back: post the refund, pay nothing (C20a)', () => {
      const credit = reviewIn(layout, [twice], [register(keyOf(0), 480)]).credit(keyOf(0));
      expect(refunds(credit)).toEqual([]);
      expect(told(credit)).toEqual(['C20 posting-error 480.00 none']);
    });
    it('of another account changes nothing', () => {
      const credit = reviewIn(layout, [twice, aetna(chg(), adj(), pay(), pt())], [register(keyOf(1), 480)]).credit(keyOf(0));
      expect(told(credit)).toEqual(['C01 true-overpayment 480.00 payer Aetna']);
    });
    it('with another amount stops the refund at least', () => {
      const credit = reviewIn(layout, [twice], [register(keyOf(0), 450)]).credit(keyOf(0));
      const open = credit?.checks.find((check) => check.id === 'V06');
      expect(refunds(credit).length === 0 || open?.result === 'fail').toBe(true);
    });
  },
);

describe('a remittance that does not foot (V24)', () => {
  // Allowed 600, paid 480, share keyed as 20: 500 is not 600. The patient paid the 120 that is owed.
  const misread = aetna(chg(), adj(), pay(480, { pr: 20 }), pt());
  it.each(['allowed', 'remittance'] as const)('blocks a refund of what it says is too much: %s', (proof) => {
    const credit = reviewIn(layoutOf(proof), [misread]).credit(keyOf(0));
    const foots = credit?.checks.find((check) => check.id === 'V24');
    expect(refunds(credit).length === 0 || (foots?.result === 'fail' && foots.severity === 'block')).toBe(true);
  });
});

describe('a cut that the payer names (P2)', () => {
  // Allowed 600, share 120, paid 400, PI 80: the remittance foots. The patient prepaid 200: 80 over, the payer 80 short.
  it('leaves the patient the refund', () => {
    const cut = aetna(pt(200, { date: '2026-01-02' }), chg(), adj(), pay(400, { codes: 'CO-45, PI-216' }));
    const credit = reviewIn(layoutOf('remittance'), [cut]).credit(keyOf(0));
    expect(told(credit)).toEqual(['C05 true-overpayment 80.00 patient']);
    expect(credit?.checks.filter((check) => check.id === 'V24')).toEqual([]);
  });
});

describe('one credit does not hide in another', () => {
  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('accounts in credit are summed apart from open ones (P24): %s', (_name, layout) => {
    const open = aetna(chg(), adj(), pay());
    const over = aetna(chg(), adj(), pay(), pt(), pt(120, { date: '2026-04-10', check: '9002' }));
    const answer = reviewIn(layout, [open, over, open]);
    expect(answer.credit(keyOf(0))).toBeUndefined();
    expect(answer.credit(keyOf(1))?.credit).toBe(12000);
    expect(answer.credit(keyOf(2))).toBeUndefined();
  });
});
