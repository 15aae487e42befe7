/** One credit and its story as the pane shows them: dates in words, and without the patient's name while names are hidden. Pure. */
import type { Story } from '../app/session';
import type { Credit, Payee, SettledFinding } from '../core/credit';
import { datesInWords } from './words';

type Reword = (text: string) => string;
export const NO_NAME = 'Name hidden';

/** Takes the names of a credit's people out of a text: as a whole, then word by word, so that "Delgado, Maria" also goes as "Maria Delgado". */
export function hiding(credit: Credit): Reword {
  const names = [credit.patient, ...credit.findings.filter(({ owedTo }) => owedTo.kind === 'patient').map(({ owedTo }) => owedTo.name)].filter(
    (name) => name.trim().length > 1,
  );
  const parts = names.flatMap((name) => name.split(/[\s,]+/)).filter((part) => part.length > 2);
  const wanted = [...names, ...parts].toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, '•••');
}

const nameless = (payee: Payee): Payee => (payee.kind === 'patient' ? { ...payee, name: '' } : payee);

/** For the list: no name, and no text that could hold one. */
export function masked(credit: Credit): Credit {
  const reword = hiding(credit);
  return {
    ...reworded(credit, reword),
    patient: credit.patient === '' ? '' : NO_NAME,
    findings: credit.findings.map((each) => ({ ...findingIn(each, reword), owedTo: nameless(each.owedTo) })),
  };
}

const findingIn = (finding: SettledFinding, reword: Reword): SettledFinding => ({
  ...finding,
  because: reword(finding.because),
  missing: reword(finding.missing),
  dueBasis: reword(finding.dueBasis),
  rivals: finding.rivals.map((rival) => ({ ...rival, because: reword(rival.because), decidedBy: reword(rival.decidedBy) })),
});

function reworded(credit: Credit, reword: Reword): Credit {
  return {
    ...credit,
    reviewReason: reword(credit.reviewReason),
    findings: credit.findings.map((finding) => findingIn(finding, reword)),
    checks: credit.checks.map((check) => ({ ...check, message: reword(check.message), clears: reword(check.clears) })),
  };
}

export const withDates = (credit: Credit): Credit => reworded(credit, datesInWords);

export const storyIn = (story: Story, reword: Reword): Story => ({
  sentence: reword(story.sentence),
  postings: story.postings.map(reword),
  lines: story.lines.map((line) => ({ ...line, label: reword(line.label) })),
});
