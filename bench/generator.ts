/** Seeded ledgers with planted truths: families of accounts, in posting order, and the flags a right answer holds. */
import { EQUAL_ON_PURPOSE, ending, History, pickStory } from './histories';
import type { Planted, Story } from './histories';
import { Random } from './random';
import { compareFlags, hashOf } from './rows';
import type { AccountRow, Flag, Totals, TxRow } from './rows';

/** plain; one account that holds a tenth of all rows; or no guarantor anywhere. */
export const SHAPES = ['plain', 'one-account', 'no-guarantors'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Truth {
  readonly rows: number;
  readonly seed: number;
  readonly accounts: number;
  readonly totals: Totals;
  readonly byKind: Readonly<Record<string, number>>;
  readonly hash: string;
}
export interface Generated {
  readonly tx: TxRow[];
  readonly acc: AccountRow[];
  readonly flags: Flag[];
  readonly truth: Truth;
}

interface Person {
  readonly guarantor: string;
  readonly patient: string;
}

/** Most rows a family can take. */
const FAMILY_ROWS = 80;
const TRIES = 50;

class Families {
  readonly accounts: AccountRow[] = [];
  readonly rows: TxRow[] = [];
  readonly planted: Planted[] = [];
  private family: History[] = [];
  private numbers = { account: 0, guarantor: 0, patient: 0, check: 100000 };
  constructor(
    private readonly random: Random,
    private readonly shape: Shape,
  ) {}

  readonly newAccount = (): string => `H${1000000000 + ++this.numbers.account * 7}`;
  readonly newGuarantor = (): string => (this.shape === 'no-guarantors' ? '' : `G${100000000 + ++this.numbers.guarantor}`);
  readonly newPatient = (): string => `MRN${1000000 + ++this.numbers.patient}`;
  private readonly newCheck = (): string => String(++this.numbers.check);

  /** One more family; thrown away again when an equal credit and open balance meet in it by chance. */
  add(): void {
    const [accounts, rows, planted] = [this.accounts.length, this.rows.length, this.planted.length];
    this.family = [];
    const guarantor = this.newGuarantor();
    const patients = Array.from({ length: this.random.between(1, 3) }, this.newPatient);
    const count = this.random.between(1, 4);
    for (let at = 0; at < count; at++) {
      const story = pickStory(this.random);
      this.put(story, { guarantor, patient: patients[this.random.between(0, patients.length - 1)] as string });
    }
    const pairs = this.plantPair(guarantor, patients);
    if (this.meetings() !== pairs.length) {
      this.accounts.length = accounts;
      this.rows.length = rows;
      this.planted.length = planted;
    } else this.planted.push(...pairs);
  }

  /** Money on the wrong account: of one guarantor, of one patient with two guarantors, or of nobody related (a trap). */
  private plantPair(guarantor: string, patients: readonly string[]): Planted[] {
    const dice = this.random.next();
    if (dice >= 0.016) return [];
    const cents = this.random.between(500, 90000);
    const [first, last] = [patients[0] as string, patients[patients.length - 1] as string];
    const credit = this.put(ending(-cents), { guarantor, patient: first });
    const other = this.relative(dice, guarantor, first, last);
    const debt = this.put(ending(cents), other);
    return related(credit, debt) ? [{ kind: 5, account: credit.owner.account, other: debt.owner.account, cents, row: null }] : [];
  }
  private relative(dice: number, guarantor: string, first: string, last: string): Person {
    if (dice < 0.008) return { guarantor, patient: last };
    return { guarantor: this.newGuarantor(), patient: dice < 0.012 ? first : this.newPatient() };
  }

  private put(story: Story, person: Person): History {
    for (let at = 0; at < TRIES; at++) {
      const history = new History({ account: this.newAccount(), ...person }, this.random, this.newCheck);
      story(history);
      if (EQUAL_ON_PURPOSE.has(story) || !equalByChance(history)) return this.keep(history);
    }
    throw new Error('no history without a chance duplicate was found');
  }
  private keep(history: History): History {
    const { account, guarantor, patient } = history.owner;
    if (history.balance < 0) history.plant(1, '', -history.balance, null);
    this.accounts.push([account, guarantor, patient, history.payer, history.payer === 'MEDICARE' ? 'MCR' : 'COM', history.serviceDay, 'OPEN']);
    for (const row of history.rows) this.rows.push(row);
    this.planted.push(...history.planted);
    this.family.push(history);
    return history;
  }

  private meetings(): number {
    const meets = (a: History): number => this.family.filter((b) => b.balance === -a.balance && related(a, b)).length;
    return this.family.filter((one) => one.balance < 0).reduce((sum, one) => sum + meets(one), 0);
  }

  /** One account of so many rows, in credit: charges, a payer that paid each of them in part, and a patient who paid the rest and more. */
  addLarge(rows: number): void {
    const [account, guarantor, patient] = [this.newAccount(), this.newGuarantor(), this.newPatient()];
    this.accounts.push([account, guarantor, patient, 'BCBS', 'COM', LARGE_DAY, 'OPEN']);
    let open = 0;
    const post = (payer: string, type: string, day: number, cents: number, check: string): void => {
      open += type === 'CHG' ? cents : -cents;
      this.rows.push([account, guarantor, patient, payer, type, day, LARGE_DAY, cents, check, '']);
    };
    for (let at = 0; at + 2 < rows; at += 2) {
      const day = LARGE_DAY + (at % 300);
      post('BCBS', 'CHG', day, 100_000 + at, '');
      post('BCBS', 'PMT', day, 50_001 + at, this.newCheck());
    }
    post('SELF', 'PMT', LARGE_DAY + 330, open + LARGE_CREDIT, this.newCheck());
    this.planted.push({ kind: 1, account, other: '', cents: LARGE_CREDIT, row: null });
  }

  /** Charges of one account, until there are so many rows. */
  fill(rows: number): void {
    const [account, guarantor, patient] = [this.newAccount(), this.newGuarantor(), this.newPatient()];
    this.accounts.push([account, guarantor, patient, 'BCBS', 'COM', 45600, 'OPEN']);
    for (let at = 0; this.rows.length < rows; at++) this.rows.push([account, guarantor, patient, 'BCBS', 'CHG', 45600, 45600, 1000 + at, '', '']);
  }
}

const LARGE_DAY = 45300;
const LARGE_CREDIT = 12_345;

const related = ({ owner: a }: History, { owner: b }: History): boolean => (a.guarantor !== '' && a.guarantor === b.guarantor) || a.patient === b.patient;

/** Two payments or write-offs of one payer and amount that nobody planted. */
function equalByChance(history: History): boolean {
  const meant = new Set(history.planted.map((flag) => flag.row));
  const keys = history.rows.filter((row) => (row[4] === 'PMT' || row[4] === 'ADJ') && !meant.has(row)).map((row) => row[3] + row[4] + String(row[7]));
  return new Set(keys).size < keys.length;
}

function totalsOf(rows: readonly TxRow[]): Totals {
  const of = (type: string): number => rows.reduce((sum, row) => (row[4] === type ? sum + row[7] : sum), 0);
  return { chg: of('CHG'), pay: of('PMT') - of('REV'), adj: of('ADJ'), ref: of('REF') };
}

function countByKind(flags: readonly Flag[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [kind] of flags) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** `rows` transactions (at least 100) and their accounts, about eight rows each. The last account takes what is left, as charges. */
export function generate(rows: number, seed: number, shape: Shape = 'plain'): Generated {
  const families = new Families(new Random(seed), shape);
  if (shape === 'one-account') families.addLarge(Math.floor(rows / 10));
  while (families.rows.length < rows - FAMILY_ROWS) families.add();
  families.fill(rows);
  const tx = families.rows.sort((a, b) => a[5] - b[5]);
  const place = new Map(tx.map((row, at) => [row, at]));
  const rowOf = (flag: Planted): number => (flag.row === null ? -1 : (place.get(flag.row) ?? -1));
  const flags = families.planted.map((flag): Flag => [flag.kind, flag.account, flag.other, flag.cents, rowOf(flag)]).sort(compareFlags);
  const totals = totalsOf(tx);
  for (const row of tx) row[7] /= 100;
  const truth = { rows, seed, accounts: families.accounts.length, totals, byKind: countByKind(flags), hash: hashOf(flags) };
  return { tx, acc: families.accounts, flags, truth };
}
