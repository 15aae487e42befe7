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
if (!(await upToDate())) await build();
const { address } = await serve(path.join(home, 'dist'), at > 0 ? Number(process.argv[at + 1]) : 3000);
const page = `${address}workbench.html`;
console.log(`\nThe workbench: ${page}\nOnly this computer can reach it. Stop with Ctrl+C.`);
if (!process.env.CI && !process.argv.includes('--no-open')) openBrowser(page);
