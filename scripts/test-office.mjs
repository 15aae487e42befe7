// Checks that need LibreOffice: npm run test:office. Where soffice is missing it says how many did not run; with CI=true that is a failure.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const found = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
if (found.error || found.status !== 0) {
  const tests = readdirSync('test/office', { recursive: true })
    .filter((name) => String(name).endsWith('.test.ts'))
    .reduce((sum, name) => sum + (readFileSync(`test/office/${name}`, 'utf8').match(/^\s*(?:it|test)(?:\.each\([^)]*\))?\(/gm) ?? []).length, 0);
  process.stdout.write(
    `LibreOffice (soffice) was not found: at least ${tests} checks did not run. Install it (Debian: apt-get install libreoffice-calc) and run npm run test:office again.\n`,
  );
  process.stdout.write(`0 passed, ${process.env.CI === 'true' ? tests : 0} failed, ${tests} skipped\n`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}
process.stdout.write(found.stdout);
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'office', '--runInBand'], { stdio: 'inherit' });
process.exit(status ?? 1);
