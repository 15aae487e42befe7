/** --previous: the work in last month's reviewed workbook. Read, never written. */
import { readPrevious } from '../app/previous';
import type { Previous } from '../app/session';
import { startExcel } from '../host/node';
import { openAll } from './open';
import { Unreadable } from './files';
import type { Terminal } from './run';

/** Rejects with Unreadable when it cannot be opened or holds no sheet of ours. */
export async function previousIn(path: string, terminal: Pick<Terminal, 'err'>): Promise<Previous> {
  const { workbook } = openAll([path], (name) => terminal.err(`Opening ${name}\n`));
  const excel = await startExcel(workbook);
  try {
    const previous = await readPrevious(() => undefined);
    if (previous.has('credits')) return previous;
  } finally {
    excel.close();
  }
  throw new Unreadable(
    'no-previous-work',
    'The workbook of --previous holds no sheet Credits of this add-in.',
    'Name the copy that was written last month (--out), or leave --previous out.',
  );
}
