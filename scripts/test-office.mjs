// Checks that need LibreOffice: npm run test:office. Where it is missing they say how many did not run; with CI=true its absence fails them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORT = '.tmp/office.json';
mkdirSync('.tmp', { recursive: true });
rmSync(REPORT, { force: true });
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'office', '--runInBand', '--json', `--outputFile=${REPORT}`], {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
});
const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = JSON.parse(readFileSync(REPORT, 'utf8'));
if (skipped > 0) {
  process.stdout.write(
    `\n${skipped} checks did not run: LibreOffice (soffice) was not found. Install it (Debian: apt-get install libreoffice-calc libreoffice-writer libreoffice-base libreoffice-base-drivers python3-uno poppler-utils fonts-crosextra-carlito) and run npm run test:office again.\n`,
  );
}
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(status ?? 1);
