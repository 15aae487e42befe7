/**
 * A sample of the fault matrix (`npm run faults` tries it whole), the seed stands in the test's name, FAULTS=N draws others. And what the matrix looks for is planted once, so that it is known to see it.
 */
import { Random } from '../quality/random';
import { messageFaults } from './judging';
import { casesOf, differenceOf, nameOf, prepared, tried } from './matrix';
import type { Prepared } from './matrix';
import { opened, T0 } from './books';
import { CODES, wrongWords } from './sentences';
import { rulesWithoutKeys, unmarked, usersOf } from './snapshot';
import { openStage } from './stage';
import type { UseCase } from './stage';
import type { Trouble } from './troubles';

jest.setTimeout(600_000);

const seed = Number(process.env['FAULTS'] ?? 7);
const draw = new Random(seed);
const DRAWN_FROM: readonly UseCase[] = ['later write', 'highlight', 'first write', 'clear', 'decide'];
const USE_CASES: readonly UseCase[] = [draw.pick(DRAWN_FROM)];
const DRAWN = 2;

const plans: Prepared[] = [];
beforeAll(async () => {
  for (const useCase of USE_CASES) plans.push(await prepared(useCase));
});

it(`nothing is lost, the words are right and the next run completes (${USE_CASES.join(' and ')}, seed ${seed})`, async () => {
  for (const plan of plans) {
    const cases = casesOf(plan);
    expect(plan.requests.length).toBeGreaterThan(8);
    for (let n = 0; n < DRAWN; n++) {
      const one = draw.pick(cases);
      expect({ case: nameOf(one), faults: await tried(plan, one) }).toEqual({ case: nameOf(one), faults: [] });
    }
  }
});

const ending = (code: string): Trouble => ({ name: code, set: () => undefined, ends: [code] });
const failure = (code: string, message: string, remedy: string): Error => Object.assign(new Error(message), { name: 'HostFailure', code, remedy });

it('sees what it looks for', async () => {
  const [plan] = plans;
  if (!plan) throw new Error('nothing is prepared');
  const stage = await openStage(opened(plan.bytes), T0);
  const book = stage.excel.workbook;
  const before = usersOf(book);
  expect([unmarked(book), rulesWithoutKeys(book)]).toEqual([[], []]);
  book.sheets[0]?.cells.set(2, 2, -1);
  expect(usersOf(book)).not.toBe(before);
  book.addSheet('Underpayments (2)').cells.set(0, 0, 'no mark');
  expect(unmarked(book)).toEqual(['Underpayments (2)']);
  book.names = book.names.filter(({ name }) => !name.startsWith('crb_keys_'));
  expect(rulesWithoutKeys(book)).not.toEqual([]);
  const wrong = (error: unknown, trouble: Trouble): string[] => messageFaults({ error, took: 0 }, stage, trouble).map(({ text }) => text.split(':')[0] ?? '');
  expect(wrong(failure('AccessDenied', 'No.', 'Go.'), ending('AccessDenied'))).toEqual(['AccessDenied says']);
  expect(wrong(failure('AccessDenied', 'No.', 'Go.'), ending('ItemNotFound'))).toEqual(['ended with AccessDenied']);
  expect(wrong(new TypeError('ours'), ending('ItemNotFound'))).toEqual(['TypeError']);
  expect(wrong(new DOMException('Stopped.', 'AbortError'), ending('stopped'))).toContain('stopped, but nobody pressed Stop');
  stage.excel.close();
  expect(differenceOf('abc', 'abd')).toContain('instead of');
});

it('has a sentence for every code, and the generic one for one code only', () => {
  expect(CODES).toHaveLength(22);
  for (const code of CODES)
    expect(
      wrongWords(code, 'Excel reported an error without saying more.', 'Run it again; what was written stays, and the next run completes it.') === null,
    ).toBe(code === 'GeneralException');
});
