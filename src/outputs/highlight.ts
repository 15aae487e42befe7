/**
 * Which keys get which class on which sheet (design.md 8): the account's whole row on an accounts sheet; on a transactions sheet only when there
 * is no accounts sheet, and then only key and amount cells.
 */
import type { Credit, FindingClass, Review } from '../core/credit';
import type { Highlight } from './edit';

export type RawKey = string | number;

/** A user's sheet as it was read: its key column with every distinct raw value, by the key the ledger knows. */
export interface KeyedSheet {
  readonly sheet: string;
  readonly role: 'accounts' | 'transactions' | 'mixed';
  /** 0-based. */
  readonly keyColumn: number;
  readonly facilityColumn: number;
  readonly amountColumns: readonly number[];
  readonly firstRow: number;
  readonly rowCount: number;
  readonly firstColumn: number;
  readonly columnCount: number;
  readonly keys: readonly SheetKey[];
}
/** A raw value and the ledger's account it was read as. */
export interface SheetKey {
  readonly raw: RawKey;
  /** Raw facility cell, '' when the sheet has no facility column. */
  readonly facility: string;
  readonly account: number;
}

export interface HighlightProblem {
  readonly code: string;
  readonly sheet: string;
  readonly row: number;
  readonly message: string;
  readonly remedy: string;
}

const MOST_KEY_TEXT = 255;

export function highlightEdits(
  review: Review,
  sheets: readonly KeyedSheet[],
): { readonly edits: readonly Highlight[]; readonly problems: readonly HighlightProblem[] } {
  const byAccount = new Map(review.credits.map((credit) => [credit.account, credit]));
  const withAccounts = sheets.some((sheet) => sheet.role !== 'transactions');
  const problems: HighlightProblem[] = [];
  const edits = sheets
    .filter((sheet) => sheet.role !== 'transactions' || !withAccounts)
    .map((sheet): Highlight => {
      const { keys, problems: more } = keysOf(sheet, byAccount);
      problems.push(...more);
      const { sheet: name, keyColumn, facilityColumn, firstRow, rowCount, firstColumn, columnCount } = sheet;
      const onlyColumns = sheet.role === 'transactions' ? [...new Set([keyColumn, ...sheet.amountColumns])] : undefined;
      return {
        kind: 'highlight',
        sheet: name,
        keyColumn,
        facilityColumn,
        firstRow,
        rowCount,
        firstColumn,
        columnCount,
        keys,
        ...(onlyColumns ? { onlyColumns } : {}),
      };
    })
    .filter((edit) => edit.keys.length > 0);
  return { edits, problems };
}

interface Colour {
  readonly value: RawKey;
  readonly class: FindingClass;
}

function keysOf(sheet: KeyedSheet, byAccount: ReadonlyMap<number, Credit>): { keys: Colour[]; problems: HighlightProblem[] } {
  const keys: Colour[] = [];
  const problems: HighlightProblem[] = [];
  const classes = classesByLookup(sheet, byAccount);
  const seen = new Set<RawKey>();
  for (const key of sheet.keys) {
    const credit = byAccount.get(key.account);
    const value = lookupValue(sheet, key);
    if (!credit || seen.has(value)) continue;
    seen.add(value);
    if (typeof value === 'string' && escapedLength(value) > MOST_KEY_TEXT) problems.push(tooLong(sheet.sheet, credit));
    else if ((classes.get(fold(value))?.size ?? 0) > 1) problems.push(caseOnly(sheet.sheet, credit));
    else keys.push({ value, class: credit.class });
  }
  return { keys, problems };
}

/** Excel looks text up without case: all classes (or none) that share one lookup. */
function classesByLookup(sheet: KeyedSheet, byAccount: ReadonlyMap<number, Credit>): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>();
  for (const key of sheet.keys) {
    const lookup = fold(lookupValue(sheet, key));
    const found = classes.get(lookup) ?? new Set<string>();
    found.add(byAccount.get(key.account)?.class ?? 'none');
    classes.set(lookup, found);
  }
  return classes;
}

/** As the rule joins it: the raw cell, or facility | key with an apostrophe before a text key. */
function lookupValue(sheet: KeyedSheet, key: SheetKey): RawKey {
  if (sheet.facilityColumn < 0) return key.raw;
  return `${key.facility}|${typeof key.raw === 'string' ? "'" : ''}${key.raw}`;
}

const fold = (value: RawKey): string => (typeof value === 'number' ? `#${value}` : `"${value.toLowerCase()}`);
/** ~ * ? are looked up with a tilde in front, and Excel's limit counts it. */
const escapedLength = (text: string): number => text.length + (text.match(/[~*?]/g)?.length ?? 0);

const tooLong = (sheet: string, credit: Credit): HighlightProblem => ({
  code: 'key-too-long',
  sheet,
  row: 0,
  message: `The key of account ${credit.key.slice(0, 20)}… is longer than 255 characters, which Excel cannot look up; it is not coloured.`,
  remedy: 'Use Show in sheet for this account.',
});
const caseOnly = (sheet: string, credit: Credit): HighlightProblem => ({
  code: 'key-case',
  sheet,
  row: 0,
  message: `Account ${credit.key} and another one differ only in capital letters, which Excel's look-up does not tell apart; it is not coloured.`,
  remedy: 'Use Show in sheet for this account.',
});
