import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAUSES_PAGE, causesPage } from '../../../scripts/make-causes-doc';
import { causes } from '../../../src/core/causes/index';
import { CAUSE_IDS } from '../../../src/core/credit';

const FOLDER = join(__dirname, '../../../src/core/causes');
const files = readdirSync(FOLDER).filter((file) => /^c\d\d-.*\.ts$/.test(file));

describe('the list of causes', () => {
  it('has every file of the folder, once, in order', () => {
    expect(causes.map((cause) => cause.id)).toEqual(files.map((file) => file.slice(0, 3).toUpperCase()).sort());
  });
  it('has every cause of domain.md 2.2', () => {
    expect(causes.map((cause) => cause.id)).toEqual([...CAUSE_IDS]);
  });
  it('has a test of the same name for every file', () => {
    const tests = readdirSync(__dirname).filter((file) => /^c\d\d-/.test(file));
    expect(tests.map((file) => file.replace('.test.ts', '')).sort()).toEqual(files.map((file) => file.replace('.ts', '')).sort());
  });
  it('opens every file with the situation and an example in numbers', () => {
    for (const file of files) {
      const head = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1] ?? '';
      expect({ file, example: /\d{2,}/.test(head), named: head.includes(file.slice(0, 3).toUpperCase()) }).toEqual({ file, example: true, named: true });
    }
  });
  it('keeps docs/causes.md in step: run scripts/make-causes-doc.ts when this fails', () => {
    expect(readFileSync(CAUSES_PAGE, 'utf8')).toBe(causesPage());
  });
});
