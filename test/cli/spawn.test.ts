/** The command itself, as a person runs it: npm, another folder, pipes. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { contractBreaches } from './contract';
import { folder, ROOT, SAMPLE } from './harness';

jest.setTimeout(180_000);
const here = folder();
afterAll(() => here.remove());

const npm = (...argv: readonly string[]) => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  delete (env as Record<string, unknown>)['INIT_CWD'];
  return spawnSync('npm', ['--prefix', ROOT, 'run', '--silent', 'review', '--', ...argv], { cwd: here.path, encoding: 'utf8', env, maxBuffer: 64 << 20 });
};

describe('npm run review', () => {
  it('finds files where the user stands, and writes there', () => {
    copyFileSync(SAMPLE, join(here.path, 'export.xlsx'));
    const { status, stdout, stderr } = npm('export.xlsx', '--as-of', '2026-11-30', '--json', 'out.json', '--out', 'copy.xlsx');
    expect([status, stderr]).toEqual([0, expect.stringContaining('Opening export.xlsx')]);
    expect(stdout).toContain('Credit balances as of 2026-11-30');
    expect(contractBreaches(JSON.parse(here.read('out.json').toString()))).toEqual([]);
    expect(existsSync(join(here.path, 'copy.xlsx'))).toBe(true);
  });

  it('hands exit codes on', () => {
    expect(npm('gone.xlsx').status).toBe(1);
    expect(npm('--nonsense').status).toBe(2);
  });
});
