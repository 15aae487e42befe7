/**
 * What a person is to read for each code Excel answers with (the list of office-js.md 1.2, then the codes of ours): what happened, and what to do.
 * Written by hand beside that list, so that a changed or swapped sentence in the product shows.
 */
export interface Sentence {
  readonly message: string;
  readonly remedy: string;
}

const AGAIN = 'Run it again; what was written stays, and the next run completes it.';

/** Codes of Excel's own that the matrix lets every request fail with. */
export const EXCELS: Readonly<Record<string, Sentence>> = {
  InvalidOperationInCellEditMode: {
    message: 'Excel is in the middle of editing a cell.',
    remedy: 'Press Enter or Esc in the sheet to end the edit, then try again.',
  },
  AccessDenied: {
    message: 'Excel does not allow the change: a sheet or the workbook is protected, or you may only view this file.',
    remedy: 'Unprotect it on the Review tab, or save a copy you may edit, then try again.',
  },
  FilteredRangeConflict: { message: 'A filter on the sheet is in the way of writing.', remedy: 'Clear the filter (Data, Clear), then try again.' },
  MergedRangeConflict: { message: 'Merged cells are in the way of writing a table.', remedy: 'Unmerge the cells on the sheet we write to, then try again.' },
  PivotTableRangeConflict: { message: 'A pivot table is in the way of writing.', remedy: 'Move the pivot table off the sheet we write to, then try again.' },
  InactiveWorkbook: { message: 'Another workbook is in front.', remedy: 'Click into this workbook, then try again.' },
  InsertDeleteConflict: {
    message: 'Rows or cells could not be moved out of the way.',
    remedy: 'Clear what stands below or beside the table on our sheet, then try again.',
  },
  ItemAlreadyExists: { message: 'A sheet, table or name with the name we need exists already.', remedy: 'Run it again: a free name is looked for each time.' },
  ItemNotFound: { message: 'A sheet or table we were working on is gone.', remedy: 'If a sheet was renamed or deleted meanwhile, press Find credits again.' },
  UnsupportedSheet: { message: 'A chart sheet or macro sheet cannot be read.', remedy: 'Move the data to an ordinary worksheet.' },
  RangeExceedsLimit: {
    message: 'Too many cells at once for Excel, even in small blocks.',
    remedy: 'Close other workbooks, or split the sheet, then try again.',
  },
  OperationCellsExceedLimit: { message: 'Excel cannot change so many cells at once.', remedy: 'Split the sheet into smaller ones, then try again.' },
  RequestPayloadSizeLimitExceeded: {
    message: 'A piece of the workbook is too large to send to Excel, even in small blocks.',
    remedy: 'Look for cells with very long text, then try again.',
  },
  ResponsePayloadSizeLimitExceeded: {
    message: 'A piece of the workbook is too large to read, even in small blocks.',
    remedy: 'Look for cells with very long text, then try again.',
  },
  MemoryLimitReached: { message: 'Excel has run out of memory.', remedy: 'Close other workbooks and programs, then try again.' },
  RequestAborted: { message: 'Excel broke off the request.', remedy: AGAIN },
  ServiceNotAvailable: { message: 'Excel is not available at the moment.', remedy: `Wait a minute. ${AGAIN}` },
  UndoNotSupported: { message: 'Excel could not keep the undo history for this change.', remedy: AGAIN },
  ApiNotFound: {
    message: 'This version of Excel is too old: it needs the functions of Excel 2021 (ExcelApi 1.14).',
    remedy: 'Use Excel 2021 or later, Microsoft 365, or Excel on the web.',
  },
  ActivityLimitReached: { message: 'Excel is too busy with this workbook.', remedy: `Wait a minute. ${AGAIN}` },
  InvalidOrTimedOutSession: {
    message: 'The session with Excel has ended, for example because the computer slept.',
    remedy: 'Reload the page or reopen the workbook, then try again.',
  },
  GeneralException: { message: 'Excel reported an error without saying more.', remedy: AGAIN },
};

/** Codes that a run may end with after something a person did in the workbook meanwhile. */
export const OURS: Readonly<Record<string, Sentence>> = {
  InvalidReference: { message: 'Cells we were working on are gone.', remedy: 'If rows or sheets were deleted meanwhile, press Find credits again.' },
  InvalidArgument: { message: 'Excel did not accept a value we sent.', remedy: `This is a fault of ours. ${AGAIN}` },
  NotAnswering: { message: 'Excel has not answered.', remedy: 'End any cell edit with Enter or Esc and close open dialogs in Excel, then try again.' },
  IncompleteRead: { message: 'Excel handed over fewer rows than were asked for.', remedy: 'If rows were deleted while reading, press Find credits again.' },
  ReadOnly: { message: 'This workbook is open for reading only.', remedy: 'Save a copy under another name and work there.' },
  StructureProtected: {
    message: 'The structure of this workbook is protected, so no sheet can be added.',
    remedy: 'Switch off Protect Workbook on the Review tab, or work in a copy.',
  },
  SheetProtected: { message: 'A sheet of ours is protected.', remedy: 'Unprotect it on the Review tab, then try again.' },
  TableFiltered: {
    message: 'A filter is on in our table; writing under a filter would land in the wrong rows.',
    remedy: 'Clear the filter in that sheet (Data, Clear), then try again.',
  },
  TableChanged: { message: 'Our table changed while it was being written.', remedy: 'Run it again: what you typed is kept.' },
  TableGone: {
    message: 'A sheet of ours no longer holds its table.',
    remedy: 'Undo what removed the table, or rename that sheet if you want to keep it and delete it if not; then a new one is made.',
  },
  SheetChanged: { message: 'The sheets changed since they were read.', remedy: 'Press Find credits again.' },
  Busy: { message: 'Another run is writing to this workbook.', remedy: 'Wait until it has finished; after six minutes it counts as broken off.' },
};

const ALL: Readonly<Record<string, Sentence>> = { ...EXCELS, ...OURS };
export const CODES = Object.keys(EXCELS);

/** Null when the words are the right ones for the code; a detail, the name of a sheet, may follow in brackets. */
export function wrongWords(code: string, message: string, remedy: string): string | null {
  const right = Object.hasOwn(ALL, code) ? ALL[code] : undefined;
  if (!right) return `no sentence is written down for ${code}: ${message}`;
  const plain = message.startsWith(right.message) && /^( \([^()]+(\(\d+\))?\))?$/.test(message.slice(right.message.length));
  return plain && remedy === right.remedy ? null : `${code} says: ${message} ${remedy}`;
}
