/**
 * Texts by number and numbers by text. A hash table in one typed array: a Map of a million strings takes four reads of far memory a look-up, this one
 * two (design.md 5). Number 0 is the empty text.
 */
const FREE = 0;
const LEAST = 2048;

export class TextTable {
  readonly texts: string[] = [''];
  /** A number of a text in the low bits, as many of its hash as there is room for in the high ones; at most half of the places are taken. */
  private places: Int32Array;
  /** The bits of a place that hold the number. */
  private low: number;

  /** `expected`: how many texts will probably come. */
  constructor(expected = 0) {
    this.places = new Int32Array(Math.max(LEAST, 2 ** Math.ceil(Math.log2(2 * expected + 1))));
    this.low = this.places.length / 2 - 1;
  }

  /** Number of a text, added when new. */
  add(text: string): number {
    return text === '' ? 0 : this.addHashed(text, hashOf(text));
  }

  /** The same for a text whose hash is known. */
  addHashed(text: string, hash: number): number {
    const at = this.placeOf(text, hash);
    const known = this.places[at] as number;
    return known === FREE ? this.put(text, hash, at) : known & this.low;
  }

  /**
   * Where to look first for each hash, as `isAt` takes it; written from `at` on. A loop of its own, in which the reads of far memory wait for each
   * other's answers no longer than the first one takes.
   */
  look(hashes: Int32Array, count: number, into: Int32Array, at: number): void {
    const { places } = this;
    const last = places.length - 1;
    for (let i = 0; i < count; i++) into[at + i] = places[(hashes[i] as number) & last] as number;
  }
  /** Number of the text when it stands where `look` found `place`, else 0. */
  numberAt(place: number, text: string, hash: number): number {
    const number = place & this.low;
    return ((place ^ hash) & ~this.low) === 0 && this.texts[number] === text ? number : 0;
  }

  /** Number of a text, −1 when it was never added. */
  find(text: string): number {
    if (text === '') return 0;
    const known = this.places[this.placeOf(text, hashOf(text))] as number;
    return known === FREE ? -1 : known & this.low;
  }

  /** Where the text stands, or the free place where it belongs. */
  private placeOf(text: string, hash: number): number {
    const { places, texts, low } = this;
    const last = places.length - 1;
    let at = hash & last;
    for (let place = places[at] as number; place !== FREE; place = places[at] as number) {
      if (((place ^ hash) & ~low) === 0 && texts[place & low] === text) return at;
      at = (at + 1) & last;
    }
    return at;
  }

  private put(text: string, hash: number, at: number): number {
    const number = this.texts.push(text) - 1;
    this.places[at] = (hash & ~this.low) | number;
    if (number === this.low) this.grow();
    return number;
  }

  private grow(): void {
    const to = new Int32Array(this.places.length * 2);
    const last = to.length - 1;
    const low = to.length / 2 - 1;
    for (let number = 1; number < this.texts.length; number++) {
      const hash = hashOf(this.texts[number] as string);
      let at = hash & last;
      while (to[at] !== FREE) at = (at + 1) & last;
      to[at] = (hash & ~low) | number;
    }
    this.places = to;
    this.low = low;
  }
}

/** 32 bits over all characters, mixed so that running numbers spread; never 0. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13) || 1;
}
