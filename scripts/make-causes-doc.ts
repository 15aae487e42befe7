/**
 * Writes docs/causes.md from the cause files: npx tsx --tsconfig tsconfig.json scripts/make-causes-doc.ts
 * A test fails when the page and the files differ.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { causes } from '../src/core/causes/index';
import type { Cause } from '../src/core/credit';

const HEAD = `# Causes of a credit balance

Made from the files in \`src/core/causes\` by \`scripts/make-causes-doc.ts\`; change them, not this page. The numbers are those of domain.md 2.2.
How strong a proof is: remittance, then reference (check or claim number), then amounts and dates, then pattern. Two causes of equal strength and
different class on the same cents are *needs review*, with both named.
`;

const section = (cause: Cause): string => `
## ${cause.id} ${cause.title}

${cause.situation}

- **Signal.** ${cause.signal}
- **Example.** ${cause.example}
- **What proves it.** ${cause.proof}
- **Needs.** ${cause.needs.length === 0 ? 'Nothing beyond charges, payments and write-offs with their dates.' : `${cause.needs.join('; ')}.`}
`;

/** The whole page. */
export const causesPage = (all: readonly Cause[] = causes): string => `${HEAD}${all.map(section).join('')}`;

export const CAUSES_PAGE = join(__dirname, '..', 'docs', 'causes.md');

if (process.argv[1]?.endsWith('make-causes-doc.ts') === true) writeFileSync(CAUSES_PAGE, causesPage());
