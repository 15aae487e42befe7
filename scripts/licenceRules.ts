/** What is asked of the packages that go into the pages (scripts/licences.ts lists them). */

/** One package as the build writes it to dist/third-party.json. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** As its package.json says; '' when it says nothing. */
  readonly licence: string;
  /** Packages it demands beside itself. */
  readonly peers: readonly string[];
  /** Names of its install scripts. */
  readonly installs: readonly string[];
}

/** They ask for their text to be handed on, and for no more. */
const PERMISSIVE: ReadonlySet<string> = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', 'CC0-1.0']);
/** Terms of their own, looked at one by one (README, Notices). */
const LOOKED_AT: ReadonlyMap<string, string> = new Map([['@microsoft/office-js', 'LICENSE']]);

/** Of alternatives one is enough; of licences joined by AND each must do. */
export function isPermissive(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(/ OR |\//);
  return choices.some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one.trim())));
}

/** Why a package is in the pages: our sources import it, a package they import demands it, or it came with one. */
export function reasonOf(name: string, packages: readonly Package[], imported: ReadonlySet<string>): string {
  if (imported.has(name)) return 'our sources';
  const demanding = packages.filter((each) => each.peers.includes(name) && imported.has(each.name)).map((each) => each.name);
  return demanding.length > 0 ? `demanded by ${demanding.join(', ')}` : 'came with another';
}

/** One sentence for each thing that is wrong. `declared`: the dependencies of package.json. */
export function faultsOf(packages: readonly Package[], declared: readonly string[], imported: ReadonlySet<string>): string[] {
  const held = new Set(packages.map(({ name }) => name));
  return [
    ...packages.flatMap(faultsOfOne),
    ...declared.flatMap((name) => (held.has(name) ? unasked(name) : [`no page holds ${name}, a dependency of package.json`])),
  ];

  function unasked(name: string): string[] {
    return reasonOf(name, packages, imported) === 'came with another' ? [`nothing of ours asks for ${name}, a dependency of package.json`] : [];
  }
}

function faultsOfOne({ name, version, licence, installs }: Package): string[] {
  const known = isPermissive(licence) || LOOKED_AT.get(name) === licence;
  return [
    ...(known ? [] : [`${name} ${version}: the licence ${licence === '' ? 'is not given' : `${licence} is not known as permissive`}`]),
    ...installs.map((script) => `${name} ${version} has an install script, ${script}`),
  ];
}

/** Package names in the import lines of a source. */
export function importsOf(source: string): string[] {
  const names = [...source.matchAll(/(?:from|import|resolve)[ (]+'([^'.][^']*)'/g)].map(([, name = '']) => name);
  return names.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}
