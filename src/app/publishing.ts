/** Preview and publish: the worksheets of ours (design.md 7). The person's columns are read again just before the write. */
import { causes } from '../core/causes/index';
import type { Credit, Review } from '../core/credit';
import { HostFailure } from '../excel/failure';
import { freeSheetName } from '../excel/own';
import { assertWritable, readOwnTable } from '../excel/ownTable';
import type { OwnTable } from '../excel/ownTable';
import type { BookLook } from '../excel/sample';
import { createTable, updateTable } from '../excel/tables';
import type { CreditsContext } from '../outputs/creditRows';
import { CREDITS_COLUMNS } from '../outputs/creditsColumns';
import { creditsEdit, typedText } from '../outputs/credits';
import type { CreditsEdit } from '../outputs/credits';
import { linkFormula } from '../outputs/links';
import { CREDITS_SHEET } from '../outputs/own';
import { lookAt, writing } from './book';
import type { Book } from './book';
import { controlTotals } from './controlTotals';
import { assertCanAddSheets } from './highlighting';
import type { Preview, Published, Refusal, RunHooks, Scan } from './session';

/** What publish would do, and why it would not. `unchanged` says whether the sheets are still as scanned. */
export async function preview(book: Book, scan: Scan, unchanged: boolean, hooks: RunHooks): Promise<Preview> {
  const seen = await lookAt(book, hooks);
  const refused = refusalOf(scan, seen, unchanged);
  if (!scan.review) return { sheets: [], problems: seen.problems, refused };
  const standing = await standingCredits(book, seen, hooks);
  const { edit, kept, appended, changes } = creditsEdit(scan.review, contextOf(scan), standing);
  const rows = edit.kind === 'createTable' ? edit.rows.length : (standing?.rows.length ?? 0) + appended;
  const sheet = standing?.sheet ?? freeSheetName(CREDITS_SHEET.sheetName, namesOf(seen));
  return { sheets: [{ role: 'credits', sheet, action: standing ? 'update' : 'create', rows, kept, note: noteOf(changes) }], problems: seen.problems, refused };
}

/** "12 unchanged, 3 new". */
const noteOf = (changes: Readonly<Record<string, number>>): string =>
  Object.entries(changes)
    .map(([change, count]) => `${count.toLocaleString('en-US')} ${change}`)
    .join(', ');

function refusalOf(scan: Scan, seen: BookLook, unchanged: boolean): Refusal | null {
  if (!scan.review) return scan.refused ?? asRefusal(new HostFailure('NothingToWrite'));
  if (seen.readOnly) return asRefusal(new HostFailure('ReadOnly'));
  if (seen.structureProtected && !seen.own.some((sheet) => sheet.role === 'credits')) return asRefusal(new HostFailure('StructureProtected'));
  if (!unchanged) return asRefusal(new HostFailure('SheetChanged'));
  return controlTotals(scan.review);
}

const asRefusal = ({ code, message, remedy }: HostFailure): Refusal => ({ code, message, remedy });

export async function publish(book: Book, scan: Scan, hooks: RunHooks): Promise<Published> {
  const { review } = scan;
  if (!review) throw new HostFailure('NothingToWrite');
  const differ = controlTotals(review);
  if (differ) throw new HostFailure('ControlTotals', differ.message);
  const seen = await lookAt(book, hooks);
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  return await writing(book, hooks, async () => ({ sheets: [await publishCredits(book, scan, review, seen, hooks)] }));
}

async function publishCredits(book: Book, scan: Scan, review: Review, seen: BookLook, hooks: RunHooks): Promise<Published['sheets'][number]> {
  const own = seen.own.find((sheet) => sheet.role === 'credits');
  const context = contextOf(scan);
  if (!own) {
    assertCanAddSheets(seen);
    const { edit } = creditsEdit(review, context, null);
    if (edit.kind !== 'createTable') throw new TypeError('a first write makes the table');
    return { role: 'credits', ...(await createTable(book.guard, edit, freeSheetName(edit.sheetName, namesOf(seen)), freeTableName(edit.table, seen), hooks)) };
  }
  const { edit, table } = await mergedWithFreshest(book, own.sheet, (standing) => creditsEdit(review, context, standing), hooks);
  if (edit.kind !== 'updateTable') throw new TypeError('a later write updates the table');
  return { role: 'credits', ...(await updateTable(book.guard, edit, table, hooks)) };
}

/** Merges with the table as it stands; when a person typed or sorted meanwhile, merges again. */
async function mergedWithFreshest(
  book: Book,
  sheet: string,
  merge: (standing: OwnTable) => CreditsEdit,
  hooks: RunHooks,
): Promise<{ edit: CreditsEdit['edit']; table: OwnTable }> {
  let table = await readOwnTable(book.guard, 'credits', sheet, CREDITS_COLUMNS, hooks);
  for (let tries = 0; tries < 3; tries++) {
    assertWritable(table);
    const { edit } = merge(table);
    const again = await readOwnTable(book.guard, 'credits', sheet, CREDITS_COLUMNS, hooks);
    if (again.filtered === table.filtered && typedText(again) === typedText(table)) return { edit, table: again };
    table = again;
  }
  throw new HostFailure('TableChanged', sheet);
}

export async function standingCredits(book: Book, seen: BookLook, hooks: RunHooks): Promise<OwnTable | null> {
  const own = seen.own.find((sheet) => sheet.role === 'credits');
  return own ? await readOwnTable(book.guard, 'credits', own.sheet, CREDITS_COLUMNS, hooks) : null;
}

const namesOf = (seen: BookLook): string[] => seen.samples.map((sample) => sample.name);

/** Table names are unique in the workbook, whatever the case. */
function freeTableName(wanted: string, seen: BookLook): string {
  const taken = new Set(seen.samples.flatMap((sample) => sample.tables.map((table) => table.name.toLowerCase())));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}_${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function contextOf(scan: Scan): CreditsContext {
  const titles = new Map<string, string>(causes.map((cause) => [cause.id, cause.title]));
  const targets = new Map(
    scan.reading.keyed
      .toReversed()
      .flatMap((keyed) =>
        keyed.keys
          .toReversed()
          .map(
            (key) => [key.account, { sheet: keyed.sheet, keyColumn: keyed.keyColumn, raw: key.raw, row: key.row, joined: keyed.facilityColumn >= 0 }] as const,
          ),
      ),
  );
  return {
    sheetNames: scan.reading.sheetNames,
    causeTitle: (id) => titles.get(id) ?? '',
    link: (credit: Credit) => {
      const target = targets.get(credit.account);
      return target ? linkFormula(target) : null;
    },
  };
}
