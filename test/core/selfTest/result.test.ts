/** The figures of all kinds together. */
import { selfTestTotals } from '../../../src/core/selfTest/result';
import type { PlantedKind, SelfTest, TrapKind } from '../../../src/core/selfTest/result';

const kind = (figures: Partial<PlantedKind>): PlantedKind => ({
  ...{
    id: 'k',
    words: 'words',
    cause: 'C01',
    planted: 0,
    cents: 0,
    found: 0,
    sure: 0,
    left: 0,
    other: 0,
    firm: 0,
    missed: 0,
    wrongCents: 0,
    look: [],
    help: null,
  },
  ...figures,
});
const trap = (figures: Partial<TrapKind>): TrapKind => ({ ...{ id: 't', words: 'words', planted: 0, alarms: 0, wrongCents: 0, look: [] }, ...figures });

it('sums kinds and look-alikes; an account listed beside a planting is an alarm', () => {
  const tested: SelfTest = {
    seed: 1,
    plainAccounts: 9,
    kinds: [
      kind({ planted: 10, cents: 500, found: 6, sure: 5, left: 1, other: 2, firm: 1, missed: 1, wrongCents: 30 }),
      kind({ planted: 3, cents: 70, found: 1, sure: 1, left: 1, other: 0, firm: 0, missed: 1, wrongCents: 4 }),
    ],
    traps: [trap({ planted: 20, alarms: 2, wrongCents: 500 }), trap({ planted: 4, alarms: 1, wrongCents: 6 })],
    notPlanted: [],
    elsewhere: [{ account: 'A', said: '' }],
  };
  expect(selfTestTotals(tested)).toEqual({
    planted: 13,
    found: 7,
    sure: 6,
    left: 2,
    other: 2,
    firm: 1,
    missed: 2,
    cents: 570,
    trapped: 24,
    alarms: 4,
    wrongCents: 540,
  });
});
