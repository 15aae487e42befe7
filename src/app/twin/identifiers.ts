/**
 * Invented identifiers: one for each that stands in the workbook, of the same form, the same on every sheet. Leading zeros stay, so "00123" and 123
 * remain one account. None equals an identifier of the source.
 */
import type { Chance } from '../../core/selfTest/chance';

const TRIES = 20;
const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An identifier that Excel has turned into a power of ten: the digits that are left, and the power. */
const SCIENTIFIC = /^(\d(?:\.\d+)?)(E\+?\d+)$/i;
const EXACT = 15;
/** From the first letter or digit to the last: `="00123"` is 00123. */
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;
const coreOf = (text: string): string => CORE.exec(text)?.[0] ?? '';
/** Without its leading zeros, in lower case: what two spellings of one identifier share. */
const bare = (text: string): string =>
  coreOf(text)
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
const isBlankLike = (text: string): boolean => /^[\s0\-–.]*$/.test(text);

export class Identifiers {
  private readonly source = new Set<string>();
  private readonly made = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly letters: ReadonlyMap<string, string>;

  constructor(private readonly chance: Chance) {
    this.letters = shifted(chance);
  }

  /** Told of every identifier of the source before the first is replaced. */
  see(text: string): void {
    this.source.add(bare(text));
  }

  /** The invented one. Zeros and blanks stay. */
  of(text: string): string {
    if (isBlankLike(text)) return text;
    const damaged = SCIENTIFIC.exec(text.trim());
    if (damaged) return this.of(damaged[1] ?? '') + (damaged[2] ?? '');
    const key = bare(text);
    let found = this.made.get(key);
    if (found === undefined) this.made.set(key, (found = this.invent(key)));
    const core = coreOf(text);
    const zeros = core.slice(0, core.length - key.length);
    return text.replace(core, () => zeros + inCaseOf(core.slice(zeros.length), found));
  }

  /** A number stays a number of as many digits; of one that Excel has cut to 15 digits those 15 become others. */
  ofNumber(value: number): number {
    const digits = Number.isInteger(value) ? BigInt(Math.abs(value)).toString() : String(Math.abs(value));
    const isLong = digits.length > EXACT && !digits.includes('.');
    const made = Number(isLong ? this.of(digits.slice(0, EXACT)) + '0'.repeat(digits.length - EXACT) : this.of(digits));
    return value < 0 ? -made : made;
  }

  private invent(key: string): string {
    for (let tries = 0; ; tries++) {
      const longer = Math.floor(tries / TRIES);
      const made = this.like(key) + Array.from({ length: longer }, () => this.chance.one(DIGITS)).join('');
      if (this.source.has(made) || this.used.has(made) || isBlankLike(made)) continue;
      this.used.add(made);
      return made;
    }
  }

  /** Digits become others, letters their fixed stand-ins (so a prefix that many share is still shared); the rest stays. */
  private like(key: string): string {
    let made = '';
    for (const char of key) {
      const isDigit = char >= '0' && char <= '9';
      made += isDigit ? this.digit(made === '') : (this.letters.get(char) ?? (/\p{L}/u.test(char) ? 'x' : char));
    }
    return made;
  }

  private digit(isFirst: boolean): string {
    return isFirst ? String(this.chance.whole(1, 9)) : this.chance.one(DIGITS);
  }
}

/** Each letter to another one. */
function shifted(chance: Chance): Map<string, string> {
  const by = chance.whole(1, 25);
  return new Map(Array.from(UPPER).map((letter, place) => [letter.toLowerCase(), (UPPER[(place + by) % 26] ?? 'X').toLowerCase()]));
}

/** Upper case where the original has it, letter by letter; what is longer takes the case of the last. */
function inCaseOf(original: string, made: string): string {
  let upper = false;
  return Array.from(made)
    .map((char, place) => {
      const other = original[place];
      if (other !== undefined) upper = other !== other.toLowerCase();
      return upper ? char.toUpperCase() : char;
    })
    .join('');
}
