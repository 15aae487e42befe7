/**
 * Keeps the workbench's own files for offline use. The build fills in the list and its version. Files with a hash in their name never change, so
 * the kept one answers; all others are asked for first and the kept one answers when there is no network. Nothing else is ever kept or fetched.
 */
const FILES = /* FILES */ [];
const VERSION = /* VERSION */ '';
const CACHE = `workbench-${VERSION}`;
const HASHED = /\.[0-9a-f]{8}\.\w+$/;
const KEPT = new Set(FILES.map((file) => new URL(file, self.registration.scope).href));

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('workbench-') && name !== CACHE);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  address.search = '';
  address.hash = '';
  if (address.href === self.registration.scope) address.pathname += 'workbench.html';
  if (event.request.method !== 'GET' || !KEPT.has(address.href)) return;
  event.respondWith(HASHED.test(address.pathname) ? kept(address.href, event.request) : fresh(address.href, event.request));
});

async function kept(href, request) {
  const found = await caches.match(href);
  return found ?? fetch(request);
}

async function fresh(href, request) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await caches.match(href);
    if (found) return found;
    throw error;
  }
}
