// A browser and a server for all the tests of a file, and for each test a page in which nothing may go wrong.
import { after, afterEach, before, beforeEach } from "node:test";
import { assertClean, launch, newPage } from "./chromium.mjs";
import { dist } from "./paths.mjs";
import { serve } from "./server.mjs";

export let browser, server, page;

/** Sets up. The build is served under `base`; `prepare` makes a new page ready. */
export function setUp({ base = "/", prepare = async () => {} } = {}) {
  let log;
  before(async () => {
    browser = await launch({ viewport: { width: 1400, height: 900 } });
    server = await serve(dist, base);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    ({ page, log } = await newPage(browser.context));
    await prepare();
  });
  afterEach(async () => {
    assertClean(log, server.url);
    await page.close();
  });
}
