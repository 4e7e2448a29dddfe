// What the tests know of the page: when it is there. The same for both drivers.

/** Runs in the page. */
const isThere = () => document.documentElement.classList.contains("started");

/** Opens the page and waits until it has started. */
export async function open(page, url) {
  await page.goto(url);
  await there(page);
}

/** Waits until the page has started. */
export async function there(page) {
  await page.waitForFunction(isThere);
}

/** Asks in the page, by an asynchronous function, until the answer is yes. */
export async function until(page, question) {
  for (let tries = 0; tries < 200; tries++) {
    if (await page.evaluate(question)) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`never came true: ${question}`);
}
