import { kindWords } from '../../src/core/kindWords';
import { Kind } from '../../src/core/ledger';
import { payeeWords } from '../../src/core/words';

it.each([
  ['none', 'ignored', 'Nobody'],
  ['account', 'A7', 'Account A7'],
  ['payer', 'Aetna', 'Aetna'],
  ['payer', '', 'Payer'],
  ['patient', 'Doe, Ann', 'Doe, Ann'],
  ['patient', '', 'Patient'],
] as const)('%s %s', (kind, name, words) => expect(payeeWords({ kind, name })).toBe(words));

it('a kind has its own words', () => {
  const all = Object.values(Kind).map(kindWords);
  expect([kindWords(Kind.PaymentReversal), new Set(all).size]).toEqual(['Payment reversal', 22]);
});
