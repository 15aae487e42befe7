import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { violations } from './architectureRules';

const SRC = join(__dirname, '../src');
const files = new Map(
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(SRC, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);

describe('the import table of design.md', () => {
  it('sees the source files', () => expect(files.size).toBeGreaterThan(50));

  it('is kept', () => expect(violations(files)).toEqual([]));

  const planted: readonly (readonly [string, string, string])[] = [
    ['core/review.ts', "import { plan } from '../intake/plan';", 'core/review.ts imports intake/plan'],
    ['core/review.ts', "import Decimal from 'decimal.js';", 'core/review.ts imports package decimal.js'],
    ['core/review.ts', 'export const now = () => Date.now();', 'core/review.ts uses Date.now'],
    ['core/causes/c01-x.ts', "import { c02 } from './c02-y';", 'do not import one another'],
    ['core/causes/c01-x.ts', "import { Chance } from '../selfTest/chance';", 'what finds credits does not know what plants them'],
    ['core/repeats.ts', "import type { PlainAccount } from './selfTest/plainAccounts';", 'what finds credits does not know what plants them'],
    ['core/selfTest/plants/payers.ts', "import { c01 } from '../../causes/c01-duplicate-payment';", 'imports core/causes/c01-duplicate-payment'],
    ['core/selfTest/judge.ts', "import { repeatsOf } from '../repeats';", 'core/selfTest/judge.ts imports core/repeats'],
    ['core/selfTest/chance.ts', 'export const next = () => Math.random();', 'uses Math.random'],
    ['intake/plan.ts', "import type { Session } from '../excel/door';", 'intake/plan.ts imports excel/door'],
    ['outputs/credits.ts', "import React from 'react';", 'outputs/credits.ts imports package react'],
    ['outputs/credits.ts', "import { plan } from '../intake/plan';", 'outputs/credits.ts imports intake/plan'],
    ['excel/door.ts', "import { review } from '../core/review';", 'excel/door.ts imports core/review'],
    ['excel/door.ts', "import { startExcel } from '../host/node';", 'excel/door.ts imports host/node'],
    ['app/session.ts', "const host = await import('../host/node');", 'app/session.ts imports host/node'],
    ['taskpane/App.tsx', "import { open } from '../host/files/open';", 'taskpane/App.tsx imports host/files/open'],
    ['taskpane/App.tsx', 'void Excel.run(() => undefined);', 'taskpane/App.tsx speaks to Excel'],
    ['taskpane/App.tsx', "import { plan } from '../intake/plan';", 'taskpane/App.tsx imports intake/plan'],
    ['host/node.ts', "import type { Review } from '../core/credit';", 'host/node.ts imports core/credit'],
    ['cli/main.ts', "import { Door } from '../excel/door';", 'cli/main.ts imports excel/door'],
    ['tools/x.ts', '', 'is in no folder of the import table'],
  ];
  it.each(planted)('catches a breach in %s: %s', (file, text, sentence) => {
    expect(violations(new Map([[file, text]])).join('\n')).toContain(sentence);
  });
});
