/**
 * Builds the pages when a source is newer than the last build, with its progress on stderr. `node scripts/build.mjs [--always] [--address URL]`
 * With --address, dist/manifest.xml is for that https address; the folder can then be served from there as it is.
 */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = path.join(home, 'dist', '.built');
const SOURCES = ['src', 'assets', 'webpack.config.js', 'package-lock.json'];

async function newest(file) {
  const found = await stat(file).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(file, { recursive: true, withFileTypes: true });
  const times = await Promise.all(inside.filter((entry) => entry.isFile()).map((entry) => stat(path.join(entry.parentPath ?? entry.path, entry.name))));
  return Math.max(0, ...times.map((time) => time.mtimeMs));
}

export async function upToDate() {
  const built = await stat(STAMP).catch(() => null);
  const times = await Promise.all(SOURCES.map((source) => newest(path.join(home, source))));
  return built !== null && built.mtimeMs > Math.max(...times);
}

function showProgress(share) {
  const done = Math.round(share * 20);
  const bar = `${'#'.repeat(done)}${'.'.repeat(20 - done)} ${String(Math.round(share * 100)).padStart(3)} %`;
  if (process.stderr.isTTY) process.stderr.write(`\rBuilding ${bar}${share === 1 ? '\n' : ''}`);
}

function run(compiler) {
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failed = error ?? (stats.hasErrors() ? new Error(stats.toString({ all: false, errors: true })) : null);
      compiler.close(() => (failed ? reject(failed) : resolve(stats)));
    });
  });
}

export async function build() {
  const { default: webpack } = await import('webpack');
  const { default: make } = await import('../webpack.config.js');
  const config = make({}, { mode: 'production' });
  process.stderr.write('Building the pages (about half a minute, once)\n');
  const compiler = webpack({ ...config, mode: 'production' });
  new webpack.ProgressPlugin((share) => showProgress(share)).apply(compiler);
  await run(compiler);
  await writeFile(STAMP, '');
}

const AT_HOME = 'https://localhost:3000';

/** The manifest for another address: https, without a query; null when it is none. */
export function manifestFor(manifest, address) {
  if (!URL.canParse(address)) return null;
  const { protocol, origin, pathname, search, hash } = new URL(address);
  if (protocol !== 'https:' || search || hash) return null;
  return manifest.replaceAll(`<AppDomain>${AT_HOME}<`, `<AppDomain>${origin}<`).replaceAll(AT_HOME, `${origin}${pathname.replace(/\/+$/, '')}`);
}

async function addressed(address) {
  const manifest = manifestFor(await readFile(path.join(home, 'manifest.xml'), 'utf8'), address);
  if (manifest === null) {
    process.stderr.write('Usage: npm run build -- --address https://host/folder\n');
    process.exit(2);
  }
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--address');
  const manifest = at > 0 ? await addressed(process.argv[at + 1] ?? '') : null;
  if (process.argv.includes('--always') || !(await upToDate())) await build();
  if (manifest !== null) {
    await writeFile(path.join(home, 'dist', 'manifest.xml'), manifest);
    process.stderr.write('Serve dist/ from that address and hand out dist/manifest.xml.\n');
  }
}
