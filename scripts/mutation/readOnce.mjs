// Stands for src/intake/readSheets in the tests of whole sheets: reading is not what is mutated, so the sheets are read once for all mutants.
import { readSheets as read } from '../../src/intake/readSheets.ts';

export function readSheets(sheets, ...more) {
  globalThis.sheetsRead ??= new Map();
  const key = JSON.stringify(sheets);
  if (!globalThis.sheetsRead.has(key)) globalThis.sheetsRead.set(key, read(sheets, ...more));
  return globalThis.sheetsRead.get(key);
}
