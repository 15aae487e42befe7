/**
 * Three pages: the pane and the command page for Excel, and the workbench. The workbench alone carries the embedded Excel and, unmodified,
 * Microsoft's client library. `--env harness` builds the pane on a hand-made session instead, into .tmp/harness.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
// webpack's own minimizer, here with swc: a third of the time of its default.
import Minimizer from 'minimizer-webpack-plugin';

const file = fileURLToPath(import.meta.url);
const home = path.dirname(file);

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

const pages = {
  entry: { taskpane: './src/taskpane/main.tsx', commands: './src/commands/commands.ts', workbench: './src/workbench/main.tsx' },
  plugins: [
    page('taskpane', 'src/taskpane/taskpane.html', IN_EXCEL),
    page('commands', 'src/taskpane/commands.html', IN_EXCEL),
    page('workbench', 'src/workbench/workbench.html', WORKBENCH),
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

export default (env, { mode }) => {
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
    module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: swc } }] },
    plugins: chosen.plugins,
    experiments: { css: true },
    cache: { type: 'filesystem', buildDependencies: { config: [file] } },
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
