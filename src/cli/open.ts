/** The files named become one workbook in memory: the first as it is, the sheets of the others beside it (design.md 9). */
import { decodeTextFile } from '../host/files/csv';
import { addFileAsSheets } from '../host/files/merge';
import { openWorkbook } from '../host/files/open';
import { newWorkbook } from '../host/workbook';
import type { Book } from '../host/workbook';
import type { Problem } from '../intake/contract';
import { is835 } from '../intake/x12';
import type { Files } from './arguments';
import { readInput } from './files';
import type { InputFile } from './files';
import { addRemittance } from './remittance';

export interface Opened {
  readonly workbook: Book;
  /** What could not be read in electronic remittances. */
  readonly problems: readonly Problem[];
}

/** The text of an electronic remittance, whatever the file's name; null for every other file. */
function remittanceIn({ bytes }: InputFile): string | null {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zip || !/^[\s\ufeff]*(ISA|ST)/.test(decodeTextFile(bytes.subarray(0, 256)))) return null;
  const text = decodeTextFile(bytes);
  return is835(text) ? text : null;
}

/** Opens the first file, or a new workbook for a remittance. */
function openFirst(file: InputFile): Opened {
  const text = remittanceIn(file);
  if (text === null) return { workbook: openWorkbook(file.bytes, file.name), problems: [] };
  const workbook = newWorkbook(file.name);
  return { workbook, problems: addRemittance(workbook, text, file.name) };
}

function addFile(workbook: Book, file: InputFile): readonly Problem[] {
  const text = remittanceIn(file);
  if (text !== null) return addRemittance(workbook, text, file.name);
  addFileAsSheets(workbook, file.bytes, file.name);
  return [];
}

/** One workbook of all files. Throws Unreadable or FileProblem. */
export function openAll([first, ...rest]: Files, onFile: (name: string) => void): Opened {
  const read = (path: string): InputFile => {
    const file = readInput(path);
    onFile(file.name);
    return file;
  };
  const { workbook, problems } = openFirst(read(first));
  return { workbook, problems: [...problems, ...rest.flatMap((path) => addFile(workbook, read(path)))] };
}
