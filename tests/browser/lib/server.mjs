// A static server as one would rent: files and their types, nothing else.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = {
  css: "text/css", html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json",
  svg: "image/svg+xml", wasm: "application/wasm", webmanifest: "application/manifest+json",
};

/** Serves `folder` under `base`. `server.folder` may be exchanged while it runs. With `brotli`, compressed. */
export async function serve(folder, base = "/", { brotli = false } = {}) {
  const compressed = new Map();
  const compress = file => {
    if (!compressed.has(file)) compressed.set(file, zlib.brotliCompressSync(fs.readFileSync(file)));
    return compressed.get(file);
  };
  const server = { folder, close };
  const listener = http.createServer((request, response) => {
    const url = decodeURIComponent(request.url.split("?")[0]);
    const name = url.endsWith("/") ? `${url}index.html` : url;
    const file = path.resolve(server.folder, name.slice(base.length));
    const within = name.startsWith(base) && file.startsWith(path.resolve(server.folder) + path.sep);
    if (!within || !fs.existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[path.extname(file).slice(1)] ?? "application/octet-stream";
    if (brotli) {
      response.writeHead(200, { "content-type": type, "content-encoding": "br" });
      return response.end(compress(file));
    }
    response.writeHead(200, { "content-type": type });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise(done => listener.listen(0, "127.0.0.1", done));
  server.url = `http://127.0.0.1:${listener.address().port}${base}`;
  function close() {
    listener.closeAllConnections();
    return new Promise(done => listener.close(done));
  }
  return server;
}
