/** What the pane shows, as one value. Every screen is drawn from it; only `next` changes it, so Back never loses work. */
import type { HighlightResult, Look, Preview, Progress, Published, Reviewed, Scan, SelfTestRun, Story } from '../app/session';
import type { Decided, Decision, Decisions } from '../app/decisions';
import type { Dimension } from '../app/facets';
import type { Wanted } from '../app/overview';
import type { Scope } from '../app/scope';
import type { Shown } from '../app/worklist';
import type { Day } from '../core/day';
import type { Grain } from '../intake/contract';
import type { OwnRole } from '../outputs/edit';
import type { Failure } from './failure';

export type Screen = 'read' | 'results' | 'credit' | 'write' | 'remove' | 'problems' | 'bulk' | 'selfTest' | 'settings' | 'ruleLab' | 'about' | 'help';
/** Where Back leads. */
export const PARENT: Readonly<Record<Screen, Screen | null>> = {
  read: null,
  results: 'read',
  credit: 'results',
  write: 'results',
  remove: 'read',
  problems: 'read',
  bulk: 'results',
  selfTest: 'results',
  settings: 'read',
  ruleLab: 'settings',
  about: 'read',
  help: 'credit',
};

export type JobKind = 'look' | 'scan' | 'highlight' | 'clear' | 'preview' | 'recheck' | 'publish' | 'removal' | 'remove' | 'tool' | 'add' | 'selfTest';
export interface Job {
  readonly kind: JobKind;
  readonly startedAt: number;
  readonly progress: Progress | null;
}
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text: string;
  readonly code?: string;
}
/** What the last decision did, so that it can be undone: the cells before and after. */
export interface Undo {
  readonly label: string;
  readonly before: readonly Decision[];
  readonly after: readonly Decision[];
}
export interface Removal {
  readonly role: OwnRole;
  readonly sheet: string;
  readonly typedCells: number;
  readonly logLines: number;
}

/** Last month's reviewed file, as far as it was chosen. */
export interface CarriedFile extends Pick<Reviewed, 'previous' | 'sheets'> {
  readonly name: string;
}

export interface PaneState {
  readonly screen: Screen;
  readonly asOf: Day;
  readonly grain: Grain | null;
  /** Which credits are listed; null = all. */
  readonly scope: Scope | null;
  /** Assumption key → chosen value. */
  readonly corrections: Readonly<Record<string, string>>;
  /** Its work goes into the sheets that are made next. */
  readonly carried: CarriedFile | null;
  readonly look: Look | null;
  readonly scan: Scan | null;
  /** True when corrections, grain or date changed after the scan. */
  readonly outdated: boolean;
  /** Account index of the credit that is open or was last open. */
  readonly account: number | null;
  readonly story: Story | null;
  /** Of this scan; null when none was run. */
  readonly selfTest: SelfTestRun | null;
  readonly wanted: Wanted;
  /** The chart on show. */
  readonly dimension: Dimension;
  /** By finding: what *Credits* shows, or what waits for its first write. */
  readonly shown: Shown;
  /** The name of *Credits*; null when it is not written yet. */
  readonly creditsSheet: string | null;
  readonly cleared: Decisions['cleared'];
  /** Decisions without a row yet. */
  readonly waiting: ReadonlyMap<string, Decision>;
  /** Decisions made in the pane that are not logged yet: the next write does, and names who made them. */
  readonly made: ReadonlyMap<string, Decision>;
  /** How many writes of each row are on their way to the sheet. */
  readonly saving: ReadonlyMap<string, number>;
  readonly undo: Undo | null;
  /** Rows that changed on accounts without a finding since the scan, as a re-check found; they are not in the results. */
  readonly changedElsewhere: number;
  /** Who works, as kept on this computer. */
  readonly me: string;
  /** Patient names are hidden, for sharing the screen. */
  readonly masked: boolean;
  /** Whether the fields beside the decision are open. */
  readonly details: boolean;
  /** The cause whose help is open. */
  readonly cause: string | null;
  readonly highlighted: HighlightResult | null;
  readonly preview: Preview | null;
  readonly published: Published | null;
  readonly removal: readonly Removal[] | null;
  readonly job: Job | null;
  readonly notice: Notice | null;
}

