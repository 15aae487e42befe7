/** What a person did to Credits between two runs, and what must survive it (design.md 7: ids, Not a credit, rows never move). */
import fc from 'fast-check';
import type { Credit, SettledFinding } from '../../src/core/credit';
import type { Day } from '../../src/core/day';
import type { FollowedPosting } from '../../src/core/following';
import { cents } from '../../src/core/money';
import { findOwn, freeSheetName, sheetMark } from '../../src/excel/own';
import type { Posting } from '../../src/core/postings';
import { afterwards } from '../../src/outputs/afterwards';
import type { CreditsContext } from '../../src/outputs/creditRows';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import type { CreditsKey } from '../../src/outputs/creditsColumns';
import { creditsEdit } from '../../src/outputs/credits';
import { CREDITS_SHEET } from '../../src/outputs/own';
import type { OutValue } from '../../src/outputs/edit';
import { remembered } from '../../src/outputs/remembered';
import { typedInRow } from '../../src/outputs/standing';
import { AS_OF, credit, finding, open, review } from './review';

/** Posting n: n days after 2025-09-01, 100.00, check n. */
const posting = (tx: number): Posting => ({
  tx,
  day: (45_901 + tx) as Day,
  type: 'Insurance Payment',
  effect: cents(-10_000),
  party: 'Harbor Mutual',
  reference: `CHK ${tx}`,
  row: { sheet: 1, row: tx + 2 },
});
const CONTEXT: CreditsContext = { sheetNames: ['Accounts', 'Tx'], posting, causeTitle: () => 'Duplicate payment', link: () => null };

interface Sheet {
  places: Record<string, number>;
  rows: OutValue[][];
}
const blank = (): Sheet => ({ places: Object.fromEntries(CREDITS_COLUMNS.map((column, place) => [column.key, place])), rows: [] });
const read = (sheet: Sheet, row: readonly OutValue[], key: string): OutValue => row[sheet.places[key] ?? -1] ?? null;
const write = (sheet: Sheet, row: OutValue[], key: string, value: OutValue): void => {
  row[sheet.places[key] ?? -1] = value;
};

/** Publishes onto the sheet as the door does: cells in place, new rows below. Returns what was written. */
function publish(sheet: Sheet, credits: readonly Credit[], asOf: Day, context = CONTEXT): { cells: number; appended: number } {
  const { edit } = creditsEdit(review(credits, asOf), context, sheet.rows.length === 0 ? null : sheet);
  const fresh = edit.kind === 'createTable' ? edit.rows : edit.append;
  if (edit.kind === 'updateTable') for (const cell of edit.cells) write(sheet, sheet.rows[cell.row]!, cell.column, cell.value ?? '');
  const width = Math.max(...Object.values(sheet.places)) + 1;
  for (const row of fresh) {
    const wide: OutValue[] = Array<OutValue>(Math.max(width, sheet.rows[0]?.length ?? 0)).fill('');
    for (const [c, column] of CREDITS_COLUMNS.entries()) write(sheet, wide, column.key, row[c] ?? '');
    sheet.rows.push(wide);
  }
  return { cells: edit.kind === 'updateTable' ? edit.cells.length : 0, appended: fresh.length };
}

const PAYEE = '00123/payer:Harbor Mutual';
const paid = (nth: number, claims: readonly number[], amount = 10_000, more: Partial<SettledFinding> = {}): SettledFinding =>
  finding({ id: `${PAYEE}/${nth}`, claims, cents: cents(amount), ...more });
const owes = (...findings: readonly SettledFinding[]): Credit => {
  const total = findings.reduce((sum, each) => sum + each.cents, 0);
  return credit({ balance: cents(-total), credit: cents(total), findings });
};
const LATER = (AS_OF + 28) as Day;
function written(...findings: readonly SettledFinding[]): Sheet {
  const sheet = blank();
  publish(sheet, [owes(...findings)], AS_OF);
  return sheet;
}
const column = (sheet: Sheet, key: CreditsKey): OutValue[] => sheet.rows.map((row) => read(sheet, row, key));

