// The graph: what one clicks opens its sentences, and those the reader.
import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { hash, open } from "./lib/app.mjs";
import { assertClean, launch, newPage } from "./lib/chromium.mjs";
import { counts } from "./lib/cli.mjs";
import { dist, pictures } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

let browser, server, page, log;
before(async () => {
  browser = await launch({ viewport: { width: 1400, height: 900 } });
  server = await serve(dist);
});
after(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  ({ page, log } = await newPage(browser.context));
  await open(page, `${server.url}#/graph`);
  await page.locator(".stage canvas").waitFor();
});
afterEach(async () => {
  assertClean(log, server.url);
  await page.close();
});

/** From the first sentence of the evidence into the reader, where its words are marked and in sight. */
async function readFirstSentence() {
  if (!await page.locator(".gev").count()) await page.locator(".grels button, .grels a").first().click();
  await page.locator(".gev .gh a").first().click();
  await page.waitForFunction(() => location.hash.startsWith("#/reader"));
  await page.waitForFunction(() => {
    const box = document.querySelector("main .z-at, main .z-sel")?.getBoundingClientRect();
    return box && box.top >= 0 && box.top < innerHeight;
  });
}

test("a click on a thing, then its evidence, then the reader; Back comes back", async () => {
  const canvas = page.locator(".stage canvas");
  const box = await canvas.boundingBox();
  const overSomething = () => canvas.evaluate(element => element.style.cursor === "pointer");
  search: for (let y = box.y + 20; y < box.y + box.height; y += 14)
    for (let x = box.x + 20; x < box.x + box.width; x += 14) {
      await page.mouse.move(x, y);
      if (!await overSomething()) continue;
      await page.mouse.click(x, y);
      break search;
    }
  await page.waitForFunction(() => location.hash.includes("sel="));
  await page.screenshot({ path: path.join(pictures, "graph-chosen.png") });
  await readFirstSentence();
  await page.screenshot({ path: path.join(pictures, "graph-to-reader.png") });
  await page.goBack();
  await page.waitForFunction(() => location.hash.startsWith("#/graph"));
});

test("by keyboard: arrows move between things, Enter chooses", async () => {
  await page.locator(".stage").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("sel="));
  await readFirstSentence();
});

test("the table has the same content", async () => {
  await page.getByRole("link", { name: "All", exact: true }).first().click();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.locator(".gtables table").first().waitFor();
  const names = await page.locator(".gtables tbody th").allInnerTexts();
  assert.ok(names.length > 0);
  const speakers = counts("").facets.speaker.filter(value => value.count > 0).map(value => value.label);
  const named = speakers.filter(speaker => names.some(name => name.includes(speaker)));
  assert.ok(named.length > 0, `${names} name none of ${speakers}`);
  assert.match(await hash(page), /^#\/graph/);
  await page.screenshot({ path: path.join(pictures, "graph-table.png") });
});
