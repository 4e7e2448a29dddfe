// Offline after the first visit, and from one version to the next without a mixed state.
import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { open, there, until } from "./lib/app.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { dist } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

/** Runs in the page: until a version is kept whole. */
const kept = async () => Boolean((await navigator.serviceWorker.getRegistration())?.active);
/** Runs in the page: until the next version is kept too, and waits. */
const waits = async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting);
/** Runs in the page: which version each part of it is from. */
const parts = () => ({
  page: "next" in document.documentElement.dataset ? "next" : "first",
  script: globalThis.nextVersion ? "next" : "first",
});

const FIRST = { page: "first", script: "first" };
const NEXT = { page: "next", script: "next" };
const sha256 = bytes => `sha256-${crypto.createHash("sha256").update(bytes).digest("base64")}`;

/** A later version of the build: other contents under other names, as a new build would give them. */
function nextVersion() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "readout-next-"));
  const renamed = text => text.replaceAll(/((?:readout-app|[a-z]+)-)([0-9a-f]{8,16})/g, "$1f$2");
  const additions = { js: "\nglobalThis.nextVersion = true;" };
  for (const name of fs.readdirSync(dist)) {
    const kind = path.extname(name).slice(1);
    let body = fs.readFileSync(path.join(dist, name));
    if (kind === "html" || name === "sw.js") body = renamed(body.toString());
    if (kind in additions && name !== "sw.js") body = Buffer.concat([body, Buffer.from(additions[kind])]);
    fs.writeFileSync(path.join(folder, renamed(name)), body);
  }
  const page = path.join(folder, "index.html");
  let html = fs.readFileSync(page, "utf8").replace("<html", "<html data-next").replaceAll(/ integrity=\S+/g, "");
  const hashes = [...html.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(match => `'${sha256(match[1])}'`);
  html = html.replace(/('wasm-unsafe-eval')[^;]*/, `$1 ${hashes.join(" ")}`);
  fs.writeFileSync(page, html);
  const worker = path.join(folder, "sw.js");
  const script = fs.readFileSync(worker, "utf8").replaceAll(/\["([^"]+)", "sha256-[^"]+"\]/g, (_, name) =>
    JSON.stringify([name, sha256(fs.readFileSync(path.join(folder, name === "./" ? "index.html" : name)))]));
  fs.writeFileSync(worker, script.replace(/("readout " \+ ").*?"/, `$1${sha256(script)}"`));
  return folder;
}

const DRIVERS = {
  Chromium: { launch: chromium.launch, newPage: async browser => (await chromium.newPage(browser.context)).page },
  Firefox: { launch: firefox.launch, newPage: async browser => (await firefox.newPage(browser.browser)).page },
};

