/**
 * Which standing row of *Credits* is which finding (design.md 7): by id and claimed transactions, then by account, payee and claimed transactions
 * where exactly one fits on both sides, then by an id whose transactions still overlap. A row that nothing fits stays where it is.
 *
 * Example: last month "/1" claimed check 88 and "/2" check 91; check 88 was refunded, and the review now numbers check 91 "/1". The row of
 * check 91 keeps its words and its id "/2"; the other row is cleared.
 */
import type { CreditRow } from './creditRows';
import type { CreditsKey } from './creditsColumns';
import { NOT_MATCHED, Pairing, textOf } from './merge';
import type { Met, Read, Wanted } from './merge';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

type ReadCell = Read<CreditsKey>;
const PAYEE = ['facility', 'account', 'owedToKind', 'owedTo'] as const satisfies readonly CreditsKey[];
const text = (read: ReadCell, key: CreditsKey): string => String(read(key) ?? '');

export function meetCredits(rows: readonly CreditRow[], standing: StandingTable, asOf: number): Met<CreditsKey> {
  const pairing = new Pairing<CreditsKey>(rows, standing);
  pairing
    .first((read) => (text(read, 'id') === '' || text(read, 'transactions') === '' ? '' : textOf(read, ['id', 'transactions'])))
    .first((read) =>
      text(read, 'id') === '' || text(read, 'transactions') === '' ? '' : JSON.stringify([stemOf(text(read, 'id')), text(read, 'transactions')]),
    )
    .unique((read) => (text(read, 'transactions') === '' ? '' : textOf(read, [...PAYEE, 'transactions'])))
    .first((read) => (text(read, 'id') === '' ? '' : textOf(read, ['id', 'facility', 'account'])), sameMoney)
    .unique((read) => (text(read, 'account') === '' ? '' : textOf(read, [...PAYEE, 'causeId', 'transactions'])));
  const { matches, append, ids } = numbered(pairing, standing);
  return { matches, append, gone: (read) => goneCells(read, asOf, ids) };
}

/** An id alone is not enough when both rows name their transactions and share none: that is other money. */
function sameMoney(standing: ReadCell, fresh: CreditRow): boolean {
  const before = text(standing, 'transactions').split('; ');
  const now = String(fresh.transactions ?? '').split('; ');
  return before[0] === '' || now[0] === '' || before.some((part) => now.includes(part));
}

/** Rows keep their ids; a fresh row whose id is taken gets the next number of its payee. */
function numbered(pairing: Pairing<CreditsKey>, standing: StandingTable): Pick<Met<CreditsKey>, 'matches' | 'append'> & { readonly ids: ReadonlySet<string> } {
  const idOf = (index: number): string => String(cellOf(standing, standing.rows[index] ?? [], 'id') ?? '');
  const ids = new Set<string>();
  const keeps = new Set<number>();
  const keep = (fits: (id: string, fresh: string) => boolean): void => {
    for (const [index, row] of [...pairing.matches].toSorted(([a], [b]) => a - b)) {
      const id = idOf(index);
      if (keeps.has(index) || ids.has(id) || !fits(id, String(row.id))) continue;
      ids.add(id);
      keeps.add(index);
    }
  };
  keep((id, fresh) => id === fresh);
  keep((id, fresh) => stemOf(id) === stemOf(fresh));
  const matched = new Set(ids);
  const taken = new Set(standing.rows.map((_, index) => idOf(index)));
  const fresh = (row: CreditRow): CreditRow => {
    const id = freeId(String(row.id), taken);
    taken.add(id);
    matched.add(id);
    return { ...row, id };
  };
  const matches = new Map([...pairing.matches].map(([index, row]) => [index, keeps.has(index) ? { ...row, id: idOf(index) } : fresh(row)]));
  return { matches, append: pairing.left().map(fresh), ids: matched };
}

const stemOf = (id: string): string => id.replace(/\/\d+$/, '');

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = Number(/\d+$/.exec(id)?.[0] ?? 1), next = id; ; n++, next = `${stemOf(id)}/${n}`) if (!taken.has(next)) return next;
}

/** A row the review no longer knows: cleared when its id is ours and its own, else it stays as it is, marked. */
function goneCells(read: ReadCell, asOf: number, ids: ReadonlySet<string>): Wanted<CreditsKey> {
  const id = text(read, 'id');
  const account = text(read, 'account');
  if (read('change') === 'cleared') return {};
  if (id === '' || account === '' || !id.includes(account) || ids.has(id)) return { change: NOT_MATCHED };
  return { change: 'cleared', clearedOn: asOf, asOf };
}
