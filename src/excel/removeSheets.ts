/** *Remove sheets*: deletes sheets of ours with their marks and names; nothing else. */
import type { OwnRole } from '../outputs/edit';
import type { RunHooks } from '../app/session';
import type { Guard } from './guard';
import type { OwnSheet } from './own';
import { sheetMark } from './own';

export async function removeSheets(guard: Guard, own: readonly OwnSheet[], keep: readonly OwnRole[], hooks: RunHooks): Promise<string[]> {
  const going = own.filter((sheet) => !keep.includes(sheet.role));
  if (going.length === 0) return [];
  await guard.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.load('items/name');
    await context.sync();
    const gone = new Set(going.map((sheet) => sheetMark(sheet.role).toLowerCase()));
    const prefixes = going.map((sheet) => `crb_col_${sheet.role}_`.toLowerCase());
    for (const item of names.items) {
      const name = item.name.toLowerCase();
      if (gone.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) item.delete();
    }
    for (const sheet of going) worksheets.getItem(sheet.sheet).delete();
    await context.sync();
  }, hooks);
  return going.map((sheet) => sheet.sheet);
}
