/**
 * *Refund seen* on Credits: whether a promised refund (Status Approved, Sent or Closed) stands in the billing system, and whether a refund is
 * asked for twice. A refund counts when it is of exactly the amount, to that payee, on that account, since the row was flagged.
 *
 * Example: 45.00 to the patient of account 7 was Sent; the next export holds a refund of 45.00 on 10 February: "refund posted 2026-02-10".
 */
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { centsOfNumber, toDollars, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import { normalKey } from '../core/policy/normalise';
import type { FollowedPosting } from '../core/following';
import type { CreditRow } from './creditRows';
import type { CreditsKey } from './creditsColumns';
import type { OutValue } from './edit';
import type { Read } from './merge';
import { Proofs } from './proof';
import type { Follow } from './proof';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

const PROMISED: ReadonlySet<string> = new Set(['approved', 'sent', 'closed']);
const GOES_AHEAD: ReadonlySet<string> = new Set(['', 'agree', 'refund']);
const word = (value: OutValue): string =>
  String(value ?? '')
    .trim()
    .toLowerCase();

/** A row on which a person has released a refund; rows that are gone too. */
export const isPromised = (read: Read<CreditsKey>): boolean =>
  PROMISED.has(word(read('status'))) &&
  GOES_AHEAD.has(word(read('decision'))) &&
  (read('owedToKind') === 'payer' || read('owedToKind') === 'patient') &&
  read('class') === 'True overpayment';

export const accountOf = (read: Read<'facility' | 'account'>): { facility: string; key: string } => ({
  facility: String(read('facility') ?? ''),
  key: String(read('account') ?? ''),
});

/** The amount decided; else the row's, also the one before it changed. */
function promisedCents(read: Read<CreditsKey>): ReadonlySet<Cents> {
  const decided = read('decisionAmount');
  const amounts = typeof decided === 'number' && decided > 0 ? [decided] : [read('amount'), read('was')];
  return new Set(amounts.flatMap((amount) => (typeof amount === 'number' ? (centsOfNumber(amount) ?? []) : [])));
}

/** Account × payee × amount. */
const askOf = (read: Read<CreditsKey>): string =>
  JSON.stringify([accountOf(read), read('owedToKind'), normalKey(String(read('owedTo') ?? '')), Number(read('amount')).toFixed(2)]);

export class RefundsSeen {
  private readonly proofs: Proofs;
  /** What was asked for and promised before → the row's status. */
  private readonly asked = new Map<string, { readonly id: OutValue; readonly status: string }>();

  constructor(
    follow: Follow,
    private readonly asOf: number,
  ) {
    this.proofs = new Proofs(follow);
  }

  /** Notes what the rows ask for that are promised, as this run leaves them. */
  promised(standing: StandingTable, matches: ReadonlyMap<number, CreditRow>): this {
    for (const [index, row] of standing.rows.entries()) {
      const read: Read<CreditsKey> = (key) => cellOf(standing, row, key);
      const now = matches.get(index);
      const state: Read<CreditsKey> = (key) => (now && key !== 'status' && key !== 'decision' ? now[key] : read(key));
      if (isPromised(state)) this.asked.set(askOf(state), { id: state('id'), status: String(read('status')).trim() });
    }
    return this;
  }

  /** A row that stands, as this run leaves it; `fresh` is what the review says of it, null when the credit is gone. */
  standing(read: Read<CreditsKey>, fresh: CreditRow | null): string | null {
    if (!isPromised(read)) return fresh && this.twice(fresh, fresh.id);
    if (!this.proofs.inExport(accountOf(read))) return 'not in this export';
    const seen = this.refunds(read);
    if (seen.length === 0) return word(read('status')) === 'approved' ? null : `no refund posted yet, export of ${toIso(this.asOf as Day) ?? ''}`;
    const days = seen.map(({ day }) => toIso(day) ?? 'without a date').join(' and ');
    if (seen.length > 1) return `refunded twice: ${days}`;
    return fresh ? `posted ${days} and still in credit: do not refund again before looking` : `refund posted ${days}`;
  }

  /** A row that is new: asked for again under another id? */
  fresh(row: CreditRow): string | null {
    return this.twice(row, null);
  }

  private twice(row: CreditRow, id: OutValue): string | null {
    if (row.owedToKind !== 'payer' && row.owedToKind !== 'patient') return null;
    const before = this.asked.get(askOf((key) => row[key]));
    if (!before || before.id === id) return null;
    const amount = centsOfNumber(Number(row.amount)) ?? ZERO;
    return `asked for twice? ${toDollars(amount)} to this payee is already ${before.status} on another row`;
  }

  /** All refunds of this row; taken, so that they prove no other row. */
  private refunds(read: Read<CreditsKey>): FollowedPosting[] {
    const amounts = promisedCents(read);
    const since = Number(read('flaggedOn') ?? 0);
    const payee = read('owedToKind') === 'patient' ? 'patient' : normalKey(String(read('owedTo') ?? ''));
    const fits = ({ refund, effect, day, party }: FollowedPosting): boolean =>
      refund && amounts.has(effect) && (day === 0 || day >= since) && (party === '' || normalKey(party) === payee);
    const found: FollowedPosting[] = [];
    for (let next = this.proofs.take(accountOf(read), fits); next; next = this.proofs.take(accountOf(read), fits)) found.push(next);
    return found;
  }
}