for (const [name, driver] of Object.entries(DRIVERS))
  describe(`in ${name}`, () => {
    let browser, next;
    before(async () => {
      browser = await driver.launch();
      next = nextVersion();
    });
    after(async () => {
      await browser.close();
      fs.rmSync(next, { recursive: true });
    });
    async function reload(page) {
      await page.reload();
      await there(page);
    }
    /** Loads the page again until it is the next version. */
    async function reloadIntoNext(page) {
      const isNext = () => "next" in document.documentElement.dataset;
      // The worker starts the load anew, which a driver may call a load broken off.
      const load = () => page.reload().catch(() => {});
      await load();
      // A browser that still counts the page that goes away among the open ones lets it in one load later.
      await until(page, isNext, { seconds: 8 }).catch(load);
      await until(page, isNext);
      await there(page);
    }
    /** Serves the first version until the test is over, however it ends. */
    async function serveFor(test, base) {
      const server = await serve(dist, base);
      test.after(server.close);
      return server;
    }

    test("the server is gone: the page still opens", async t => {
      const server = await serveFor(t, "/a/");
      const page = await driver.newPage(browser);
      await open(page, server.url);
      await until(page, kept);
      await server.close();
      await reload(page);
      await reload(page);
      await page.goto(`${server.url}index.html`);
      await there(page);
      await page.close();
    });

    test("no service worker is to be had: the page works all the same", async t => {
      const bare = fs.mkdtempSync(path.join(os.tmpdir(), "readout-bare-"));
      t.after(() => fs.rmSync(bare, { recursive: true }));
      fs.cpSync(dist, bare, { recursive: true });
      fs.rmSync(path.join(bare, "sw.js"));
      const server = await serveFor(t, "/f/");
      server.folder = bare;
      const page = await driver.newPage(browser);
      await open(page, server.url);
      assert.ok(await page.evaluate(() => document.getElementById("fault").hidden));
      await page.close();
    });

    test("a new version replaces the old one whole", async t => {
      const server = await serveFor(t, "/b/");
      const page = await driver.newPage(browser);
      await page.goto(`${server.url}icon.svg`);
      await page.evaluate(() => caches.open("readout of long ago"));
      await open(page, server.url);
      await until(page, kept);
      await reload(page);
      assert.deepEqual(await page.evaluate(parts), FIRST);

      server.folder = next;
      await reload(page);
      assert.deepEqual(await page.evaluate(parts), FIRST, "the first load after the change is the old version");
      await until(page, waits);
      await reloadIntoNext(page);
      assert.deepEqual(await page.evaluate(parts), NEXT, "the second is the new one");

      await server.close();
      await reload(page);
      assert.deepEqual(await page.evaluate(parts), NEXT, "which opens without the server too");
      const versions = await page.evaluate(() => caches.keys());
      assert.equal(versions.length, 2, "the one before stays");
      assert.ok(!versions.includes("readout of long ago"), "those before it are gone");
      await page.close();
    });

    test("a second window keeps the old version while it is open", async t => {
      const server = await serveFor(t, "/c/");
      const page = await driver.newPage(browser);
      await open(page, server.url);
      await until(page, kept);
      await reload(page);
      const other = await driver.newPage(browser);
      await open(other, server.url);

      server.folder = next;
      await reload(page);
      await until(page, waits);
      await reload(page);
      assert.deepEqual(await page.evaluate(parts), FIRST);
      assert.deepEqual(await other.evaluate(parts), FIRST);

      await other.close();
      await reloadIntoNext(page);
      assert.deepEqual(await page.evaluate(parts), NEXT);
      await page.close();
    });

    test("a window of the old version still gets its files when a new one opens", async t => {
      const server = await serveFor(t, "/e/");
      const page = await driver.newPage(browser);
      await open(page, server.url);
      await until(page, kept);
      await reload(page);
      server.folder = next;
      await reload(page);
      await until(page, waits);
      const other = await driver.newPage(browser);
      await open(other, server.url);
      const found = await page.evaluate(async () =>
        (await fetch(document.querySelector("meta[name=weights]").content)).ok);
      assert.deepEqual([found, await page.evaluate(parts)], [true, FIRST]);
      await other.close();
      await page.close();
    });

    test("a version that arrives mixed is not kept", async t => {
      const mixed = fs.mkdtempSync(path.join(os.tmpdir(), "readout-mixed-"));
      fs.cpSync(next, mixed, { recursive: true });
      fs.cpSync(path.join(dist, "index.html"), path.join(mixed, "index.html"));
      const server = await serveFor(t, "/d/");
      const page = await driver.newPage(browser);
      await open(page, server.url);
      await until(page, kept);
      server.folder = mixed;
      await reload(page);
      const outcome = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update().catch(() => {});
        for (let i = 0; i < 50 && registration.installing; i++) await new Promise(done => setTimeout(done, 100));
        return { waiting: Boolean(registration.waiting), installing: Boolean(registration.installing) };
      });
      assert.deepEqual(outcome, { waiting: false, installing: false });
      await reload(page);
      assert.deepEqual(await page.evaluate(parts), FIRST);
      await page.close();
      fs.rmSync(mixed, { recursive: true });
    });
  });
