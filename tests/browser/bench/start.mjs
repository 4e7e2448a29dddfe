// Until the page is there, from an empty cache, with a processor four times slower: first paint, and the first
// screen of quotations with their counts, and until it answers. Beside a plain React page of the same quotations, in the same run.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { launch } from "../lib/chromium.mjs";
import { dist, root } from "../lib/paths.mjs";
import { serve } from "../lib/server.mjs";

const RUNS = 5;
const NETWORKS = {
  "loopback": null,
  "1.6 Mbit/s, 150 ms": { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 },
};

/** The React page, built as one would for production. */
async function react() {
  const folder = path.join(root, "target/bench/react");
  fs.mkdirSync(folder, { recursive: true });
  const program = process.env.READOUT_CLI ?? path.join(root, "target/debug/readout");
  const lines = execFileSync(program, ["extract", "--format", "jsonl", "seeds"], { cwd: root, encoding: "utf8" });
  const quotations = JSON.stringify(lines.trim().split("\n").filter(Boolean).map(line => JSON.parse(line)));
  await build({
    entryPoints: [path.join(import.meta.dirname, "react.jsx")], outfile: path.join(folder, "page.js"),
    bundle: true, minify: true, format: "esm", jsx: "automatic", define: { "process.env.NODE_ENV": "\"production\"" },
    plugins: [{
      name: "quotations",
      setup(build) {
        build.onResolve({ filter: /^quotations$/ }, () => ({ path: "quotations", namespace: "readout" }));
        build.onLoad({ filter: /.*/, namespace: "readout" }, () => ({ contents: quotations, loader: "json" }));
      },
    }],
  });
  fs.writeFileSync(path.join(folder, "index.html"),
    "<!doctype html><html lang=en><meta charset=utf-8><title>React</title><body><div id=root></div><script type=module src=page.js></script>");
  return folder;
}

/** One visit by a browser that was never there. */
async function visit(browser, url, network) {
  const context = await browser.context.browser().newContext({ viewport: { width: 1400, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  if (network) await devtools.send("Network.emulateNetworkConditions", network);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { globalThis.shift += entry.value; }))
      .observe({ type: "layout-shift", buffered: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector("article.q") || globalThis.firstScreen) return;
      observer.disconnect();
      // Painted with the next frame, which is over when the one after it begins.
      requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.firstScreen = performance.now(); }));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.firstScreen, null, { timeout: 60_000 });
  // Readout says when the program is there; what React draws answers at once.
  await page.waitForFunction(() => document.documentElement.classList.contains("live") || document.title === "React");
  const figures = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    screen: globalThis.firstScreen, answers: document.title === "React" ? globalThis.firstScreen : performance.now(), shift: globalThis.shift,
  }));
  await context.close();
  return figures;
}

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await launch();
console.log(`${"".padEnd(34)}${"first paint".padStart(12)}${"first screen".padStart(14)}${"answers".padStart(12)}${"layout shift".padStart(14)}`);
for (const [network, conditions] of Object.entries(NETWORKS))
  for (const [name, folder] of [["Readout", dist], ["plain React", await react()]]) {
    const server = await serve(folder, "/", { brotli: true });
    const visits = [];
    for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, server.url, conditions));
    const of = key => median(visits.map(figures => figures[key]));
    console.log(`${network}, ${name}`.padEnd(34) + `${of("paint").toFixed(0)} ms`.padStart(12)
      + `${of("screen").toFixed(0)} ms`.padStart(14) + `${of("answers").toFixed(0)} ms`.padStart(12) + of("shift").toFixed(3).padStart(14));
    await server.close();
  }
await browser.close();
