/**
 * The auditor's table: ledgers that look like a refund and are none, and ledgers with one right answer, in the layouts of layouts.ts.
 * Refunds a biller would be told to pay (true overpayment at high or medium confidence) must be among those owed.
 */
import { keyOf, LAYOUTS, reviewIn, type Layout, type Told } from './layouts';
import { payerTrials } from './adversaryPayers';
import { patientTrials } from './adversaryPatients';
import { mixedTrials } from './adversaryMixed';
import { moreTrials } from './adversaryMore';
import { told } from './sheets';
import type { Trial } from './adversaryLines';
import type { Credit } from '../../src/core/credit';

const trials = [...payerTrials, ...patientTrials, ...mixedTrials, ...moreTrials];
const subject = (trial: Trial): string => trial.cases[0]?.account ?? keyOf(firstCase(trial));
const firstCase = (trial: Trial): number => trials.slice(0, trials.indexOf(trial)).reduce((n, t) => n + t.cases.length, 0);
const refunds = (credit: Credit | undefined): string[] =>
  (credit?.findings ?? [])
    .filter((f) => f.class === 'true-overpayment' && f.confidence !== 'low')
    .map((f) => `${(f.cents / 100).toFixed(2)} ${f.owedTo.kind}${f.owedTo.kind === 'payer' ? ` ${f.owedTo.name}` : ''}`);
const says = (found: readonly string[], want: string): boolean =>
  found.some((have) => (want.startsWith('* ') ? have.slice(4) === want.slice(2) : have === want));

function deviations(trial: Trial, layout: Layout, credit: Credit | undefined): string[] {
  const out = refunds(credit)
    .filter((refund) => !trial.owed.includes(refund))
    .map((refund) => `wrong refund: ${refund}`);
  const found = told(credit);
  for (const want of trial.must?.[layout.proof] ?? []) if (!says(found, want)) out.push(`missing: ${want}`);
  if (trial.quiet?.includes(layout.proof) === true && credit !== undefined) out.push('listed, and nothing is owed');
  if (trial.listed === true && credit === undefined) out.push('not listed');
  return out.length === 0 ? out : [...out, `said: ${found.join('; ')}`];
}

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_name, layout) => {
  let answer: Told;
  beforeAll(() => {
    answer = reviewIn(
      layout,
      trials.flatMap((trial) => trial.cases),
    );
  });
  it('is read', () => expect(answer.reading.refused).toBeNull());
  it.each(trials.filter((trial) => trial.not?.includes(layout.proof) !== true).map((trial) => [trial.name, trial] as const))('%s', (_title, trial) => {
    expect(deviations(trial, layout, answer.credit(subject(trial)))).toEqual([]);
  });
});
