const FIRST = 1024;

/** Growable typed columns: a million rows without a million objects (design.md 5). `room`: rows that are expected. */
export class Ints {
  private data: Int32Array;
  length = 0;
  constructor(room = FIRST) {
    this.data = new Int32Array(room);
  }
  push(value: number): void {
    if (this.length === this.data.length) this.grow(this.length + 1);
    this.data[this.length++] = value;
  }
  get(index: number): number {
    return this.data[index] as number;
  }
  set(index: number, value: number): void {
    this.data[index] = value;
  }
  /** Room for so many more rows at the end, for the caller to fill: returns the column, which now is that much longer. */
  extend(by: number): Int32Array {
    if (this.length + by > this.data.length) this.grow(this.length + by);
    this.length += by;
    return this.data;
  }
  /** The rows as one array, which the caller may keep: the column is not used afterwards. */
  taken(): Int32Array {
    return this.data.length === this.length ? this.data : this.data.slice(0, this.length);
  }
  private grow(least: number): void {
    const to = new Int32Array(roomFor(least));
    to.set(this.data);
    this.data = to;
  }
}

export class Floats {
  private data: Float64Array;
  length = 0;
  constructor(room = FIRST) {
    this.data = new Float64Array(room);
  }
  push(value: number): void {
    if (this.length === this.data.length) this.grow(this.length + 1);
    this.data[this.length++] = value;
  }
  get(index: number): number {
    return this.data[index] as number;
  }
  set(index: number, value: number): void {
    this.data[index] = value;
  }
  /** Room for so many more rows at the end, for the caller to fill: returns the column, which now is that much longer. */
  extend(by: number): Float64Array {
    if (this.length + by > this.data.length) this.grow(this.length + by);
    this.length += by;
    return this.data;
  }
  /** The rows, and perhaps room behind them. */
  get whole(): Float64Array {
    return this.data;
  }
  private grow(least: number): void {
    const to = new Float64Array(roomFor(least));
    to.set(this.data);
    this.data = to;
  }
}

/**
 * Numbers that are those of another column so far, or their own places 0, 1, 2 …: they take room only from the first one that differs, and a ledger that
 * is read row by row needs none.
 */
export class Echo<T extends Int32Array | Float64Array> {
  length = 0;
  private other: T | null = null;
  private own: T | null = null;
  constructor(private readonly make: (length: number) => T) {}

  /** What the numbers to come are probably those of; it no longer changes. Call before the first. */
  follow(other: T): void {
    if (this.length === 0) this.other = other;
  }
  push(value: number): void {
    if (this.own === null && value === (this.other === null ? this.length : this.other[this.length])) this.length++;
    else this.write(value);
  }
  get(index: number): number {
    const kept = this.own ?? this.other;
    return kept === null ? index : (kept[index] as number);
  }
  /** All numbers as one array, which the caller may keep and must not change: the column is not used afterwards. */
  taken(): T {
    const kept = this.own ?? this.other;
    if (kept === null) return this.make(this.length).map((_, at) => at) as T;
    return (kept.length === this.length ? kept : kept.slice(0, this.length)) as T;
  }
  private write(value: number): void {
    if (this.own === null || this.length === this.own.length) {
      const to = this.make(roomFor(this.length + 1));
      for (let at = 0; at < this.length; at++) to[at] = this.get(at);
      this.own = to;
    }
    this.own[this.length++] = value;
  }
}

/** Numbers from 0 on, most of them small: one byte each, more from the first one on that needs more. */
export class Smalls {
  length = 0;
  private data: Uint8Array | Uint16Array | Int32Array = new Uint8Array(FIRST);
  push(value: number): void {
    if (this.length === this.data.length || value > MOST[this.data.BYTES_PER_ELEMENT as 1 | 2 | 4]) this.data = this.wider(value);
    this.data[this.length++] = value;
  }
  get(index: number): number {
    return this.data[index] as number;
  }
  private wider(value: number): Uint8Array | Uint16Array | Int32Array {
    const room = roomFor(this.length + 1);
    const bytes = Math.max(this.data.BYTES_PER_ELEMENT, value > MOST[2] ? 4 : value > MOST[1] ? 2 : 1);
    const to = bytes === 1 ? new Uint8Array(room) : bytes === 2 ? new Uint16Array(room) : new Int32Array(room);
    to.set(this.data);
    return to;
  }
}
const MOST = { 1: 255, 2: 65_535, 4: 2_147_483_647 } as const;

/** Numbers that stay the same for long: kept once a run. */
export class Runs {
  length = 0;
  private readonly starts: number[] = [];
  private readonly values: number[] = [];
  push(value: number): void {
    if (this.values.at(-1) !== value) {
      this.starts.push(this.length);
      this.values.push(value);
    }
    this.length++;
  }
  get(index: number): number {
    let at = this.starts.length - 1;
    while (at > 0 && (this.starts[at] as number) > index) at--;
    return this.values[at] as number;
  }
}

const roomFor = (least: number): number => Math.max(FIRST, 2 ** Math.ceil(Math.log2(least)));

/** A mark for each number from 0 on, all 0 at first. */
export class Marks {
  private data = new Uint8Array(FIRST);
  get(index: number): number {
    return index < this.data.length ? (this.data[index] as number) : 0;
  }
  set(index: number, value: number): void {
    if (index >= this.data.length) {
      const to = new Uint8Array(roomFor(index + 1));
      to.set(this.data);
      this.data = to;
    }
    this.data[index] = value;
  }
}

const FREE = -1;
/** A dense number for each pair of ids, so that combinations of dictionary-coded texts can be looked up fast. */
export class Pairs {
  /** Three a place: both ids and the number of the pair. */
  private places = new Int32Array(3 * 64).fill(FREE);
  private count = 0;

  of(a: number, b: number): number {
    const at = this.placeOf(this.places, a, b);
    const known = this.places[at + 2] as number;
    if (known !== FREE) return known;
    this.put(this.places, at, a, b, this.count);
    if (this.count * 6 > this.places.length) this.grow();
    return this.count++;
  }

  private placeOf(places: Int32Array, a: number, b: number): number {
    const size = places.length / 3;
    let at = (mixed(a, b) & (size - 1)) * 3;
    while (places[at + 2] !== FREE && (places[at] !== a || places[at + 1] !== b)) at = at + 3 === places.length ? 0 : at + 3;
    return at;
  }
  private put(places: Int32Array, at: number, a: number, b: number, number: number): void {
    places[at] = a;
    places[at + 1] = b;
    places[at + 2] = number;
  }
  private grow(): void {
    const from = this.places;
    const to = new Int32Array(from.length * 2).fill(FREE);
    for (let at = 0; at < from.length; at += 3) {
      const [a, b, number] = [from[at] as number, from[at + 1] as number, from[at + 2] as number];
      if (number !== FREE) this.put(to, this.placeOf(to, a, b), a, b, number);
    }
    this.places = to;
  }
}

function mixed(a: number, b: number): number {
  const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
