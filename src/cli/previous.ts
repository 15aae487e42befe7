/** --previous: the work in last month's reviewed workbook. Read, never written. */
import { readReviewed } from '../app/reviewedFile';
import type { Previous } from '../app/session';
import { readInput, Unreadable } from './files';
import type { Terminal } from './run';

/** Throws Unreadable when it cannot be opened or holds no sheet Credits of ours. */
export function previousIn(path: string, terminal: Pick<Terminal, 'err'>): Previous {
  const file = readInput(path);
  terminal.err(`Opening ${file.name}\n`);
  const { previous, refused } = readReviewed(file);
  if (refused) throw new Unreadable(refused.code, `--previous: ${refused.message}`, refused.remedy);
  return previous;
}
