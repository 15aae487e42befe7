/** Tells totals, page lines and other rows that are no data from their texts (exports.md hazards 7, 8; P22). */
import { normaliseWords } from './types';

const TOTAL =
  /^(grand |sub |report |page |account |acct |patient |payer |claim |overall |batch |day |daily |month |monthly |final |net |sum |guarantor |visit |facility )*(sub)?totals?( |$)(?!(care|health|plan|life|benefit|renal|medical|community|wellness)\b)/;
const TOTAL_END = / (sub)?totals?$/;
const STATISTIC = /^(sum|count|record count|average|avg|rows|records|number of records)$/;
const PAGE =
  /^(page( no| number)?( \d+)?( of \d+)?|printed( on| by)?\b.*|run date\b.*|report (date|name|id)\b.*|end of report|continued|confidential.*|generated (on|by)\b.*|as of \d.*)$/;
const UNAPPLIED = /\b(unapplied|unallocated|suspense|unidentified|undistributed|unposted cash|on account|unearned|advance)\b/;
const OPENING =
  /^(balance forward|bal fwd|balance fwd|beginning balance|opening balance|previous balance|prior balance|bal forward|starting balance|brought forward)/;
const SECTION = /(?:^|\b)(?:account|acct|har|visit|encounter|claim|patient (?:account|acct))\s*(?:#|no\.?|number|id)?\s*[:#]\s*([A-Za-z0-9][A-Za-z0-9.-]*)/i;

export const TextKind = { Plain: 0, Total: 1, TotalEnd: 2, Page: 4, Unapplied: 8, Opening: 16 } as const;

/** Letters of a code: the words that tell a kind have more, or stand alone. */
const MOST_LETTERS = 4;
/** "H1000000007": one word of letters and digits, few letters and some digit. It names an account, never a total or a page. */
function isCode(text: string): boolean {
  let letters = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c >= 48 && c <= 57) digits++;
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) {
      if (++letters > MOST_LETTERS || (c < 97 && text.charCodeAt(at - 1) > 96)) return false;
    } else return false;
  }
  return digits > 0;
}

/** Bits of TextKind for a text. */
export function textKind(raw: string): number {
  if (raw.length > 120 || isCode(raw)) return TextKind.Plain;
  const words = normaliseWords(raw);
  if (words === '') return TextKind.Plain;
  let bits = 0;
  if (TOTAL.test(words) || STATISTIC.test(words)) bits |= TextKind.Total;
  if (TOTAL_END.test(words)) bits |= TextKind.TotalEnd;
  if (PAGE.test(words)) bits |= TextKind.Page;
  if (UNAPPLIED.test(words)) bits |= TextKind.Unapplied;
  if (OPENING.test(words)) bits |= TextKind.Opening;
  return bits;
}

/** The key in a section line such as "Account: 10023"; '' when there is none. */
export const sectionKey = (raw: string): string => SECTION.exec(raw)?.[1] ?? '';
