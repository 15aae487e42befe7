/** The files named become one workbook in memory: the first as it is, the sheets of the others beside it (design.md 9). */
import { openWorkbook } from '../host/files/open';
import type { Workbook } from '../host/model';
import { adopt } from './adopt';
import { readInput } from './files';
import type { InputFile } from './files';

/** Reads a file as what its content says it is. Throws Unreadable or FileProblem. */
function opened(file: InputFile): Workbook {
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
