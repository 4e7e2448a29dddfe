// Each view on a desk and on a phone, light and dark: nothing for axe to find, nothing wider than the screen,
// nothing that jumps. The pictures are for people to look at.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { open, settled } from "./lib/app.mjs";
import { assertClean, launch, newPage } from "./lib/chromium.mjs";
import { dist, pictures } from "./lib/paths.mjs";
import { serve } from "./lib/server.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = { wall: "#/quotes", graph: "#/graph", table: "#/graph?table=yes", reader: "#/reader" };
const SCREENS = { desk: { width: 1400, height: 900 }, phone: { width: 390, height: 844 }, wide: { width: 2560, height: 1200 } };
const MOST_SHIFT = 0.05;

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(dist);
});
after(async () => {
  await browser.close();
  await server.close();
});

async function show(view, screen, colorScheme) {
  const { page, log } = await newPage(browser.context);
  await page.setViewportSize(SCREENS[screen]);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, `${server.url}${VIEWS[view]}`);
  await settled(page);
  return { page, log };
}

/** Nothing for axe to find. */
async function assertAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  assert.deepEqual(violations.map(({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 5).map(node => `${node.target} (${node.any[0]?.message ?? node.failureSummary})`).join("; ")}`), []);
}

for (const view of Object.keys(VIEWS))
  describe(view, () => {
    for (const screen of Object.keys(SCREENS))
      for (const scheme of ["light", "dark"]) {
        if (screen === "wide" && scheme === "dark") continue;
        test(`${screen}, ${scheme}`, async () => {
          const { page, log } = await show(view, screen, scheme);
          await page.screenshot({ path: path.join(pictures, `${view}-${screen}-${scheme}.png`) });
          const wide = await page.evaluate(() =>
            document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(wide <= 0, `${wide} px wider than the screen`);
          await assertAccessible(page);
          // Last, when whatever comes late has come.
          const shift = await page.evaluate(() => globalThis.shift);
          assert.ok(shift <= MOST_SHIFT, `layout shift ${shift}`);
          assertClean(log, server.url);
          await page.close();
        });
      }

    test("at 200 % zoom nothing is wider than the screen", async () => {
      const { page } = await show(view, "desk", "light");
      // Twice as large on the same screen is half as many pixels of style.
      await page.setViewportSize({ width: 700, height: 450 });
      await settled(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await page.close();
    });
  });

describe("what a press opens", () => {
  const PRESSED = { wall: "article.q", graph: ".gtools a:last-of-type", reader: "main .row.body .m" };
  for (const [view, pressed] of [...Object.entries(PRESSED), ["reader", ".mnote button"]])
    for (const [screen, scheme] of [["desk", "dark"], ["phone", "light"]])
      test(`${view}, ${pressed}, ${screen}, ${scheme}`, async () => {
        const { page } = await show(view, screen, scheme);
        await page.locator(pressed).first().click();
        await settled(page);
        await assertAccessible(page);
        await page.close();
      });
});
