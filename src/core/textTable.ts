/**
 * Texts by number and numbers by text. A hash table in typed arrays: a Map of a million strings takes four reads of far memory a look-up, this one
 * two (design.md 5). Number 0 is the empty text.
 */
const FREE = 0;

export class TextTable {
  readonly texts: string[] = [''];
  /** Pairs of hash and number; a number of 0 marks a free place. */
  private places = new Int32Array(2048);

  /** Number of a text, added when new. */
  add(text: string): number {
    if (text === '') return 0;
    const hash = hashOf(text);
    const at = this.placeOf(text, hash);
    const known = this.places[at + 1] as number;
    return known === FREE ? this.put(text, hash, at) : known;
  }

  /** Number of a text, −1 when it was never added. */
  find(text: string): number {
    if (text === '') return 0;
    const known = this.places[this.placeOf(text, hashOf(text)) + 1] as number;
    return known === FREE ? -1 : known;
  }

  /** Where the text stands, or the free place where it belongs. */
  private placeOf(text: string, hash: number): number {
    const { places, texts } = this;
    const last = places.length - 2;
    let at = (hash << 1) & last;
    for (let number = places[at + 1] as number; number !== FREE; number = places[at + 1] as number) {
      if (places[at] === hash && texts[number] === text) return at;
      at = (at + 2) & last;
    }
    return at;
  }

  private put(text: string, hash: number, at: number): number {
    const number = this.texts.push(text) - 1;
    this.places[at] = hash;
    this.places[at + 1] = number;
    if (number * 4 > this.places.length) this.grow();
    return number;
  }

  /** At most half of the places are taken. */
  private grow(): void {
    const from = this.places;
    const to = new Int32Array(from.length * 2);
    const last = to.length - 2;
    for (let old = 0; old < from.length; old += 2) {
      if (from[old + 1] === FREE) continue;
      let at = ((from[old] as number) << 1) & last;
      while (to[at + 1] !== FREE) at = (at + 2) & last;
      to[at] = from[old] as number;
      to[at + 1] = from[old + 1] as number;
    }
    this.places = to;
  }
}

/** 32 bits over all characters, mixed so that running numbers spread. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