describe('a row is known again', () => {
  it('without its id by account, payee and transactions, even when the cause is another now', () => {
    const sheet = written(paid(1, [1]), paid(2, [2], 9_000));
    for (const row of sheet.rows) write(sheet, row, 'id', '');
    write(sheet, sheet.rows[1]!, 'note', 'the second');
    expect(publish(sheet, [owes(paid(1, [1]), paid(2, [2], 9_000, { cause: 'C03' }))], LATER).appended).toBe(0);
    expect(column(sheet, 'id')).toEqual([`${PAYEE}/1`, `${PAYEE}/2`]);
    expect(column(sheet, 'causeId')).toEqual(['C01', 'C03']);
    expect(column(sheet, 'note')).toEqual(['', 'the second']);
  });

  it('when the review numbers its findings anew: words and id stay with the transactions', () => {
    const sheet = written(paid(1, [1], 9_000), paid(2, [2], 8_000));
    write(sheet, sheet.rows[1]!, 'status', 'Approved');
    // Transaction 1 was refunded; what was "/2" is the only finding now, and a new one of transaction 5 comes with it.
    publish(sheet, [owes(paid(1, [2], 8_000), paid(2, [5], 7_000))], LATER);
    expect(column(sheet, 'change')).toEqual(['cleared', 'unchanged', 'new']);
    expect(column(sheet, 'id')).toEqual([`${PAYEE}/1`, `${PAYEE}/2`, `${PAYEE}/3`]);
    expect(column(sheet, 'status')).toEqual(['New', 'Approved', 'New']);
  });

  it('and what an older version left blank in it is filled in', () => {
    const found = paid(1, [1], 10_000, { dormantOn: (AS_OF + 400) as Day });
    const sheet = written(found);
    write(sheet, sheet.rows[0]!, 'unclaimedOn', '');
    publish(sheet, [owes(found)], LATER);
    expect(column(sheet, 'unclaimedOn')).toEqual([AS_OF + 400]);
  });

  it('by its id when a further transaction joined', () => {
    const sheet = written(paid(1, [1]));
    publish(sheet, [owes(paid(1, [1, 4], 20_000))], LATER);
    expect([column(sheet, 'change'), column(sheet, 'was')]).toEqual([['grown'], [100]]);
  });

  it('never takes other money of the same payee for it: an approval does not pass over', () => {
    const sheet = written(paid(1, [1]));
    write(sheet, sheet.rows[0]!, 'status', 'Approved');
    publish(sheet, [owes(paid(1, [9]))], LATER);
    expect(column(sheet, 'change')).toEqual(['cleared', 'new']);
    expect(column(sheet, 'status')).toEqual(['Approved', 'New']);
    expect(column(sheet, 'id')).toEqual([`${PAYEE}/1`, `${PAYEE}/2`]);
  });

  it('after ids were filled down over the whole column', () => {
    const sheet = written(paid(1, [1], 9_000), paid(2, [2], 8_000));
    for (const row of sheet.rows) write(sheet, row, 'id', `${PAYEE}/2`);
    expect(publish(sheet, [owes(paid(1, [1], 9_000), paid(2, [2], 8_000))], AS_OF).appended).toBe(0);
    expect(column(sheet, 'id').toSorted()).toEqual([`${PAYEE}/1`, `${PAYEE}/2`]);
    expect(column(sheet, 'change')).toEqual(['new', 'new']);
  });

  it('only when it is the only one: two blank copies stay where they are, marked', () => {
    const sheet = written(paid(1, [1]));
    sheet.rows.push([...sheet.rows[0]!]);
    for (const [i, row] of sheet.rows.entries()) {
      write(sheet, row, 'id', '');
      write(sheet, row, 'note', `copy ${i}`);
    }
    expect(publish(sheet, [owes(paid(1, [1]))], LATER).appended).toBe(1);
    expect(column(sheet, 'change')).toEqual(['not matched', 'not matched', 'new']);
    expect(column(sheet, 'note')).toEqual(['copy 0', 'copy 1', '']);
  });
});

