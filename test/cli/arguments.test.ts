import { readArguments, UsageError } from '../../src/cli/arguments';
import { dayOf } from '../../src/core/day';

const usage = (argv: readonly string[]): string => {
  try {
    readArguments(argv);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'no usage error';
};

describe('the command line (design.md 9)', () => {
  it('reads every flag', () => {
    expect(
      readArguments([
        'a.xlsx',
        'b.csv',
        '--out',
        'c.xlsx',
        '--json',
        '-',
        '--as-of',
        '2026-11-30',
        '--policy',
        'p.json',
        '--profile',
        'f.json',
        '--previous',
        'last.xlsx',
        '--grain',
        'claim',
        '--user',
        'R. Lind',
      ]),
    ).toEqual({
      files: ['a.xlsx', 'b.csv'],
      out: 'c.xlsx',
      json: '-',
      asOf: dayOf(2026, 11, 30),
      policy: 'p.json',
      profile: 'f.json',
      previous: 'last.xlsx',
      letters: false,
      selfTest: false,
      seed: null,
      grain: 'claim',
      user: 'R. Lind',
    });
  });

  it('has defaults', () => {
    const none = {
      out: null,
      json: null,
      asOf: null,
      policy: null,
      profile: null,
      previous: null,
      letters: false,
      selfTest: false,
      seed: null,
      grain: null,
      user: '',
    };
    expect(readArguments(['a.835'])).toEqual({ files: ['a.835'], ...none });
  });

  it('shows help', () => expect(readArguments(['--help'])).toBe('help'));

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Name the file/],
    [['a.xlsx', '--frobnicate'], /frobnicate/],
    [['a.xlsx', '--out'], /out/],
    [['a.xlsx', '--as-of', '11/30/2026'], /--as-of must be a date like/],
    [['a.xlsx', '--as-of', '2026-02-30'], /--as-of must be a date like/],
    [['a.xlsx', '--grain', 'family'], /--grain must be one of/],
    [['a.xlsx', '--out', 'b.csv'], /--out must end in \.xlsx/],
    [['a.xlsm', '--out', 'b.xlsx'], /--out must end in \.xlsm, because the first file holds macros/],
    [['a.csv', '--out', 'b.xlsm'], /--out must end in \.xlsx/],
    [['a.xlsx', '--seed', '7'], /--seed belongs to --self-test/],
    [['a.xlsx', '--self-test', '--seed', '1.5'], /--seed must be a whole number, not "1.5"/],
    [['a.xlsx', '--letters'], /--letters writes into a copy: name it with --out/],
    [['a.xlsx', '--json', 'a.json', '--json', 'b.json'], /--json is given twice/],
  ];
  it.each(wrong)('%j is a usage error', (argv, message) => expect(usage(argv)).toMatch(message));

  it('reads a self-test and its seed', () => {
    expect(readArguments(['a.xlsx', '--self-test'])).toMatchObject({ selfTest: true, seed: null });
    expect(readArguments(['a.xlsx', '--self-test', '--seed', '20260630'])).toMatchObject({ selfTest: true, seed: 20_260_630 });
  });
});
