/** Words that stay in a twin because they say what a thing is, never who: words of types, statuses, headings, kinds of plan and government programmes. */
import { FIELDS } from '../../intake/fields';
import { NOT_PAID_STATUS, PATIENT_WORDS, PAYER_WORDS, SHEET_TYPES, TYPE_RULES, VOID_STATUS } from '../../intake/typeVocabulary';

const STATUS =
  'yes no y n true false new open closed active billed unbilled hold final posted ok none null na self same other unknown pending complete completed review primary secondary tertiary current past due';
const REPORT =
  'total totals subtotal grand sum count page of report account accounts acct patient payer claim visit encounter balance forward opening beginning';
const PROGRAMMES =
  'medicare medicaid tricare champva champus chip va veterans affairs railroad part a b c d advantage managed medi cal ahcccs tenncare masshealth supplement supplemental medigap fehb fep federal dept department state';
const PLANS =
  'hmo ppo epo pos insurance health plan care commercial workers comp compensation auto liability self pay selfpay uninsured private patient dual snp mco managed group';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const setOf = (...texts: readonly string[]): Set<string> => new Set(texts.flatMap(wordsOf).filter((word) => /\p{L}/u.test(word)));

/** Words of types and statuses. */
export const TYPE_WORDS: ReadonlySet<string> = setOf(
  ...TYPE_RULES.flatMap(({ any, and = [], not = [] }) => [...any, ...and, ...not]),
  ...PAYER_WORDS,
  ...PATIENT_WORDS,
  ...NOT_PAID_STATUS,
  ...VOID_STATUS,
  ...SHEET_TYPES.flatMap(({ words }) => words),
  STATUS,
  REPORT,
);
/** Words of headings. */
export const HEADING_WORDS: ReadonlySet<string> = setOf(...Object.values(FIELDS).flatMap(({ headings }) => headings), REPORT);
/** Words that tell the kind of a payer, and government programmes. */
export const PAYER_KIND_WORDS: ReadonlySet<string> = setOf(PROGRAMMES, PLANS);
/** Programmes of government alone: their payers keep their words. */
export const PROGRAMME_WORDS: ReadonlySet<string> = setOf('medicare medicaid tricare champva champus chip veterans ahcccs tenncare masshealth');
const SHEETS = 'sheet sheet1 sheet2 sheet3 both data export list work ledger detail details listing aging ar remittance remittances credits credit eob era';
/** Words that names of sheets keep, also in the plural. */
export const SHEET_WORDS: ReadonlySet<string> = new Set([...HEADING_WORDS, ...TYPE_WORDS, ...setOf(SHEETS)].flatMap((word) => [word, `${word}s`]));
/** Words of totals and pages. */
export const REPORT_WORDS: ReadonlySet<string> = setOf(REPORT);
/** Whole cells that say that there is no name. */
export const NO_NAME: ReadonlySet<string> = setOf('self same none na null unknown patient guarantor');

export { wordsOf };
