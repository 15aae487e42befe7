/** *Remove sheets*: deletes sheets of ours with their marks and names; nothing else. */
import type { OwnRole } from '../outputs/edit';
import type { RunHooks } from '../app/session';
import { sheetOfFormula } from './cells';
import type { Guard } from './guard';
import type { OwnSheet } from './own';
import { columnMark, sheetMark } from './own';

export async function removeSheets(guard: Guard, own: readonly OwnSheet[], keep: readonly OwnRole[], hooks: RunHooks): Promise<string[]> {
  const going = own.filter((sheet) => !keep.includes(sheet.role));
  if (going.length === 0) return [];
  await guard.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.load('items/name,items/formula');
    await context.sync();
    const gone = names.items.filter((item) => going.some((sheet) => marks(item, sheet)));
    // The sheets first: one that Excel refuses to delete keeps its marks.
    for (const sheet of going) worksheets.getItem(sheet.sheet).delete();
    for (const item of gone) item.delete();
    await context.sync();
  }, hooks);
  return going.map((sheet) => sheet.sheet);
}

/** Our mark of the sheet, or of a column on it; a name of theirs that only begins like ours points elsewhere. */
function marks({ name, formula }: Excel.NamedItem, { role, sheet }: OwnSheet): boolean {
  const lower = name.toLowerCase();
  if (lower === sheetMark(role).toLowerCase()) return true;
  const target = String(formula);
  return lower.startsWith(columnMark(role, '').toLowerCase()) && (target.includes('#REF!') || sheetOfFormula(target) === sheet);
}
