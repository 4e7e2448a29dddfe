// `trunk serve`, for those who have Trunk: the development build, with live reload and without an offline copy.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { after, before, test } from "node:test";
import { open } from "./lib/app.mjs";
import { assertClean, launch, newPage } from "./lib/chromium.mjs";
import { root } from "./lib/paths.mjs";

const PORT = "8123";
const PATIENCE = 600_000;
let browser, trunk;
before(async () => { browser = await launch(); });
after(async () => {
  trunk?.kill();
  await browser.close();
});

test("serves a page that starts", async () => {
  const words = ["serve", "--port", PORT, "--dist", path.join(root, "target/served")];
  trunk = spawn("trunk", words, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${PORT}/`;
  const start = Date.now();
  while (!await fetch(url).then(answer => answer.ok, () => false)) {
    assert.equal(trunk.exitCode, null, "trunk ended");
    assert.ok(Date.now() - start < PATIENCE, "trunk built in time");
    await new Promise(done => setTimeout(done, 500));
  }
  const { page, log } = await newPage(browser.context);
  await open(page, url);
  await page.locator("main").waitFor();
  assertClean(log, url);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});
