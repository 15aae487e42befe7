/** Seeded chance: the same seed plants the same things on the same ledger, and makes the same twin. A 32-bit linear congruential step, high bits used. */
export class Chance {
  private state: number;
  constructor(seed: number) {
    this.state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
    for (let warm = 0; warm < 4; warm++) this.step();
  }

  /** Whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor((this.step() / 0x1_0000_0000) * (to - from + 1));
  }

  /** One of a list that is not empty. */
  one<T>(list: ArrayLike<T>): T {
    return list[this.whole(0, list.length - 1)] as T;
  }

  /** The list in another order. */
  mixed<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let last = out.length - 1; last > 0; last--) {
      const at = this.whole(0, last);
      [out[last], out[at]] = [out[at] as T, out[last] as T];
    }
    return out;
  }

  /** Cents between two bounds that make no round sum. */
  amount(from: number, to: number): number {
    const cents = this.whole(from, to);
    return cents % 100 === 0 ? cents + this.whole(1, 99) : cents;
  }

  /** Another number of the same form: each digit drawn anew, all else kept ("EFT-0042" → "EFT-7310"). */
  likeNumber(text: string): string {
    return text.replace(/\d/g, () => String(this.whole(0, 9)));
  }

  private step(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }
}
