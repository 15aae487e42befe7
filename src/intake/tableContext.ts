/** What the columns of one table share: where they stand, where they say what they could not read, and what a person corrected. */
import type { Ints } from './grow';
import type { ProblemLog } from './problemLog';

export interface TableContext {
  readonly sheet: string;
  readonly date1904: boolean;
  /** The last plausible year: the one after the as-of date. */
  readonly lastYear: number;
  readonly corrections: Readonly<Record<string, string>>;
  readonly log: ProblemLog;
  /** Rows that are expected. */
  readonly room: number;
  /** 1-based sheet rows that were kept. */
  readonly rows: Ints;
  /** Kept rows with a cell that could not be read, by reason; their account is not judged. */
  readonly bad: Map<number, string>;
}

/** What the cells show about number and date style, for columns that show nothing themselves. */
export interface StyleEvidence {
  us: number;
  european: number;
  monthFirst: boolean;
  dayFirst: boolean;
}
