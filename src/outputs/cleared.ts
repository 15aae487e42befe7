/**
 * A person's clearing of checks (design.md 6): Checks cleared on *Credits* names them by number. It holds for the amount it was said at, and is
 * said again by any change of its words.
 *
 * Example: "V08, V13 called 3/4" was typed at 45.00; the row now shows 55.00: "clear again, was 45.00: V08, V13 called 3/4", and both block again.
 */
import type { CreditsKey } from './creditsColumns';
import type { OutValue } from './edit';
import type { Read } from './merge';
import { isBlank } from './standing';

const AT = /^(?:at|clear again, was) (-?[\d.]+): (.*)$/s;
const money = (value: OutValue): string => Number(value).toFixed(2);

/** The words of a clearing and the amount they were said at; null when nothing is cleared. */
function clearing(read: Read<CreditsKey>, amount: OutValue): { readonly words: string; readonly at: string } | null {
  const words = String(read('checksCleared') ?? '').trim();
  if (words === '') return null;
  const [, at, said] = AT.exec(String(read('clearedAt') ?? '')) ?? [];
  return { words, at: at !== undefined && said === words ? at : money(isBlank(read('amount')) ? amount : read('amount')) };
}

/** What the column Checks cleared at shall say of a row that now shows `amount` dollars. */
export function clearedAt(read: Read<CreditsKey>, amount: OutValue): string | null {
  const said = clearing(read, amount);
  return said && `${said.at === money(amount) ? 'at' : 'clear again, was'} ${said.at}: ${said.words}`;
}

/** Checks a person has cleared on a row that now shows `amount` dollars, with the words; none when the amount has changed since. */
export function clearedChecks(read: Read<CreditsKey>, amount: OutValue): { readonly ids: ReadonlySet<string>; readonly words: string } {
  const said = clearing(read, amount);
  if (said?.at !== money(amount)) return { ids: new Set(), words: '' };
  return { ids: new Set(said.words.toUpperCase().match(/\bV\d{2}\b/g) ?? []), words: said.words };
}
