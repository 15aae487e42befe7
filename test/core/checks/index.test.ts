import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_IDS } from '../../../src/core/credit';
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
  it('is complete', () => expect(checks.map((check) => check.id)).toEqual([...CHECK_IDS]));
  it('asks V18, V20 and V22 when money is paid, the rest at review (design.md 6)', () => {
    expect(checks.filter((check) => check.stage === 'payment').map((check) => check.id)).toEqual(['V18', 'V20', 'V22']);
  });
  it('only warns for V09, V15, V16, V17 and V21 (domain.md 3)', () => {
    expect(checks.filter((check) => check.severity === 'warn').map((check) => check.id)).toEqual(['V09', 'V15', 'V16', 'V17', 'V21']);
  });
  it('has titles of their own', () => expect(new Set(checks.map((check) => check.title)).size).toBe(checks.length));
});
