/** What `npm run licences` lets pass, and what it must not. */
import { faultsOf, importsOf, isPermissive, reasonOf, type Package } from '../scripts/licenceRules';

const made = (name: string, more: Partial<Package> = {}): Package => ({ name, version: '1.0.0', licence: 'MIT', peers: [], installs: [], ...more });
const PACKAGES = [made('grid', { peers: ['sorter'] }), made('sorter', { licence: 'ISC' }), made('inner')];
const IMPORTED = new Set(['grid']);

describe('licences', () => {
  it.each(['MIT', 'ISC', 'MIT/Apache-2.0', '(GPL-3.0-only OR MIT)', 'MIT AND BSD-3-Clause'])('%s is permissive', (licence) => {
    expect(isPermissive(licence)).toBe(true);
  });
  it.each(['', 'UNLICENSED', 'GPL-3.0-only', 'MPL-2.0', 'MIT AND GPL-2.0', 'SEE LICENSE IN LICENSE'])('%j is not', (licence) => {
    expect(isPermissive(licence)).toBe(false);
  });

  it('sound packages have no fault', () => {
    expect(faultsOf(PACKAGES, ['grid', 'sorter'], IMPORTED)).toEqual([]);
  });
  it('a licence that is not known, or none, is a fault', () => {
    const faults = faultsOf([...PACKAGES, made('strong', { licence: 'AGPL-3.0' }), made('silent', { licence: '' })], [], IMPORTED);
    expect(faults).toEqual(['strong 1.0.0: the licence AGPL-3.0 is not known as permissive', 'silent 1.0.0: the licence is not given']);
  });
  it("Microsoft's own terms are allowed for Microsoft's library alone", () => {
    expect(faultsOf([made('@microsoft/office-js', { licence: 'LICENSE' })], [], IMPORTED)).toEqual([]);
    expect(faultsOf([made('other', { licence: 'LICENSE' })], [], IMPORTED)).toHaveLength(1);
  });
  it('an install script is a fault', () => {
    expect(faultsOf([made('builder', { installs: ['postinstall'] })], [], IMPORTED)).toEqual(['builder 1.0.0 has an install script, postinstall']);
  });
  it('a dependency that no page holds, or that nothing of ours asks for, is a fault', () => {
    expect(faultsOf(PACKAGES, ['grid', 'forgotten', 'inner'], IMPORTED)).toEqual([
      'no page holds forgotten, a dependency of package.json',
      'nothing of ours asks for inner, a dependency of package.json',
    ]);
  });

  it('says why a package is there', () => {
    expect(['grid', 'sorter', 'inner'].map((name) => reasonOf(name, PACKAGES, IMPORTED))).toEqual(['our sources', 'demanded by grid', 'came with another']);
  });
  it('finds the packages a source imports', () => {
    const source = `import a from 'grid/parts';\nimport type { B } from '@scope/pack/deep';\nimport('later');\nimport './own';\nimport x from '../other';`;
    expect(importsOf(source)).toEqual(['grid', '@scope/pack', 'later']);
  });
});
