// What the page shows and how one moves in it, against the command line's numbers.
import assert from "node:assert/strict";
import path from "node:path";
import { beforeEach, describe, test } from "node:test";
import { facetRow, facets, found, hash, open, settled, there } from "./lib/app.mjs";
import { newPage } from "./lib/chromium.mjs";
import { counts } from "./lib/cli.mjs";
import { browser, page, server, setUp } from "./lib/desk.mjs";
import { pictures } from "./lib/paths.mjs";

/** What the page calls the command line's facets. */
const LABELS = {
  speaker: "Speaker", side: "Side", outlet: "Outlet", about: "Spoken of", verb: "Verb of saying", zone: "Part of report",
};

setUp({ base: "/readout/", prepare: () => open(page, server.url) });

/** The wall shows just what the command line counts for the same query. */
async function assertCounts() {
  const wanted = counts(await hash(page));
  assert.deepEqual(await found(page), { found: wanted.found, total: wanted.total });
  const shown = await facets(page);
  for (const [name, label] of Object.entries(LABELS)) {
    const values = Object.fromEntries(wanted.facets[name].map(value => [value.label, value.count]));
    assert.deepEqual(shown[label] ?? {}, values, `${label} under ${await hash(page)}`);
  }
  const kinds = wanted.facets.kind.map(value => value.count).sort();
  assert.deepEqual(Object.values(shown.Kind).sort(), kinds);
}

/** The values of a facet that something would be found under, most first. */
const values = name => counts("").facets[name].filter(value => value.count > 0).sort((a, b) => b.count - a.count);

/** The counts of a facet's rows as they stand on the screen; parts of a value left out. */
const shownCounts = label => page.locator(`.facet[aria-label="${label}"] li:not(.part) .num`).evaluateAll(rows =>
  rows.map(row => parseInt(row.textContent, 10)));

describe("facets", () => {
  test("count what the command line counts, as filters combine", async () => {
    await assertCounts();
    const [first, second] = values("speaker");
    await facetRow(page, "Speaker", first.label).click();
    await assertCounts();
    await facetRow(page, "Speaker", second.label).click();
    await assertCounts();
    await facetRow(page, "Outlet", values("outlet")[0].label).click();
    await assertCounts();
    assert.match(await hash(page), /speaker=.*outlet=/);
    await page.screenshot({ path: path.join(pictures, "wall-filtered.png") });
  });

  test("stand in the order of the counts that they show", async () => {
    for (const query of ["", "?sure=all", "?q=defence", "?kind=direct"]) {
      await open(page, `${server.url}#/quotes${query}`);
      for (const facet of ["Speaker", "Outlet", "Spoken of", "Verb of saying"]) {
        const known = (await facets(page))[facet];
        const unknown = Object.keys(known).filter(name => /^(Unknown|No) /.test(name)).length;
        const seen = (await shownCounts(facet)).slice(0, unknown ? -unknown : undefined);
        assert.deepEqual(seen, seen.toSorted((a, b) => b - a), `${facet} under ${query}`);
      }
    }
  });

  test("an agency's reports can be chosen alone, under the outlet that printed them", async () => {
    const agencies = counts("").facets.outlet.filter(value => /, in China Daily$/.test(value.label));
    assert.equal(agencies.length, 2);
    for (const { label, count } of agencies) {
      await facetRow(page, "Outlet", label).click();
      assert.equal((await found(page)).found, count);
      await assertCounts();
      assert.match(await hash(page), /outlet=china-daily~/);
      await page.getByRole("button", { name: `Remove Outlet: ${label}` }).click();
    }
  });

  test("chips take one filter away, or all", async () => {
    const [first, second] = values("speaker");
    await facetRow(page, "Speaker", first.label).click();
    await facetRow(page, "Speaker", second.label).click();
    await page.getByRole("button", { name: `Remove Speaker: ${first.label}` }).click();
    await assertCounts();
    assert.equal((await found(page)).found, second.count);
    await page.getByRole("button", { name: "Clear all", exact: true }).click();
    assert.equal(await page.locator(".chips").count(), 0);
    const { found: some, total } = await found(page);
    assert.equal(some, total);
  });

  test("where nothing is left, the page says what blocks and lifts it", async () => {
    const speaker = values("speaker")[0];
    await facetRow(page, "Speaker", speaker.label).click();
    await page.locator("#search").fill("speaker:nobody-of-that-name");
    await page.getByText(/that leaves nothing\. Without it there/).waitFor();
    await page.screenshot({ path: path.join(pictures, "empty.png") });
    await page.locator(".why .primary").click();
    assert.equal((await found(page)).found, speaker.count);
  });
});

