/**
 * The use cases, shared by pane, ribbon, workbench and command line (design.md 3). The pane knows only these types.
 */
import type { Review, FindingClass, StoryLine } from '../core/credit';
import type { AccountName, Followed } from '../core/following';
import type { PaymentAnswer, PaymentAsked } from '../core/payments';
import type { TriedCredit } from '../core/ruleLab';
import type { SelfTest } from '../core/selfTest/result';
import type { Posting } from '../core/postings';
import type { Grain, Plan, Problem, Reading, Refusal, SheetSample, Block, ReadOptions } from '../intake/contract';
import type { Day } from '../core/day';
import type { OwnRole } from '../outputs/edit';
import type { StandingTable } from '../outputs/standing';
import type { ListedTotals } from './listedTotals';
import type { Profile } from './profile';
import type { LogFault } from '../outputs/log';
import type { PolicySuggestion, PolicyTrial } from './ruleLab';
import type { RowSpan, Scope } from './scope';
import type { Decided, Decision, Decisions } from './decisions';

export interface Progress {
  readonly stage: 'looking' | 'reading' | 'reviewing' | 'writing' | 'highlighting' | 'clearing' | 'waiting';
  readonly done: number;
  readonly total: number;
  /** Plain words, for example "Reading Transactions: 40,000 of 120,000 rows". No cell text. */
  readonly message: string;
}
export type OnProgress = (progress: Progress) => void;

/**
 * Plans, reads and reviews. In the pane it lives in a worker, in Node in place; both speak this.
 * `plan` starts anew, but the last review stays explainable (story, postings) until the first `accept` or `read` after it.
 */
export interface Analyst {
  plan(samples: readonly SheetSample[], options: AnalystOptions): Promise<Plan>;
  accept(block: Block): Promise<void>;
  /** Ends reading; the ledger stays with the analyst. */
  read(): Promise<ReadingSummary>;
  review(onProgress: OnProgress, signal: AbortSignal): Promise<Review>;
  /** The postings that the findings of the last review claim. */
  postings(): Promise<readonly Posting[]>;
  /** What was posted on these accounts, by the ledger of the last `read`. */
  follow(accounts: readonly AccountName[]): Promise<readonly Followed[]>;
  /** Every row of the accounts that the last review lists. */
  flaggedRows(): Promise<readonly FlaggedRow[]>;
  /** Checks of stage payment and the transactions, for refunds of listed credits. */
  payments(asked: readonly PaymentAsked[]): Promise<readonly PaymentAnswer[]>;
  /** The transactions of one credit in time order, for its story (asked for when shown). */
  story(account: number): Promise<Story>;
  /** Plants on a copy of the ledger of the last `read` and judges it; a cancel leaves ledger and review as they are. */
  selfTest(seed: number, onProgress: OnProgress, signal: AbortSignal): Promise<SelfTest>;
  /** What a review by these policy rows would say of the ledger of the last `read`; the last review stays. */
  tryPolicy(policyRows: AnalystOptions['policyRows']): Promise<readonly TriedCredit[]>;
  dispose(): void;
}
export interface AnalystOptions extends Omit<ReadOptions, 'policy'> {
  readonly asOf: Day;
  /** Left out = all credits are listed. */
  readonly scope?: Scope;
  /** Rows of the Credit policy sheet or of --policy, still unknown; [] = defaults. */
  readonly policyRows: readonly Readonly<Record<string, unknown>>[];
}
/** A Reading without its ledger (which does not leave the worker), plus what outputs need of it. */
export interface ReadingSummary extends Omit<Reading, 'ledger'> {
  readonly sheetNames: readonly string[];
  readonly accounts: number;
  readonly transactions: number;
  /** For highlights and links: the raw key cells of each sheet that carries keys. */
  readonly keyed: readonly KeyedColumn[];
  /** Problems of the policy rows. */
  readonly policyProblems: readonly Problem[];
  /** Listed balances against postings; null or left out when no balance is listed. */
  readonly control?: ListedTotals | null;
}
/** Every distinct raw value of a sheet's key column exactly as read, with the ledger's account index and the first 1-based row it stands on. */
export interface KeyedColumn {
  readonly sheet: string;
  readonly role: 'accounts' | 'transactions' | 'mixed';
  /** 0-based sheet columns; facilityColumn −1 when there is none. */
  readonly keyColumn: number;
  readonly facilityColumn: number;
  readonly keys: readonly { readonly raw: string | number; readonly facility: string; readonly account: number; readonly row: number }[];
}
/** `sheet` is an index into ReadingSummary.sheetNames; 1-based row. */
export interface FlaggedRow {
  readonly account: number;
  readonly sheet: number;
  readonly row: number;
}
export interface Story {
  readonly lines: readonly StoryLine[];
  /** The sentence that explains it with its numbers. */
  readonly sentence: string;
  /** Smallest set of postings that brings the account to zero, in words. */
  readonly postings: readonly string[];
}

