/**
 * `npm start`: builds what is out of date, serves the workbench on this computer and opens it in the default browser.
 * --no-open (or CI) only prints the address; --port N prefers another port.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, upToDate } from './build.mjs';
import { serve } from './serve.mjs';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

function openBrowser(address) {
  const [command, ...rest] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...rest, address], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened from here: open the address above yourself.'));
  child.unref();
}

const at = process.argv.indexOf('--port');
const wanted = at > 0 ? Number(process.argv[at + 1]) : 3000;
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  console.error('Usage: npm start -- [--no-open] [--port N], N between 0 and 65535');
  process.exit(2);
}
if (!(await upToDate())) await build();
const { address, port } = await serve(path.join(home, 'dist'), wanted);
const page = `${address}workbench.html`;
if (wanted > 0 && port !== wanted) console.log(`Port ${wanted} is in use, so another one is taken.`);
console.log(`\nThe workbench: ${page}\nOnly this computer can reach it. Stop with Ctrl+C.`);
if (!process.env.CI && !process.argv.includes('--no-open')) openBrowser(page);
