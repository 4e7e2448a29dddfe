// Chromium, driven by Playwright.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

/** A browser of its own with an empty profile. `options` are Playwright's for a context. */
export async function launch({ args = [], ...options } = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "readout-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.READOUT_CHROMIUM ?? "/usr/bin/chromium",
    headless: true, chromiumSandbox: false, args: [...FLAGS, ...args], ...options,
  });
  context.setDefaultTimeout(20_000);
  const close = async () => {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** A page that remembers what went wrong in it and what it asked for. */
export async function newPage(context) {
  const page = await context.newPage();
  const log = { errors: [], requests: [] };
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", event =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  page.on("console", message => message.type() === "error" && log.errors.push(message.text()));
  page.on("pageerror", error => log.errors.push(String(error)));
  page.on("request", request => log.requests.push(request.url()));
  return { page, log };
}

/** Nothing was refused or broken, and all that was asked for lies under `own`. */
export function assertClean(log, own) {
  assert.deepEqual(log.errors, []);
  const foreign = log.requests.filter(url => !url.startsWith(own) && !/^(data|blob):/.test(url));
  assert.deepEqual(foreign, []);
}
