/**
 * One small text of ours in the workbook's settings. Settings lie in the file, readable by anyone, and some Excels lose them (office-js.md, State;
 * #6091): what is kept here is a convenience, never needed by a run. One key only: adding a second new key after changing one fails on the web (#920).
 */
import type { RunHooks } from '../app/session';
import type { Guard } from './guard';

export const SETTING_KEY = 'crb_reading';

/** The text as it stands; '' when there is none or it is no text. Rejects with HostFailure. */
export async function readSetting(guard: Guard, hooks: RunHooks): Promise<string> {
  return await guard.run(
    async (context) => {
      const item = context.workbook.settings.getItemOrNullObject(SETTING_KEY);
      item.load('value');
      await context.sync();
      const value: unknown = item.isNullObject ? '' : item.value;
      return typeof value === 'string' ? value : '';
    },
    { ...hooks, repeatable: true },
  );
}

/** Replaces the text; '' removes the setting. Rejects with HostFailure, for example in a workbook that is open for reading only. */
export async function writeSetting(guard: Guard, text: string, hooks: RunHooks): Promise<void> {
  await guard.run(
    async (context) => {
      const { settings } = context.workbook;
      if (text === '') settings.getItemOrNullObject(SETTING_KEY).delete();
      else settings.add(SETTING_KEY, text);
      await context.sync();
    },
    { ...hooks, repeatable: true },
  );
}
