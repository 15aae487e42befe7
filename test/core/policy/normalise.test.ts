import { normalKey } from '../../../src/core/policy/normalise';
import { normaliseWords } from '../../../src/intake/types';

it.each([
  ['Blue-Cross of  TX.', 'blue cross of tx'],
  ['UnitedHealthcare', 'united healthcare'],
  ['SMALL_BAL_WO', 'small bal wo'],
  ['Bad debt W/O', 'bad debt wo'],
  ['Clínica São José', 'clinica sao jose'],
])('%s', (text, key) => expect(normalKey(text)).toBe(key));

it('is the spelling under which intake looks codes up', () => {
  for (const text of ['PAYMENT_INS', 'Self-Pay Discount', 'CO 45', 'Blue Cross & Blue Shield', 'MediCal', 'Bad debt W/O'])
    expect(normalKey(text)).toBe(normaliseWords(text));
});
