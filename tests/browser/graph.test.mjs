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

const overSomething = () => page.locator(".stage canvas").evaluate(element => element.style.cursor === "pointer");

/** Puts the mouse on the first thing from the top of the picture. */
async function goToSomething() {
  const box = await page.locator(".stage canvas").boundingBox();
  for (let y = box.y + 20; y < box.y + box.height; y += 14)
    for (let x = box.x + 20; x < box.x + box.width; x += 14) {
      await page.mouse.move(x, y);
      if (await overSomething()) return { x, y };
    }
  assert.fail("the picture is empty");
}

test("a click on a thing, then its evidence, then the reader; Back comes back", async () => {
  const { x, y } = await goToSomething();
  await page.mouse.click(x, y);
  await page.waitForFunction(() => location.hash.includes("sel="));
  await page.screenshot({ path: path.join(pictures, "graph-chosen.png") });
  await readFirstSentence();
  await page.screenshot({ path: path.join(pictures, "graph-to-reader.png") });
  await page.goBack();
  await page.waitForFunction(() => location.hash.startsWith("#/graph"));
});

test("a thing goes where it is dragged", async () => {
  const { x, y } = await goToSomething();
  await page.mouse.down();
  await page.mouse.move(x + 90, y + 70, { steps: 6 });
  await page.mouse.up();
  await page.mouse.move(x, y);
  await page.waitForFunction(() => document.querySelector(".stage canvas").style.cursor !== "pointer");
  await page.mouse.move(x + 90, y + 70);
  await page.waitForFunction(() => document.querySelector(".stage canvas").style.cursor === "pointer");
  assert.doesNotMatch(await hash(page), /sel=/);
});

test("the wheel brings nearer, the ground moves the picture, Fit brings all back", async () => {
  const picture = () => page.locator(".stage canvas").evaluate(canvas => canvas.toDataURL());
  const becomes = (picture, same) => page.waitForFunction(([picture, same]) =>
    (document.querySelector(".stage canvas").toDataURL() === picture) === same, [picture, same]);
  const box = await page.locator(".stage canvas").boundingBox();
  const fit = page.getByRole("button", { name: "Fit" });
  await fit.click();
  await page.mouse.move(box.x + 5, box.y + 5);
  const whole = await picture();
  await page.mouse.wheel(0, -300);
  await becomes(whole, false);
  const near = await picture();
  await page.mouse.down();
  await page.mouse.move(box.x + 65, box.y + 45, { steps: 6 });
  await page.mouse.up();
  await becomes(near, false);
  await fit.click();
  await page.mouse.move(box.x + 5, box.y + 5);
  await becomes(whole, true);
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
  const speakers = counts("").facets.speaker.filter(value => value.count > 0).map(value => value.label);
  const missing = speakers.filter(speaker => !names.some(name => name.includes(speaker)));
  assert.deepEqual(missing, [], `${names} leave these out`);
  assert.match(await hash(page), /^#\/graph/);
  await page.screenshot({ path: path.join(pictures, "graph-table.png") });
});
