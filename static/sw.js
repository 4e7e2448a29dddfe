// Keeps the page for offline use. The build fills in the version and the list of files with their hashes.
//
// No mixed state: a version is kept whole under its own name or not at all (the hashes see to it), and what a
// page asks for bears the hash of its contents. A new version waits until one page at most shows the old one; the
// next load lets it in and starts anew. The old one stays until the version after that: the page that shows it may
// not have asked for all of its files.
const NAME = "readout " + "VERSION";
const FILES = ["FILES"];

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { integrity, cache: "no-cache" })));
}

async function forgetAllButTheLast() {
  const others = (await caches.keys()).filter(name => name.startsWith("readout ") && name !== NAME);
  await Promise.all(others.slice(0, -1).map(name => caches.delete(name)));
}

async function answer(request) {
  const { waiting } = self.registration;
  if (request.mode === "navigate" && waiting && (await self.clients.matchAll()).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { "content-type": "text/html", refresh: "0" } });
  }
  const how = { ignoreSearch: true, ignoreVary: true };
  const cache = await caches.open(NAME);
  const page = request.mode === "navigate" && new URL(request.url).pathname.endsWith("/index.html");
  return (await cache.match(page ? "./" : request, how)) ?? (await caches.match(request, how)) ?? fetch(request);
}

self.addEventListener("install", event => event.waitUntil(keep()));
self.addEventListener("activate", event => event.waitUntil(forgetAllButTheLast()));
self.addEventListener("message", event => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", event => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});
