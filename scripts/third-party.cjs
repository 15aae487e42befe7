/**
 * Writes third-party.json beside the pages: each package that goes into them, with version, licence and the licence's own text, which most
 * licences ask to be handed on with copies. `npm run licences` judges the list.
 */
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const FILE = 'third-party.json';

/** The folder of the package a file belongs to, '' for a file of ours. */
function packageFolder(file) {
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  return at < 0 ? '' : parts.slice(0, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join('/');
}

/** All files that modules are made of, those merged into one scope too. */
function filesOf(modules) {
  return [...modules].flatMap((module) => (module.modules ? filesOf(module.modules) : module.resource ? [module.resource.split('?')[0]] : []));
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8');
}

function entryOf(folder) {
  const { name, version, license, scripts = {}, peerDependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const installs = ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts);
  return { name, version, licence: license ?? '', peers: Object.keys(peerDependencies), installs, text: licenceText(folder) };
}

class ThirdPartyPlugin {
  /** @param {readonly string[]} copied folders of packages whose files are copied as they are. */
  constructor(copied) {
    this.copied = copied;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('third party', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'third party', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const copied = this.copied.map((folder) => path.resolve(compiler.context, folder).split(path.sep).join('/'));
        const folders = new Set([...copied, ...filesOf(compilation.modules).map(packageFolder)]);
        folders.delete('');
        const entries = [...folders].sort().map(entryOf);
        compilation.emitAsset(FILE, new sources.RawSource(`${JSON.stringify(entries, null, 1)}\n`));
      });
    });
  }
}

module.exports = { ThirdPartyPlugin };
