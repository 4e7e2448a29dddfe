// What the tests know of the page: when it is there. The same for both drivers.
import assert from "node:assert/strict";

/** Runs in the page. The rules' readings, which are shown first, are replaced by the model's. */
const isThere = () => document.documentElement.classList.contains("live")
  && document.querySelector(".foot")?.dataset.reading === "model";

/** Opens the page and waits until it has started. */
export async function open(page, url) {
  await page.goto(url);
  await there(page);
}

/** Waits until the page has started, and has read the reports by the model. */
export async function there(page) {
  await page.waitForFunction(isThere);
}

/** Asks in the page, by a function that may be asynchronous, until the answer is yes. A page that is on its way to
 *  another load does not answer; it is asked again. */
export async function until(page, question, { seconds = 20 } = {}) {
  for (let tries = 0; tries < 10 * seconds; tries++) {
    if (await page.evaluate(question).catch(() => false)) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`never came true: ${question}`);
}

/** Waits until the page has come to rest: for ten frames nothing in it has changed, nor its place in the window. */
export const settled = page => page.evaluate(() => new Promise(done => {
  let calm = 0, place = scrollY;
  const changes = new MutationObserver(() => { calm = 0; });
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const frame = () => {
    calm = scrollY === place ? calm + 1 : 0;
    place = scrollY;
    if (calm < 10) return requestAnimationFrame(frame);
    changes.disconnect();
    done();
  };
  requestAnimationFrame(frame);
}));

/** The number of quotations in the wall's head: those found, and all. */
export async function found(page) {
  const head = await page.locator("main h1").innerText();
  const [, some, all] = head.match(/^(\d+)(?: of (\d+))? quotations/) ?? assert.fail(`the head says: ${head}`);
  return { found: Number(some), total: Number(all ?? some) };
}

/** Every facet's values with their counts, the folded ones too: facet's label → value's label → count. */
export async function facets(page) {
  // An opened list leaves the selection: take the first until none is left.
  const folded = page.locator(".facet .more[aria-expanded=false]");
  while (await folded.count()) await folded.first().click();
  return page.locator(".facet[aria-label]").evaluateAll(sections => Object.fromEntries(sections.map(section =>
    [section.getAttribute("aria-label"), Object.fromEntries([...section.querySelectorAll("li button")].map(row =>
      [row.querySelector(".nm").innerText.trim(), parseInt(row.querySelector(".num").textContent, 10)]))])));
}

/** A facet's row. */
export const facetRow = (page, facet, value) =>
  page.locator(`.facet[aria-label="${facet}"] li button`).filter({ has: page.getByText(value, { exact: true }) });

/** The page's hash. */
export const hash = page => page.evaluate(() => location.hash);
