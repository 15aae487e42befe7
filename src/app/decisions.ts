/** What a person decided about one finding: the person's columns of its row on *Credits* (design.md 7). Keys left out are not touched. */
import type { Day } from '../core/day';
import type { Cents } from '../core/money';

/** To clear a cell: '' for words, null for the amount, NO_DAY (0) for a day. */
export interface Decision {
  /** Id of the finding, or of the open part of an account, as on *Credits*. */
  readonly id: string;
  readonly status?: string;
  readonly decision?: string;
  /** Decision amount. */
  readonly amount?: Cents | null;
  readonly assignedTo?: string;
  readonly identifiedOn?: Day;
  readonly investigationFrom?: Day;
  readonly investigationTo?: Day;
  /** "V08, V13 called 3/4". */
  readonly checksCleared?: string;
  readonly note?: string;
}

/** A decision as the sheet shows it. */
export interface StandingDecision extends Decision {
  /** The amount at which *Not a credit* was said, as remembered by the last write; null when it was not. */
  readonly setAsideAt: Cents | null;
}

/** What stands on *Credits* now. */
export interface Decisions {
  /** Name of the sheet; null when it is not written yet. */
  readonly sheet: string | null;
  /** By the finding ids of the scan, whatever id the row keeps. */
  readonly decisions: readonly StandingDecision[];
  /** Rows whose credit is gone, with the day on which a write noticed it. */
  readonly cleared: readonly { readonly assignedTo: string; readonly amount: Cents; readonly on: Day }[];
}

export interface Decided {
  /** Finding ids whose cells are written. */
  readonly written: readonly string[];
  /** Decisions whose row is not on *Credits* yet: they belong into the next publish. */
  readonly waiting: readonly Decision[];
  /** True when *Credit log* names who wrote those cells; else the next publish does. */
  readonly logged?: boolean;
}