/** What the product found in the open workbook before reading it. */
export interface Look {
  readonly plan: Plan;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  /** Own sheets that stand in the workbook. */
  readonly own: readonly { readonly role: OwnRole; readonly sheet: string; readonly rows: number }[];
  /** Corrections in force. */
  readonly corrections?: readonly Correction[];
  /** The rows of the Credit policy sheet; left out or [] = defaults. */
  readonly policyRows?: readonly Readonly<Record<string, unknown>>[];
}

/** A correction of the reading and where it comes from; `key` and `value` as in ScanOptions.corrections ("sign:Sheet:#…" when only its hash is known). */
export interface Correction {
  readonly key: string;
  readonly value: string;
  readonly from: 'person' | 'workbook' | 'profile';
}

export interface Scan {
  readonly asOf: Day;
  readonly plan: Plan;
  readonly reading: ReadingSummary;
  /** null when reading was refused. */
  readonly review: Review | null;
  readonly refused: Refusal | null;
  /** The postings that findings claim; left out when there is no review. */
  readonly postings?: readonly Posting[];
  /** As in ScanOptions. */
  readonly previous?: Previous;
  /** The policy rows of this review, from the sheet and from outside; left out = defaults. */
  readonly policyRows?: readonly Readonly<Record<string, unknown>>[];
  /** Fingerprint of the sheets as read, to notice a change before writing. */
  readonly fingerprint: string;
  readonly seconds: number;
  /** Corrections in force. */
  readonly corrections?: readonly Correction[];
}

export interface ScanOptions {
  readonly asOf: Day;
  readonly grain?: Grain;
  /** Only these credits are listed; the whole ledger is read all the same. */
  readonly scope?: Scope;
  readonly corrections?: Readonly<Record<string, string>>;
  /** How last month's export was read: applied where headings match (--profile). What the workbook remembers gives way to it. */
  readonly profile?: Profile;
  /** Policy rows from outside the workbook (--policy); the Credit policy sheet's own rows come first. */
  readonly policyRows?: readonly Readonly<Record<string, unknown>>[];
  /** Our tables in last month's reviewed workbook: they count where this workbook has no finished sheet of that kind. */
  readonly previous?: Previous;
}

export type Previous = ReadonlyMap<OwnRole, StandingTable>;

export interface PublishOptions {
  /** Decisions that are not in the workbook yet: laid onto their rows when those are first written. */
  readonly decisions?: readonly Decision[];
  /** False = no letter sheets are made; those that stand are kept up. True when not given. */
  readonly letters?: boolean;
  /** True = the CMS-838 sheet and no other, which is written on demand only. */
  readonly medicareReport?: boolean;
}

export interface HighlightResult {
  readonly sheets: readonly { readonly sheet: string; readonly keys: number; readonly wholeRows: boolean }[];
  readonly byClass: Readonly<Record<FindingClass, number>>;
  readonly problems: readonly Problem[];
}
export interface ClearResult {
  readonly rules: number;
  /** Rules that could not be removed: sheet and reason. */
  readonly left: readonly { readonly sheet: string; readonly why: string }[];
}
export interface Preview {
  readonly sheets: readonly {
    readonly role: OwnRole;
    readonly sheet: string;
    readonly action: 'create' | 'update' | 'rewrite';
    readonly rows: number;
    readonly kept: number;
    readonly note: string;
  }[];
  readonly problems: readonly Problem[];
  /** Set when nothing may be written, with the reason (control totals differ, sheet changed since the scan, read-only …). */
  readonly refused: Refusal | null;
}
export interface Published {
  readonly sheets: readonly { readonly role: OwnRole; readonly sheet: string; readonly rows: number; readonly appended: number }[];
}

