/** Invented words: one for each word that stands in the workbook, of the same length and case, the same everywhere. None is a word of the source. */
import type { Chance } from '../../core/selfTest/chance';

const CONSONANTS = 'bdfgjklmnprstvz';
const VOWELS = 'aeiou';
const TRIES = 30;

export class WordMask {
  private readonly made = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** `kept`: words with a meaning of their own, which no invented word may be. */
  constructor(
    private readonly chance: Chance,
    kept: ReadonlySet<string>,
  ) {
    for (const word of kept) this.taken.add(word);
  }

  /** Told of every word of the source before the first is replaced. */
  see(word: string): void {
    this.taken.add(word.toLowerCase());
  }

  of(word: string): string {
    const key = word.toLowerCase();
    let found = this.made.get(key);
    if (found === undefined) this.made.set(key, (found = this.invent(key.length)));
    if (word.length > 1 && word === word.toUpperCase()) return found.toUpperCase();
    return word[0] === word[0]?.toUpperCase() ? `${(found[0] ?? '').toUpperCase()}${found.slice(1)}` : found;
  }

  private invent(length: number): string {
    for (let tries = 0; ; tries++) {
      const made = this.syllables(Math.max(2, length) + Math.floor(tries / TRIES));
      if (this.taken.has(made)) continue;
      this.taken.add(made);
      return made;
    }
  }

  private syllables(length: number): string {
    return Array.from({ length }, (_, place) => this.chance.one(place % 2 === 0 ? CONSONANTS : VOWELS)).join('');
  }
}
