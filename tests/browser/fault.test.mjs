// What a reader is told where the page can't run.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { open, there } from "./lib/app.mjs";
import { launch, newPage } from "./lib/chromium.mjs";
import { dist, pictures, singleFile } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

/** What #fault says once it says something. */
async function told(page) {
  const fault = page.locator("#fault");
  await fault.waitFor({ state: "visible" });
  return fault.innerText();
}

describe("without JavaScript", () => {
  let browser, server;
  before(async () => {
    browser = await launch({ args: ["--blink-settings=scriptEnabled=false"] });
    server = await serve(dist);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  test("the page asks for it, in sight", async () => {
    for (const url of [server.url, singleFile]) {
      const { page } = await newPage(browser.context);
      await page.goto(url);
      const devtools = await browser.context.newCDPSession(page);
      const { nodes } = await devtools.send("Accessibility.getFullAXTree");
      const texts = nodes.filter(node => !node.ignored).map(node => node.name?.value ?? "");
      assert.ok(texts.some(text => text.includes("needs JavaScript")), texts.join("\n"));
    }
  });
});

describe("with JavaScript", () => {
  let browser, server, page;
  before(async () => {
    // A service worker would hide what the tests do to the files.
    browser = await launch({ serviceWorkers: "block" });
    server = await serve(dist);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  async function fresh(script) {
    ({ page } = await newPage(browser.context));
    if (script) await page.addInitScript(script);
    return page;
  }

  test("no WebAssembly", async () => {
    for (const url of [server.url, singleFile]) {
      await fresh(() => { delete globalThis.WebAssembly; });
      await page.goto(url);
      assert.match(await told(page), /does not run WebAssembly.*\n.*Open the page in Firefox/s);
      await page.screenshot({ path: path.join(pictures, "no-webassembly.png") });
    }
  });

  test("no DecompressionStream: the one file needs it", async () => {
    await fresh(() => { delete globalThis.DecompressionStream; });
    await page.goto(singleFile);
    assert.match(await told(page), /no DecompressionStream/);
  });

  test("no DecompressionStream: the served page does without", async () => {
    await fresh(() => { delete globalThis.DecompressionStream; });
    await open(page, server.url);
    assert.ok(await page.locator("#fault").isHidden());
  });

  test("a browser from before modules", async () => {
    await fresh(() => { delete HTMLScriptElement.prototype.noModule; });
    await page.goto(server.url);
    assert.match(await told(page), /too old/);
  });

  test("the served copy, from a disk", async () => {
    await fresh();
    await page.goto(pathToFileURL(path.join(dist, "index.html")).href);
    assert.match(await told(page), /Open readout\.html instead/);
  });

  for (const [name, kind] of [["the glue", "js"], ["the wasm", "wasm"]])
    test(`${name} does not arrive`, async () => {
      await fresh();
      await page.route(new RegExp(`readout-app-.*\\.${kind}$`), route => route.fulfill({ status: 404 }));
      await page.goto(server.url);
      assert.match(await told(page), /could not start/);
    });

  test("the wasm arrives broken", async () => {
    await fresh();
    const wasm = fs.readdirSync(dist).find(name => name.endsWith(".wasm"));
    await page.route(/\.wasm$/, route => {
      const body = fs.readFileSync(path.join(dist, wasm)).subarray(0, 5000);
      return route.fulfill({ contentType: "application/wasm", body });
    });
    await page.goto(server.url);
    assert.match(await told(page), /could not start/);
  });

  /** Runs in the page: a module whose one function, run at its start, is `unreachable`. */
  const trap = () => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))));
  };

  test("the core traps while the page runs", async () => {
    for (const url of [server.url, singleFile]) {
      await fresh();
      await open(page, `${url}#/quotes?q=missile`);
      assert.equal(await page.locator("#fault").getAttribute("data-reading"), null, "all reports are read");
      await page.evaluate(trap);
      const words = await told(page);
      assert.match(words, /has stopped.*\n.*Load the page again.*nothing is lost.*unreachable/s);
      assert.doesNotMatch(words, /while it read/);
      await page.screenshot({ path: path.join(pictures, "trap.png") });
      // What was chosen may be the cause: there is a way in without it.
      await page.getByRole("link", { name: "Start with a fresh view" }).click();
      await there(page);
      assert.equal(await page.evaluate(() => location.hash.includes("missile")), false);
      assert.ok(await page.locator("#fault").isHidden());
    }
  });

  test("the core traps while it reads a report", async () => {
    await fresh(() => {
      // What the program asks of the page once the first report's name stands there ends as a trap does.
      const { getElementById } = Document.prototype;
      let trapped = false;
      Document.prototype.getElementById = function (id) {
        const element = getElementById.call(this, id);
        if (!trapped && id === "fault" && element.hasAttribute("data-reading")) {
          trapped = true;
          throw new WebAssembly.RuntimeError("unreachable");
        }
        return element;
      };
    });
    await page.goto(`${server.url}#/graph`);
    const words = await told(page);
    const name = await page.locator("#fault").getAttribute("data-reading");
    assert.match(words, new RegExp(`could not start.*while it read the report “${name}”.*unreachable`, "s"));
  });

  test("what fails before the program is there and does not stop it is forgotten", async () => {
    await fresh(() => {
      addEventListener("DOMContentLoaded", () => Promise.reject(new Error("a visitor's extension")));
    });
    await open(page, server.url);
    assert.ok(await page.locator("#fault").isHidden());
    assert.equal(await page.locator("html.faulty").count(), 0);
  });

  test("an error that is no trap stops nothing", async () => {
    await fresh();
    await open(page, server.url);
    await page.evaluate(() => { setTimeout(() => { throw new Error("a visitor's extension"); }); });
    await page.waitForTimeout(200);
    assert.ok(await page.locator("#fault").isHidden());
  });
});
