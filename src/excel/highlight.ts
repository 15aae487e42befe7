/**
 * Highlights by conditional format, one rule a class, exactly as design.md 8: the rule asks a hidden workbook name, which points at the hidden
 * sheet *Credit keys*. Nothing of the user's is altered; the colour follows sorting and filtering.
 */
import type { FindingClass, HighlightResult, Problem, RunHooks } from '../app/session';
import type { Highlight } from '../outputs/edit';
import { columnLetters, quoted, rowBytes } from './cells';
import { codeOf, HostFailure } from './failure';
import type { Guard } from './guard';
import { BLOCK_BYTES, MOST_KEYS, MOST_KEYS_FOR_ROWS } from './limits';
import { addOwnSheet } from './newSheet';
import { wholeValues } from './whole';
import { assign, fill } from './writeRows';

/** Light fill and dark ink, at least 7:1; the class also stands in words on Credits. */
const LOOKS: Readonly<Record<FindingClass, { readonly slug: string; readonly fill: string; readonly ink: string }>> = {
  'true-overpayment': { slug: 'overpayment', fill: '#F8CBAD', ink: '#5B1A00' },
  'posting-error': { slug: 'posting', fill: '#BDD7EE', ink: '#0B2F4E' },
  misallocated: { slug: 'misallocated', fill: '#D9C8EC', ink: '#35175A' },
  hold: { slug: 'hold', fill: '#D9D9D9', ink: '#262626' },
  'needs-review': { slug: 'review', fill: '#FFE699', ink: '#4A3800' },
};
export const KEYS_SHEET = 'Credit keys';
export const KEYS_TITLE = 'Credit keys';

interface KeyList {
  readonly name: string;
  readonly class: FindingClass;
  /** Numbers first, then texts: each part has its own number format. */
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  readonly column: number;
}
interface SheetRules {
  readonly edit: Highlight;
  readonly lists: readonly KeyList[];
  readonly wholeRows: boolean;
}

/**
 * The rule's formula for the first data row. Type-strict and wildcard-safe: COUNTIF would equate "00123" with 123, and a bare MATCH reads
 * * ? ~ as wildcards. With a facility column the key is facility | key, a text key marked by an apostrophe.
 */
