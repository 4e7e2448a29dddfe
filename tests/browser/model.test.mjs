// The rules' readings are shown first; the model's take their place when its weights are there.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { found, open, settled, until } from "./lib/app.mjs";
import * as chromium from "./lib/chromium.mjs";
import { counts } from "./lib/cli.mjs";
import { dist } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

const WEIGHTS = /\/attribution-[0-9a-f]{16}\.bin$/;

/** Runs in the page. */
const reading = () => document.documentElement.classList.contains("live") && document.querySelector(".foot").dataset.reading;

/** Runs in the page: the words of the first card that is wholly in the window, and where it stands. */
const firstCard = () => {
  const bar = document.querySelector(".top").getBoundingClientRect().bottom;
  const card = [...document.querySelectorAll("article")].find(card => card.getBoundingClientRect().top >= bar);
  return { words: card.innerText, top: card.getBoundingClientRect().top };
};

describe("the learned model", () => {
  // Each test visits for the first time: an offline copy would bring the weights.
  let browser, server;
  before(async () => { browser = await chromium.launch(); });
  beforeEach(async () => { server = await serve(dist); });
  afterEach(() => server.close());
  after(() => browser.close());

  test("its readings replace the rules' without a jump", async () => {
    const { page, log } = await chromium.newPage(browser.context);
    let release;
    const held = new Promise(done => { release = done; });
    await page.route(WEIGHTS, async route => {
      await held;
      await route.continue();
    });
    await page.goto(`${server.url}#/quotes?sort=document`);
    await page.waitForFunction(reading);
    assert.equal(await page.evaluate(reading), "preliminary");
    assert.deepEqual(await found(page), { found: counts("", "--rules").found, total: counts("", "--rules").total });
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 4000);
    await until(page, () => scrollY > 3000);
    await settled(page);
    const seen = await page.evaluate(firstCard);
    release();
    await until(page, () => document.querySelector(".foot").dataset.reading === "model");
    await settled(page);
    const now = await page.evaluate(firstCard);
    assert.equal(now.words, seen.words);
    assert.ok(Math.abs(now.top - seen.top) < 2, `the card moved from ${seen.top} to ${now.top}`);
    assert.equal((await found(page)).found, counts("").found);
    chromium.assertClean(log, server.url);
    await page.close();
  });

  test("what is done after it names the model's readings", async () => {
    const { page } = await chromium.newPage(browser.context);
    await open(page, server.url);
    const cards = page.locator("article.q");
    for (const row of [0, 3, 6]) {
      await cards.nth(row).click();
      await until(page, () => document.querySelectorAll("article[aria-current]").length === 1);
      assert.equal(await cards.nth(row).getAttribute("aria-current"), "true");
      assert.match(await page.locator(".evidence").innerText(), new RegExp(`^Evidence\\s+‹\\s+${row + 1} of `));
    }
    await page.close();
  });

  test("without its weights the rules' readings stay, and the page says so", async () => {
    const { page } = await chromium.newPage(browser.context);
    await page.route(WEIGHTS, route => route.abort());
    await page.goto(server.url);
    await until(page, () => document.querySelector(".foot")?.dataset.reading === "rules");
    assert.match(await page.locator(".foot").innerText(), /Read by rules: the learned model could not be loaded/);
    assert.equal((await found(page)).found, counts("", "--rules").found);
    await page.close();
  });
});
