/**
 * LibreOffice for the office tests: opens and re-exports a workbook, as a second program's opinion of what we wrote. Where it is missing the
 * tests say how many did not run; with CI=true its absence fails.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const PLACES = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

export function findSoffice(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, process.platform === 'win32' ? 'soffice.exe' : 'soffice'));
  return [process.env['SOFFICE'] ?? '', ...onPath, ...PLACES].find((place) => place !== '' && existsSync(place)) ?? null;
}

export const SOFFICE = findSoffice();

/** `it` where LibreOffice is there; else a test that fails under CI=true and is skipped (and so counted) elsewhere. */
export const officeIt: (name: string, run: () => void | Promise<void>) => void = (name, run) => {
  if (SOFFICE !== null) it(name, async () => await run(), 300_000);
  else if (process.env['CI'] === 'true')
    it(name, () => {
      throw new Error('LibreOffice (soffice) is not installed; CI needs it');
    });
  else it.skip(`${name} (needs LibreOffice)`, async () => await run());
};

/** LibreOffice's setting "recalculate on load: always"; without it the values in the file are believed. */
const RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/** The workbook as LibreOffice writes it after reading it and working out every formula anew. `to` is a file ending, for example "xlsx" or "pdf". */
export function reexport(bytes: Uint8Array, to = 'xlsx', fileName = 'book.xlsx'): Uint8Array {
  return reexportAll([[fileName, bytes]], to)[0] ?? new Uint8Array();
}

/** Several workbooks in one start of LibreOffice, in the same order. Throws when one of them was not written. */
export function reexportAll(files: readonly (readonly [name: string, bytes: Uint8Array])[], to = 'xlsx'): Uint8Array[] {
  if (SOFFICE === null) throw new Error('LibreOffice (soffice) is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const out = join(folder, 'out');
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), RECALCULATE);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile').replace(/\\/g, '/')}`;
    execFileSync(SOFFICE, [profile, '--headless', '--convert-to', to, '--outdir', out, ...files.map(([name]) => join(folder, name))], {
      stdio: 'pipe',
      timeout: 240_000,
    });
    return files.map(([name]) => new Uint8Array(readFileSync(join(out, name.replace(/\.[^.]+$/, `.${to}`)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