export function ruleFormula(edit: Highlight, name: string): string {
  const row = edit.firstRow + 1;
  const cell = `$${columnLetters(edit.keyColumn)}${row}`;
  const plain = (text: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;
  if (edit.facilityColumn < 0) return `=ISNUMBER(MATCH(IF(ISTEXT(${cell}),${plain(cell)},${cell}),${name},0))`;
  const facility = `$${columnLetters(edit.facilityColumn)}${row}`;
  return `=ISNUMBER(MATCH(${plain(`${facility}&"|"&IF(ISTEXT(${cell}),"'","")&${cell}`)},${name},0))`;
}

/** Where keys and their names go. */
export interface KeysPlace {
  readonly sheet: string;
  /** False when the sheet is to be made. */
  readonly exists: boolean;
  /** The first number and the first 0-based column that are free. */
  readonly number: number;
  readonly column: number;
}

function plan(edits: readonly Highlight[], place: KeysPlace): { readonly sheets: readonly SheetRules[]; readonly problems: readonly Problem[] } {
  const sheets: SheetRules[] = [];
  const problems: Problem[] = [];
  let column = place.column;
  for (const edit of edits) {
    if (edit.keys.length > MOST_KEYS) {
      problems.push(tooMany(edit));
      continue;
    }
    const number = place.number + sheets.length;
    const lists: KeyList[] = [];
    for (const [name, look] of Object.entries(LOOKS) as [FindingClass, (typeof LOOKS)[FindingClass]][]) {
      const keys = edit.keys.filter((key) => key.class === name).map((key) => key.value);
      const numbers = keys.filter((key) => typeof key === 'number').toSorted((a, b) => a - b);
      const texts = keys.filter((key) => typeof key === 'string').toSorted();
      if (keys.length > 0) lists.push({ name: `crb_keys_${number}_${look.slug}`, class: name, numbers, texts, column: column++ });
    }
    if (lists.length > 0) sheets.push({ edit, lists, wholeRows: edit.onlyColumns === undefined && edit.keys.length <= MOST_KEYS_FOR_ROWS });
  }
  return { sheets, problems };
}

function tooMany(edit: Highlight): Problem {
  return {
    code: 'too-many-keys',
    sheet: edit.sheet,
    row: 0,
    message: `${edit.keys.length.toLocaleString('en-US')} accounts to colour on ${edit.sheet}: above ${MOST_KEYS.toLocaleString('en-US')} Excel would become slow, so none is coloured.`,
    remedy: 'Pick credits in the list and use Show in sheet.',
  };
}

/** Sets the rules anew. Rules of ours that stand on these sheets must have been cleared before. A protected sheet becomes a Problem; the others go on. */
export async function applyHighlights(guard: Guard, edits: readonly Highlight[], place: KeysPlace, hooks: RunHooks): Promise<HighlightResult> {
  const { sheets, problems } = plan(edits, place);
  if (sheets.length > 0)
    await writeKeys(
      guard,
      sheets.flatMap((sheet) => sheet.lists),
      place,
      hooks,
    );
  const done: HighlightResult['sheets'][number][] = [];
  const more: Problem[] = [];
  const ids: string[] = [];
  for (const [n, sheet] of sheets.entries()) {
    hooks.onProgress({ stage: 'highlighting', done: n, total: sheets.length, message: `Colouring ${sheet.edit.sheet}` });
    try {
      ids.push(...(await guard.run((context) => addRules(context, sheet), hooks)));
      done.push({ sheet: sheet.edit.sheet, keys: sheet.edit.keys.length, wholeRows: sheet.wholeRows });
    } catch (error) {
      if (codeOf(error) !== 'AccessDenied') throw error;
      more.push(protectedSheet(sheet.edit.sheet));
    }
  }
  if (ids.length > 0) await guard.run((context) => writeIds(context, place, ids), { ...hooks, repeatable: true });
  return {
    sheets: done,
    byClass: countByClass(sheets.filter((sheet) => done.some((entry) => entry.sheet === sheet.edit.sheet))),
    problems: [...problems, ...more],
  };
}

function protectedSheet(sheet: string): Problem {
  return {
    code: 'sheet-protected',
    sheet,
    row: 0,
    message: `${sheet} is protected and does not allow formats, so it is not coloured.`,
    remedy: 'Unprotect it on the Review tab, then press Highlight again, or use Show in sheet.',
  };
}

function countByClass(sheets: readonly SheetRules[]): Record<FindingClass, number> {
  const counts: Record<FindingClass, number> = { 'true-overpayment': 0, 'posting-error': 0, misallocated: 0, hold: 0, 'needs-review': 0 };
  for (const list of sheets.flatMap((sheet) => sheet.lists)) counts[list.class] += list.numbers.length + list.texts.length;
  return counts;
}

/** Writes *Credit keys* (one column a name) and the names. */
async function writeKeys(guard: Guard, lists: readonly KeyList[], place: KeysPlace, hooks: RunHooks): Promise<void> {
  const cells: KeyPart[] = lists.flatMap((list) => partsOf(list));
  await guard.run(async (context) => {
    if (place.exists) {
      queueLists(context, context.workbook.worksheets.getItem(place.sheet), place, lists);
      await context.sync();
    } else await addOwnSheet(context, 'keys', place.sheet, (sheet) => queueLists(context, sheet, place, lists));
  }, hooks);
  for (let from = 0; from < cells.length;) {
    let bytes = 0;
    let to = from;
    while (to < cells.length && (to === from || bytes + (cells[to]?.bytes ?? 0) <= BLOCK_BYTES)) bytes += cells[to++]?.bytes ?? 0;
    await guard.run((context) => sendParts(context, place.sheet, cells.slice(from, to)), { ...hooks, repeatable: true });
    from = to;
  }
}

function queueLists(context: Excel.RequestContext, sheet: Excel.Worksheet, place: KeysPlace, lists: readonly KeyList[]): void {
  const { names } = context.workbook;
  sheet.visibility = 'Hidden';
  const heading = sheet.getRangeByIndexes(0, place.column, 2, Math.max(1, lists.length));
  heading.values = [lists.map(({ column }) => (column === 0 ? KEYS_TITLE : '')), lists.map((list) => list.name)];
  heading.untrack();
  for (const list of lists) {
    const letters = columnLetters(list.column);
    const last = FIRST_KEY_ROW + list.numbers.length + list.texts.length;
    names.add(list.name, `=${quoted(place.sheet)}!$${letters}$${FIRST_KEY_ROW + 1}:$${letters}$${last}`).visible = false;
  }
}

/** Below the title, the names and the ids of the rules: where Excel cannot list rules, Clear finds ours by these ids. */
export const RULE_IDS_ROW = 2;
const FIRST_KEY_ROW = 3;

interface KeyPart {
  readonly column: number;
  readonly row: number;
  readonly values: readonly (readonly (string | number)[])[];
  readonly format: 'General' | '@';
  readonly bytes: number;
}

/** At most 20,000 keys of 255 characters: parts of 4,000 stay below a block. */
function partsOf(list: KeyList): KeyPart[] {
  const parts: KeyPart[] = [];
  const add = (keys: readonly (string | number)[], start: number, format: KeyPart['format']): void => {
    for (let from = 0; from < keys.length; from += 4_000) {
      const values = keys.slice(from, from + 4_000).map((key) => [key]);
      parts.push({ column: list.column, row: start + from, values, format, bytes: rowBytes(values) + 800 });
    }
  };
  add(list.numbers, FIRST_KEY_ROW, 'General');
  add(list.texts, FIRST_KEY_ROW + list.numbers.length, '@');
  return parts;
}

async function sendParts(context: Excel.RequestContext, sheetName: string, parts: readonly KeyPart[]): Promise<void> {
  for (const part of parts) queuePart(context, sheetName, part);
  await context.sync();
}

function queuePart(context: Excel.RequestContext, sheetName: string, part: KeyPart): void {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const range = sheet.getRangeByIndexes(part.row, part.column, part.values.length, 1);
  fill(range, part.format);
  range.untrack();
  assign(sheet, part.row, part.column, part.values);
}

/** Ids of our rules as their cell on *Credit keys* has them. */
export async function idsIn(context: Excel.RequestContext, range: Excel.Range): Promise<string[]> {
  range.load('values');
  await context.sync();
  const cell = wholeValues(range, 1)[0]?.[0];
  return typeof cell === 'string' ? cell.split(' ').filter((id) => id !== '') : [];
}

/** After those of rules that stand. */
async function writeIds(context: Excel.RequestContext, place: KeysPlace, ids: readonly string[]): Promise<void> {
  const range = context.workbook.worksheets.getItem(place.sheet).getRangeByIndexes(RULE_IDS_ROW, 0, 1, 1);
  const standing = place.exists ? await idsIn(context, range) : [];
  fill(range, '@');
  range.values = [[[...new Set([...standing, ...ids])].join(' ')]];
  range.untrack();
  await context.sync();
}

/** One request a sheet: adds the rules and reads back their ids. */
async function addRules(context: Excel.RequestContext, sheet: SheetRules): Promise<string[]> {
  const target = context.workbook.worksheets.getItem(sheet.edit.sheet);
  const added: Excel.ConditionalFormat[] = [];
  for (const list of sheet.lists) {
    const look = LOOKS[list.class];
    for (const area of areasOf(sheet)) {
      const range = target.getRangeByIndexes(sheet.edit.firstRow, area.first, sheet.edit.rowCount, area.count);
      const rule = range.conditionalFormats.add('Custom');
      range.untrack();
      rule.custom.rule.formula = ruleFormula(sheet.edit, list.name);
      rule.custom.format.fill.color = look.fill;
      rule.custom.format.font.color = look.ink;
      rule.load('id,type');
      added.push(rule);
    }
  }
  await context.sync();
  if (added.some((rule) => rule.id === '')) throw new HostFailure('GeneralException', sheet.edit.sheet);
  return added.map((rule) => rule.id);
}

function areasOf({ edit, wholeRows }: SheetRules): { first: number; count: number }[] {
  if (wholeRows) return [{ first: edit.firstColumn, count: edit.columnCount }];
  return (edit.onlyColumns !== undefined && edit.keys.length <= MOST_KEYS_FOR_ROWS ? edit.onlyColumns : [edit.keyColumn]).map((first) => ({ first, count: 1 }));
}
