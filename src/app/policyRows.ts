/** The policy of a run: the rows of the *Credit policy* sheet, with those from outside (--policy) laid beside them. */
import { HostFailure } from '../excel/failure';
import { readOwnTable } from '../excel/ownTable';
import type { OwnTable } from '../excel/ownTable';
import type { BookLook } from '../excel/sample';
import { POLICY_SHEET } from '../outputs/own';
import { policyRecords, repeatsDefault } from '../outputs/policySheet';
import type { Book } from './book';
import type { Previous, Problem, RunHooks, ScanOptions } from './session';

type Records = NonNullable<ScanOptions['policyRows']>;

export interface PolicySource {
  readonly rows: Records;
  /** The sheet's name as it is now; null when the workbook has none. */
  readonly sheet: string | null;
  readonly problems: readonly Problem[];
}

/** Reads the sheet when there is one; a sheet that has lost its table is a Problem, and the defaults hold. */
export async function policySource(book: Book, seen: BookLook, outside: Records, hooks: RunHooks, previous?: Previous): Promise<PolicySource> {
  const own = seen.own.find((sheet) => sheet.role === 'policy');
  const before = previous?.get('policy');
  if (!own) return { rows: before ? together(policyRecords(before, 1), outside) : outside, sheet: null, problems: [] };
  const table = await readPolicy(book, own.sheet, hooks);
  if (!table) return { rows: outside, sheet: own.sheet, problems: [tableGone(own.sheet)] };
  return { rows: together(policyRecords(table, table.headerRow + 2), outside), sheet: own.sheet, problems: [] };
}

async function readPolicy(book: Book, sheet: string, hooks: RunHooks): Promise<OwnTable | null> {
  try {
    return await readOwnTable(book.guard, 'policy', sheet, POLICY_SHEET.columns, hooks, 'values');
  } catch (error) {
    if (error instanceof HostFailure && error.code === 'TableGone') return null;
    throw error;
  }
}

const tableGone = (sheet: string): Problem => ({
  code: 'policy-table-gone',
  sheet,
  row: 0,
  message: `${sheet} no longer holds its table, so its rows are not used; the default policy holds.`,
  remedy: 'Undo what removed the table. Or delete the sheet: the next write makes a new one.',
});

/**
 * Of two rows with one id the sheet's own comes first when a person changed it; a row that only repeats its default gives way. Rows from outside
 * carry row 0: they stand on no sheet.
 */
function together(sheet: Records, outside: Records): Records {
  if (outside.length === 0) return sheet;
  const edited = sheet.filter((record) => !repeatsDefault(record));
  const ids = new Set(edited.map((record) => record['id']));
  return [...edited, ...outside.filter((record) => !ids.has(record['policy_id'] ?? record['id'])).map((record) => ({ ...record, row: 0 }))];
}

/** Names the sheet as it is called now in the problems of its rows. */
export const placed = (problems: readonly Problem[], source: PolicySource): Problem[] => [
  ...source.problems,
  ...problems.map((problem) => (source.sheet !== null && problem.row > 0 ? { ...problem, sheet: source.sheet } : problem)),
];
