/**
 * A first write of a table, or the merge with the one that stands (design.md 7): our own columns are updated in place, new rows appended,
 * what is gone is marked. Rows never move, and a person's columns are never written.
 */
import type { Column } from './columns';
import type { CreateTable, OutValue, OwnRole, UpdateTable } from './edit';
import { cellOf, isBlank, sameValue, typedInRow } from './standing';
import type { StandingTable } from './standing';

export type Row<K extends string> = Readonly<Record<K, OutValue>>;
export type Wanted<K extends string> = Partial<Record<K, OutValue>>;
/** A cell of one row by its column. */
export type Read<K extends string> = (key: K) => OutValue;

export interface TableChange {
  readonly edit: CreateTable | UpdateTable;
  /** How many standing rows hold something a person typed. */
  readonly kept: number;
  readonly appended: number;
  /** Words of the column Change → rows. */
  readonly changes: Readonly<Record<string, number>>;
}

/** How fresh rows meet the standing ones. */
export interface Met<K extends string> {
  /** Standing row → fresh row. */
  readonly matches: ReadonlyMap<number, Row<K>>;
  readonly append: readonly Row<K>[];
  /** Our own cells of a standing row without a match. */
  readonly gone: (read: Read<K>) => Wanted<K>;
}

/** What a sheet holds now, and how its rows meet the standing ones. */
export interface Fresh<K extends string> {
  readonly sheet: { readonly role: OwnRole; readonly sheetName: string; readonly table: string };
  readonly columns: readonly Column<K>[];
  readonly preface: readonly (readonly OutValue[])[];
  /** In the order of a first write. */
  readonly rows: readonly Row<K>[];
  readonly meet: (standing: StandingTable) => Met<K>;
  /** Our own cells of a row that is still there; keys left out stay. */
  readonly update: (read: Read<K>, fresh: Row<K>) => Wanted<K>;
}

/** What to write: a new sheet when none stands, else the changes. The same rows on their own output: no cells, no rows. */
export function tableChange<K extends string>(fresh: Fresh<K>, standing: StandingTable | null): TableChange {
  return standing ? merged(fresh, standing) : created(fresh);
}

function created<K extends string>({ sheet, columns, preface, rows }: Fresh<K>): TableChange {
  const { role, sheetName, table } = sheet;
  const inOrder = rows.map((row) => columns.map((column) => row[column.key]));
  const edit: CreateTable = { kind: 'createTable', role, sheetName, table, preface, columns, rows: inOrder, visibility: 'visible' };
  return { edit, kept: 0, appended: rows.length, changes: { new: rows.length } };
}

function merged<K extends string>(fresh: Fresh<K>, standing: StandingTable): TableChange {
  const { columns, preface } = fresh;
  const { matches, append, gone } = fresh.meet(standing);
  const { cells, changes } = changesOf(standing, (index, read) => {
    const match = matches.get(index);
    return match === undefined ? gone(read) : fresh.update(read, match);
  });
  if (append.length > 0) changes['new'] = (changes['new'] ?? 0) + append.length;
  const { role, table } = fresh.sheet;
  const inOrder = append.map((row) => columns.map((column) => row[column.key]));
  const edit: UpdateTable = { kind: 'updateTable', role, table, cells, append: inOrder, columns, preface };
  const kept = standing.rows.filter((row) => typedInRow(columns, standing, row) > 0).length;
  return { edit, kept, appended: append.length, changes };
}

interface Changes {
  readonly cells: UpdateTable['cells'][number][];
  readonly changes: Record<string, number>;
}

function changesOf(standing: StandingTable, wantedOf: (index: number, read: Read<string>) => Readonly<Record<string, OutValue | undefined>>): Changes {
  const cells: Changes['cells'] = [];
  const changes: Record<string, number> = {};
  for (const [index, row] of standing.rows.entries()) {
    const read: Read<string> = (key) => cellOf(standing, row, key);
    const wanted = wantedOf(index, read);
    const change = String(wanted['change'] ?? read('change') ?? '');
    changes[change] = (changes[change] ?? 0) + 1;
    for (const [key, value = null] of Object.entries(wanted)) {
      if (standing.places[key] !== undefined && !sameValue(read(key), value)) cells.push({ row: index, column: key, value });
    }
  }
  return { cells, changes };
}

export const NOT_MATCHED = 'not matched';

/** Pairs standing and fresh rows, each at most once. */
export class Pairing<K extends string> {
  readonly matches = new Map<number, Row<K>>();
  private readonly used = new Set<Row<K>>();

  constructor(
    private readonly rows: readonly Row<K>[],
    private readonly standing: StandingTable,
  ) {}

