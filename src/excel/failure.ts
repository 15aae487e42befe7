/**
 * What Excel says when it says no, in plain words with the way out (office-js.md 1.2, design.md 10).
 * Codes are Excel's own (`error.code`, never localised) plus a few of ours; Excel's own message is never shown, it can carry cell text.
 */

interface Words {
  readonly message: string;
  readonly remedy: string;
}

const AGAIN = 'Run it again; what was written stays, and the next run completes it.';

/** One sentence a code. GeneralException is the only generic one. */
export const FAILURES = {
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
  InvalidSelection: { message: 'Excel cannot select here while another workbook or window is in front.', remedy: 'Click into this workbook, then try again.' },
  InsertDeleteConflict: {
    message: 'Rows or cells could not be moved out of the way.',
    remedy: 'Clear what stands below or beside the table on our sheet, then try again.',
  },
  ItemAlreadyExists: { message: 'A sheet, table or name with the name we need exists already.', remedy: 'Run it again: a free name is looked for each time.' },
  ItemNotFound: { message: 'A sheet or table we were working on is gone.', remedy: 'If a sheet was renamed or deleted meanwhile, press Find credits again.' },
  InvalidReference: { message: 'Cells we were working on are gone.', remedy: 'If rows or sheets were deleted meanwhile, press Find credits again.' },
  InvalidArgument: { message: 'Excel did not accept a value we sent.', remedy: `This is a fault of ours. ${AGAIN}` },
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
  ActivityLimitReached: { message: 'Excel is too busy with this workbook.', remedy: `Wait a minute. ${AGAIN}` },
  InvalidOrTimedOutSession: {
    message: 'The session with Excel has ended, for example because the computer slept.',
    remedy: 'Reload the page or reopen the workbook, then try again.',
  },
  UndoNotSupported: { message: 'Excel could not keep the undo history for this change.', remedy: AGAIN },
  ApiNotFound: {
    message: 'This version of Excel is too old: it needs the functions of Excel 2021 (ExcelApi 1.14).',
    remedy: 'Use Excel 2021 or later, Microsoft 365, or Excel on the web.',
  },
  InvalidOperation: {
    message: 'Excel does not allow this operation here.',
    remedy: 'Check that the sheet is an ordinary, unprotected worksheet, then try again.',
  },
  GeneralException: { message: 'Excel reported an error without saying more.', remedy: AGAIN },
  // Ours: no code of Excel's fits.
  NotInExcel: { message: 'No workbook is here: this page runs outside Excel.', remedy: 'Open it inside Excel, or use the workbench.' },
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
  ColumnGone: {
    message: 'A column we write to is no longer in the table.',
    remedy: 'Undo what removed or renamed the column, then try again.',
  },
  TableGone: {
    message: 'A sheet of ours no longer holds its table.',
    remedy: 'Undo what removed the table, or rename that sheet if you want to keep it and delete it if not; then a new one is made.',
  },
  HalfAdded: {
    message: 'The file was not added whole, and what was begun could not be removed.',
    remedy: 'Delete the sheet named here, then add the file again.',
  },
  ControlTotals: {
    message: 'The control totals do not agree, so nothing was written.',
    remedy: 'This is a fault of ours. Press Find credits again; if it stays, report it.',
  },
  NoRefundFile: {
    message: 'No refund is ready for accounts payable.',
    remedy: 'On Refunds, see State for what each one waits for; then write the sheets again.',
  },
  RefundFileStale: {
    message: 'Refund file no longer agrees with Refunds, so no text was made of it.',
    remedy: 'Press Find credits and write the sheets again.',
  },
  NothingToWrite: { message: 'There is no review to write.', remedy: 'Press Find credits first.' },
  SheetChanged: { message: 'The sheets changed since they were read.', remedy: 'Press Find credits again.' },
  Busy: { message: 'Another run is writing to this workbook.', remedy: 'Wait until it has finished; after six minutes it counts as broken off.' },
} as const satisfies Record<string, Words>;

export type FailureCode = keyof typeof FAILURES;

/** Excel said no. `message` and `remedy` are plain words for a person; `detail` names a sheet when that helps. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly remedy: string;
  constructor(
    readonly code: FailureCode,
    detail = '',
  ) {
    super(detail === '' ? FAILURES[code].message : `${FAILURES[code].message} (${detail})`);
    this.remedy = FAILURES[code].remedy;
  }
}

/** What is thrown when a person pressed Cancel or Stop. */
export function aborted(): DOMException {
  return new DOMException('Stopped.', 'AbortError');
}

/** Excel's code of a raw error, or '' when it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Wording seen when about 200 Excel.run calls overlap (office-js.md 1.2); the code says only GeneralException. */
function isOverlap(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Wait until the previous call completes');
}

/**
 * A raw error of the client as a HostFailure. Failures and aborts pass through. An error without a code is Excel's when the client made it,
 * and ours (an assertion, rethrown as it is) when it is a TypeError, RangeError or similar.
 */
export function asFailure(error: unknown): unknown {
  if (error instanceof HostFailure || (error instanceof DOMException && error.name === 'AbortError')) return error;
  const code = codeOf(error);
  if (code in FAILURES) return new HostFailure(code as FailureCode);
  if (code === 'PropertyNotLoaded' || code === 'InvalidObjectPath' || code === 'ValueNotLoaded') return error;
  if (code === '' && error instanceof Error && error.constructor !== Error) return error;
  return new HostFailure('GeneralException', code);
}

/** Codes that a smaller block may cure (office-js.md 1.2). */
const TOO_LARGE: ReadonlySet<string> = new Set([
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'RangeExceedsLimit',
  'OperationCellsExceedLimit',
  'MemoryLimitReached',
]);
export const isTooLarge = (error: unknown): boolean => TOO_LARGE.has(codeOf(error));
export const isGeneral = (error: unknown): boolean => codeOf(error) === 'GeneralException' && !isOverlap(error);

/** Codes that waiting may cure. */
export const isBusy = (error: unknown): boolean => ['ActivityLimitReached', 'ServiceNotAvailable'].includes(codeOf(error)) || isOverlap(error);
