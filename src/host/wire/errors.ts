/** Excel's own refusals, with its real codes (office-js.md 1.2; wire.md 9). The sentences are ours: products must go by the code. */

const SENTENCES = {
  AccessDenied: 'The operation is not allowed here: the sheet or workbook is protected or read-only.',
  ActivityLimitReached: 'Too many requests: wait and try again.',
  ApiNotFound: 'This member does not exist in this version of Excel.',
  GeneralException: 'Excel met an internal error while working on the request.',
  InsertDeleteConflict: 'Cells that hold something would be pushed off the sheet.',
  InvalidArgument: 'An argument is missing, wrong or in the wrong form.',
  InvalidOperation: 'The operation cannot be done on this object.',
  InvalidOperationInCellEditMode: 'A cell is being edited: the operation cannot run now.',
  InvalidOrTimedOutSession: 'The session has ended: the page must be loaded again.',
  InvalidReference: 'The object this refers to is gone.',
  InvalidSelection: 'The selection does not allow this operation.',
  ItemAlreadyExists: 'An item with this name exists already.',
  ItemNotFound: 'There is no such item.',
  MemoryLimitReached: 'Excel is out of memory for this operation.',
  MergedRangeConflict: 'A table cannot overlap merged cells.',
  NonBlankCellOffSheet: 'Cells that hold something would be pushed off the sheet.',
  NotImplemented: 'The embedded Excel does not do this.',
  OperationCellsExceedLimit: 'The operation would touch more cells than allowed at once.',
  OverlappingTableConflict: 'A table cannot overlap another table.',
  RangeExceedsLimit: 'The range holds more cells than can be handled at once.',
  RequestAborted: 'The request was stopped.',
  RequestPayloadSizeLimitExceeded: 'The request is larger than 5 MB.',
  ResponsePayloadSizeLimitExceeded: 'The answer is larger than 5 MB.',
  ServiceNotAvailable: 'Excel is not available at the moment.',
  UndoNotSupported: 'The operation cannot be undone.',
  UnsupportedSheet: 'This kind of sheet has no cells.',
} as const;

export type ExcelCode = keyof typeof SENTENCES;

/** Thrown inside a batch; becomes `Error` in the answer, with the results so far kept (office-js.md 1.2: no roll-back). */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? sentenceFor(code));
    this.name = 'ExcelError';
  }
}

/** A sentence for a code; a general one for codes that tests invent. */
export function sentenceFor(code: string): string {
  return Object.hasOwn(SENTENCES, code) ? SENTENCES[code as ExcelCode] : SENTENCES.GeneralException;
}

/** Refuses: always throws. */
export function refuse(code: ExcelCode, message?: string): never {
  throw new ExcelError(code, message);
}
