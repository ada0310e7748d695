// Logging in: wrong, too often, right; and the logins that a demonstration shows.

import { describe, it } from "node:test";
import { as } from "../lib/browser.mjs";

export function door(run) {
  describe("the door", () => {
    it("says what is wrong beside the field and in a summary that leads to it", async () => {
      await as(run.browser, run.url, undefined, {}, async (page) => {
        await page.goto("/log-ind");
        await page.locator("#f-login").fill("silkeborg.konsulent");
        await page.locator("#f-password").fill("gættet kodeord");
        await page.keyboard.press("Enter");
        await page.locator("#f-login-error").waitFor();
        await page.locator("a[href='#f-login']").click();
        await page.locator("#f-login:focus").waitFor();
      });
    });

    it("makes who guesses too often wait, and says how long", async () => {
      await as(run.browser, run.url, undefined, {}, async (page) => {
        await page.goto("/log-ind");
        for (let attempt = 0; attempt < 9; attempt += 1) {
          await page.locator("#f-login").fill("hvidovre.administrator");
          await page.locator("#f-password").fill(`gæt nummer ${attempt}`);
          await Promise.all([page.waitForResponse((r) => r.request().method() === "POST"), page.keyboard.press("Enter")]);
          await page.locator("#f-login-error").waitFor();
        }
        await page.locator("#f-login-error").getByText(/15 minutter/).waitFor();
      });
    });

    it("lets in by one press on a demonstration login, and out again", async () => {
      await as(run.browser, run.url, undefined, { scripts: false }, async (page) => {
        await page.goto("/log-ind");
        await page.locator("li:has(input[value='soroe.leder-pedersborg']) button").click();
        await page.waitForURL("**/soroe");
        await page.locator(".pj-header-end").getByRole("button", { name: "Log ud" }).click();
        await page.waitForURL("**/log-ind");
        await page.goto("/soroe");
        await page.waitForURL("**/log-ind?videre=/soroe");
      });
    });
  });
}
