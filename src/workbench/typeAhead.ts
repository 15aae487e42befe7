/**
 * Keys typed between the one that opens a cell's editor and the moment the editor stands. The grid would lose them: it opens its editor a moment
 * late, the longer the busier the machine, keeps only the newest letter meanwhile, and takes Enter for "open". Here they wait, in order, and the
 * editor takes them.
 */
export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}
interface Pressed extends Key {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}
export interface Typed {
  readonly text: string;
  /** The key that ended the edit, when it was pressed already; null = go on typing. */
  readonly end: Key | null;
}

/** Whether a key ends an edit. */
export const endsEdit = ({ key }: Pick<Key, 'key'>): boolean => ['Enter', 'Tab', 'Escape'].includes(key);
/** An editor that has not opened by then will not: keys are the grid's again. */
const PATIENCE = 5_000;

/** Letters as the grid takes them for the start of an edit. */
export const isLetter = ({ key, ctrlKey, metaKey }: Pressed): boolean => /^[ -~]$/.test(key) && !ctrlKey && !metaKey;

export class TypeAhead {
  /** Null while no editor is on its way. */
  #held: Key[] | null = null;
  /** Typed after an edit that had ended before its editor stood. */
  #later: Key[] = [];
  /** An edit has ended before its editor stood, and what follows is not pressed yet. */
  #ending = false;
  #pressing = false;
  #until = 0;

  /** An editor is on its way. */
  opens(now: number): void {
    this.#held = this.#later;
    this.#later = [];
    this.#ending = false;
    this.#until = now + PATIENCE;
  }

  /** Keeps a key for the editor that is on its way, or behind those that wait to be pressed; false when the key is the grid's. */
  keeps({ key, shiftKey, ctrlKey, metaKey }: Pressed, now: number): boolean {
    if (this.#held && now > this.#until) this.#held = null;
    const line = this.#held ?? (this.#ending && !this.#pressing ? this.#later : null);
    if (!line || ctrlKey || metaKey || key === 'Shift') return false;
    line.push({ key, shiftKey });
    return true;
  }

  /** The editor stands, with its first text: what it shows after the keys so far, and whether the edit has ended already. */
  taken(first: string): Typed {
    const keys = this.#held ?? [];
    this.#held = null;
    let text = first;
    for (const [at, each] of keys.entries()) {
      if (endsEdit(each)) {
        this.#later = keys.slice(at + 1);
        this.#ending = true;
        return { text, end: each };
      }
      if (each.key === 'Backspace') text = text.slice(0, -1);
      else if (each.key.length === 1) text += each.key;
    }
    return { text, end: null };
  }

  /** Presses the next key typed after an edit that has ended; false when no more wait, or the editor it opened takes the rest. */
  press(press: (key: Key) => void): boolean {
    const next = this.#later.shift();
    this.#ending = this.#later.length > 0;
    if (!next) return false;
    this.#pressing = true;
    press(next);
    this.#pressing = false;
    return this.#later.length > 0;
  }
}

/** Where the selection goes after an edit. */
export function moveAfter({ key, shiftKey }: Key): readonly [columns: -1 | 0 | 1, rows: -1 | 0 | 1] {
  if (key === 'Enter') return [0, shiftKey ? -1 : 1];
  return key === 'Tab' ? [shiftKey ? -1 : 1, 0] : [0, 0];
}
