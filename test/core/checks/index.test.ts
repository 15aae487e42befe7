import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../../src/core/checks/index';

const FOLDER = join(__dirname, '../../../src/core/checks');
const files = readdirSync(FOLDER).filter((name) => /^v\d\d-/.test(name));

describe('the list of checks', () => {
  it('holds every file of the folder, in order', () => {
    expect(checks.map((check) => check.id)).toEqual(files.map((name) => name.slice(0, 3).toUpperCase()).sort());
  });
  it('has a test table for every file', () => {
    expect(
      readdirSync(__dirname)
        .filter((name) => /^v\d\d-/.test(name))
        .sort(),
    ).toEqual(files.map((name) => name.replace('.ts', '.test.ts')).sort());
  });
  it('has titles of their own', () => expect(new Set(checks.map((check) => check.title)).size).toBe(checks.length));
});
