// The first screen stands in the page before the program is there.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { found, there } from "./lib/app.mjs";
import * as chromium from "./lib/chromium.mjs";
import { counts } from "./lib/cli.mjs";
import { dist } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

/** Holds the program back, or what else is named, until it is let go. */
async function hold(page, what = /_bg\.wasm$/) {
  let release;
  const held = new Promise(done => { release = done; });
  await page.route(what, async route => {
    await held;
    await route.continue();
  });
  return release;
}

describe("before the program is there", () => {
  let browser, server;
  before(async () => { browser = await chromium.launch(); });
  beforeEach(async () => { server = await serve(dist); });
  afterEach(() => server.close());
  after(() => browser.close());

  test("the wall shows its first quotations and all counts, and the program changes nothing of it", async () => {
    const { page } = await chromium.newPage(browser.context);
    const release = await hold(page);
    await page.goto(server.url);
    const screen = () => page.locator(".cols").innerText();
    const early = await screen();
    assert.equal((await found(page)).found, counts("").found);
    assert.ok(await page.locator("article.q").count() >= 3);
    release();
    await there(page);
    // Below the window there may be more cards or fewer.
    assert.equal((await screen()).slice(0, 1000), early.slice(0, 1000));
    await page.close();
  });

  test("an address that asks for another screen does not show this one", async () => {
    const { page } = await chromium.newPage(browser.context);
    const release = await hold(page);
    await page.goto(`${server.url}#/graph`);
    assert.equal(await page.locator(".cols").isVisible(), false);
    release();
    await there(page);
    assert.equal(await page.locator(".cols").isVisible(), true);
    await page.close();
  });

  for (const [what, press, came] of [
    ["a filter", page => page.locator(".facet li button").first().click(), () => document.querySelector(".chips")],
    ["a card", page => page.locator("article.q .meta").nth(1).click(), () => location.hash.includes("sel=q:")],
    ["a view", page => page.locator(".tabs a").nth(1).click(), () => location.hash.startsWith("#/graph")],
    ["the search box", page => page.locator("#search").click(), () => document.activeElement.id === "search"],
    ["a key", page => page.keyboard.press("j"), () => location.hash.includes("sel=q:")],
    ["the search's key", page => page.keyboard.press("/"), () => document.activeElement.id === "search"],
  ]) {
    test(`the first press is not lost while the weights are on their way: ${what}`, async () => {
      const { page } = await chromium.newPage(browser.context);
      const release = await hold(page, /\.bin$/);
      const asked = page.waitForRequest(/\.bin$/);
      await page.goto(server.url);
      await asked;
      await press(page);
      await page.waitForFunction(came);
      await page.waitForFunction(() => document.documentElement.classList.contains("live"));
      release();
      await there(page);
      assert.ok(await page.evaluate(came));
      await page.close();
    });
  }

  test("the reader's own dark is there with the first paint", async () => {
    const { page } = await chromium.newPage(browser.context);
    await page.addInitScript(() => localStorage.setItem("readout.theme", "dark"));
    await hold(page);
    await page.goto(server.url);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.close();
  });
});