describe('Not a credit', () => {
  it('is remembered until the amount changes; Decision amount confirms the new one', () => {
    const sheet = written(paid(1, [1], 4_500));
    const [row] = sheet.rows as [OutValue[]];
    write(sheet, row, 'decision', 'not a credit ');
    const shows = (amount: number, asOf: Day): OutValue => {
      publish(sheet, [owes(paid(1, [1], amount))], asOf);
      return read(sheet, row, 'setAside');
    };
    expect(shows(4_500, AS_OF)).toBe('not a credit at 45.00');
    expect(shows(4_500, LATER)).toBe('not a credit at 45.00');
    expect(shows(5_500, (LATER + 1) as Day)).toBe('decide again, was 45.00');
    expect(shows(5_500, (LATER + 2) as Day)).toBe('decide again, was 45.00');
    write(sheet, row, 'decisionAmount', 55);
    expect(shows(5_500, (LATER + 3) as Day)).toBe('not a credit at 55.00');
    expect(read(sheet, row, 'decision')).toBe('not a credit ');
    write(sheet, row, 'decision', 'Refund');
    expect(shows(5_500, (LATER + 4) as Day)).toBe('');
  });

  it('decided between two exports counts for the amount that was on the sheet', () => {
    const sheet = written(paid(1, [1], 4_500));
    write(sheet, sheet.rows[0]!, 'decision', 'Not a credit');
    publish(sheet, [owes(paid(1, [1], 9_900))], LATER);
    expect(column(sheet, 'setAside')).toEqual(['decide again, was 45.00']);
  });
});

/** What happens between runs: to the ledger, or by a person's hand. `i` and `j` pick a row or finding by remainder. */
const HAND = ['sort', 'moveColumn', 'addColumn', 'wipeId', 'garbleId', 'stealId', 'copyRow', 'type', 'decide', 'filter', 'renameSheet', 'copySheet'] as const;
const LEDGER = ['appear', 'resolve', 'resolve', 'amount', 'nextMonth'] as const;
const steps = fc.array(
  fc.record({
    what: fc.constantFrom(...HAND, ...HAND, ...LEDGER, 'run', 'run'),
    i: fc.nat(40),
    j: fc.nat(40),
    word: fc.string({ minLength: 1, maxLength: 6 }),
  }),
  { minLength: 4, maxLength: 24 },
);
type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** A sheet as the door looks at it before it knows whose it is. */
function sampleOf([name, { places, rows }]: readonly [string, Sheet]): Parameters<typeof findOwn>[0][number] {
  const head: string[] = [];
  for (const { key, heading } of CREDITS_COLUMNS) head[places[key] ?? 0] = heading;
  const size = { firstRow: 0, firstColumn: 0, rowCount: rows.length + 1, columnCount: head.length };
  return { name, tables: [], ...size, head: [head], tail: [], formats: [], visibility: 'visible', own: false, date1904: false };
}

/** A finding as the world knows it; tx 0 = money that nothing explains. */
interface Owed {
  readonly account: string;
  readonly tx: number;
  amount: number;
  /** Tag of the row that showed it first. */
  row: OutValue;
  /** As it stood after the last run. */
  id: OutValue;
  shown: { readonly amount: number; readonly asOf: number; readonly change: string; readonly was: number | null } | null;
}

/** A copy that a person made of the sheet, and what stood on it. */
interface Copied {
  readonly sheet: Sheet;
  readonly words: string;
  /** Excel copies the property that marks a sheet, or not. */
  readonly marked: boolean;
}

/** A workbook and a ledger that change by steps; a tag in a person's own column follows each row. */
class World {
  readonly sheet = blank();
  title = 'Credits';
  readonly copies = new Map<string, Copied>();
  /** Some rows are out of sight: a write would land in wrong ones, so the door refuses it. */
  filtered = false;
  owed: Owed[] = [];
  /** Resolved since the last run. */
  private gone: Owed[] = [];
  private asOf = AS_OF as number;
  private tags = 0;
  private nextTx = 1;
  private runs = 0;
  /** Rows that were copied: which of the copies is the credit is anybody's guess. */
  private readonly copied = new Set<OutValue>();
  /** Rows whose id a person touched since the last run. */
  private readonly touched = new Set<OutValue>();
  /** Refunds in the ledger by account, as later exports show them. */
  private readonly refunds = new Map<string, FollowedPosting[]>();
  private readonly context: CreditsContext = {
    ...CONTEXT,
    followed: ({ facility, key }) => ({ facility, key, inExport: true, postings: this.refunds.get(key) ?? [] }),
  };

