/** A few files of `npm run fuzz`: read or clearly refused. FUZZ=N draws those of seed N; FUZZ=N:M reads file M alone. */
import { fileAt, HOSTILE_FILES } from './files';
import { outcomeOf, polluted } from './reading';

jest.setTimeout(300_000);

const [seed = 7, only] = (process.env['FUZZ'] ?? '').split(':').filter(Boolean).map(Number);
const MUTATED = 24;
/** The bombs, first in the list, take seconds: they are for the whole run. */
const BOMBS = 7;
const HOSTILE_DRAWN = 8;

function numbers(): number[] {
  if (only !== undefined) return [only];
  const hostile = Array.from({ length: HOSTILE_DRAWN }, (_, i) => BOMBS + ((seed + i * 11) % (HOSTILE_FILES - BOMBS)));
  return [...hostile, ...Array.from({ length: MUTATED }, (_, i) => HOSTILE_FILES + i)];
}

it(`files made to do harm and mutated ones are read or clearly refused (seed ${seed})`, () => {
  const verdicts = { read: 0, refused: 0, crashed: 0 };
  for (const n of numbers()) {
    const file = fileAt(seed, n);
    const { verdict, why } = outcomeOf(file);
    expect({ n, what: file.what, why }).toMatchObject({ why: '' });
    verdicts[verdict]++;
  }
  expect(polluted()).toBe(false);
  if (only === undefined) expect(verdicts.refused).toBeGreaterThan(5);
});

it('sees a crash, an unclear refusal and a changed prototype', () => {
  const broken = {
    what: '',
    name: 'a.xlsx',
    get bytes(): Uint8Array {
      throw new TypeError('planted');
    },
  };
  expect(() => outcomeOf(broken)).toThrow('planted');
  expect(outcomeOf({ what: '', name: 'a.txt', bytes: new Uint8Array(0) }).verdict).toBe('refused');
  Reflect.defineProperty(Object.prototype, 'planted', { value: 1, configurable: true });
  expect(polluted()).toBe(true);
  Reflect.deleteProperty(Object.prototype, 'planted');
  expect(polluted()).toBe(false);
});
