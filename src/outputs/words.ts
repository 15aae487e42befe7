/** The trade's words as a worksheet shows them. */
import type { CheckResult, Finding } from '../core/credit';
import { payeeWords } from '../core/words';

export { CLASS_WORDS, RESOLUTION_WORDS } from '../core/words';

export const owedToWords = ({ owedTo }: Pick<Finding, 'owedTo'>): string => payeeWords(owedTo);

/** "V06 blocks: …; V11 warns: …; not testable: V03, V04": blocks first; why a check is not testable stands in the pane and the JSON. */
export function checksWords(checks: readonly CheckResult[]): string {
  const open = checks.filter((check) => check.cleared === undefined);
  const failed = open
    .filter((check) => check.result === 'fail')
    .toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn') || (a.id < b.id ? -1 : 1))
    .map((check) => `${check.id} ${check.severity === 'block' ? 'blocks' : 'warns'}: ${check.message.replace(/\.$/, '')}`);
  const untested = open.filter((check) => check.result === 'notTestable').map((check) => check.id);
  const cleared = checks.filter((check) => check.cleared !== undefined).map((check) => check.id);
  const listed = (word: string, ids: string[]): string[] => (ids.length > 0 ? [`${word}: ${ids.toSorted().join(', ')}`] : []);
  return [...failed, ...listed('not testable', untested), ...listed('cleared by a person', cleared)].join('; ');
}
