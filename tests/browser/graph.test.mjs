// The graph: what one clicks opens its sentences, and those the reader.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { hash, open, settled } from "./lib/app.mjs";
import { counts } from "./lib/cli.mjs";
import { page, server, setUp } from "./lib/desk.mjs";
import { pictures } from "./lib/paths.mjs";

setUp({
  prepare: async () => {
    // Things stand where they belong at once, so that what a test finds at a place is still there when it clicks.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, `${server.url}#/graph`);
    await drawn();
  },
});

/** Waits until the picture is there and stays as it is. */
const drawn = () => page.waitForFunction(() => {
  const now = document.querySelector(".stage canvas")?.toDataURL();
  const same = now && now === globalThis.drawn;
  globalThis.drawn = now;
  return same;
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
  await drawn();
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

test("a double click draws the picture around what was clicked", async () => {
  const { x, y } = await goToSomething();
  await page.mouse.click(x, y);
  await page.waitForFunction(() => location.hash.includes("sel="));
  const clicked = await hash(page);
  await page.goBack();
  await page.waitForFunction(() => !location.hash.includes("sel="));
  await drawn();
  await page.mouse.dblclick(x, y);
  await page.waitForFunction(() => location.hash.includes("sel="));
  await settled(page);
  assert.equal(await hash(page), clicked);
});

test("it counts what the wall shows, and the wall's switch lets unsure quotations count too", async () => {
  await page.getByRole("link", { name: "All", exact: true }).first().click();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  const amounts = () => page.locator(".gtable td.n .link").evaluateAll(cells =>
    cells.reduce((sum, cell) => sum + Number(cell.textContent), 0));
  const ties = page.locator(".gtable").last();
  await ties.waitFor();
  const [sure, rows] = [await amounts(), await ties.innerText()];
  const show = page.getByRole("button", { name: /^Show \d+ unsure too$/ });
  assert.equal(parseInt((await show.innerText()).split(" ")[1], 10), counts("?sure=unsure").found);
  await show.click();
  await page.waitForFunction(() => location.hash.includes("sure=all"));
  await page.getByRole("button", { name: /^Hide \d+ unsure$/ }).waitFor();
  assert.ok(await amounts() > sure, "unsure ones add sentences");
  await page.getByRole("button", { name: /^Hide \d+ unsure$/ }).click();
  await show.waitFor();
  assert.equal(await ties.innerText(), rows);
});

test("previous and next keep to the sentences that are left, and each is in sight", async () => {
  await page.getByRole("link", { name: "All", exact: true }).first().click();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.locator(".gtable").first().locator("tbody button").first().click();
  const place = page.locator(".evidence .pager span");
  const [, count] = (await place.innerText()).match(/^1 of (\d+)$/);
  assert.ok(count > 42, `${count} sentences`);
  for (let at = 2; at <= 42; at++) {
    await page.keyboard.press("j");
    await page.waitForFunction(words => document.querySelector(".evidence .pager span").innerText === words, `${at} of ${count}`);
  }
  await page.waitForFunction(() => {
    const box = document.querySelector(".gev.on").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.locator("#search").fill("kind:direct");
  await page.waitForFunction(count => !document.querySelector(".evidence .pager h3")?.textContent.startsWith(count), count);
  const left = parseInt(await page.locator(".evidence .pager h3").innerText(), 10);
  assert.ok(left < 42, `${left} sentences are left`);
  assert.equal(await place.innerText(), `${left} of ${left}`);
  assert.equal(await page.locator(".gev.on").count(), 1);
});

test("a panel that was opened for want of room closes where there is room beside", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Filters and key" }).click();
  await page.getByRole("dialog").waitFor();
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.locator(".side-panel").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await page.locator("#support").count(), 1);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator(".phonebar").waitFor();
  await settled(page);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("a paragraph has the number that it has in the reader", async () => {
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.locator(".gtable").first().locator("tbody button").first().click();
  const sentence = page.locator(".gev").filter({ hasText: /paragraph \d+/ }).last();
  const number = (await sentence.locator(".gh .note").innerText()).replace("paragraph ", "");
  await sentence.locator(".gh a").click();
  const row = page.locator("main .row").filter({ has: page.locator(".z-at") });
  assert.equal(await row.first().locator(".n").innerText(), number);
});

test("where only unsure quotations would relate anything, it says so and lets them count", async () => {
  // Nothing sure passes the filter; then: nothing sure relates the two.
  for (const [query, way] of [["speaker=unknown", /^Remove only sure/], ["speaker=sergei-lavrov&sel=e:condoleezza-rice&hide-edges=named-together", /^Show \d+ unsure too$/]]) {
    await open(page, `${server.url}#/graph?${query}`);
    await page.locator("main .why, main .g-nothing").waitFor();
    assert.equal(await page.locator(".stage").count(), 0);
    await page.locator("main").getByRole("button", { name: way }).last().click();
    await page.waitForFunction(() => location.hash.includes("sure=all"));
    await page.locator(".stage").waitFor();
  }
});

test("on a phone held across, the picture is whole in the window", async () => {
  await page.setViewportSize({ width: 844, height: 390 });
  await page.locator(".stage").scrollIntoViewIfNeeded();
  const { top, bottom } = await page.locator(".stage").evaluate(stage => stage.getBoundingClientRect().toJSON());
  const bar = await page.locator(".top").evaluate(bar => bar.getBoundingClientRect().bottom);
  assert.ok(top >= bar && bottom < 391, `${top} to ${bottom} under ${bar}`);
});
