/**
 * What became of correction lines that the review no longer asks for (design.md 7). Done and posted: proved, with the day of the posting. An
 * account that the export does not hold proves nothing.
 */
import type { Credit, Review } from '../core/credit';
import { nameOf } from '../core/following';
import type { AccountName } from '../core/following';
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { add, centsOfNumber, sum, toDollars, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import type { CorrectionsContext } from './correctionRows';
import type { CorrectionsKey } from './correctionsColumns';
import type { OutValue } from './edit';
import type { Read, Wanted } from './merge';
import { Proofs } from './proof';
import { cellOf, isBlank } from './standing';
import type { StandingTable } from './standing';

export const STILL_OPEN = 'still open';
export const SET_ASIDE = 'not asked for: Not a credit on Credits';
const OVER = /^(proved by|no longer asked for)/;
const PROVED_DAY = /posted (\d{4}-\d{2}-\d{2})$/;

type ReadCell = Read<CorrectionsKey>;
export const accountOfLine = (read: ReadCell): AccountName => ({ facility: String(read('facility') ?? ''), key: String(read('account') ?? '') });
/** A line that a later export can still say something about. */
export const isFollowedLine = (read: ReadCell): boolean => !isBlank(read('account')) && !OVER.test(String(read('change') ?? ''));

const centsOf = (value: OutValue): Cents => (typeof value === 'number' ? (centsOfNumber(value) ?? ZERO) : ZERO);

export class ExportProof {
  private readonly asOf: Day;
  private readonly open: ReadonlyMap<string, Cents>;
  private readonly proofs: Proofs;

  constructor(review: Review, context: CorrectionsContext, standing: StandingTable | null) {
    this.asOf = review.asOf;
    this.open = openParts(review.credits);
    this.proofs = new Proofs(context.followed);
    for (const row of standing?.rows ?? []) this.alreadyProved((key) => cellOf(standing as StandingTable, row, key));
  }

  /** Our own cells of a line that is no longer asked for. */
  gone(read: ReadCell): Wanted<CorrectionsKey> {
    if (!isFollowedLine(read)) return {};
    return { change: this.stateOf(read), asOf: this.asOf };
  }

  private stateOf(read: ReadCell): string {
    const account = accountOfLine(read);
    if (!this.proofs.inExport(account)) return 'not in this export';
    const amount = centsOf(read('amount'));
    const left = this.open.get(nameOf(account)) ?? ZERO;
    // No proof while the account still holds as much that nothing explains.
    const held = left > 0 && left >= amount;
    const day = toIso(this.asOf) ?? '';
    if (isBlank(read('doneOn'))) return held ? 'to do' : `no longer asked for, export of ${day}`;
    if (held) return STILL_OPEN;
    const since = Number(read('flaggedOn') ?? 0);
    const posting = this.proofs.take(account, ({ effect, day: on }) => effect === amount && on >= since);
    if (posting) return `proved by export of ${day}: posted ${toIso(posting.day) ?? ''}`;
    if (this.isVoided(read, account)) return `proved by export of ${day}: the posting is gone`;
    return `no longer in credit, but no posting of ${toDollars(amount)} found in the export of ${day}`;
  }

  /** The posting that was to be undone stands no more, neither it nor one like it. */
  private isVoided(read: ReadCell, account: AccountName): boolean {
    const posted = centsOf(read('posted'));
    return posted !== ZERO && !this.proofs.has(account, ({ effect, day }) => effect === posted && day === (read('date') ?? 0));
  }

  /** A posting that proved a line before proves no other. */
  private alreadyProved(read: ReadCell): void {
    const day = PROVED_DAY.exec(String(read('change') ?? ''))?.[1];
    const amount = centsOf(read('amount'));
    if (day !== undefined) this.proofs.take(accountOfLine(read), (posting) => posting.effect === amount && toIso(posting.day) === day);
  }
}

/** What an account still holds without a cause that is sure. */
function openParts(credits: readonly Credit[]): Map<string, Cents> {
  return new Map(
    credits.map((credit) => {
      const unsure = sum(credit.findings.filter((finding) => finding.class === 'needs-review').map((finding) => finding.cents));
      return [nameOf(credit), add(unsure, credit.unexplained > 0 ? credit.unexplained : ZERO)];
    }),
  );
}
