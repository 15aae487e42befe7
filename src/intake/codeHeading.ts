/** The heading "Code" alone: procedures or kinds of posting, told by the values (exports.md 1, headings that mean two things). */
import { normaliseHeading } from './heading';

/** CPT and HCPCS: five characters, "99213", "0001F", "A1234", with or without modifiers. */
const PROCEDURE = /^(\d{5}|\d{4}[a-z]|[a-z]\d{4})([-, ]\s*[a-z0-9]{2})*$/i;
/** "CHG", "PMT", "ADJ CON": letters only, and short. */
const SHORT_WORD = /^[a-z]{2,10}([ -][a-z]{1,10})?$/i;
const MOST_KINDS = 60;

export const isBareCode = (heading: string): boolean => normaliseHeading(heading) === 'code';

const share = (values: readonly string[], pattern: RegExp): number => values.filter((value) => pattern.test(value)).length / values.length;

/**
 * `types`: share of the cells that are words for postings; `explained`: another column of the table names the kind or the procedure.
 * Where nothing is proved the column stays what the trade most often means by it: procedures.
 */
export function meaningOfCode(values: ReadonlySet<string>, types: number, explained: boolean): 'code' | 'cpt' {
  const list = [...values];
  if (list.length === 0 || share(list, PROCEDURE) >= 0.5) return 'cpt';
  if (types >= 0.7) return 'code';
  return explained && list.length <= MOST_KINDS && share(list, SHORT_WORD) >= 0.8 ? 'code' : 'cpt';
}
