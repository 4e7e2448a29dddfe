// node wasm.mjs BUILD TEXTS: megabytes a second through the whole pipeline in Chromium, by rules and by the model.
// TEXTS is a file of JSON Lines with `text`, or a folder of texts.
import fs from "node:fs";
import path from "node:path";
import { launch } from "../lib/chromium.mjs";
import { serve } from "../lib/server.mjs";

const SIZE = 10e6;
const RUNS = 5;
const [build, source] = process.argv.slice(2);

const texts = fs.statSync(source).isDirectory()
  ? fs.readdirSync(source).filter(name => name.endsWith(".txt")).map(name => fs.readFileSync(path.join(source, name), "utf8"))
  : fs.readFileSync(source, "utf8").trim().split("\n").map(line => JSON.parse(line).text);
fs.writeFileSync(path.join(build, "texts.json"), JSON.stringify(texts));
fs.writeFileSync(path.join(build, "index.html"), "<!doctype html><title>Benchmark</title>");

const browser = await launch();
const server = await serve(build);
const page = await browser.context.newPage();
page.setDefaultTimeout(600_000);
await page.goto(server.url);
for (const byModel of [false, true]) {
  const { best, total, documents, quotations } = await page.evaluate(async ([size, runs, byModel]) => {
    const { default: start, read } = await import("./readout_bench.js");
    await start();
    const texts = await (await fetch("texts.json")).json();
    const repeated = [];
    let total = 0;
    while (total < size) {
      const text = texts[repeated.length % texts.length];
      repeated.push(text);
      total += new TextEncoder().encode(text).length;
    }
    let best = Infinity, quotations;
    for (let run = 0; run < runs; run++) {
      const begin = performance.now();
      quotations = read(repeated, byModel);
      best = Math.min(best, performance.now() - begin);
    }
    return { best, total, documents: repeated.length, quotations };
  }, [SIZE, RUNS, byModel]);
  console.log(`by ${byModel ? "the model" : "rules"}: ${(total / 1e6).toFixed(1)} MB in ${documents} documents, `
    + `${quotations} quotations: ${(best / 1e3).toFixed(3)} s, ${(total / 1e3 / best).toFixed(1)} MB/s (best of ${RUNS})`);
}
await browser.close();
await server.close();