describe("search", () => {
  test("finds as one types, British and American spelling alike", async () => {
    for (const words of ["defence", "defense", "missile", "kind:direct", "\"missile defen"]) {
      await page.locator("#search").fill(words);
      await page.waitForFunction(text => decodeURIComponent(location.hash).includes(text.split(" ")[0]), words);
      assert.equal((await found(page)).found, counts(await hash(page)).found, words);
    }
    await page.locator("#search").fill("defence");
    const british = (await found(page)).found;
    await page.locator("#search").fill("defense");
    assert.equal((await found(page)).found, british);
    assert.ok(british > 0);
    assert.ok(await page.locator("main mark").count() > 0, "hits are marked");
  });
});

describe("the address", () => {
  test("a copied link shows the same to someone else, and Back undoes", async () => {
    const start = await found(page);
    await facetRow(page, "Speaker", values("speaker")[0].label).click();
    const one = await found(page);
    await facetRow(page, "Outlet", values("outlet")[0].label).click();
    const two = await found(page);

    const other = await newPage(browser.context);
    await open(other.page, page.url());
    assert.deepEqual(await found(other.page), two);
    assert.deepEqual(await other.page.locator(".chips b").allInnerTexts(), await page.locator(".chips b").allInnerTexts());
    await other.page.close();

    await page.goBack();
    assert.deepEqual(await found(page), one);
    await page.goBack();
    assert.deepEqual(await found(page), start);
    await page.goForward();
    assert.deepEqual(await found(page), one);
  });

  test("a link that names what is not there opens all the same, and says so until one has read it", async () => {
    const links = {
      "nonsense?speaker=nobody&x=y": /nonsense.*x.*no speaker “nobody”/,
      "quotes?sel=q:0000000000": /no quotation 0000000000/,
      "graph?sel=e:nobody": /“nobody” is not named/,
      "reader?doc=nope": /no report “nope”/,
    };
    for (const [link, words] of Object.entries(links)) {
      await open(page, `${server.url}#/${link}`);
      const banner = page.locator(".banner");
      assert.match(await banner.innerText(), words);
      const steps = await page.evaluate(() => history.length);
      await banner.getByRole("button", { name: "Close" }).click();
      await banner.waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => history.length), steps);
      await page.goto("about:blank");
    }
    await open(page, server.url);
    assert.equal(await page.locator(".banner").count(), 0);
  });

  test("the name leads to the page as it first opens, and Back from there", async () => {
    const start = await found(page);
    await facetRow(page, "Speaker", values("speaker")[0].label).click();
    const one = await found(page);
    const filtered = await hash(page);
    await page.getByRole("link", { name: "Readout", exact: true }).click();
    await page.waitForFunction(() => !location.hash.includes("speaker="));
    assert.deepEqual(await found(page), start);
    await page.goBack();
    assert.equal(await hash(page), filtered);
    assert.deepEqual(await found(page), one);
  });

  test("a link's address is where its click leads, whatever is filtered, searched and chosen", async () => {
    const kept = "kind=indirect&q=missile&sure=all";
    const leads = async (view, ...links) => {
      await open(page, `${server.url}#/${view}?${kept}`);
      const last = page.locator(links.pop()).first();
      for (const link of links) await page.locator(link).first().click();
      await last.hover();
      const address = await last.getAttribute("href");
      await last.click();
      await settled(page);
      assert.equal(await hash(page), address);
      assert.ok(address.includes(kept), address);
    };
    await leads("quotes", ".acts a");
    await leads("quotes", ".reports a");
    await leads("quotes", ".in-text h2 button", ".in-text a");
    await leads("quotes", "article.q", ".ev-acts a");
    await leads("reader", ".reps a");
    await leads("reader", ".mnote button", ".why-so a");
    await leads("reader", ".mnote button", ".note-acts a");
    await leads("reader", ".row.body .m", ".ent .note-acts a");
    await leads("graph", ".gtools a");
    await leads("graph", ".gtools a:last-of-type", ".gtable tbody button", ".grels a");
    await leads("graph", ".gtools a:last-of-type", ".gtable tbody button", ".gev .gh a");
  });

  test("letters that come faster than the page is drawn are one step all the same", async () => {
    const steps = await page.evaluate(() => history.length);
    await page.locator("#search").evaluate(input => {
      for (const text of ["d", "de", "def"]) {
        input.value = text;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    });
    await page.waitForFunction(() => location.hash.endsWith("q=def"));
    assert.equal(await page.evaluate(() => history.length), steps + 1);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("#search").value === "");
  });

  test("a search is one step where the browser closes its history to the page", async () => {
    await page.addInitScript(() => {
      history.pushState = history.replaceState = () => { throw new DOMException("closed", "SecurityError"); };
    });
    await page.reload();
    await there(page);
    const steps = await page.evaluate(() => history.length);
    await page.locator("#search").pressSequentially("defence");
    await page.waitForFunction(() => location.hash.endsWith("q=defence"));
    assert.equal(await page.evaluate(() => history.length), steps + 1);
  });
});

