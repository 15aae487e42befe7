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
import { alikeKey } from '../core/postings';
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
const GONE = 'the posting is gone';

type ReadCell = Read<CorrectionsKey>;
export const accountOfLine = (read: ReadCell): AccountName => ({ facility: String(read('facility') ?? ''), key: String(read('account') ?? '') });
/** A line that a later export can still say something about. */
export const isFollowedLine = (read: ReadCell): boolean => !isBlank(read('account')) && !OVER.test(String(read('change') ?? ''));

const centsOf = (value: OutValue): Cents => (typeof value === 'number' ? (centsOfNumber(value) ?? ZERO) : ZERO);

export class ExportProof {
  private readonly asOf: Day;
  private readonly open: ReadonlyMap<string, Cents>;
  private readonly proofs: Proofs;
  /** Rows that are gone, by account and what they were like, as far as no line has counted them for itself. */
  private readonly vanished = new Map<string, number>();

  constructor(review: Review, context: CorrectionsContext, standing: StandingTable | null) {
    this.asOf = review.asOf;
    this.open = openParts(review.credits);
    this.proofs = new Proofs(context.followed);
    const lines = (standing?.rows ?? []).map(
      (row): ReadCell =>
        (key) =>
          cellOf(standing as StandingTable, row, key),
    );
    for (const read of lines) this.countVanished(read);
    for (const read of lines) this.alreadyProved(read);
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
    if (this.isVoided(read, account)) return `proved by export of ${day}: ${GONE}`;
    return `no longer in credit, but no posting of ${toDollars(amount)} found in the export of ${day}`;
  }

  /** The posting that was to be undone stands no more: fewer rows are like it than there were; on lines that know no number, none is. */
  private isVoided(read: ReadCell, account: AccountName): boolean {
    const posted = centsOf(read('posted'));
    if (posted === ZERO) return false;
    if (typeof read('alike') === 'number') return this.takeVanished(read);
    return !this.proofs.has(account, ({ effect, day }) => effect === posted && day === (read('date') ?? 0));
  }

  private takeVanished(read: ReadCell): boolean {
    const key = vanishedKey(read);
    const left = this.vanished.get(key) ?? 0;
    this.vanished.set(key, left - 1);
    return left > 0;
  }

  /** Lines about rows that are alike know the same number, or an older and higher one. */
  private countVanished(read: ReadCell): void {
    const [account, alike, key] = [accountOfLine(read), read('alike'), vanishedKey(read)];
    if (typeof alike !== 'number' || !this.proofs.inExport(account)) return;
    const now = this.proofs.count(account, (posting) => alikeKey(posting) === likeOf(read));
    this.vanished.set(key, Math.max(this.vanished.get(key) ?? 0, alike - now));
  }

  /** A posting, or a row gone, that proved a line before proves no other. */
  private alreadyProved(read: ReadCell): void {
    const change = String(read('change') ?? '');
    if (change.endsWith(GONE)) this.takeVanished(read);
    const day = PROVED_DAY.exec(change)?.[1];
    const amount = centsOf(read('amount'));
    if (day !== undefined) this.proofs.take(accountOfLine(read), (posting) => posting.effect === amount && toIso(posting.day) === day);
  }
}

const likeOf = (read: ReadCell): string =>
  alikeKey({ day: Number(read('date') ?? 0) as Day, effect: centsOf(read('posted')), reference: String(read('reference') ?? '') });
const vanishedKey = (read: ReadCell): string => `${nameOf(accountOfLine(read))}${likeOf(read)}`;

/** What an account still holds without a cause that is sure. */
function openParts(credits: readonly Credit[]): Map<string, Cents> {
  return new Map(
    credits.map((credit) => {
      const unsure = sum(credit.findings.filter((finding) => finding.class === 'needs-review').map((finding) => finding.cents));
      return [nameOf(credit), add(unsure, credit.unexplained > 0 ? credit.unexplained : ZERO)];
    }),
  );
}
