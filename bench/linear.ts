/** The physical limit: reads every cell once, adds numbers, touches texts. */
import type { Outcome, TxRow } from './rows';

export function linear(tx: readonly TxRow[]): Outcome & { readonly sink: number } {
  const started = performance.now();
  let sum = 0;
  let letters = 0;
  for (const row of tx) {
    for (const cell of row) {
      if (typeof cell === 'number') sum += cell;
      else {
        letters += cell.length;
        if (cell.length > 0) letters ^= cell.charCodeAt(0);
      }
    }
  }
  return { load: 0, compute: performance.now() - started, sink: sum + letters };
}