describe("from a quotation to its source", () => {
  test("a card opens its report at its words", async () => {
    const card = page.locator("article.q").nth(3);
    await card.click();
    const words = await card.getAttribute("aria-label");
    await card.getByRole("link", { name: "Open in report" }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/reader"));
    const marked = page.locator("main .z-sel");
    await marked.first().waitFor();
    const letters = text => text.replaceAll(/\W+/g, "");
    const text = letters((await marked.allInnerTexts()).join(""));
    assert.ok(text.length > 10 && letters(words).includes(text), `${words}\n${text}`);
    await page.waitForFunction(() => {
      const box = document.querySelector("main .z-sel").getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    });
    await page.screenshot({ path: path.join(pictures, "reader.png") });
    await page.goBack();
    await page.waitForFunction(() => !location.hash.startsWith("#/reader"));
  });

  test("next and previous go through the report's quotations", async () => {
    await page.locator("article.q").first().getByRole("link", { name: "Open in report" }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/reader"));
    const before = await hash(page);
    await page.keyboard.press("j");
    await page.waitForFunction(old => location.hash !== old, before);
    await page.keyboard.press("k");
    await page.waitForFunction(old => location.hash === old, before);
  });
});

describe("on a phone", () => {
  const drawer = () => page.getByRole("dialog");
  beforeEach(() => page.setViewportSize({ width: 390, height: 844 }));

  test("filters and evidence open as sheets, Esc closes them, and the focus comes back", async () => {
    for (const name of ["Filters", "Reports"]) {
      const button = page.locator(".phonebar").getByRole("button", { name });
      await button.focus();
      await page.keyboard.press("Enter");
      await drawer().waitFor();
      assert.ok(await drawer().evaluate(sheet => sheet.contains(document.activeElement)), name);
      await page.keyboard.press("Escape");
      await drawer().waitFor({ state: "detached" });
      assert.ok(await button.evaluate(element => element === document.activeElement), name);
    }
  });

  test("a filter is set in its sheet, which says what is left", async () => {
    await page.locator(".phonebar").getByRole("button", { name: "Filters" }).click();
    const { label, count } = values("speaker")[0];
    await facetRow(page, "Speaker", label).click();
    await page.getByRole("button", { name: `Show ${count} quotations` }).click();
    await drawer().waitFor({ state: "detached" });
    assert.equal((await found(page)).found, count);
    await page.getByRole("button", { name: "Filters, 1 active" }).waitFor();
  });

  test("turned across, a sheet stays where there is still no room beside, else it goes", async () => {
    const turn = (width, height) => page.setViewportSize({ width, height });
    await page.locator("article.q").first().click();
    await page.getByRole("dialog", { name: "Evidence" }).waitFor();
    await turn(844, 390);
    await settled(page);
    assert.ok(await page.getByRole("dialog", { name: "Evidence" }).isVisible());
    await page.keyboard.press("Escape");
    await turn(390, 844);
    await page.locator(".phonebar").getByRole("button", { name: "Filters" }).click();
    await drawer().waitFor();
    await turn(844, 390);
    await drawer().waitFor({ state: "detached" });
    await page.locator(".side-panel").waitFor();
  });

  test("the evidence leads to the next quotation and back, over the list", async () => {
    const passage = () => drawer().locator(".passage").innerText();
    await page.locator("article.q").first().click();
    const first = await passage();
    const { found: all } = await found(page);
    const [previous, next] = ["Previous quotation", "Next quotation"].map(name => drawer().getByRole("button", { name }));
    assert.ok(await previous.isDisabled());
    const chosen = await hash(page);
    await next.click();
    await drawer().getByText(`2 of ${all}`).waitFor();
    assert.notEqual(await hash(page), chosen);
    assert.ok(await next.evaluate(element => element === document.activeElement));
    await previous.click();
    await drawer().getByText(`1 of ${all}`).waitFor();
    assert.equal(await passage(), first);
    assert.equal(await hash(page), chosen);
  });
});

describe("several quotations", () => {
  test("Shift adds one to those that are chosen, and lets it go", async () => {
    const cards = page.locator("article.q");
    const chosen = page.locator("article.q[aria-current=true]");
    const passages = page.locator(".evidence .passage");
    const press = (place, options) => cards.nth(place).locator(".meta").click(options);
    await press(0);
    await press(1, { modifiers: ["Shift"] });
    await passages.nth(1).waitFor();
    assert.equal(await chosen.count(), 2);
    assert.equal(await passages.count(), 2);
    await press(0, { modifiers: ["Shift"] });
    await passages.nth(1).waitFor({ state: "detached" });
    assert.equal(await cards.nth(1).getAttribute("aria-current"), "true");
    assert.equal(await chosen.count(), 1);
  });
});

test("what can be done with a card takes no room until the card is chosen", async () => {
  await page.setViewportSize({ width: 844, height: 600 });
  const card = page.locator("article.q").first();
  const height = () => card.locator(".under").evaluate(element => element.getBoundingClientRect().height);
  const one = await height();
  assert.ok(one < 30, `${one}: a line`);
  await card.hover();
  assert.equal(await height(), one);
});

describe("on paper", () => {
  test("every card, the report in full width, the graph as its table", async () => {
    const { found: all } = await found(page);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 720, height: 1000 });
    await page.waitForFunction(cards => document.querySelectorAll("article.q").length === cards, all);
    for (const [view, words] of [["reader", ".row.body > p"], ["graph", ".gtable"]]) {
      await open(page, `${server.url}#/${view}`);
      const box = await page.locator(words).first().boundingBox();
      assert.ok(box.width > 400, `${view}: ${box.width} px wide`);
      await page.screenshot({ path: path.join(pictures, `paper-${view}.png`) });
    }
    assert.ok(await page.locator("canvas").isHidden());
  });
});

