// The three ways to run: on a server under any path, from a disk, and each without a request to elsewhere.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { open } from "./lib/app.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { dist, pictures, singleFile } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

describe("in Chromium", () => {
  let browser;
  before(async () => { browser = await chromium.launch(); });
  after(() => browser.close());

  for (const base of ["/", "/a/b/"])
    test(`served under ${base}`, async () => {
      const server = await serve(dist, base);
      const { page, log } = await chromium.newPage(browser.context);
      await open(page, server.url);
      chromium.assertClean(log, server.url);
      await page.close();
      await server.close();
    });

  test("one file, from a disk", async () => {
    const { page, log } = await chromium.newPage(browser.context);
    await open(page, singleFile);
    chromium.assertClean(log, singleFile);
    await page.screenshot({ path: path.join(pictures, "single-file.png") });
    await page.close();
  });

  test("no inline script runs but those that were built in", async () => {
    const server = await serve(dist);
    for (const url of [server.url, singleFile]) {
      const { page, log } = await chromium.newPage(browser.context);
      await open(page, url);
      await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "globalThis.intruded = true";
        document.body.append(script);
        const image = document.createElement("img");
        image.setAttribute("onerror", "globalThis.intruded = true");
        image.src = "data:image/png,";
        document.body.append(image);
      });
      await page.waitForTimeout(200);
      assert.equal(await page.evaluate(() => globalThis.intruded), undefined);
      assert.ok(log.errors.some(text => text.includes("policy: script-src")), "the policy says that it refused");
      await page.close();
    }
    await server.close();
  });

  test("nothing can be fetched from elsewhere", async () => {
    const server = await serve(dist);
    for (const url of [server.url, singleFile]) {
      const { page } = await chromium.newPage(browser.context);
      await open(page, url);
      const reason = await page.evaluate(() => new Promise(done => {
        addEventListener("securitypolicyviolation", event => done(event.effectiveDirective), { once: true });
        fetch("http://127.0.0.1:9/").catch(() => {});
      }));
      assert.equal(reason, "connect-src");
      await page.close();
    }
    await server.close();
  });
});

describe("in Firefox", () => {
  let browser;
  before(async () => { browser = await firefox.launch(); });
  after(() => browser.close());

  test("served under /a/b/", async () => {
    const server = await serve(dist, "/a/b/");
    const { page, log } = await firefox.newPage(browser.browser);
    await open(page, server.url);
    chromium.assertClean(log, server.url);
    await page.close();
    await server.close();
  });

  test("one file, from a disk", async () => {
    const { page, log } = await firefox.newPage(browser.browser);
    await open(page, singleFile);
    chromium.assertClean(log, singleFile);
    await page.screenshot({ path: path.join(pictures, "single-file-firefox.png") });
    await page.close();
  });

  test("the served copy, from a disk, says to open the one file", async () => {
    const { page } = await firefox.newPage(browser.browser);
    await page.goto(pathToFileURL(path.join(dist, "index.html")).href);
    await page.waitForFunction(() => /Open readout\.html instead/.test(document.querySelector("#fault").innerText));
    await page.close();
  });
});
