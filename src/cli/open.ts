/** The files named become one workbook in memory: the first as it is, the sheets of the others beside it (design.md 9). */
import { addFileAsSheets } from '../host/files/merge';
import { openWorkbook } from '../host/files/open';
import type { Workbook } from '../host/model';
import { readInput, Unreadable } from './files';
import type { InputFile } from './files';

/** An electronic remittance: it starts with an interchange, group or transaction header, perhaps after a byte-order mark and blank lines. */
function isX12({ bytes }: InputFile): boolean {
  return /^(ISA|GS|ST)[^A-Za-z0-9\s]/.test(new TextDecoder().decode(bytes.subarray(0, 256)).trimStart());
}

function readable(path: string): InputFile {
  const file = readInput(path);
  if (!isX12(file)) return file;
  throw new Unreadable(
    'x12',
    `${file.name} is an electronic remittance (X12 835), which this build does not read yet.`,
    'Give the remittance as a table (.csv or .xlsx), or leave it out.',
  );
}

/** One workbook of all files; at least one path. Throws Unreadable or FileProblem. */
export function openAll([first, ...rest]: readonly [string, ...string[]], onFile: (name: string) => void): Workbook {
  const opened = readable(first);
  onFile(opened.name);
  const workbook = openWorkbook(opened.bytes, opened.name);
  for (const path of rest) {
    const file = readable(path);
    onFile(file.name);
    addFileAsSheets(workbook, file.bytes, file.name);
  }
  return workbook;
}
