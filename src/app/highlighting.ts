/** Highlight and clear, over the door (design.md 8). */
import { clearHighlights } from '../excel/clear';
import { HostFailure } from '../excel/failure';
import { applyHighlights } from '../excel/highlight';
import type { KeysPlace } from '../excel/highlight';
import { freeSheetName } from '../excel/own';
import type { BookLook } from '../excel/sample';
import type { SheetPlan, SheetSample } from '../intake/contract';
import { FIELDS } from '../intake/fields';
import { columnOf } from '../intake/workbook/columnLetters';
import { highlightEdits } from '../outputs/highlight';
import type { KeyedSheet } from '../outputs/highlight';
import { KEYS_SHEET } from '../outputs/own';
import { lookAt, writing } from './book';
import type { Book } from './book';
import type { ClearResult, HighlightResult, KeyedColumn, RunHooks, Scan } from './session';

/** Colours the sheets as the scan found them, under the lease. Rejects with ReadOnly, StructureProtected or NothingToWrite before anything is touched. */
export async function highlight(book: Book, scan: Scan, hooks: RunHooks): Promise<HighlightResult> {
  const { review } = scan;
  if (!review) throw new HostFailure('NothingToWrite');
  const seen = await lookAt(book, hooks);
  assertCanAddSheets(seen);
  const { edits, problems } = highlightEdits(review, keyedSheets(scan, seen.samples));
  const { left } = await clearHighlights(book.guard, keysSheetOf(seen), hooks);
  const blocked = new Set(left.map((entry) => entry.sheet));
  const colourable = edits.filter((edit) => !blocked.has(edit.sheet));
  const result = await applyHighlights(book.guard, colourable, left.length > 0 ? besideKeys(seen) : newKeys(seen), hooks);
  const notRenewed = left.map(({ sheet, why }) => ({
    code: 'highlight-left',
    sheet,
    row: 0,
    message: `Older highlights on ${sheet} could not be renewed.`,
    remedy: why,
  }));
  return { ...result, problems: [...problems, ...notRenewed, ...result.problems] };
}

/** Where the old ones are gone. */
function newKeys(seen: BookLook): KeysPlace {
  const names = seen.sheetNames.filter((name) => name !== keysSheetOf(seen));
  return { sheet: freeSheetName(KEYS_SHEET.sheetName, names), exists: false, number: 1, column: 0 };
}

/** Rules that could not be taken away go on by their names and keys: new ones get numbers and columns after theirs. */
function besideKeys(seen: BookLook): KeysPlace {
  const keys = keysSheetOf(seen);
  const standing = [...seen.names].flatMap(([name, formula]) => {
    const [number, letters] = [/^crb_keys_(\d+)_/.exec(name)?.[1], /\$([A-Z]{1,3})\$\d+/.exec(formula)?.[1]];
    return number === undefined ? [] : [{ number: Number(number), column: letters === undefined ? -1 : columnOf(letters) }];
  });
  const after = (what: 'number' | 'column'): number => Math.max(...standing.map((each) => each[what]), what === 'number' ? 0 : -1) + 1;
  return {
    sheet: keys ?? freeSheetName(KEYS_SHEET.sheetName, seen.sheetNames),
    exists: keys !== null,
    number: after('number'),
    column: keys === null ? 0 : after('column'),
  };
}

export const clear = (book: Book, hooks: RunHooks): Promise<ClearResult> =>
  writing(book, hooks, async () => await clearHighlights(book.guard, keysSheetOf(await lookAt(book, hooks)), hooks));

export function assertCanAddSheets(seen: BookLook): void {
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  if (seen.structureProtected) throw new HostFailure('StructureProtected');
}

const keysSheetOf = (seen: BookLook): string | null => seen.own.find((sheet) => sheet.role === 'keys')?.sheet ?? null;

function keyedSheets(scan: Scan, samples: readonly SheetSample[]): KeyedSheet[] {
  return scan.reading.keyed.flatMap((keyed) => {
    const plan = scan.plan.sheets.find((sheet) => sheet.sheet === keyed.sheet);
    const sample = samples.find((entry) => entry.name === keyed.sheet);
    return plan && sample ? [keyedSheet(keyed, plan, sample)] : [];
  });
}

function keyedSheet(keyed: KeyedColumn, plan: SheetPlan, sample: SheetSample): KeyedSheet {
  const kinds: Readonly<Record<string, { readonly kind: string } | undefined>> = FIELDS;
  const amountColumns = plan.columns.filter((column) => kinds[column.field]?.kind === 'money').map((column) => column.column);
  return { ...keyed, amountColumns, firstRow: plan.firstDataRow, rowCount: plan.dataRows, firstColumn: sample.firstColumn, columnCount: sample.columnCount };
}
