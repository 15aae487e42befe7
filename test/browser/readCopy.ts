/** A saved workbook as another program reads it: SheetJS for the cells, the parts themselves for rules and names. */
import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';

export type Cells = Readonly<Record<string, string>>;

/** Each filled cell of a sheet: type, value, formula, number format and shown text. */
function cellsOf(book: WorkBook, sheet: string): Cells {
  const cells = book.Sheets[sheet] ?? {};
  const filled = Object.entries(cells).filter(([address]) => !address.startsWith('!'));
  return Object.fromEntries(
    filled.map(([address, cell]: [string, { t: string; v?: unknown; f?: string; z?: unknown; w?: string }]) => [
      address,
      JSON.stringify([cell.t, cell.v ?? null, cell.f ?? '', cell.z ?? '', cell.w ?? '']),
    ]),
  );
}

export function sheetsOf(bytes: Uint8Array): Readonly<Record<string, Cells>> {
  const book = read(bytes, { type: 'array', cellNF: true, cellFormula: true });
  return Object.fromEntries(book.SheetNames.map((name) => [name, cellsOf(book, name)]));
}

/** The text of all XML parts whose name matches. */
export function partsOf(bytes: Uint8Array, name: RegExp): string {
  const parts = unzipSync(bytes, { filter: (entry) => name.test(entry.name) });
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');
}
export const rulesOf = (bytes: Uint8Array): readonly string[] =>
  partsOf(bytes, /^xl\/worksheets\/sheet\d+\.xml$/).match(/<conditionalFormatting[\s\S]*?<\/conditionalFormatting>/g) ?? [];
export const namesOf = (bytes: Uint8Array): readonly string[] => partsOf(bytes, /^xl\/workbook\.xml$/).match(/<definedName [\s\S]*?<\/definedName>/g) ?? [];
