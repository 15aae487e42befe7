/** Corrections of the reading: those the workbook remembers, those of a profile, those of the person now; and keeping them for the next time. */
import { HostFailure } from '../excel/failure';
import { readSetting, writeSetting } from '../excel/settings';
import type { Plan, Problem } from '../intake/contract';
import { grainNamed } from '../intake/corrections';
import type { Book } from './book';
import { forget, memoryOf, recall, remember, textOf } from './memory';
import type { Memory } from './memory';
import type { Correction, RunHooks, ScanOptions } from './session';

// Loaded when there is a profile to lay on, so that the pane opens sooner.
const profiles = () => import('./profile');

/** Plans with these corrections and this level. */
export type PlanWith = (changes: Pick<ScanOptions, 'corrections' | 'grain'>) => Promise<Plan>;

export interface Corrected {
  readonly plan: Plan;
  readonly corrections: readonly Correction[];
  readonly problems: readonly Problem[];
  readonly memory: Memory;
}

const REASON = 'You chose it.';
const REASONS = { person: REASON, workbook: 'You chose it earlier; this workbook remembers it.', profile: 'The profile says so.' } as const;

/** The newest word wins: the person's, then the profile's, then what the workbook remembers. */
export async function planCorrected(book: Book, options: ScanOptions, hooks: RunHooks, planWith: PlanWith): Promise<Corrected> {
  const problems: Problem[] = [];
  const memory = memoryOf(await settingOf(book, hooks, problems));
  const { corrections: person = {}, profile } = options;
  const chosen = chosenBy(options);
  let plan = await planWith({ ...levelOf(chosen), corrections: person });
  const workbook = recall(memory, plan, chosen);
  if (Object.keys(workbook).length > 0) plan = await planWith({ ...levelOf({ ...workbook, ...chosen }), corrections: { ...workbook, ...person } });
  const fit = profile === undefined ? null : (await profiles()).fitProfile(profile, plan);
  const fromProfile = Object.fromEntries(Object.entries(fit?.corrections ?? {}).filter(([key]) => !(key in person)));
  if (fit !== null) {
    problems.push(...fit.problems);
    // The profile's level is part of the reading, not a correction to be listed; the one the workbook remembers gives way to it.
    if (fit.grain !== null) delete workbook['grain'];
    const level = levelOf({ ...workbook, ...(fit.grain === null ? {} : { grain: fit.grain }), ...chosen });
    plan = await planWith({ ...level, corrections: { ...workbook, ...fromProfile, ...person } });
  }
  const corrections = { ...listed(workbook, 'workbook'), ...listed(fromProfile, 'profile'), ...listed(chosen, 'person') };
  return { plan: withReasons(plan, corrections), corrections: Object.values(corrections), problems, memory };
}

/** The person's corrections, the level among them under "grain". */
const chosenBy = ({ corrections = {}, grain }: ScanOptions): Readonly<Record<string, string>> =>
  grain === undefined ? corrections : { ...corrections, grain };

function levelOf(corrections: Readonly<Record<string, string>>): Pick<ScanOptions, 'grain'> {
  const grain = grainNamed(corrections['grain']);
  return grain === null ? {} : { grain };
}

const listed = (corrections: Readonly<Record<string, string>>, from: Correction['from']): Record<string, Correction> =>
  Object.fromEntries(Object.entries(corrections).map(([key, value]) => [key, { key, value, from }]));

/** A column that was chosen says who chose it. */
function withReasons(plan: Plan, corrections: Readonly<Record<string, Correction>>): Plan {
  const reason = (sheet: string, field: string): string => REASONS[corrections[`column:${sheet}:${field}`]?.from ?? 'person'];
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) => (column.reason === REASON ? { ...column, reason: reason(sheet.sheet, column.field) } : column)),
    })),
  };
}

/** Settings are a convenience: what Excel refuses is said, and the reading goes on without. */
async function settingOf(book: Book, hooks: RunHooks, problems: Problem[]): Promise<string> {
  try {
    return await readSetting(book.guard, hooks);
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    const message = `What this workbook remembers of earlier corrections could not be read: ${error.message}`;
    problems.push({ code: 'not-recalled', sheet: '', row: 0, message, remedy: 'Check the columns and assumptions again.' });
    return '';
  }
}

/** Keeps the person's corrections in the workbook. Never rejects with a HostFailure: what cannot be kept is a Problem. */
export async function keepCorrections(book: Book, options: ScanOptions, { plan, memory }: Corrected, hooks: RunHooks): Promise<Problem[]> {
  const { memory: next, left } = remember(memory, plan, chosenBy(options));
  const problems = left.length === 0 ? [] : [notKept(`${left.length} of your corrections cannot be kept in this workbook without text of its cells.`)];
  if (textOf(next) === textOf(memory)) return problems;
  try {
    await writeSetting(book.guard, textOf(next), hooks);
    return problems;
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    return [notKept(`Your corrections could not be kept in this workbook: ${error.message}`)];
  }
}

const notKept = (message: string): Problem => ({
  code: 'not-remembered',
  sheet: '',
  row: 0,
  message,
  remedy: 'They hold until the pane is closed. To have them next time, save the reading as a profile, or work in a copy that you may change.',
});

/** Takes remembered corrections back. Rejects with HostFailure when the workbook may not be changed. */
export async function forgetCorrections(book: Book, keys: readonly string[], plan: Plan, hooks: RunHooks): Promise<void> {
  const memory = memoryOf(await readSetting(book.guard, hooks));
  const next = textOf(forget(memory, plan, keys));
  if (next !== textOf(memory)) await writeSetting(book.guard, next, hooks);
}
