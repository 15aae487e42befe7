/** The files named become one workbook in memory: the first as it is, the sheets of the others beside it (design.md 9). */
import { openWorkbook } from '../host/files/open';
import type { Workbook } from '../host/model';
import { adopt } from './adopt';
import { readInput, Unreadable } from './files';
import type { InputFile } from './files';

/** An electronic remittance: it starts with an interchange, group or transaction header, perhaps after a byte-order mark and blank lines. */
function isX12({ bytes }: InputFile): boolean {
  return /^(ISA|GS|ST)[^A-Za-z0-9\s]/.test(new TextDecoder().decode(bytes.subarray(0, 256)).trimStart());
}

/** Reads a file as what its content says it is. Throws Unreadable or FileProblem. */
function opened(file: InputFile): Workbook {
  if (isX12(file)) {
    throw new Unreadable(
      'x12',
      `${file.name} is an electronic remittance (X12 835), which this build does not read yet.`,
      'Give the remittance as a table (.csv or .xlsx), or leave it out.',
    );
  }
  return openWorkbook(file.bytes, file.name);
}

/** One workbook of all files. Throws Unreadable or FileProblem. */
export function openAll(paths: readonly string[], onFile: (name: string) => void): Workbook {
  const [first, ...rest] = paths.map((path) => {
    const file = readInput(path);
    onFile(file.name);
    return opened(file);
  });
  if (first === undefined) throw new RangeError('no file');
  for (const workbook of rest) adopt(first, workbook);
  return first;
}
