/** Fingerprint of the key and amount columns of a sheet, so that a change since the scan is noticed (office-js.md 1.8). Not a secret hash. */
import type { CellValue } from '../app/session';

/** Two 32-bit lanes (FNV-1a and a multiplied sum): a changed cell goes unnoticed about once in 10^18. */
export class Fingerprint {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;
  private rows = 0;

  /** Adds the watched places of each row, in order. */
  add(values: readonly (readonly CellValue[])[], places: readonly number[]): void {
    for (const row of values) {
      for (const place of places) this.cell(row[place] ?? '');
      this.rows++;
    }
  }

  private cell(value: CellValue): void {
    const text = typeof value === 'string' ? value : `\u0001${String(value)}`;
    for (let i = 0; i < text.length; i++) this.code(text.charCodeAt(i));
    this.code(0);
  }

  private code(code: number): void {
    this.a = Math.imul(this.a ^ code, 0x01000193);
    this.b = (Math.imul(this.b, 0x5bd1e995) + code) ^ (this.b >>> 15);
  }

  text(): string {
    return `${this.rows}-${(this.a >>> 0).toString(16)}-${(this.b >>> 0).toString(16)}`;
  }
}