export type Happening =
  | { readonly type: 'go'; readonly screen: Screen }
  | { readonly type: 'back' }
  | { readonly type: 'open'; readonly account: number }
  | { readonly type: 'story'; readonly account: number; readonly story: Story }
  | { readonly type: 'selfTested'; readonly run: SelfTestRun }
  | { readonly type: 'want'; readonly wanted: Partial<Wanted> }
  | { readonly type: 'correct'; readonly key: string; readonly value: string }
  /** A profile: corrections laid over those that stand; null = the level stays. */
  | { readonly type: 'profile'; readonly corrections: Readonly<Record<string, string>>; readonly grain: Grain | null }
  /** null = the file is left out. */
  | { readonly type: 'carried'; readonly file: CarriedFile | null }
  | { readonly type: 'forgot'; readonly keys: readonly string[] }
  | { readonly type: 'asOf'; readonly asOf: Day }
  | { readonly type: 'grain'; readonly grain: Grain }
  | { readonly type: 'scope'; readonly scope: Scope | null }
  | { readonly type: 'added'; readonly look: Look; readonly notice: Notice }
  | { readonly type: 'started'; readonly kind: JobKind; readonly at: number }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'looked'; readonly look: Look }
  | { readonly type: 'scanned'; readonly scan: Scan }
  | { readonly type: 'highlighted'; readonly result: HighlightResult }
  | { readonly type: 'cleared'; readonly notice: Notice }
  | { readonly type: 'previewed'; readonly preview: Preview }
  /** `reportOnly`: only the Medicare report was written, so decisions still wait for Credits. */
  | { readonly type: 'published'; readonly published: Published; readonly reportOnly: boolean }
  | { readonly type: 'removalFound'; readonly removal: readonly Removal[] }
  | { readonly type: 'removed'; readonly sheets: readonly string[]; readonly notice: Notice }
  | { readonly type: 'refused'; readonly notice: Notice }
  | { readonly type: 'stopped'; readonly kind: JobKind }
  | { readonly type: 'failed'; readonly failure: Failure; readonly kind?: JobKind }
  | { readonly type: 'dimension'; readonly dimension: Dimension }
  | { readonly type: 'set'; readonly set: Partial<Pick<PaneState, 'me' | 'masked' | 'details'>> }
  | { readonly type: 'help'; readonly cause: string }
  | { readonly type: 'decisions'; readonly found: Decisions }
  | { readonly type: 'decide'; readonly wanted: readonly Decision[]; readonly undo: Undo | null }
  | { readonly type: 'decided'; readonly told: Decided; readonly wanted: readonly Decision[] }
  | { readonly type: 'undecided'; readonly before: readonly Decision[]; readonly failure: Failure }
  | { readonly type: 'policySet' }
  | { readonly type: 'rechecked'; readonly scan: Scan; readonly others: number }
  | { readonly type: 'notice'; readonly notice: Notice | null };

export function firstState(asOf: Day, kept: Pick<PaneState, 'me' | 'masked'> = { me: '', masked: false }): PaneState {
  return {
    screen: 'read',
    asOf,
    grain: null,
    scope: null,
    corrections: {},
    carried: null,
    look: null,
    scan: null,
    outdated: false,
    account: null,
    story: null,
    selfTest: null,
    wanted: { class: 'all', text: '', order: 'largest', whose: 'all' },
    dimension: 'class',
    shown: new Map(),
    creditsSheet: null,
    cleared: [],
    waiting: new Map(),
    made: new Map(),
    saving: new Map(),
    undo: null,
    changedElsewhere: 0,
    ...kept,
    details: false,
    cause: null,
    highlighted: null,
    preview: null,
    published: null,
    removal: null,
    job: null,
    notice: null,
  };
}

const STOPPED: Readonly<Record<JobKind, string>> = {
  look: 'Nothing was changed.',
  scan: 'Nothing was changed. Your choices are kept.',
  preview: 'Nothing was written.',
  recheck: 'Nothing was written.',
  tool: 'Nothing more was done.',
  selfTest: 'The test was left off. Results and workbook are as they were.',
  add: 'A file that was being added is not there. Add it again.',
  removal: 'Nothing was removed.',
  highlight: 'Some rows may be coloured already. Highlight again to finish, or clear.',
  clear: 'Some colours may be left. Clear again to finish.',
  publish: 'Some rows may be written already. Write again to finish: what stands is kept.',
  remove: 'Some sheets may be gone already. Remove again to finish.',
};

