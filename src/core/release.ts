/** Which verdicts carry a refund once a person has approved it (design.md 6): a true overpayment of a payer or patient, at high or medium confidence. */
import type { SettledFinding } from './credit';
import { CLASS_WORDS } from './words';

/** Why an approved row is not written to Refunds; empty = it is. `finding` null = the part that no cause explains. */
export function whyHeld(finding: Pick<SettledFinding, 'class' | 'confidence' | 'owedTo'> | null): string {
  if (!finding) return 'no cause explains the amount';
  const { class: kind, confidence, owedTo } = finding;
  if (kind !== 'true-overpayment') return `the verdict is ${CLASS_WORDS[kind].toLowerCase()}`;
  if (owedTo.kind !== 'payer' && owedTo.kind !== 'patient') return 'who is owed is not known';
  return confidence === 'low' ? 'the confidence is low' : '';
}