  constructor() {
    this.sheet.places['tag'] = CREDITS_COLUMNS.length;
    for (let n = 0; n < 4; n++) this.appear(n);
    this.owed.push({ account: '77', tx: 0, amount: 4_500, row: '', id: '', shown: null });
    this.run();
  }

  step({ what, i, j, word }: Step): void {
    const row = this.sheet.rows[i % this.sheet.rows.length]!;
    const owed = this.owed[i % Math.max(1, this.owed.length)];
    const moves: Readonly<Record<Step['what'], () => void>> = {
      sort: () => this.sheet.rows.sort((a, b) => String(a[j % a.length]).localeCompare(String(b[j % b.length])) * (i % 2 === 0 ? 1 : -1)),
      moveColumn: () => this.moveColumn(i, j),
      addColumn: () => this.sheet.rows.forEach((each, n) => each.push(`${word}${n}`)),
      wipeId: () => this.touch(row, ''),
      garbleId: () => this.touch(row, `?${word}`),
      stealId: () => this.stealId(row, this.sheet.rows[j % this.sheet.rows.length]!),
      copyRow: () => this.copyRow(row),
      type: () => write(this.sheet, row, (['note', 'assignedTo', 'checksCleared'] as const)[j % 3]!, word),
      filter: () => (this.filtered = true),
      renameSheet: () => (this.title = freeSheetName(`List ${word.replace(/[\\/?*[\]:']/g, '')}`, [...this.copies.keys()])),
      copySheet: () => this.copySheet(j % 2 > 0),
      decide: () => write(this.sheet, row, j % 3 > 0 ? 'status' : 'decision', j % 3 > 0 ? 'Approved' : 'Not a credit'),
      appear: () => this.appear(i),
      resolve: () => owed && this.resolve(owed),
      amount: () => owed && (owed.amount = 1 + j * 250),
      nextMonth: () => (this.asOf += 28),
      run: () => this.run(),
    };
    moves[what]();
  }

  private appear(n: number): void {
    const tx = this.nextTx++;
    this.owed.push({ account: `A${n % 3}`, tx, amount: 10_000 + tx, row: '', id: '', shown: null });
  }

  /** The credit is gone, and the export shows the refund. */
  private resolve(owed: Owed): void {
    const { account, amount } = owed;
    const refund = { day: this.asOf as Day, effect: cents(amount), refund: true, party: 'Harbor Mutual', reference: '' };
    this.refunds.set(account, [...(this.refunds.get(account) ?? []), refund]);
    this.owed = this.owed.filter((each) => each !== owed);
    this.gone.push(owed);
  }

  private touch(row: OutValue[], id: OutValue): void {
    this.touched.add(read(this.sheet, row, 'tag'));
    write(this.sheet, row, 'id', id);
  }

  private stealId(row: OutValue[], from: OutValue[]): void {
    const id = read(this.sheet, from, 'id');
    this.touch(from, id);
    this.touch(row, id);
  }

  private copyRow(row: OutValue[]): void {
    this.copied.add(read(this.sheet, row, 'tag'));
    const copy = [...row];
    write(this.sheet, copy, 'tag', `copy${this.tags++}`);
    this.sheet.rows.splice(this.tags % this.sheet.rows.length, 0, copy);
  }

  private copySheet(marked: boolean): void {
    const { places, rows } = this.sheet;
    const sheet = { places: { ...places }, rows: rows.map((row) => [...row]) };
    this.copies.set(freeSheetName(this.title, [this.title, ...this.copies.keys()]), { sheet, words: JSON.stringify(sheet), marked });
  }

  /** The sheet that a run takes for ours, found as the door finds it: the hidden name follows what Excel renames. */
  private found(): Sheet | undefined {
    const sheets = new Map([...[...this.copies].map(([name, { sheet }]) => [name, sheet] as const), [this.title, this.sheet] as const]);
    const properties = new Map([...this.copies].flatMap(([name, { marked }]) => (marked ? [[name, 'credits'] as const] : [])));
    properties.set(this.title, 'credits');
    const names = new Map([[sheetMark('credits'), `='${this.title}'!$A$1`]]);
    const { own } = findOwn([...sheets].map(sampleOf), { names, properties }, [CREDITS_SHEET]);
    return sheets.get(own[0]?.sheet ?? '');
  }

