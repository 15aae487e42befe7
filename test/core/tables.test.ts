/** Every cause and every check keeps its tables of cases: those that must fire and those, near misses first, that must not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LEAST_OF_A_CAUSE = 5;
const LEAST_OF_A_CHECK = 3;
/** V13 never fails, since no sheet proves coordination of benefits: where it matters it is *not testable*. */
const NEVER_FAILS = 'v13-cob-proven.test.ts';

const filesOf = (folder: string): string[] => readdirSync(join(__dirname, folder)).filter((file) => /^[cv]\d\d-.*\.test\.ts$/.test(file));

/** The names of the cases in a table of a test file, e.g. those of `fires`; as Prettier lays tables out, two spaces in. */
function namesIn(source: string, table: string): string[] {
  const rows = new RegExp(`\\n  ${table}: \\[\\n([\\s\\S]*?)\\n  \\]`).exec(source)?.[1] ?? '';
  return [...rows.matchAll(/(?:^\s{4}\{ |^\s{6})name: (.+?),?$/gm)].map((match) => match[1] as string);
}

const sizes = (folder: string, table: string): [string, number][] =>
  filesOf(folder).map((file) => [file, namesIn(readFileSync(join(__dirname, folder, file), 'utf8'), table).length]);

describe('tables of cases', () => {
  it.each(['fires', 'silent'])('every cause has at least five that %s', (table) => {
    expect(sizes('causes', table).filter(([, rows]) => rows < LEAST_OF_A_CAUSE)).toEqual([]);
    expect(sizes('causes', table)).toHaveLength(28);
  });
  it('every check has at least three that fire (or cannot be tested) and three that are silent', () => {
    const fires = sizes('checks', 'fires').map(
      ([file, rows]) => [file, file === NEVER_FAILS ? sizes('checks', 'untestable').find(([f]) => f === file)?.[1] : rows] as const,
    );
    expect(fires.filter(([, rows]) => (rows ?? 0) < LEAST_OF_A_CHECK)).toEqual([]);
    expect(sizes('checks', 'silent').filter(([, rows]) => rows < LEAST_OF_A_CHECK)).toEqual([]);
    expect(fires).toHaveLength(24);
  });
  it('counts rows, not words', () => {
    const source = "\n  fires: [\n    { name: 'one line', ledger },\n    {\n      name: 'two lines',\n      ledger: 'name: no row',\n    },\n  ],\n";
    expect(namesIn(source, 'fires')).toHaveLength(2);
    expect(namesIn(source, 'silent')).toHaveLength(0);
  });
});
