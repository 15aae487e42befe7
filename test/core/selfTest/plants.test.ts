/**
 * What is planted, worked by hand on the account of domain.md 6: charges 1000, contractual 400, Aetna 480, patient 120. A planting must be a credit of
 * exactly the cents it says, and a look-alike must leave nothing owed.
 */
import { Chance } from '../../../src/core/selfTest/chance';
import { Draft } from '../../../src/core/selfTest/draft';
import { plainAccountsOf } from '../../../src/core/selfTest/plainAccounts';
import type { Tools } from '../../../src/core/selfTest/plant';
import { PLANTS } from '../../../src/core/selfTest/plants/index';
import { Shape } from '../../../src/core/selfTest/shape';
import { TRAPS } from '../../../src/core/selfTest/traps/index';
import { ledgerOf, on } from '../harness';

const AS_OF = on('2026-06-30');
/** Rows of every kind stand on other accounts, so that each kind can be made like one of them. */
const OTHERS = `
account X payer1=Cigna
2026-01-05 interest 3 Cigna
2026-01-05 charity 3 patient
2026-01-05 baddebt 3 patient
2026-01-05 capitation 3 Cigna
2026-01-05 chargecredit 3
2026-01-05 reversal 3 Cigna check=77
2026-01-05 takeback 3 Cigna check=78
2026-01-05 refund 3 patient
2026-01-05 smallbalance 3 patient
2026-01-05 adjreversal 3 Cigna
2026-01-05 deposit 3 patient
remit Cigna 3 2026-02-01 plb=WO claim=OTHER
register 3 2026-03-04 payee="Doe, Ann" check=9`;
const PLAIN = `
payer Fund class=workers-comp
account A payer1=Aetna mrn=M1 patient="Doe, Ann" planType="Case rate" status=Billed
2026-01-05 charge 1000 claim=CL1 service=2026-01-05
2026-02-01 contractual 400 Aetna claim=CL1
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient check=2001
account B payer1=Fund
2026-01-05 charge 1 Fund
${OTHERS}`;

const LEDGER = ledgerOf(PLAIN);
const shape = new Shape(LEDGER);
const tools = (seed = 1): Tools => ({ shape, chance: new Chance(seed), asOf: AS_OF, small: 500, other: () => null });
const draft = (): Draft => {
  const plain = plainAccountsOf(shape, AS_OF, new Set()).find(({ account }) => shape.keyOf(account) === 'A');
  if (!plain) throw new Error('A is settled and plain');
  return new Draft(shape, plain);
};
const planted = (id: string, seed = 1) => {
  const kind = PLANTS.find((each) => each.id === id);
  if (!kind) throw new Error(`no kind ${id}`);
  expect([id, kind.lacks(shape), kind.fits(draft().plain)]).toEqual([id, '', true]);
  const on = draft();
  return { on, truths: kind.plant(on, tools(seed)) };
};

describe('a plain account', () => {
  it('is the settled account, with its truth: allowed 600, share 120', () => {
    expect(plainAccountsOf(shape, AS_OF, new Set()).map(({ account }) => shape.keyOf(account))).toEqual(['A']);
    expect(draft().plain).toMatchObject({ paid: 48_000, share: 12_000, charges: 100_000, allowed: 60_000, moved: false, sequestration: 0 });
  });

  const notPlain: readonly (readonly [string, string])[] = [
    ['it owes', '2026-02-20 payment 119.99 patient'],
    ['a payment was reversed', '2026-02-20 payment 120 patient\n2026-02-21 reversal 120 patient\n2026-02-22 payment 120 patient'],
    ['two payers paid', '2026-02-20 payment 120 Cigna'],
    ['two payments are a cent apart', '2026-02-20 payment 59.99 Aetna\n2026-02-20 payment 60 Aetna\n2026-02-20 payment 0.01 Aetna'],
  ];
  it.each(notPlain)('is none where %s', (_why, rows) => {
    const ledger = ledgerOf(`account A payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna\n${rows}`);
    expect(plainAccountsOf(new Shape(ledger), AS_OF, new Set())).toEqual([]);
  });

  it('is none where the review already says something, or the listing disagrees', () => {
    expect(plainAccountsOf(shape, AS_OF, new Set([0]))).toEqual([]);
    const listed = ledgerOf('account A balance=1\n2026-01-05 charge 100\n2026-01-06 payment 100 patient');
    expect(plainAccountsOf(new Shape(listed), AS_OF, new Set())).toEqual([]);
  });
});

