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

/** From a name to the next place where the same is named. */
async function toTheNextMention() {
  const next = page.getByRole("link", { name: "next one here" });
  const names = page.locator("main .row.body .m");
  for (let n = 0; !await next.count(); n++) await names.nth(n).click();
  await next.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("at="));
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
  await page.locator("article.q").last().getByRole("link", { name: "Open in report" }).click();
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

test("the focus goes back to a name that a link led to", async () => {
  await open(page, `${server.url}#/reader`);
  await toTheNextMention();
  const name = page.locator("main .m:has(#at)");
  await name.focus();
  const id = await name.getAttribute("id");
  await page.keyboard.press("Enter");
  await page.locator(".ent:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".ent").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
});
