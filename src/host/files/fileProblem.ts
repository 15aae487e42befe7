/** Why a file cannot be opened, in plain words with the way out. */
export type FileProblemCode = 'encrypted' | 'xls' | 'xlsb' | 'empty' | 'broken' | 'notWorkbook' | 'tooBig' | 'tooManyCells';

export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'FileProblem';
  }
}

const SAVE_AS = 'Open it in Excel and save it as an Excel workbook (.xlsx).';

export const fileProblems = {
  encrypted: () =>
    new FileProblem(
      'encrypted',
      'This workbook is protected with a password to open.',
      'Open it in Excel, remove the password under File > Info > Protect Workbook, and save a copy.',
    ),
  xls: () => new FileProblem('xls', 'This is a workbook of the old Excel 97-2003 format (.xls).', SAVE_AS),
  xlsb: () => new FileProblem('xlsb', 'This is a binary workbook (.xlsb).', SAVE_AS),
  empty: () => new FileProblem('empty', 'The file is empty.', 'Export it again from the billing system.'),
  broken: (what: string) =>
    new FileProblem('broken', `The file is damaged: ${what}.`, 'Open it in Excel, let Excel repair it, and save a copy; or export it again.'),
  notWorkbook: (what: string) => new FileProblem('notWorkbook', `This is not a workbook: ${what}.`, 'Choose an .xlsx, .xlsm, .csv or .tsv file. ' + SAVE_AS),
  tooBig: () =>
    new FileProblem(
      'tooBig',
      'The file unpacks to far more data than a workbook holds.',
      'Check where the file comes from; if it is yours, delete unused rows and columns in Excel and save a copy.',
    ),
  tooManyCells: (limit: number) =>
    new FileProblem('tooManyCells', `The workbook has more than ${limit.toLocaleString('en-US')} cells.`, 'Export a shorter period, or split the workbook.'),
} as const;