  /** Swaps two columns. */
  private moveColumn(i: number, j: number): void {
    const width = this.sheet.rows[0]?.length ?? 1;
    const [a, b] = [i % width, j % width];
    for (const row of this.sheet.rows) [row[a], row[b]] = [row[b] ?? '', row[a] ?? ''];
    for (const [key, place] of Object.entries(this.sheet.places)) if (place === a || place === b) this.sheet.places[key] = place === a ? b : a;
  }

  private credits(): Credit[] {
    const accounts = [...new Set(this.owed.map((owed) => owed.account))];
    return accounts.map((account) => {
      const mine = this.owed.filter((owed) => owed.account === account);
      const total = mine.reduce((sum, owed) => sum + owed.amount, 0);
      const shared = { id: account, key: account, balance: cents(-total), credit: cents(total) };
      if (mine.some((owed) => owed.tx === 0)) return { ...open(), ...shared, unexplained: cents(total) };
      const findings = mine.map((owed, n) => finding({ id: `${account}/payer:Harbor Mutual/${n + 1}`, claims: [owed.tx], cents: cents(owed.amount) }));
      return credit({ ...shared, findings });
    });
  }

  run(): void {
    if (this.filtered) {
      // Refused; the person takes the filter off and goes on working.
      this.filtered = false;
      return;
    }
    const { sheet } = this;
    const target = this.found() ?? blank();
    const order = sheet.rows.map((row) => read(sheet, row, 'tag'));
    const words = this.typed(sheet.rows);
    // Every other run as a publish does it, the others as when nothing was remembered: both must meet the same rows.
    const known = this.runs++ % 2 === 0 ? this.remembered() : null;
    const credits = known ?? this.credits();
    publish(target, credits, this.asOf as Day, this.context);
    // Every typed word stands where it stood, no row moved, and copies of the sheet are as they were.
    const standing = sheet.rows.slice(0, order.length);
    const copies = [...this.copies.values()];
    expect([standing.map((row) => read(sheet, row, 'tag')), this.typed(standing), copies.map((copy) => JSON.stringify(copy.sheet))]).toEqual([
      order,
      words,
      copies.map((copy) => copy.words),
    ]);
    for (const row of sheet.rows.slice(order.length)) write(sheet, row, 'tag', `row${this.tags++}`);
    this.checkLive(known && new Map(known.flatMap(({ findings }) => findings.map(({ claims, id }) => [claims[0] ?? 0, id] as const))));
    this.touched.clear();
    // Twice is once, also under the ids that the review took over from the sheet.
    expect(publish(sheet, this.credits(), this.asOf as Day, this.context)).toEqual({ cells: 0, appended: 0 });
  }

  /** The credits as a publish lays over them what *Credits* will remember. */
  private remembered(): Credit[] {
    const { sheet } = this;
    const fresh = review(this.credits(), this.asOf as Day);
    const standing = sheet.rows.length === 0 ? null : { ...sheet, finished: true };
    const left = afterwards(CREDITS_COLUMNS, creditsEdit(fresh, this.context, standing).edit, standing);
    const postings = Array.from({ length: this.nextTx }, (_, tx) => posting(tx));
    return left ? [...remembered(fresh, postings, left).credits] : [...fresh.credits];
  }

  /** A person's cells of each row and whatever stands in columns that are not ours; row by row as text, which is quick to compare. */
  private typed(rows: readonly (readonly OutValue[])[]): string[] {
    const ours = new Set(CREDITS_COLUMNS.filter((each) => !('person' in each)).map((each) => this.sheet.places[each.key]));
    return rows.map((row) => JSON.stringify(row.filter((_, place) => !ours.has(place))));
  }

  /** Nobody made a copy of its row, or touched its id since the last run. */
  private isPlain({ row }: Owed): boolean {
    return !this.copied.has(row) && !this.touched.has(row);
  }

