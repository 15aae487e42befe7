/** Everything that may go wrong at a request: Excel's codes, an Excel that does not answer or answers short, a person's acts, another pane. */
import { newWorkbook } from '../../src/host/workbook';
import type { Book } from '../../src/host/workbook';
import { addSheet } from '../excel/book';
import { ACTS } from './acts';
import type { Act } from './acts';
import { CODES } from './sentences';
import type { Stage } from './stage';

export interface Trouble {
  readonly name: string;
  /** Sets it for the nth request from now. */
  readonly set: (stage: Stage, nth: number) => void;
  /** Codes the run may end with; it may always be done. "stopped" = Stop was offered and pressed. */
  readonly ends: readonly string[];
  /** The person's own act, when it is one. */
  readonly act?: Act;
  /** True when nobody is there any more to hear how the run ends. */
  readonly closed?: boolean;
  /** Another pane starts the same at the same moment. */
  readonly second?: boolean;
  /** Another workbook took this one's place. */
  readonly other?: boolean;
}

/** More than any run has requests. */
const TO_THE_END = 300;
const SILENT = ['stopped', 'NotAnswering'];

/** That the lease exists already means that another run took it. */
const endsOf = (code: string): readonly string[] => (code === 'ItemAlreadyExists' ? [code, 'Busy'] : [code]);
const failing = (code: string): Trouble => ({ name: code, set: ({ excel }, nth) => excel.faults.fail(nth, code), ends: endsOf(code) });

/** Actions before the failing one are done (office-js.md 1.2). */
export const failingAt = (code: string, action: number): Trouble => ({
  name: `${code} at action ${action}`,
  set: ({ excel }, nth) => excel.faults.fail(nth, code, action),
  ends: [code],
});

const lasting = (code: string): Trouble => ({
  name: `${code} from then on`,
  set: ({ excel }, nth) => {
    for (let i = 0; i < TO_THE_END; i++) excel.faults.fail(nth + i, code);
  },
  ends: [code],
});

const acting = (act: Act): Trouble => ({ name: act.name, set: ({ excel }, nth) => excel.faults.before(nth, () => act.act(excel.host)), ends: act.ends, act });

/** A person edits a cell for twenty seconds. */
const EDITING: Trouble = {
  name: 'a cell is being edited',
  set: ({ excel, time }, nth) =>
    excel.faults.before(nth, () => {
      excel.setEditing(true);
      time.after(20_000, () => excel.setEditing(false));
    }),
  ends: [],
};

const closing = (done: boolean): Trouble => ({
  name: `the pane is closed ${done ? 'after' : 'before'} it is carried out`,
  set: ({ excel }, nth) => excel.faults.neverSettle(nth, done),
  ends: [],
  closed: true,
});

/** The same sheets of another practice: nothing of ours belongs in it. */
export function otherBook(): Book {
  const book = newWorkbook('other.xlsx');
  addSheet(book, 'Accounts', [
    ['Account', 'Balance'],
    ['900', -1],
  ]);
  addSheet(book, 'Transactions', [
    ['Account', 'Amount'],
    ['900', 1],
  ]);
  return book;
}
const REPLACED: Trouble = {
  name: 'another workbook is opened in its place',
  set: ({ excel }, nth) => excel.faults.before(nth, () => excel.replace(otherBook())),
  ends: ['ItemNotFound', 'InvalidReference', 'SheetChanged', 'IncompleteRead', 'TableGone'],
  other: true,
};

/** Those that are the same for every request. */
export const troubles = (): readonly Trouble[] => [
  ...CODES.map(failing),
  ...['InvalidOrTimedOutSession', 'ServiceNotAvailable', 'AccessDenied', 'GeneralException'].map(lasting),
  { name: 'an error without a code', set: ({ excel }, nth) => excel.faults.reject(nth, 'socket hang up'), ends: ['GeneralException'] },
  { name: 'no answer, nothing done', set: ({ excel }, nth) => excel.faults.neverSettle(nth), ends: SILENT },
  { name: 'no answer, all done', set: ({ excel }, nth) => excel.faults.neverSettle(nth, true), ends: SILENT },
  {
    name: 'no answer ever again',
    set: ({ excel }, nth) => {
      for (let i = 0; i < TO_THE_END; i++) excel.faults.neverSettle(nth + i);
    },
    ends: SILENT,
  },
  { name: 'values come back null', set: ({ excel }, nth) => excel.faults.nullValues(nth), ends: ['ResponsePayloadSizeLimitExceeded', 'IncompleteRead'] },
  { name: 'values come back short', set: ({ excel }, nth) => excel.faults.shortBlock(nth), ends: ['IncompleteRead', 'TableChanged', 'SheetChanged'] },
  ...ACTS.map(acting),
  EDITING,
  closing(false),
  closing(true),
  { name: 'another pane starts the same', set: () => undefined, ends: ['Busy', 'TableChanged', 'SheetChanged'], second: true },
  REPLACED,
];
