/**
 * A static file server for dist: this machine only, no dependency. `node scripts/serve.mjs FOLDER [--port N]` prints its address.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff2': 'font/woff2',
};
const HASHED = /\.[0-9a-f]{8}\.\w+$/;

/** The file behind a request, or null when there is none inside root. */
async function fileOf(root, url) {
  const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const file = path.join(root, name.endsWith('/') ? `${name}workbench.html` : name);
  if (!file.startsWith(root + path.sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}

async function answer(root, request, response) {
  const file = await fileOf(root, request.url ?? '/').catch(() => null);
  if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Cache-Control': HASHED.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server.address().port));
  });

/** Serves a folder on localhost, on `port` when it is free, else on any free one. Returns the address, the port and the server. */
export async function serve(folder, port = 0) {
  const root = path.resolve(folder);
  const make = () => http.createServer((request, response) => void answer(root, request, response));
  let server = make();
  const taken = (error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    server = make();
    return listen(server, 0);
  };
  const used = await listen(server, port).catch(taken);
  return { address: `http://localhost:${used}/`, port: used, server };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--port');
  const { address } = await serve(process.argv[2] ?? 'dist', at > 0 ? Number(process.argv[at + 1]) : 0);
  console.log(address);
}
