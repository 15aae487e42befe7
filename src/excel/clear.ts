/**
 * Takes our highlights away again: sweeps all sheets (rules get split and copied by pasting), deletes only rules whose formula names crb_, then
 * our key names and *Credit keys*. Never clearAll. Names what it could not remove (design.md 8).
 */
import type { ClearResult, RunHooks } from '../app/session';
import { codeOf, HostFailure } from './failure';
import type { Guard, Turn } from './guard';

interface Found {
  readonly sheet: string;
  /** Ids of our rules; null when the list could not be read. */
  readonly ids: readonly string[] | null;
}

const isOurs = (formula: string): boolean => /\bcrb_/i.test(formula);

export async function clearHighlights(guard: Guard, keysSheet: string | null, hooks: RunHooks): Promise<ClearResult> {
  const names = await guard.run((turn) => sheetNames(turn), { ...hooks, repeatable: true });
  const found = await findRules(guard, names, hooks);
  const left: { sheet: string; why: string }[] = [];
  let rules = 0;
  for (const [n, { sheet, ids }] of found.entries()) {
    hooks.onProgress({ stage: 'clearing', done: n, total: found.length, message: `Clearing ${sheet}` });
    const result = ids === null ? await clearOneByOne(guard, sheet, hooks) : await clearListed(guard, sheet, ids, hooks);
    rules += result.removed;
    if (result.why !== '') left.push({ sheet, why: result.why });
  }
  // Rules that stay need their names and keys to stay true.
  if (left.length === 0) await guard.run((turn) => removeKeys(turn, keysSheet), hooks);
  return { rules, left };
}

async function sheetNames({ context, sync }: Turn): Promise<string[]> {
  context.workbook.worksheets.load('items/name');
  await sync();
  return context.workbook.worksheets.items.map((sheet) => sheet.name);
}

/** All sheets in one request; when a list throws (open Excel bugs with several rules on one cell), sheet by sheet. */
async function findRules(guard: Guard, names: readonly string[], hooks: RunHooks): Promise<Found[]> {
  const options = { ...hooks, repeatable: true };
  try {
    return (await guard.run((turn) => listed(turn, names), options)).filter((entry) => entry.ids === null || entry.ids.length > 0);
  } catch (error) {
    if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
  }
  const found: Found[] = [];
  for (const name of names) {
    try {
      found.push(...(await guard.run((turn) => listed(turn, [name]), options)));
    } catch (error) {
      if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
      found.push({ sheet: name, ids: null });
    }
  }
  return found.filter((entry) => entry.ids === null || entry.ids.length > 0);
}

async function listed({ context, sync }: Turn, names: readonly string[]): Promise<Found[]> {
  const lists = names.map((name) => {
    const range = context.workbook.worksheets.getItem(name).getRange();
    const formats = range.conditionalFormats;
    formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
    range.untrack();
    return { name, formats };
  });
  await sync();
  return lists.map(({ name, formats }) => ({ sheet: name, ids: formats.items.filter((item) => isOursItem(item)).map((item) => item.id) }));
}

function isOursItem(item: Excel.ConditionalFormat): boolean {
  return item.type === 'Custom' && !item.customOrNullObject.isNullObject && isOurs(item.customOrNullObject.rule.formula);
}

interface Cleared {
  readonly removed: number;
  /** '' when all went. */
  readonly why: string;
}

async function clearListed(guard: Guard, sheet: string, ids: readonly string[], hooks: RunHooks): Promise<Cleared> {
  try {
    await guard.run(async ({ context, sync }) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange();
      for (const id of ids) range.conditionalFormats.getItem(id).delete();
      range.untrack();
      await sync();
    }, hooks);
    return { removed: ids.length, why: '' };
  } catch (error) {
    return await leftOver(guard, sheet, ids.length, error, hooks);
  }
}

/** After a failed delete: what is still there, and why. */
async function leftOver(guard: Guard, sheet: string, wanted: number, error: unknown, hooks: RunHooks): Promise<Cleared> {
  if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
  const [now] = await guard.run((turn) => listed(turn, [sheet]), { ...hooks, repeatable: true });
  const still = now?.ids?.length ?? wanted;
  return { removed: wanted - still, why: still === 0 ? '' : reason(error) };
}

const reason = (error: HostFailure): string =>
  error.code === 'AccessDenied' ? 'The sheet is protected: unprotect it on the Review tab, then clear again.' : `${error.message} ${error.remedy}`;

/** The list cannot be read: looks at each rule by its number, from the end, so that deleting does not shift the rest. */
async function clearOneByOne(guard: Guard, sheet: string, hooks: RunHooks): Promise<Cleared> {
  let removed = 0;
  let why = '';
  const count = await guard.run(async ({ context, sync }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange();
    const result = range.conditionalFormats.getCount();
    range.untrack();
    await sync();
    return result.value;
  }, hooks);
  for (let n = count - 1; n >= 0; n--) {
    try {
      removed += Number(await guard.run((turn) => clearAt(turn, sheet, n), hooks));
    } catch (error) {
      if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
      // A rule that cannot be read is most likely the user's; only a refused delete is worth a word.
      if (codeOf(error) === 'AccessDenied') why = reason(error);
      else why ||= `Rule ${n + 1} could not be read.`;
    }
  }
  return { removed, why };
}

async function clearAt({ context, sync }: Turn, sheet: string, n: number): Promise<boolean> {
  const range = context.workbook.worksheets.getItem(sheet).getRange();
  const item = range.conditionalFormats.getItemAt(n);
  item.load('type');
  item.customOrNullObject.load('rule/formula');
  range.untrack();
  await sync();
  if (!isOursItem(item)) return false;
  item.delete();
  await sync();
  return true;
}

async function removeKeys({ context, sync }: Turn, keysSheet: string | null): Promise<void> {
  const { names, worksheets } = context.workbook;
  names.load('items/name');
  await sync();
  const ours = names.items.filter((item) => /^crb_keys_/i.test(item.name) || item.name.toLowerCase() === 'crb_sheet_keys');
  if (ours.length === 0 && keysSheet === null) return;
  for (const item of ours) item.delete();
  if (keysSheet !== null) worksheets.getItemOrNullObject(keysSheet).delete();
  await sync();
}