describe('plantings', () => {
  const exact: readonly (readonly [id: string, cause: string, cls: string, cents: number, owedTo: string, name: string])[] = [
    ['payer-paid-twice', 'C01', 'true-overpayment', 48_000, 'payer', 'Aetna'],
    ['check-posted-twice', 'C02', 'posting-error', 48_000, 'none', ''],
    ['takeback', 'C14', 'posting-error', 48_000, 'none', ''],
    // 480.00 keyed as 840.00 (domain.md 2.2 C13).
    ['digits', 'C13', 'posting-error', 36_000, 'none', ''],
    // The fund pays the whole 600; Aetna's 480 are too much, the patient has not paid.
    ['accident', 'C17', 'true-overpayment', 48_000, 'payer', 'Aetna'],
    ['patient-paid-twice', 'C27', 'true-overpayment', 12_000, 'patient', ''],
    ['patient-check-twice', 'C02', 'posting-error', 12_000, 'none', ''],
    ['write-off-twice', 'C08', 'posting-error', 40_000, 'none', ''],
    ['no-charge', 'C11', 'posting-error', 100_000, 'none', ''],
    ['bad-debt', 'C19', 'posting-error', 12_000, 'none', ''],
    ['charity', 'C25', 'true-overpayment', 12_000, 'patient', ''],
    ['cancelled', 'C22', 'true-overpayment', 12_000, 'patient', ''],
  ];
  it.each(exact)('%s is %s, %s of %i cents', (id, cause, cls, cents, owedTo, name) => {
    const { on: made, truths } = planted(id);
    expect(truths).toEqual([{ cause, class: cls, cents, owedTo, name }]);
    expect(made.balance).toBe(-cents);
  });

  const drawn = [
    'part-back',
    'both-primary',
    'patient-more',
    'prepaid',
    'copay',
    'small',
    'write-off-large',
    'charge-credit',
    'charge-missing',
    'interest',
    'capitation',
    'refund-unposted',
  ];
  it.each(drawn)('%s is a credit of the drawn amount, whatever the seed', (id) => {
    for (let seed = 1; seed <= 30; seed++) {
      const { on: made, truths } = planted(id, seed);
      expect([id, seed, truths?.length]).toEqual([id, seed, 1]);
      expect(made.balance).toBe(-(truths?.[0]?.cents ?? 0));
      expect(made.balance).toBeLessThan(0);
    }
  });

  it('a payer that pays again does so on another check, later, for the same claim', () => {
    const { on: made } = planted('payer-paid-twice');
    const again = made.rows.at(-1)!;
    expect(made.text(again, 'claim')).toBe('CL1');
    expect(made.text(again, 'check')).toMatch(/^\d{4}$/);
    expect(made.text(again, 'check')).not.toBe('1001');
    expect(again.day).toBeGreaterThan(made.main.day);
    expect(again.day).toBeLessThanOrEqual(AS_OF);
  });

  it('patient over and payer short: balance 0, and the patient is owed what the payer is short', () => {
    const { on: made, truths } = planted('hidden');
    expect(made.balance).toBe(0);
    const [truth] = truths ?? [];
    expect(truth).toMatchObject({ cause: 'C05', owedTo: 'patient' });
    expect(-made.main.effect).toBe(48_000 - (truth?.cents ?? 0));
  });
});

describe('look-alikes', () => {
  const laid = TRAPS.filter((trap) => trap.lacks(shape) === '' && trap.fits(draft().plain)).map(({ id }) => id);
  it('are of sixteen kinds on this account', () => expect(laid.length).toBe(16));
  it.each(laid)('%s leaves nothing owed', (id) => {
    const on = draft();
    const done = TRAPS.find((trap) => trap.id === id)?.lay(on, tools());
    // One needs a second account.
    expect(done).toBe(id !== 'bulk-check');
    expect(on.balance).toBe(0);
  });
});
