/**
 * npm run licences: every package that goes into the pages (the build writes them to dist/third-party.json), its version, its licence and why
 * it is there. Ends with 1 when a licence is unknown or copyleft, when a package has an install script, or when package.json names one that no
 * page needs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { faultsOf, importsOf, reasonOf, type Package } from './licenceRules';

const packages = JSON.parse(readFileSync('dist/third-party.json', 'utf8')) as Package[];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const imported = new Set(sources.flatMap((file) => importsOf(readFileSync(path.join('src', file), 'utf8'))));

for (const { name, version, licence } of packages)
  console.log(`${name.padEnd(46)} ${version.padEnd(16)} ${licence.padEnd(15)} ${reasonOf(name, packages, imported)}`);
const licences = [...new Set(packages.map(({ licence }) => licence))].map(
  (licence) => `${packages.filter((each) => each.licence === licence).length} ${licence}`,
);
const scripted = packages.filter(({ installs }) => installs.length > 0).length;
console.log(`${packages.length} packages in the pages: ${licences.join(', ')}; with an install script ${scripted}`);
const faults = faultsOf(packages, Object.keys(dependencies), imported);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
