/**
 * The use cases over the one door to Excel and an analyst (design.md 3). Pane, ribbon, workbench and command line all start here.
 * Excel must be loaded first: Office.js in Excel, or the embedded Excel.
 */
import { HostFailure } from '../excel/failure';
import { createGuard } from '../excel/guard';
import { writeMessage } from '../excel/message';
import { freeSheetName } from '../excel/own';
import { selectedRows, showRows } from '../excel/showRows';
import { MESSAGE_SHEET } from '../outputs/own';
import { lookAt, quiet, writing } from './book';
import type { Book } from './book';
import { clear, highlight } from './highlighting';
import type { Writer } from './publishing';
import { fingerprintNow, forget, look, scan } from './scanning';
import { systemClock, systemTimers } from './systemClock';
import type { Analyst, Clock, OnProgress, Published, RunHooks, Scan, Session, Timers } from './session';

export interface SessionTools {
  readonly analyst: Analyst;
  /** Default: the computer's clock (the lease compares runs by it). */
  readonly clock?: Clock;
  /** Default: setTimeout. */
  readonly timers?: Timers;
  /** Who works, for the lease and the log; '' when not asked yet. */
  readonly user?: string;
  /** Told when Excel keeps us waiting outside a call that has its own onProgress (stage "waiting"). */
  readonly onWaiting?: OnProgress;
}

// What writes and removes sheets is loaded when it is first asked for, so that the pane opens sooner.
const publishing = () => import('./publishing');
const settingPolicy = () => import('./settingPolicy');
const rechecking = () => import('./rechecking');
const payingOut = () => import('./refundFileCsvOf');
const deciding = () => import('./deciding');
const removing = () => import('./removing');
const logging = () => import('./logging');
const adding = () => import('./addFile');
const testing = () => import('./selfTesting');
const ruleLab = () => import('./ruleLab');
const readingReviewed = () => import('./reviewedFile');

/** A check that the sheets are unchanged is good for the write that follows it at once. */
const CHECK_HOLDS = 5_000;

/** Throws HostFailure "ApiNotFound" when this Excel is older than ExcelApi 1.14, at the first call that needs Excel. */
export function createSession(tools: SessionTools): Session {
  const { analyst, clock = systemClock, timers = systemTimers, onWaiting = () => undefined } = tools;
  const run = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
  const book: Book = { guard: createGuard({ clock, timers, onWaiting }), analyst, run, onWaiting };
  let checked: { readonly scan: Scan; readonly at: number } | null = null;

  const unchanged = async (of: Scan, hooks = quiet(book)): Promise<boolean> => {
    const same = of.fingerprint === (await fingerprintNow(book, of.plan, hooks));
    checked = same ? { scan: of, at: clock.now() } : null;
    return same;
  };
  const assertUnchanged = async (of: Scan, hooks: RunHooks): Promise<void> => {
    if (checked?.scan === of && clock.now() - checked.at < CHECK_HOLDS) return;
    if (!(await unchanged(of, hooks))) throw new HostFailure('SheetChanged');
  };
  /** Under the lease from the check on. */
  const onUnchanged = <T>(of: Scan, hooks: RunHooks, write: (hooks: RunHooks) => Promise<T>): Promise<T> =>
    writing(book, hooks, async () => {
      if (of.review) await assertUnchanged(of, hooks);
      return await write(hooks);
    });
  const publish = (of: Scan, writer: Pick<Writer, 'user' | 'options'>, hooks: RunHooks): Promise<Published> =>
    onUnchanged(of, hooks, async () => await (await publishing()).publish(book, of, { ...writer, now: clock.now() }, hooks));

  return {
    look: (options) => look(book, options, quiet(book)),
    scan: (options, onProgress, signal) => scan(book, options, { onProgress, signal }),
    story: (account) => analyst.story(account),
    selfTest: async (of, options, onProgress, signal) => await (await testing()).runSelfTest(book, of, options, { onProgress, signal }),
    highlight: (of, onProgress, signal) => onUnchanged(of, { onProgress, signal }, (hooks) => highlight(book, of, hooks)),
    clearHighlights: (onProgress, signal) => clear(book, { onProgress, signal }),
    preview: async (of, options = {}) => {
      const same = of.review === null || (await unchanged(of));
      return await (await publishing()).preview(book, of, { user: tools.user ?? '', now: clock.now(), options }, same, quiet(book));
    },
    publish: (of, user, onProgress, signal, options = {}) => publish(of, { user, options }, { onProgress, signal }),
    writeMedicareReport: (of, user, onProgress, signal) => publish(of, { user, options: { medicareReport: true } }, { onProgress, signal }),
    previewRemoval: async () => await (await removing()).previewRemoval(book, quiet(book)),
    removeSheets: async (keep, onProgress, signal) => await (await removing()).remove(book, keep, { onProgress, signal }),
    verifyLog: async () => await (await logging()).verify(book, quiet(book)),
    addFile: async (file, onProgress, signal) => await (await adding()).addFile(book, file, { onProgress, signal }),
    readReviewed: async (file) => (await readingReviewed()).readReviewed(file),
    selectedRows: () => selectedRows(book.guard),
    refundFileCsv: async () => await (await payingOut()).refundFileCsvOf(book, quiet(book)),
    showInSheet: (rows) => showRows(book.guard, rows),
    forget: (keys) => forget(book, keys, quiet(book)),
    unchanged: (of) => unchanged(of),
    setPolicy: async (values, user = tools.user ?? '') => await (await settingPolicy()).setPolicy(book, values, user, quiet(book)),
    tryPolicy: async (of, id, value, waiting) => await (await ruleLab()).tryPolicy(book, of, id, value, waiting, quiet(book)),
    suggestPolicy: async (of, id, waiting) => await (await ruleLab()).suggestPolicy(book, of, id, waiting, quiet(book)),
    recheck: async (of) => await (await rechecking()).recheck(book, of),
    decisions: async (of) => await (await deciding()).decisions(book, of, quiet(book)),
    decide: async (of, decisions, user = tools.user ?? '') => await (await deciding()).decide(book, of, { decisions, user }, quiet(book)),
    message: (lines, options) => message(book, lines, options?.onlyIfThere === true),
  };
}

async function message(book: Book, lines: readonly string[], onlyIfThere: boolean): Promise<void> {
  const seen = await lookAt(book, quiet(book));
  const own = seen.own.find((sheet) => sheet.role === 'message');
  if (!own && onlyIfThere) return;
  const name = own?.sheet ?? freeSheetName(MESSAGE_SHEET.sheetName, seen.sheetNames);
  await writing(book, quiet(book), () => writeMessage(book.guard, { sheet: name, exists: own !== undefined, show: !onlyIfThere }, lines));
}