function highlightNotice(result: HighlightResult): Notice {
  const keys = result.sheets.reduce((total, sheet) => total + sheet.keys, 0);
  const where = result.sheets.map((sheet) => sheet.sheet).join(', ');
  const problems = result.problems.map((problem) => problem.message).join(' ');
  if (keys === 0) return { intent: 'warning', title: 'Nothing was coloured', text: problems || 'No row on these sheets belongs to a credit.' };
  return {
    intent: problems ? 'warning' : 'success',
    title: `${keys.toLocaleString('en-US')} ${keys === 1 ? 'account' : 'accounts'} highlighted on ${where}`,
    text: problems || 'Your cells are untouched. The colours follow sorting and filtering.',
  };
}

/** Our sheets as they stand after a write, without looking at the whole workbook again. */
function withOwn(look: Look | null, written: Published['sheets']): Look | null {
  if (!look) return null;
  const kept = look.own.filter(({ sheet }) => written.every((each) => each.sheet !== sheet));
  return { ...look, own: [...kept, ...written.map(({ role, sheet, rows }) => ({ role, sheet, rows }))] };
}
const withoutOwn = (look: Look | null, removed: readonly string[]): Look | null =>
  look && { ...look, own: look.own.filter(({ sheet }) => !removed.includes(sheet)) };

/** The cells of each decision laid over what is known of its row. */
function laid(over: ReadonlyMap<string, Decision>, decisions: readonly Decision[]): Map<string, Decision> {
  const all = new Map(over);
  for (const decision of decisions) all.set(decision.id, { ...all.get(decision.id), ...decision });
  return all;
}

const without = (from: ReadonlyMap<string, Decision>, decisions: readonly Decision[]): Map<string, Decision> => {
  const gone = new Set(decisions.map(({ id }) => id));
  return new Map([...from].filter(([id]) => !gone.has(id)));
};

/** One write more, or one less, of each row. */
function savingMore(saving: PaneState['saving'], decisions: readonly Decision[], change: 1 | -1): Map<string, number> {
  const all = new Map(saving);
  for (const { id } of decisions) all.set(id, (all.get(id) ?? 0) + change);
  return new Map([...all].filter(([, count]) => count > 0));
}

/** What the sheet shows counts, but for rows still being written: that reading may be older. A decision waits only as long as its row is not there. */
function withFound(state: PaneState, { sheet, decisions, cleared }: Decisions): PaneState {
  const standing = new Map<string, Decision>(decisions.map((decision) => [decision.id, decision]));
  const waiting = new Map([...state.waiting].filter(([id]) => !standing.has(id)));
  const saving = [...state.shown].filter(([id]) => state.saving.has(id));
  return { ...state, creditsSheet: sheet, cleared, waiting, shown: new Map([...standing, ...waiting, ...saving]) };
}

const done = (state: PaneState, change: Partial<PaneState>): PaneState => ({ ...state, job: null, notice: null, ...change });
const changedReading = (state: PaneState, change: Partial<PaneState>): PaneState => ({ ...state, ...change, outdated: state.scan !== null });

const RESULTS_GONE = 'The earlier results are put away, because a new reading had begun. Find credits again; your choices are kept.';
/** A new review has begun to read, so the earlier one can no longer be explained: what cannot be explained must not stand. */
const withoutResults = (state: PaneState): Partial<PaneState> =>
  state.scan?.review
    ? { scan: { ...state.scan, review: null }, screen: 'read', outdated: false, account: null, story: null, preview: null, published: null }
    : {};