/** A file chosen or dropped in the pane. */
export interface FileToAdd {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** Last month's reviewed file, as it would be carried over. */
export interface Reviewed {
  /** Empty when refused. */
  readonly previous: Previous;
  /** Its tables of ours; `typed` rows hold something a person typed. */
  readonly sheets: readonly { readonly role: OwnRole; readonly sheet: string; readonly rows: number; readonly typed: number }[];
  /** Set when there is nothing to carry over, with the way out. */
  readonly refused: Refusal | null;
}
export interface Added {
  /** The new sheets; `rows` null where Excel inserted them itself. */
  readonly sheets: readonly { readonly sheet: string; readonly rows: number | null }[];
  /** What could not be read in an electronic remittance. */
  readonly problems: readonly Problem[];
  /** Set when nothing was added, with the way out. */
  readonly refused: Refusal | null;
}

/** What a re-check of the flagged accounts found. */
export interface Recheck {
  /** The scan with the fingerprint of the sheets as they are now; null when a flagged account changed or that cannot be told. */
  readonly held: Scan | null;
  /** Keys of flagged accounts whose rows changed. */
  readonly changed: readonly string[];
  /** Changed rows of other accounts: not in these results until credits are found again. */
  readonly others: number;
}

export interface SelfTestOptions {
  /** A whole number: the same one plants the same. */
  readonly seed?: number;
}
export interface SelfTestRun extends SelfTest {
  /** Milliseconds since 1970. */
  readonly ranAt: number;
  readonly seconds: number;
}

/** Every method rejects with a HostFailure (typed, with code and plain words) or AbortError; user-data trouble comes back as values. */
export interface Session {
  look(options: ScanOptions): Promise<Look>;
  scan(options: ScanOptions, onProgress: OnProgress, signal: AbortSignal): Promise<Scan>;
  story(account: number): Promise<Story>;
  /** How often the review is right on these sheets: in memory, the workbook is not touched. The next write of *Credit summary* carries it. */
  selfTest(scan: Scan, options: SelfTestOptions, onProgress: OnProgress, signal: AbortSignal): Promise<SelfTestRun>;
  highlight(scan: Scan, onProgress: OnProgress, signal: AbortSignal): Promise<HighlightResult>;
  clearHighlights(onProgress: OnProgress, signal: AbortSignal): Promise<ClearResult>;
  preview(scan: Scan, options?: PublishOptions): Promise<Preview>;
  publish(scan: Scan, user: string, onProgress: OnProgress, signal: AbortSignal, options?: PublishOptions): Promise<Published>;
  /** Writes the CMS-838 sheet alone; no sheet comes back when nothing is owed to Medicare. Preview: `preview(scan, { medicareReport: true })`. */
  writeMedicareReport(scan: Scan, user: string, onProgress: OnProgress, signal: AbortSignal): Promise<Published>;
  previewRemoval(): Promise<readonly { readonly role: OwnRole; readonly sheet: string; readonly typedCells: number; readonly logLines: number }[]>;
  removeSheets(keep: readonly OwnRole[], onProgress: OnProgress, signal: AbortSignal): Promise<{ readonly removed: readonly string[] }>;
  /** *Verify log*: edits, gaps, reorderings and a cut end of *Credit log*; [] when it is whole or there is none. */
  verifyLog(): Promise<readonly LogFault[]>;
  /** *Refund file* as CSV text for accounts payable; rejects when the file is not there or no longer agrees with *Refunds*. */
  refundFileCsv(): Promise<string>;
  /** Adds the sheets of a file, last: .csv, .tsv, .txt, an 835 or .xlsx. */
  addFile(file: FileToAdd, onProgress: OnProgress, signal: AbortSignal): Promise<Added>;
  /** Looks into last month's reviewed file (.xlsx, .xlsm) for `ScanOptions.previous`; Excel and the open workbook have no part in it. */
  readReviewed(file: FileToAdd): Promise<Reviewed>;
  /** The rows the person has selected, for a scope. */
  selectedRows(): Promise<readonly RowSpan[]>;
  showInSheet(rows: readonly { readonly sheet: string; readonly row: number }[]): Promise<void>;
  /** Takes corrections that the workbook remembers back: the question is asked again. */
  forget(keys: readonly string[]): Promise<void>;
  /** Checks that the sheets are still as they were when scanned. */
  unchanged(scan: Scan): Promise<boolean>;
  /** Changes values of *Credit policy* by policy id, one line of the log each; they count from the next scan. */
  setPolicy(values: Readonly<Record<string, string>>, user?: string): Promise<void>;
  /** What one policy value would change, in memory; `waiting`: decisions that are not in the workbook yet. */
  tryPolicy(scan: Scan, id: string, value: string, waiting: readonly Decision[]): Promise<PolicyTrial>;
  /** The value of a row that would have agreed best with people's decisions. Applied by `setPolicy` only. */
  suggestPolicy(scan: Scan, id: string, waiting: readonly Decision[]): Promise<PolicySuggestion>;
  /** After a change: whether the flagged accounts alone are as they were; then `held` may be highlighted and written. */
  recheck(scan: Scan): Promise<Recheck>;
  /** What people decided, as *Credits* shows it now. */
  decisions(scan: Scan): Promise<Decisions>;
  /**
   * Writes decisions into their rows of *Credits*, and who made them into *Credit log* where it stands; those without a row come back as waiting.
   * No preview: for bulk decisions the pane shows one.
   */
  decide(scan: Scan, decisions: readonly Decision[], user?: string): Promise<Decided>;
  /** Puts lines on the *Credit message* sheet, where a ribbon command speaks, and shows it; `onlyIfThere` replaces an older message without showing it. */
  message(lines: readonly string[], options?: { readonly onlyIfThere: boolean }): Promise<void>;
}

/** What every long call takes: progress and cancel. */
export interface RunHooks {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds since any fixed point. */
export interface Clock {
  now(): number;
}
/** Calls `action` after so many milliseconds unless the returned function is called first. */
export interface Timers {
  after(milliseconds: number, action: () => void): () => void;
}

// The door (src/excel) may import types of app and outputs only, so what it reads is named here too.
export type { Assumption, Block, CellValue, Plan, Problem, Refusal, SheetPlan, SheetSample } from '../intake/contract';
export type { RowSpan } from './scope';
export type { FindingClass } from '../core/credit';
