// Keeps the page for offline use. The build fills in the version and the list of files with their hashes.
//
// No mixed state: a version is kept whole under its own name or not at all (the hashes see to it), and a page
// is served from one version for as long as it is open. A new version waits until no page shows the old one;
// when the only page left is loaded again, it is let in and the load starts anew.
const NAME = "readout " + "VERSION";
const FILES = ["FILES"];

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { integrity, cache: "no-cache" })));
}

async function forgetOthers() {
  const names = (await caches.keys()).filter(name => name.startsWith("readout ") && name !== NAME);
  await Promise.all(names.map(name => caches.delete(name)));
}

async function answer(request) {
  const { waiting } = self.registration;
  if (request.mode === "navigate" && waiting && (await self.clients.matchAll()).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { "content-type": "text/html", refresh: "0" } });
  }
  const cache = await caches.open(NAME);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", event => event.waitUntil(keep()));
self.addEventListener("activate", event => event.waitUntil(forgetOthers()));
self.addEventListener("message", event => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", event => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});
