// Keeps every file of this build and answers with it, network or none. The build fills in the list;
// a build with other files has another name, and what was kept under older names is dropped.
const files = [];
const name = "";

self.addEventListener("install", (event) => {
  const keep = async () => {
    const kept = await caches.open(name);
    await kept.addAll(files.map((file) => new Request(file, { cache: "reload" })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const drop = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((each) => each !== name).map((each) => caches.delete(each)));
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  const answer = async () => {
    const kept = await caches.match(request, {
      cacheName: name,
      ignoreSearch: true,
      // Hosts differ in what they say varies; the files of one build do not.
      ignoreVary: true,
    });
    return kept ?? fetch(request);
  };
  event.respondWith(answer());
});
