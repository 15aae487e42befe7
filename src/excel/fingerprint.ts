/** Fingerprint of the key and amount columns of a sheet, so that a change since the scan is noticed (office-js.md 1.8). Not a secret hash. */
import type { CellValue } from '../app/session';

const A = 0x811c9dc5;
const B = 0x9e3779b9;

/** Two 32-bit lanes (FNV-1a and a multiplied sum): a changed cell goes unnoticed about once in 10^18. One number a row says where it changed. */
export class Fingerprint {
  private a = A;
  private b = B;
  private rows: Uint32Array<ArrayBuffer> = new Uint32Array(1024);
  private count = 0;

  /** Adds the watched places of each row, in order. */
  add(values: readonly (readonly CellValue[])[], places: readonly number[]): void {
    for (const row of values) {
      let [a, b] = [A, B];
      for (const place of places) {
        const value = row[place] ?? '';
        const text = typeof value === 'string' ? value : `\u0001${String(value)}`;
        for (let i = 0; i <= text.length; i++) {
          // The end of a cell counts as a character of its own.
          const code = i === text.length ? 0 : text.charCodeAt(i);
          a = Math.imul(a ^ code, 0x01000193);
          b = (Math.imul(b, 0x5bd1e995) + code) ^ (b >>> 15);
        }
      }
      this.row(a, b);
    }
  }

  private row(a: number, b: number): void {
    this.a = Math.imul(this.a ^ a, 0x01000193) ^ (this.a >>> 13);
    this.b = (Math.imul(this.b, 0x5bd1e995) + b) ^ (this.b >>> 15);
    if (this.count === this.rows.length) {
      const more = new Uint32Array(this.rows.length * 2);
      more.set(this.rows);
      this.rows = more;
    }
    this.rows[this.count++] = a ^ Math.imul(b, 0x85ebca6b);
  }

  /** One number a row, in order. */
  get each(): Uint32Array {
    return this.rows.subarray(0, this.count);
  }

  text(): string {
    return `${this.count}-${(this.a >>> 0).toString(16)}-${(this.b >>> 0).toString(16)}`;
  }
}
