/** Amounts written as text, as exports write them, read to cents by the reader of the product. The texts are made before the clock starts. */
import { Money, scanMoney } from '../src/intake/money';
import type { Outcome, TxRow } from './rows';

/** "$1,234.50", "(1,234.50)", "1,234.50" in turn. */
export function amountTexts(tx: readonly TxRow[]): string[] {
  return tx.map((row, at) => {
    const text = Math.abs(row[7])
      .toFixed(2)
      .replace(/\B(?=(\d{3})+\.)/g, ',');
    return at % 3 === 0 ? `$${text}` : at % 3 === 1 ? `(${text})` : text;
  });
}

export function amounts(texts: readonly string[]): Outcome & { readonly sink: number } {
  const started = performance.now();
  let sum = 0;
  for (const text of texts) {
    const scan = scanMoney(text);
    if (scan.state !== Money.Ok) throw new Error(`${text} was not read`);
    sum += scan.cents;
  }
  return { load: 0, compute: performance.now() - started, sink: sum };
}
