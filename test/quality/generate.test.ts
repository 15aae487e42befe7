/** The generator's own arithmetic: what it says is planted explains each account, and what it calls clean is. */
import { fromIso } from '../../src/core/day';
import { COLUMN_SETS, generate } from './generate';
import { World } from './draft';
import { PLANTS } from './plants';
import { Random } from './random';
import { TRAPS, ordinary } from './traps';

const AS_OF = fromIso('2026-06-30')!;
const CAUSES = [
  'C01',
  'C02',
  'C03',
  'C04',
  'C05',
  'C06',
  'C07',
  'C08',
  'C09',
  'C10',
  'C11',
  'C12',
  'C13',
  'C14',
  'C15',
  'C16',
  'C17',
  'C18',
  'C19',
  'C20',
  'C21',
  'C22',
  'C23',
  'C24',
  'C25',
  'C26',
  'C27',
  'C28',
];
/** Plants whose other parties still owe: −balance = Σ truths − shortfall (design.md law 1). */
const SHORT = ['C08 contractual twice, patient owes (P1)', 'hidden: patient over, payer short (P2)', 'C26 the share transferred twice'];

describe('planted cases', () => {
  it('cover every cause', () => {
    const planted = PLANTS.flatMap((plant) => plant.make(new World(new Random(1), AS_OF))).flatMap((account) => account.truths.map((truth) => truth.cause));
    expect([...new Set(planted)].sort()).toEqual(CAUSES);
  });

  it.each(PLANTS.map((plant) => [plant.label, plant] as const))('%s: the truths explain the balance', (label, plant) => {
    for (let seed = 1; seed <= 25; seed++) {
      const [account] = plant.make(new World(new Random(seed), AS_OF));
      const shortfall = account!.balance + account!.truths.reduce((sum, truth) => sum + truth.cents, 0);
      if (SHORT.includes(label)) expect(shortfall).toBeGreaterThan(0);
      else expect(shortfall).toBe(0);
    }
  });

  it('are not dated after the as-of day, but for a visit to come', () => {
    const accounts = PLANTS.flatMap((plant) => [1, 2, 3].flatMap((seed) => plant.make(new World(new Random(seed), AS_OF))));
    expect(accounts.flatMap((account) => account.rows).filter((row) => row.day > AS_OF)).toEqual([]);
  });
});

describe('look-alikes and ordinary accounts', () => {
  it.each(TRAPS.filter((trap) => trap.silent).map((trap) => [trap.label, trap] as const))('%s is not in credit', (_label, trap) => {
    for (let seed = 1; seed <= 25; seed++)
      for (const account of trap.make(new World(new Random(seed), AS_OF))) expect(account.balance).toBeGreaterThanOrEqual(0);
  });
  it('ordinary accounts are not in credit', () => {
    const world = new World(new Random(7), AS_OF);
    for (let n = 0; n < 500; n++) expect(ordinary(world).balance).toBeGreaterThanOrEqual(0);
  });
});

it('the same seed gives the same sheets, another seed others', () => {
  const [set] = COLUMN_SETS;
  const cells = (seed: number): string => JSON.stringify(generate(set!, seed, AS_OF, 300, 1).sheets);
  expect(cells(5)).toBe(cells(5));
  expect(cells(5)).not.toBe(cells(6));
});

it('a column set shows no heading of a field it lacks', () => {
  const bare = generate(COLUMN_SETS[2]!, 1, AS_OF, 300, 1);
  expect(bare.sheets.map((sheet) => sheet.name)).toEqual(['Accounts', 'Transactions']);
  expect(bare.sheets[1]!.values[0]).toEqual(['Account No', 'Post Date', 'Service Date', 'Transaction Type', 'Amount', 'Payer']);
});