export function next(state: PaneState, event: Happening): PaneState {
  switch (event.type) {
    case 'go':
      return { ...state, screen: event.screen, notice: null };
    case 'back':
      return { ...state, screen: PARENT[state.screen] ?? 'read', notice: null };
    case 'open':
      return { ...state, screen: 'credit', account: event.account, story: event.account === state.account ? state.story : null, notice: null };
    case 'story':
      return event.account === state.account ? { ...state, story: event.story } : state;
    case 'want':
      return { ...state, wanted: { ...state.wanted, ...event.wanted } };
    case 'correct':
      return changedReading(state, { corrections: { ...state.corrections, [event.key]: event.value } });
    case 'profile':
      return changedReading(state, { corrections: { ...state.corrections, ...event.corrections }, grain: event.grain ?? state.grain });
    case 'carried':
      return done(changedReading(state, { carried: event.file }), {});
    case 'forgot':
      return done(
        changedReading(state, {
          corrections: Object.fromEntries(Object.entries(state.corrections).filter(([key]) => !event.keys.includes(key))),
          grain: event.keys.includes('grain') ? null : state.grain,
        }),
        {},
      );
    case 'asOf':
      return changedReading(state, { asOf: event.asOf });
    case 'grain':
      return changedReading(state, { grain: event.grain });
    case 'scope':
      return { ...state, scope: event.scope };
    case 'added':
      // A refusal was about the sheets as they were; results are of the sheets as they were, too.
      return done(state, {
        look: event.look,
        notice: event.notice,
        screen: 'read',
        scan: state.scan?.review ? state.scan : null,
        outdated: state.scan?.review !== undefined && state.scan.review !== null,
      });
    case 'started':
      return { ...state, job: { kind: event.kind, startedAt: event.at, progress: null }, notice: null };
    case 'progress':
      return state.job ? { ...state, job: { ...state.job, progress: event.progress } } : state;
    case 'looked':
      return done(state, { look: event.look });
    case 'selfTested':
      return done(state, { selfTest: event.run });
    case 'scanned':
      return done(state, {
        scan: event.scan,
        selfTest: null,
        outdated: false,
        screen: event.scan.review ? 'results' : 'read',
        account: null,
        preview: null,
        published: null,
        changedElsewhere: 0,
      });
    case 'highlighted':
      return done(state, { highlighted: event.result, notice: highlightNotice(event.result) });
    case 'cleared':
      return done(state, { highlighted: null, notice: event.notice });
    case 'previewed':
      return done(state, { preview: event.preview, published: null, screen: 'write' });
    case 'published':
      return done(state, {
        published: event.published,
        look: withOwn(state.look, event.published.sheets),
        ...(event.reportOnly ? {} : { made: new Map(), undo: null, carried: null }),
      });
    case 'removalFound':
      return done(state, { removal: event.removal, screen: 'remove' });
    case 'removed':
      return done(state, { removal: null, published: null, preview: null, look: withoutOwn(state.look, event.sheets), screen: 'read', notice: event.notice });
    case 'dimension':
      return { ...state, dimension: event.dimension };
    case 'set':
      return { ...state, ...event.set };
    case 'help':
      return { ...state, screen: 'help', cause: event.cause };
    case 'decisions':
      return withFound(state, event.found);
    case 'decide':
      return {
        ...state,
        shown: laid(state.shown, event.wanted),
        made: laid(state.made, event.wanted),
        saving: savingMore(state.saving, event.wanted, 1),
        undo: event.undo,
        notice: null,
      };
    case 'decided':
      return {
        ...state,
        waiting: laid(state.waiting, event.told.waiting),
        saving: savingMore(state.saving, event.wanted, -1),
        made:
          event.told.logged === true
            ? without(
                state.made,
                event.wanted.filter(({ id }) => event.told.written.includes(id)),
              )
            : state.made,
      };
    case 'undecided':
      return {
        ...state,
        shown: laid(state.shown, event.before),
        made: without(state.made, event.before),
        saving: savingMore(state.saving, event.before, -1),
        undo: null,
        notice: { intent: 'error', ...event.failure },
      };
    case 'policySet':
      return done(state, {
        outdated: state.scan !== null,
        notice: { intent: 'success', title: 'The policy is changed', text: 'Find credits again: it counts from then on.' },
      });
    case 'rechecked':
      return { ...state, scan: event.scan, changedElsewhere: event.others };
    case 'refused':
      return done(state, { notice: event.notice });
    case 'stopped':
      return event.kind === 'scan'
        ? done(state, { ...withoutResults(state), notice: { intent: 'info', title: 'Stopped', text: state.scan?.review ? RESULTS_GONE : STOPPED.scan } })
        : done(state, { notice: { intent: 'info', title: 'Stopped', text: STOPPED[event.kind] } });
    case 'failed': {
      const { failure } = event;
      if (event.kind !== 'scan' || !state.scan?.review) return done(state, { notice: { intent: 'error', ...failure } });
      return done(state, { ...withoutResults(state), notice: { intent: 'error', ...failure, text: `${failure.text} ${RESULTS_GONE}` } });
    }
    case 'notice':
      return { ...state, notice: event.notice };
  }
}
