/** Files in and out: reads inputs, never writes them; what is written appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseProfile, ProfileFault } from '../app/profile';
import type { Profile } from '../app/profile';
import { UsageError } from './arguments';

/** Where relative paths start: where the user stands, which npm tells in INIT_CWD. */
export const standing = (env: Readonly<Record<string, string | undefined>>, cwd: string): string => env['INIT_CWD'] ?? cwd;

export interface InputFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** The file cannot be read: said with what to do, exit 1. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** Reads a file. Throws Unreadable when there is none or it may not be read. */
export function readInput(path: string): InputFile {
  const name = basename(path);
  try {
    return { path, name, bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Unreadable('notFound', `There is no file ${name} at ${dirname(path)}.`, 'Check the path.');
    if (code === 'EISDIR') throw new Unreadable('folder', `${name} is a folder.`, 'Name the files in it.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new Unreadable('noAccess', `${name} may not be read.`, 'Ask for the right to read it, or copy it to a folder of yours.');
    throw error;
  }
}

/** The same file, also through links and on file systems that ignore case. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  if (!existsSync(one) || !existsSync(other)) return false;
  const [a, b] = [statSync(one), statSync(other)];
  return realpathSync(one) === realpathSync(other) || (a.ino !== 0 && a.ino === b.ino && a.dev === b.dev);
}

/** The full path to write to. Throws UsageError when it is an input, its folder is missing or it is a folder. */
export function checkedTarget(flag: string, from: string, target: string, inputs: readonly string[]): string {
  const path = resolve(from, target);
  if (inputs.some((input) => isSame(input, path))) throw new UsageError(`${flag} names an input file; inputs are never written to.`);
  if (!existsSync(dirname(path))) throw new UsageError(`${flag}: there is no folder ${dirname(path)}.`);
  if (existsSync(path) && statSync(path).isDirectory()) throw new UsageError(`${flag} names a folder.`);
  return path;
}

/** Writes beside the target first and renames, so that no half file is ever seen under its name. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const code = codeOf(error);
    if (['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'ENOSPC'].includes(code)) {
      throw new Unreadable('cannotWrite', `${basename(path)} could not be written (${code}).`, 'Close it if it is open in Excel, or choose another folder.');
    }
    throw error;
  }
}

/** The rows of a policy file: a JSON list of records, or a record with such a list as "rows" (domain.md 4.9). Throws UsageError. */
export function readPolicyRows(path: string): readonly Readonly<Record<string, unknown>>[] {
  const file = readInput(path);
  const rows = rowsOf(parsedJson(file));
  if (!Array.isArray(rows) || !rows.every(isRecord)) throw new UsageError(`--policy: ${file.name} must hold a list of policy rows.`);
  return rows;
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const rowsOf = (json: unknown): unknown => (isRecord(json) ? json['rows'] : json);
function parsedJson(file: InputFile): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(file.bytes));
  } catch {
    throw new UsageError(`--policy: ${file.name} is not JSON.`);
  }
}

/** A profile file (README, "A profile of your export"). Throws UsageError that says what is wrong with it. */
export function readProfile(path: string): Profile {
  const file = readInput(path);
  try {
    return parseProfile(new TextDecoder().decode(file.bytes));
  } catch (error) {
    if (error instanceof ProfileFault) throw new UsageError(`--profile: ${file.name}: ${error.message}`);
    throw error;
  }
}
