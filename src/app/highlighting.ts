/** Highlight and clear, over the door (design.md 8). */
import { clearHighlights } from '../excel/clear';
import { HostFailure } from '../excel/failure';
import { applyHighlights } from '../excel/highlight';
import { freeSheetName } from '../excel/own';
import type { BookLook } from '../excel/sample';
import type { SheetPlan, SheetSample } from '../intake/contract';
import { FIELDS } from '../intake/fields';
import { highlightEdits } from '../outputs/highlight';
import type { KeyedSheet } from '../outputs/highlight';
import { KEYS_SHEET } from '../outputs/own';
import { lookAt, writing } from './book';
import type { Book } from './book';
import type { ClearResult, HighlightResult, KeyedColumn, RunHooks, Scan } from './session';

/** Colours the sheets as the scan found them. Rejects with ReadOnly, StructureProtected or NothingToWrite before anything is touched. */
export async function highlight(book: Book, scan: Scan, hooks: RunHooks): Promise<HighlightResult> {
  const { review } = scan;
  if (!review) throw new HostFailure('NothingToWrite');
  const seen = await lookAt(book, hooks);
  assertCanAddSheets(seen);
  const { edits, problems } = highlightEdits(review, keyedSheets(scan, seen.samples));
  return await writing(book, hooks, async () => {
    const cleared = await clearHighlights(book.guard, keysSheetOf(seen), hooks);
    const blocked = new Set(cleared.left.map((entry) => entry.sheet));
    const names = seen.sheetNames.filter((name) => name !== keysSheetOf(seen) || cleared.left.length > 0);
    const result = await applyHighlights(
      book.guard,
      edits.filter((edit) => !blocked.has(edit.sheet)),
      freeSheetName(KEYS_SHEET.sheetName, names),
      hooks,
    );
    const left = cleared.left.map(({ sheet, why }) => ({
      code: 'highlight-left',
      sheet,
      row: 0,
      message: `Older highlights on ${sheet} could not be renewed.`,
      remedy: why,
    }));
    return { ...result, problems: [...problems, ...left, ...result.problems] };
  });
}

export async function clear(book: Book, hooks: RunHooks): Promise<ClearResult> {
  const seen = await lookAt(book, hooks);
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  return await writing(book, hooks, () => clearHighlights(book.guard, keysSheetOf(seen), hooks));
}

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
