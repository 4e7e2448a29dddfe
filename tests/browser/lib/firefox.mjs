// Firefox, driven by Puppeteer over WebDriver BiDi.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";

/** A browser of its own with an empty profile. */
export async function launch() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "readout-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox", headless: true, userDataDir: profile,
    executablePath: process.env.READOUT_FIREFOX ?? "/usr/bin/firefox-esr",
    // As users have it; the driver would switch it off, and a page that fails from a disk would pass.
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  const close = async () => {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true });
  };
  return { browser, close };
}

/** A page that remembers what went wrong in it and what it asked for. */
export async function newPage(browser) {
  const page = await browser.newPage();
  const log = { errors: [], requests: [] };
  page.on("console", message => message.type() === "error" && log.errors.push(message.text()));
  page.on("pageerror", error => log.errors.push(String(error)));
  page.on("request", request => log.requests.push(request.url()));
  return { page, log };
}