  /** What Change and Amount before must say, told against the run before this day's. */
  private toShow({ amount, shown }: Owed): NonNullable<Owed['shown']> {
    const { asOf } = this;
    if (shown === null) return { amount, asOf, change: 'new', was: null };
    if (amount !== shown.amount) return { amount, asOf, change: amount > shown.amount ? 'grown' : 'shrunk', was: shown.amount / 100 };
    return asOf === shown.asOf ? shown : { amount, asOf, change: 'unchanged', was: null };
  }

  /**
   * Each finding stands on exactly one live row, under an id of its own, which the review uses too; one that was never copied stays on its first
   * row, and keeps its id unless a person touched it.
   */
  private checkLive(ids: ReadonlyMap<number, string> | null): void {
    const { sheet } = this;
    const live = sheet.rows.filter((row) => !['cleared', 'not matched'].includes(String(read(sheet, row, 'change'))));
    const seen: unknown[] = [live.length, new Set(live.map((row) => read(sheet, row, 'id'))).size];
    const wanted: unknown[] = [this.owed.length, live.length];
    const expected = (what: unknown, right: unknown): void => {
      seen.push(what);
      wanted.push(right);
    };
    for (const owed of this.owed) {
      const name = owed.tx === 0 ? '' : `CHK ${owed.tx}`;
      const mine = live.filter((row) => read(sheet, row, 'account') === owed.account && String(read(sheet, row, 'transactions') ?? '').endsWith(name));
      const row = mine.find((each) => owed.tx !== 0 || !read(sheet, each, 'transactions'));
      expected(row && read(sheet, row, 'amount'), owed.amount / 100);
      const tag = row ? read(sheet, row, 'tag') : '';
      if (owed.row === '') owed.row = tag;
      if (!this.copied.has(owed.row)) expected(tag, owed.row);
      const id = row ? read(sheet, row, 'id') : '';
      if (owed.tx !== 0 && ids) expected(ids.get(owed.tx), id);
      if (owed.id !== '' && this.isPlain(owed)) expected(id, owed.id);
      owed.id = id;
      owed.shown = this.toShow(owed);
      if (this.isPlain(owed)) expected(row && [read(sheet, row, 'change'), read(sheet, row, 'was') || null], [owed.shown.change, owed.shown.was]);
    }
    for (const owed of this.gone.filter((each) => each.row !== '' && this.isPlain(each))) {
      const row = sheet.rows.find((each) => read(sheet, each, 'tag') === owed.row);
      expected(row && [read(sheet, row, 'change'), read(sheet, row, 'clearedOn'), read(sheet, row, 'amount')], [
        'cleared',
        this.asOf,
        owed.shown && owed.shown.amount / 100,
      ]);
    }
    this.gone = [];
    // One comparison a run: each costs as much as a merge.
    expect(seen).toEqual(wanted);
  }
}

describe('whatever a person does between runs', () => {
  it('every typed word stays, every finding has one row, and twice is once (500 sequences)', () => {
    let typed = 0;
    let marked = 0;
    let refunded = 0;
    let [filtered, renamed, copies] = [0, 0, 0];
    const marks = new Set<string>();
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        for (const step of all) world.step(step);
        filtered += Number(world.filtered);
        renamed += Number(world.title !== 'Credits');
        copies += world.copies.size;
        if (world.filtered) world.run();
        world.run();
        for (const row of world.sheet.rows) marks.add(String(read(world.sheet, row, 'change')));
        typed += world.sheet.rows.filter((row) => typedInRow(CREDITS_COLUMNS, world.sheet, row) > 0).length;
        refunded += world.sheet.rows.filter((row) => /^refund(ed|s? posted)/.test(String(read(world.sheet, row, 'refundSeen')))).length;
        marked += world.sheet.rows.filter((row) => read(world.sheet, row, 'change') === 'not matched').length;
      }),
      { numRuns: 500 },
    );
    // The sequences do reach what they are about.
    expect(typed).toBeGreaterThan(500);
    expect(marked).toBeGreaterThan(100);
    expect(refunded).toBeGreaterThan(10);
    expect([filtered > 50, renamed > 100, copies > 200]).toEqual([true, true, true]);
    expect([...marks].toSorted()).toEqual(['cleared', 'grown', 'new', 'not matched', 'shrunk', 'unchanged']);
  });
});
