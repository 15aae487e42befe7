/**
 * Three pages: the pane and the command page for Excel, and the workbench. The workbench alone carries the embedded Excel and, unmodified,
 * Microsoft's client library. `--env harness` builds the pane on a hand-made session instead, into .tmp/harness.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
// webpack's own minimizer, here with swc: a third of the time of its default.
const Minimizer = require('minimizer-webpack-plugin');
const { ThirdPartyPlugin } = require('./scripts/third-party.cjs');

const home = __dirname;

const MICROSOFT = 'https://appsforoffice.microsoft.com';
const OFFICE_JS = `${MICROSOFT}/lib/1/hosted/office.js`;
const CLIENT = 'excel-web-16.00.js';

/**
 * Nothing may be fetched from, or sent to, anywhere but the page's own origin; styles are inline because Fluent writes them so. The workbench
 * loads Microsoft's client itself, once its worker stands.
 */
function contentSecurityPolicy(scripts) {
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
const IN_EXCEL = { csp: contentSecurityPolicy(["'self'", MICROSOFT]), libraries: [OFFICE_JS] };
const WORKBENCH = { csp: contentSecurityPolicy(["'self'", "'wasm-unsafe-eval'"]), libraries: [] };
const HARNESS = { csp: contentSecurityPolicy(["'self'"]), libraries: [] };

const page = (chunk, template, parameters) =>
  new HtmlPlugin({ filename: `${chunk}.html`, template, chunks: [chunk], templateParameters: parameters, scriptLoading: 'defer', minify: false });

/**
 * The workbench works offline once loaded: its service worker keeps the files that it and its workers are made of. It is written last, since it
 * names them all.
 */
class ServiceWorkerPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('service worker', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'service worker', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const names = Object.keys(compilation.assets).filter((name) => /\.(js|wasm|css|html|webmanifest|xlsx|woff2)$|-(192|512)\.png$/.test(name));
        const files = names.filter((name) => !/^(taskpane|commands)[.]/.test(name)).sort();
        const version = compilation.fullHash;
        const source = readFileSync(path.resolve(home, 'src/workbench/serviceWorker.js'), 'utf8');
        const text = source.replace('/* FILES */ []', JSON.stringify(files)).replace("/* VERSION */ ''", JSON.stringify(version));
        compilation.emitAsset('service-worker.js', new sources.RawSource(text));
      });
    });
  }
}

const pages = {
  entry: { taskpane: './src/taskpane/main.tsx', commands: './src/commands/commands.ts', workbench: './src/workbench/main.tsx' },
  plugins: [
    page('taskpane', 'src/taskpane/taskpane.html', IN_EXCEL),
    page('commands', 'src/taskpane/commands.html', IN_EXCEL),
    page('workbench', 'src/workbench/workbench.html', WORKBENCH),
    new ServiceWorkerPlugin(),
    new ThirdPartyPlugin(['node_modules/@microsoft/office-js']),
    new CopyPlugin({
      patterns: [
        { from: `node_modules/@microsoft/office-js/dist/${CLIENT}`, to: CLIENT, info: { minimized: true } },
        { from: 'assets', to: 'assets', noErrorOnMissing: true },
        { from: 'manifest.xml', to: 'manifest.xml', noErrorOnMissing: true },
      ],
    }),
  ],
  output: 'dist',
};
const harness = {
  entry: { harness: './test/taskpane/harness.tsx' },
  plugins: [page('harness', 'src/taskpane/taskpane.html', HARNESS)],
  output: '.tmp/harness',
};

const swc = {
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
};

module.exports = (env, { mode }) => {
  const chosen = env.harness ? harness : pages;
  return {
    context: home,
    entry: chosen.entry,
    output: {
      path: path.resolve(home, chosen.output),
      filename: '[name].[contenthash:8].js',
      assetModuleFilename: '[name].[contenthash:8][ext]',
      publicPath: 'auto',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: swc } },
        // The grid's editor comes with the grid: fetched at the first key, it would open late.
        { test: /glide-data-grid[\\/]dist[\\/]esm[\\/]data-editor[\\/][^.]+\.js$/, parser: { dynamicImportMode: 'eager' } },
      ],
    },
    plugins: chosen.plugins,
    experiments: { css: true },
    cache: { type: 'filesystem', buildDependencies: { config: [__filename] } },
    // Shared modules of the two pages are kept apart, so that a page loads only what it needs; workers keep theirs whole.
    optimization: {
      minimizer: [new Minimizer({ minify: Minimizer.swcMinify, extractComments: true })],
      splitChunks: { chunks: (chunk) => chunk.name === 'taskpane' || chunk.name === 'workbench' },
    },
    // Source maps are not published: they would carry the sources to every workstation for nothing.
    devtool: mode === 'production' ? false : 'source-map',
    performance: { hints: false },
    stats: 'errors-warnings',
  };
};
