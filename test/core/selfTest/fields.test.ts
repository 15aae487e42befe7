/** Columns that are tried, and when each can change anything on the sheets. */
import { FIELDS, NOTHING_ADDED } from '../../../src/core/selfTest/fields';
import { Shape } from '../../../src/core/selfTest/shape';
import { ledgerOf, on } from '../harness';
import { draftOf } from './drafting';

const field = (column: string) => {
  const found = FIELDS.find((each) => each.column === column);
  if (!found) throw new Error(`no field ${column}`);
  return found;
};
const openOn = (text: string): string[] => FIELDS.filter((each) => each.open(new Shape(ledgerOf(text)))).map(({ column }) => column);
const ALWAYS = [
  'Check number',
  'Claim number',
  'Order of payers',
  'Paid amount of the remittance',
  'Allowed amount and patient share of the remittance',
  'Billed, allowed and patient share of the remittance',
  'The payers’ remittance file (835)',
];

it('fields are tried where they can change anything', () => {
  expect(openOn('account A planType=PPO\n2026-01-05 payment 5 Aetna')).toEqual(ALWAYS);
  expect(openOn('account A\n2026-01-05 payment 5 Aetna').filter((column) => !ALWAYS.includes(column))).toEqual(['Plan type']);
  expect(openOn('account A planType=PPO\n2026-01-05 payment 5').filter((column) => !ALWAYS.includes(column))).toEqual([
    'Payer of each payment',
    'Payer of each payment and check number',
    'Payer, allowed amount and patient share',
  ]);
});

describe('what is filled in', () => {
  const draft = draftOf(
    'account A payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna\n2026-02-20 payment 120 patient',
  );
  const [charge, contractual, paid, patient] = draft.rows;
  const rows = [charge!, contractual!, paid!, patient!];
  const texts = (column: string, of: 'check' | 'claim') => rows.map((row) => field(column).added.text(of, draft, row));
  const money = (column: string, of: 'allowed' | 'patientResp' | 'billed' | 'remitPaid' | 'remitContractual' | 'priorPaid' | 'interest') =>
    field(column).added.money(of, paid!);

  it('a check number is for money that came or went', () => {
    expect(texts('Check number', 'check')).toEqual([undefined, undefined, 'T0-2', 'T0-3']);
    expect(texts('Check number', 'claim')).toEqual([undefined, undefined, undefined, undefined]);
    expect(texts('The payers’ remittance file (835)', 'check')).toEqual([undefined, undefined, 'T0-2', 'T0-3']);
  });
  it('a claim number is for all but the patient’s rows', () => {
    expect(texts('Claim number', 'claim')).toEqual(['T0', 'T0', 'T0', undefined]);
    expect(texts('Claim number', 'check')).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('what stands there stays', () => {
    const numbered = draftOf('account A payer1=Aetna\n2026-01-05 charge 1000 claim=C\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 600 Aetna check=1');
    const all = (of: 'check' | 'claim', column: string) => numbered.rows.map((row) => field(column).added.text(of, numbered, row));
    expect(all('check', 'Check number')).toEqual([undefined, undefined, undefined]);
    expect(all('claim', 'Claim number')).toEqual([undefined, 'T0', 'T0']);
  });
  it('one row posted twice is one check only where it was one', () => {
    const twice = draftOf('account A payer1=Aetna\n2026-01-05 charge 480\n2026-02-01 payment 480 Aetna');
    const again = twice.again(twice.main, { day: on('2026-02-03') });
    const part = twice.again(twice.main, { effect: -5 });
    const number = (row: typeof again) => field('Check number').added.text('check', twice, row);
    expect([twice.main, again, part].map(number)).toEqual(['T0-1', 'T0-2', 'T0-3']);
    twice.oneCheck = true;
    expect([twice.main, again, part].map(number)).toEqual(['T0-1', 'T0-1', 'T0-3']);
  });
  it.each<[string, (number | undefined)[]]>([
    ['Paid amount of the remittance', [undefined, undefined, undefined, 48_000, undefined, undefined]],
    ['Allowed amount and patient share of the remittance', [60_000, 12_000, undefined, undefined, 40_000, 0]],
    ['Billed, allowed and patient share of the remittance', [60_000, 12_000, 100_000, undefined, 40_000, 0]],
    ['The payers’ remittance file (835)', [60_000, 12_000, 100_000, 48_000, 40_000, 0]],
    ['Check number', [undefined, undefined, undefined, undefined, undefined, undefined]],
  ])('%s, of a payer’s payment', (column, expected) => {
    const names = ['allowed', 'patientResp', 'billed', 'remitPaid', 'remitContractual', 'priorPaid'] as const;
    const { added } = field(column);
    expect(names.map((name) => money(column, name))).toEqual(expected);
    expect(names.map((name) => added.opens(name))).toEqual(expected.map((value) => value !== undefined));
    expect(added.money('allowed', patient!)).toBeUndefined();
    expect([money(column, 'interest'), added.opens('interest'), added.opens('claim')]).toEqual([undefined, false, false]);
  });
  it.each<[string, boolean, boolean]>([
    ['Check number', true, false],
    ['Claim number', false, true],
    ['Payer of each payment and check number', true, false],
    ['The payers’ remittance file (835)', true, false],
    ['Payer of each payment', false, false],
  ])('%s opens check: %s, claim: %s', (column, check, claim) =>
    expect([field(column).added.opens('check'), field(column).added.opens('claim')]).toEqual([check, claim]),
  );
  it('a payer, where the account names none and the row is not a charge', () => {
    const nameless = draftOf('account A\n2026-01-05 charge 100\n2026-02-01 payment 80 none\n2026-02-02 payment 20 patient');
    for (const column of [
      'Payer of each payment',
      'Payer of each payment and check number',
      'Payer, allowed amount and patient share',
      'The payers’ remittance file (835)',
    ]) {
      const { added } = field(column);
      expect([column, added.payer, nameless.rows.map((row) => added.party(nameless, row, 9))]).toEqual([column, 'The payer', [undefined, 9, undefined]]);
      expect(draft.rows.map((row) => added.party(draft, row, 9))).toEqual([undefined, undefined, undefined, undefined]);
    }
    expect([field('Check number').added.payer, field('Check number').added.party(nameless, nameless.rows[1]!, 9)]).toEqual(['', undefined]);
  });
  it('plan type, and the order of payers', () => {
    const { added } = field('Plan type');
    expect([added.opensAccount('planType'), added.opensAccount('plan'), added.accountText('planType', draft), added.accountText('plan', draft)]).toEqual([
      true,
      false,
      'Case rate',
      undefined,
    ]);
    expect(FIELDS.filter((each) => each.added.payerOrder).map(({ column }) => column)).toEqual(['Order of payers']);
  });
  it('nothing, where nothing is added', () => {
    const none = NOTHING_ADDED;
    expect([
      none.opens('check'),
      none.opensAccount('planType'),
      none.text('check', draft, paid!),
      none.money('allowed', paid!),
      none.accountText('planType', draft),
    ]).toEqual([false, false, undefined, undefined, undefined]);
    expect([none.party(draft, paid!, 9), none.payer, none.payerOrder]).toEqual([undefined, '', false]);
  });
});
