/** What a person decided about one finding: the person's columns of its row on *Credits* (design.md 7). Keys left out are not touched. */
import type { Day } from '../core/day';
import type { Cents } from '../core/money';

export interface Decision {
  /** Id of the finding, or of the open part of an account, as on *Credits*. */
  readonly id: string;
  readonly status?: string;
  readonly decision?: string;
  /** Decision amount. */
  readonly amount?: Cents;
  readonly assignedTo?: string;
  readonly identifiedOn?: Day;
  readonly investigationFrom?: Day;
  readonly investigationTo?: Day;
  /** "V08, V13 called 3/4". */
  readonly checksCleared?: string;
  readonly note?: string;
}