  /** Where exactly one standing and one fresh row that are still free have the same key ('' is no key); rows marked as not matched count last. */
  unique(keyOf: (read: Read<K>) => string): this {
    const { lost, free } = this.groups(keyOf);
    for (const [key, indexes] of lost) {
      const sure = indexes.filter((index) => !this.doubtful(index));
      const [index, ...others] = sure.length > 0 ? sure : indexes;
      const [row, ...rivals] = free.get(key) ?? [];
      if (index !== undefined && row !== undefined && others.length === 0 && rivals.length === 0) this.take(index, row);
    }
    return this;
  }

  /** Where a key is one fresh row's: of copies on the sheet the first wins that `fits`. */
  first(keyOf: (read: Read<K>) => string, fits: (standing: Read<K>, fresh: Row<K>) => boolean = () => true): this {
    const { lost, free } = this.groups(keyOf);
    for (const [key, copies] of lost) {
      const [row, ...rivals] = free.get(key) ?? [];
      if (rivals.length > 0) continue;
      const index = row && copies.find((copy) => fits(this.reading(copy), row));
      if (index !== undefined && row !== undefined) this.take(index, row);
    }
    return this;
  }

  /** Fresh rows without a standing one. */
  left(): Row<K>[] {
    return this.rows.filter((row) => !this.used.has(row));
  }

  private take(index: number, row: Row<K>): void {
    this.matches.set(index, row);
    this.used.add(row);
  }

  private reading(index: number): Read<K> {
    const row = this.standing.rows[index] ?? [];
    return (key) => cellOf(this.standing, row, key);
  }

  private doubtful(index: number): boolean {
    return cellOf(this.standing, this.standing.rows[index] ?? [], 'change') === NOT_MATCHED;
  }

  /** Rows marked as not matched come last: a copy sorted above its original must not take its place. */
  private inTurn(): number[] {
    const indexes = [...this.standing.rows.keys()];
    return [...indexes.filter((index) => !this.doubtful(index)), ...indexes.filter((index) => this.doubtful(index))];
  }

  private groups(keyOf: (read: Read<K>) => string): { lost: Map<string, number[]>; free: Map<string, Row<K>[]> } {
    const lost = new Map<string, number[]>();
    const free = new Map<string, Row<K>[]>();
    for (const index of this.inTurn()) {
      if (!this.matches.has(index)) push(lost, keyOf(this.reading(index)), index);
    }
    for (const row of this.rows)
      if (!this.used.has(row))
        push(
          free,
          keyOf((key) => row[key]),
          row,
        );
    return { lost, free };
  }
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  if (key === '') return;
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** Some columns of a row as one text. */
export const textOf = <K extends string>(read: Read<K>, keys: readonly K[]): string => JSON.stringify(keys.map((key) => String(read(key) ?? '')));

/** Change and Amount before of a row that is still there, told against the run before this as-of date. */
export function changeOf(read: Read<'amount' | 'was' | 'change' | 'asOf'>, amount: OutValue, asOf: number): { change: OutValue; was: OutValue } {
  const before = read('amount');
  const change = read('change');
  if (change === 'cleared') return { change: 'new', was: null };
  if (typeof before === 'number' && before !== amount) return { change: Number(amount) > before ? 'grown' : 'shrunk', was: before };
  if (read('asOf') === asOf && change !== NOT_MATCHED) return { change, was: read('was') };
  return { change: 'unchanged', was: null };
}

/**
 * For tables whose id is made of what the row is about: by id (of copies the first wins), then by `like` where one fits on both sides. Rows
 * without an id, and copies, are left as they are and marked.
 */
export function meetById<K extends string>(
  rows: readonly Row<K | 'id' | 'change'>[],
  standing: StandingTable,
  like: readonly NoInfer<K>[],
  gone: (read: Read<K | 'id' | 'change'>) => Wanted<K | 'id' | 'change'>,
): Met<K | 'id' | 'change'> {
  type Key = K | 'id' | 'change';
  const pairing = new Pairing<Key>(rows, standing);
  const id = (read: Read<Key>): string => String(read('id') ?? '');
  pairing.first(id).unique((read) => (like.every((key) => isBlank(read(key))) ? '' : textOf<Key>(read, like)));
  const ids = new Set([...pairing.matches.values()].map((row) => id((key) => row[key])));
  const marked: Wanted<'change'> = { change: NOT_MATCHED };
  return {
    matches: pairing.matches,
    append: pairing.left(),
    gone: (read) => (id(read) === '' || ids.has(id(read)) ? (marked as Wanted<Key>) : gone(read)),
  };
}
