import type { SettledFinding } from '../../src/core/credit';
import { whyHeld } from '../../src/core/release';

type Verdict = Pick<SettledFinding, 'class' | 'confidence' | 'owedTo'>;
const owed: Verdict = { class: 'true-overpayment', confidence: 'medium', owedTo: { kind: 'patient', name: 'Invented, Bo' } };

it.each<[string, Verdict | null, string]>([
  ['a true overpayment of a patient at medium', owed, ''],
  ['of a payer at high', { ...owed, confidence: 'high', owedTo: { kind: 'payer', name: 'Harbor Mutual' } }, ''],
  ['at low', { ...owed, confidence: 'low' }, 'the confidence is low'],
  ['of nobody', { ...owed, owedTo: { kind: 'none', name: '' } }, 'who is owed is not known'],
  ['a posting error at high', { ...owed, class: 'posting-error', confidence: 'high' }, 'the verdict is posting error'],
  ['the part no cause explains', null, 'no cause explains the amount'],
])('%s', (_what, verdict, why) => expect(whyHeld(verdict)).toBe(why));
