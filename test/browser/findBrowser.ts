/**
 * A browser for the tests: CHROME_PATH, else an installed Chrome, Edge or Chromium, else the Chromium of the npm registry (Linux x64), with the
 * libraries it brings where the machine lacks them. Never none in silence: it throws, and the tests fail.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`] : [],
  ),
};

interface Found {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

function installed(): Found | null {
  const given = process.env.CHROME_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROME_PATH names no file: ${given}`);
  const executable = given ?? (PLACES[process.platform] ?? []).find((place) => existsSync(place));
  return executable ? { executable, env: {} } : null;
}

/** False also where there is no ldconfig to ask: then the libraries that come with the browser are used. */
const hasLibrary = (name: string): boolean =>
  ['ldconfig', '/sbin/ldconfig'].some((tool) => spawnSync(tool, ['-p'], { encoding: 'utf8', shell: true }).stdout.includes(name));

/** Unpacks the shared libraries that the registry's Chromium brings; returns their folder. */
function broughtLibraries(): string {
  const folder = path.join(os.tmpdir(), `credit-balance-review-chromium-${os.userInfo().uid}`);
  const libraries = path.join(folder, 'lib');
  if (existsSync(libraries)) return libraries;
  mkdirSync(folder, { recursive: true });
  const archive = path.resolve(__dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)), maxBuffer: 1 << 28 });
  return libraries;
}

function fromRegistry(): Found {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No Chrome, Edge or Chromium was found. Install one, or set CHROME_PATH.');
  // The package is an ES module, which jest cannot load; it unpacks itself and says where.
  const script = "import('@sparticuz/chromium').then(async (m) => process.stdout.write(await m.default.executablePath()))";
  const executable = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: path.resolve(__dirname, '../..') });
  return { executable, env: hasLibrary('libnss3.so') ? {} : { LD_LIBRARY_PATH: broughtLibraries() } };
}

/** The browser to use, unpacked if need be. CHROME_FROM_REGISTRY=1 passes over installed ones. Throws when there is none. */
export const findBrowser = (): Found => (process.env.CHROME_FROM_REGISTRY === '1' ? null : installed()) ?? fromRegistry();

export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = findBrowser();
  return chromium.launch({
    executablePath: executable,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}
