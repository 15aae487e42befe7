/**
 * Takes our highlights away again: sweeps all sheets (rules get split and copied by pasting), deletes only rules whose formula names our keys (crb_keys_…), then
 * our key names and *Credit keys*. Never clearAll. Names what it could not remove (design.md 8).
 */
import type { ClearResult, RunHooks } from '../app/session';
import { HostFailure } from './failure';
import type { Guard } from './guard';
import { idsIn, RULE_IDS_ROW } from './highlight';

interface Found {
  readonly sheet: string;
  /** Ids of our rules; null when the list could not be read. */
  readonly ids: readonly string[] | null;
}

/** Names that hold our keys; a name of theirs that only begins like them stays, and so do their rules over our tables. */
const KEY_NAME = /\bcrb_keys_\d+_[a-z]+\b/i;
const isOurs = (formula: string): boolean => KEY_NAME.test(formula);

export async function clearHighlights(guard: Guard, keysSheet: string | null, hooks: RunHooks): Promise<ClearResult> {
  const names = await guard.run((context) => sheetNames(context), { ...hooks, repeatable: true });
  const found = await findRules(guard, names, hooks);
  const left: { sheet: string; why: string }[] = [];
  let rules = 0;
  let known: Promise<string[]> | null = null;
  for (const [n, { sheet, ids }] of found.entries()) {
    hooks.onProgress({ stage: 'clearing', done: n, total: found.length, message: `Clearing ${sheet}` });
    const result =
      ids === null ? await clearKnown(guard, sheet, await (known ??= knownIds(guard, keysSheet, hooks)), hooks) : await clearListed(guard, sheet, ids, hooks);
    rules += result.removed;
    if (result.why !== '') left.push({ sheet, why: result.why });
  }
  // Rules that stay need their names and keys to stay true.
  if (left.length === 0) left.push(...(await clearKeys(guard, keysSheet, hooks)));
  return { rules, left };
}

/** The colours are gone already: where the structure is protected, *Credit keys* alone stays. */
async function clearKeys(guard: Guard, keysSheet: string | null, hooks: RunHooks): Promise<ClearResult['left']> {
  try {
    await guard.run((context) => removeKeys(context, keysSheet), hooks);
    return [];
  } catch (error) {
    if (keysSheet === null || !(error instanceof HostFailure) || error.code !== 'AccessDenied' || !(await stands(guard, keysSheet, hooks))) throw error;
    return [{ sheet: keysSheet, why: STRUCTURE }];
  }
}
const stands = (guard: Guard, name: string, hooks: RunHooks): Promise<boolean> =>
  guard.run(
    async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      await context.sync();
      return !sheet.isNullObject;
    },
    { ...hooks, repeatable: true },
  );

const STRUCTURE =
  'The colours are gone. This hidden sheet stays because the structure of the workbook is protected: switch off Protect Workbook on the Review tab, then clear again.';

async function sheetNames(context: Excel.RequestContext): Promise<string[]> {
  context.workbook.worksheets.load('items/name');
  await context.sync();
  return context.workbook.worksheets.items.map((sheet) => sheet.name);
}

/** All sheets in one request; when a list throws (open Excel bugs with several rules on one cell), sheet by sheet. */
async function findRules(guard: Guard, names: readonly string[], hooks: RunHooks): Promise<Found[]> {
  const options = { ...hooks, repeatable: true };
  try {
    return (await guard.run((context) => listed(context, names), options)).filter((entry) => entry.ids === null || entry.ids.length > 0);
  } catch (error) {
    if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
  }
  const found: Found[] = [];
  for (const name of names) {
    try {
      found.push(...(await guard.run((context) => listed(context, [name]), options)));
    } catch (error) {
      if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
      // A chart sheet has no cells and so no rules; a sheet that was deleted meanwhile took its rules along.
      if (error.code !== 'UnsupportedSheet' && error.code !== 'ItemNotFound') found.push({ sheet: name, ids: null });
    }
  }
  return found.filter((entry) => entry.ids === null || entry.ids.length > 0);
}

async function listed(context: Excel.RequestContext, names: readonly string[]): Promise<Found[]> {
  const lists = names.map((name) => {
    const formats = context.workbook.worksheets.getItem(name).getRange().untrack().conditionalFormats;
    formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
    return { name, formats };
  });
  await context.sync();
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
    await guard.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange();
      for (const id of ids) range.conditionalFormats.getItem(id).delete();
      range.untrack();
      await context.sync();
    }, hooks);
    return { removed: ids.length, why: '' };
  } catch (error) {
    return await leftOver(guard, sheet, ids.length, error, hooks);
  }
}

/** After a failed delete: what is still there, and why. */
async function leftOver(guard: Guard, sheet: string, wanted: number, error: unknown, hooks: RunHooks): Promise<Cleared> {
  if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
  const [now] = await guard.run((context) => listed(context, [sheet]), { ...hooks, repeatable: true });
  const still = now?.ids?.length ?? wanted;
  return { removed: wanted - still, why: still === 0 ? '' : reason(error) };
}

const reason = (error: HostFailure): string =>
  error.code === 'AccessDenied' ? 'The sheet is protected: unprotect it on the Review tab, then clear again.' : `${error.message} ${error.remedy}`;

/** Ids of the rules we made, from *Credit keys*. */
async function knownIds(guard: Guard, keysSheet: string | null, hooks: RunHooks): Promise<string[]> {
  if (keysSheet === null) return [];
  return await guard.run(
    async (context) => {
      const range = context.workbook.worksheets.getItem(keysSheet).getRangeByIndexes(RULE_IDS_ROW, 0, 1, 1);
      range.untrack();
      return await idsIn(context, range);
    },
    { ...hooks, repeatable: true },
  );
}

/** The list of a sheet cannot be read: asks for the rules we made by their ids. */
async function clearKnown(guard: Guard, sheet: string, ids: readonly string[], hooks: RunHooks): Promise<Cleared> {
  if (ids.length === 0)
    return { removed: 0, why: 'Excel cannot list the rules here. If our colours remain, remove them with Conditional Formatting, Manage Rules.' };
  try {
    return { removed: await guard.run((context) => deleteKnown(context, sheet, ids), hooks), why: '' };
  } catch (error) {
    if (!(error instanceof HostFailure) || error.code === 'NotAnswering') throw error;
    return { removed: 0, why: reason(error) };
  }
}

async function deleteKnown(context: Excel.RequestContext, sheet: string, ids: readonly string[]): Promise<number> {
  const range = context.workbook.worksheets.getItem(sheet).getRange();
  const items = ids.map((id) => range.conditionalFormats.getItemOrNullObject(id));
  for (const item of items) item.load('type,customOrNullObject/rule/formula');
  await context.sync();
  const ours = items.filter((item) => !item.isNullObject && isOursItem(item));
  for (const item of ours) item.delete();
  range.untrack();
  await context.sync();
  return ours.length;
}

async function removeKeys(context: Excel.RequestContext, keysSheet: string | null): Promise<void> {
  const { names, worksheets } = context.workbook;
  names.load('items/name');
  await context.sync();
  const ours = names.items.filter((item) => KEY_NAME.test(item.name) || item.name.toLowerCase() === 'crb_sheet_keys');
  if (ours.length === 0 && keysSheet === null) return;
  // The sheet first: should Excel refuse that, it keeps its marks.
  if (keysSheet !== null) worksheets.getItemOrNullObject(keysSheet).delete();
  for (const item of ours) item.delete();
  await context.sync();
}
