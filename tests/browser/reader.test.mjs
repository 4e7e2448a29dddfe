// The reader: where it opens, what it marks, and how it lets go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { facetRow, facets, hash, open, settled } from "./lib/app.mjs";
import { page, server, setUp } from "./lib/desk.mjs";

setUp();

/** Waits until what the selector finds first is wholly in the window. */
const inSight = selector => page.waitForFunction(selector => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box && box.top >= 0 && box.bottom <= innerHeight;
}, selector);

/** The note on the name that the selector finds, open. */
async function openNote(name = "main .row.body .m") {
  await page.locator(name).first().click();
  await page.locator(".ent:focus").waitFor();
}

/** From a name to the next place where the same is named. */
async function toTheNextMention() {
  await openNote();
  const next = page.locator(".ent-here li:has([aria-current]) + li a");
  await next.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("at="));
  await page.locator(".ent:focus").waitFor();
}

async function openFirstCard() {
  await page.locator("article.q").first().getByRole("link", { name: "Open in report" }).click();
  await page.locator("main .z-sel").first().waitFor();
}

test("a click on a quotation goes there, whatever words the link led to", async () => {
  await open(page, `${server.url}#/reader`);
  await toTheNextMention();
  const note = page.locator(".mnote").last();
  await note.locator("button").first().click();
  await page.waitForFunction(() => /sel=q:/.test(location.hash));
  assert.doesNotMatch(await hash(page), /at=/);
  assert.match(await note.getAttribute("class"), /\bon\b/);
  await inSight("main .z-sel");
  assert.equal(await page.locator("main .z-at").count(), 0);
});

test("the card that was chosen last is what the reader opens at", async () => {
  await open(page, `${server.url}#/quotes`);
  await openFirstCard();
  await page.getByRole("link", { name: "Quotes", exact: true }).click();
  const before = await hash(page);
  const outlets = Object.keys((await facets(page)).Outlet);
  await facetRow(page, "Outlet", outlets.at(-1)).click();
  await page.locator("article.q").first().click();
  await page.waitForFunction(old => /sel=q:/.test(location.hash) && location.hash !== old, before);
  const headline = await page.locator(".evidence .ev-doc h3").innerText();
  await page.keyboard.press("r");
  await page.locator("main .z-sel").first().waitFor();
  const letters = text => text.toLowerCase().replaceAll(/\W+/g, "");
  assert.equal(letters(await page.locator("main h1").first().innerText()), letters(headline));
  await inSight("main .z-sel");
});

test("Esc lets go of the quotation and stays where it is", async () => {
  await open(page, `${server.url}#/quotes`);
  await page.keyboard.press("End");
  // Not the last one: where the page ends there, it scrolls as its note is folded.
  await page.locator("article.q").nth(-4).getByRole("link", { name: "Open in report" }).click();
  await page.locator("main .z-sel").first().waitFor();
  await settled(page);
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 0, "far enough down to tell");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("main .z-sel, .mnote.on"));
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), before);
  assert.doesNotMatch(await hash(page), /sel=|quote=/);
  assert.match(await hash(page), /doc=/);
});

test("unsure quotations are told of, and marked by the wall's switch", async () => {
  await open(page, `${server.url}#/reader`);
  const reports = page.locator(".reps a");
  const note = page.locator(".narrowed .note");
  for (let n = 0; !await note.getByRole("button").count(); n++) {
    await reports.nth(n).click();
    await page.locator(".reps a[aria-current]").nth(0).waitFor();
    await settled(page);
  }
  const [, marked, total, unsure] = (await note.innerText()).match(/^(\d+) of (\d+) quotations are marked\. Show (\d+) unsure too$/);
  assert.equal(Number(total) - Number(marked), Number(unsure));
  await note.getByRole("button").click();
  await page.waitForFunction(() => location.hash.includes("sure=all"));
  assert.equal(await note.innerText(), `${total} of ${total} quotations are marked. Hide ${unsure} unsure`);
  assert.ok(await page.locator(".mnote .unsure").count() > 0);
  await page.getByRole("link", { name: "Quotes", exact: true }).click();
  await page.getByRole("button", { name: /^Hide \d+ unsure$/ }).waitFor();
});

test("the note on a name lists all its mentions, goes along to one, and gives the focus back to the name there", async () => {
  await open(page, `${server.url}#/reader`);
  await openNote();
  const rows = page.locator(".ent-here li");
  const [, total, here] = (await page.locator(".ent").innerText()).match(/(\d+) mentions, (\d+) in this report/);
  const elsewhere = (await page.locator(".ent-reports .num").allInnerTexts()).map(Number);
  assert.equal(Number(total), elsewhere.reduce((sum, count) => sum + count, Number(here)));
  assert.equal(await rows.count(), 5);
  await page.getByRole("button", { name: `Show all ${here}` }).click();
  assert.equal(await rows.count(), Number(here));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Show fewer");
  const words = await rows.last().locator("b").innerText();
  await rows.last().locator("a").click();
  await page.waitForFunction(() => location.hash.includes("at="));
  await page.locator(".ent:focus").waitFor();
  await inSight(".ent:focus");
  assert.equal(await page.locator(".ent-here [aria-current] b").innerText(), words);
  const name = page.locator("main .m:has(#at)");
  assert.equal(await name.innerText(), words);
  assert.equal(await name.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  await page.locator(".ent").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), await name.getAttribute("id"));
});

test("a note that its button has unfolded can be folded by it", async () => {
  await open(page, `${server.url}#/reader`);
  const button = page.locator(".mnote button").first();
  await button.click();
  await page.locator(".mnote.on .why-so").waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await button.click();
  await page.locator(".mnote.on").waitFor({ state: "detached" });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  assert.ok(await button.evaluate(element => element === document.activeElement));
  assert.doesNotMatch(await hash(page), /sel=|quote=/);
});