describe("by keyboard alone", () => {
  test("search, choose, open, come back, help", async () => {
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "search");
    await page.keyboard.type("missile");
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.activeElement.blur());
    // The chosen card has the focus, first one and then the next.
    for (const place of ["1", "2"]) {
      await page.keyboard.press("j");
      await page.locator(`article.q[aria-current=true][aria-posinset="${place}"]:focus`).waitFor();
    }
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#/reader"));
    await page.goBack();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.screenshot({ path: path.join(pictures, "help.png") });
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  test("j begins with what the window shows", async () => {
    await page.evaluate(() => scrollTo(0, 4000));
    await page.waitForFunction(() => document.querySelector(".item")?.dataset.row > 0);
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("j");
    const chosen = page.locator("article.q[aria-current=true]:focus");
    await chosen.waitFor();
    assert.ok(await chosen.evaluate(card => card.getBoundingClientRect().top >= 0));
    assert.ok(Math.abs(await page.evaluate(() => scrollY) - before) < 400);
  });

  test("the focus is never lost where a pressed button goes away", async () => {
    const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label")
      ?? (document.activeElement.id || document.activeElement.innerText));
    const [first, second] = values("speaker");
    await facetRow(page, "Speaker", first.label).click();
    await facetRow(page, "Speaker", second.label).click();
    const chips = page.locator(".chips button");
    const names = await chips.evaluateAll(buttons => buttons.map(button => button.getAttribute("aria-label")));
    await chips.first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".chips button").length === 2);
    await page.waitForFunction(() => document.activeElement !== document.body);
    assert.equal(await focused(), names[1]);
    await page.keyboard.press("Enter");
    await page.locator(".chips").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement.id === "main");

    // A card that opens its report takes the focus along, and so does the way back.
    await page.keyboard.press("j");
    await page.locator("article.q:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#/reader") && document.activeElement.id === "main");
    await page.goBack();
    await page.waitForFunction(() => location.hash.startsWith("#/quotes") && document.activeElement !== document.body);
  });

  test("the row that comes first of those asked for has the focus", async () => {
    await open(page, `${server.url}#/graph?sel=e:${values("about")[0].key}`);
    const more = page.locator(".evidence .more").last();
    await more.focus();
    const before = await page.locator(".evidence ol > li").count();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.closest(".evidence li"));
    const place = await page.evaluate(() => {
      const row = document.activeElement.closest("li");
      return [...row.parentElement.children].indexOf(row);
    });
    assert.equal(place, before);
  });

  test("counts are said in every view", async () => {
    await open(page, `${server.url}#/reader`);
    await page.locator("#search").fill("defence");
    const { found: some } = counts("#/quotes?q=defence");
    await page.locator("[role=status].vh").getByText(`${some} quotations`, { exact: true }).waitFor({ state: "attached" });
  });

  test("a second copy is said as the first was", async () => {
    await page.keyboard.press("j");
    await page.locator("article.q:focus").waitFor();
    await page.keyboard.press("c");
    const notice = page.locator(".notice");
    await notice.evaluate(element => { element.dataset.old = ""; });
    await page.keyboard.press("c");
    await page.locator(".notice:not([data-old])").waitFor();
    assert.equal(await notice.count(), 1);
  });

  test("Tab reaches the filters, and Space sets one", async () => {
    const row = page.locator(".facet li button").first();
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      if (await row.evaluate(button => button === document.activeElement)) break;
    }
    assert.ok(await row.evaluate(button => button === document.activeElement), "within forty presses");
    await page.keyboard.press("Space");
    await page.locator(".chips").waitFor();
  });
});
