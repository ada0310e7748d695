// Sorø's nursery leader at half past four: their own goal, what it serves, and what the council wants above that.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NARROWEST, PHONE, WIDE, as } from "../lib/browser.mjs";

const LOGIN = "soroe.leder-pedersborg";
const GOAL = "Vores egen sundhedspolitik";
const FOCUS_AREA = "Sundhed";
const VISION = "Byrådets vision for Sorø Kommune";

export function nursery(run) {
  describe("a nursery leader in Sorø", () => {
    for (const [how, options] of [
      ["at a desk", { viewport: WIDE }],
      ["on a phone", { viewport: PHONE }],
      ["without scripts", { viewport: NARROWEST, scripts: false }],
    ]) {
      it(`sees their own goal, the focus area above it and the council's vision above that, ${how}`, async () => {
        await as(run.browser, run.url, LOGIN, options, async (page) => {
          const main = page.locator("main");
          // Home: the goal in their own list, and its place in the chain with focus area and vision on the same page.
          await main.getByRole("link", { name: GOAL, exact: true }).first().waitFor();
          const place = page.locator("section[aria-labelledby=plads]");
          for (const title of [VISION, FOCUS_AREA, GOAL]) await place.getByRole("link", { name: title, exact: true }).waitFor();

          // The goal's own page: the line up, top first.
          await main.getByRole("link", { name: GOAL, exact: true }).first().click();
          await page.getByRole("heading", { level: 1, name: GOAL }).waitFor();
          const line = await page.locator("aside .pj-lineup").allInnerTexts();
          const through = line.find((text) => text.includes(FOCUS_AREA) && text.includes(VISION));
          assert.ok(through, `one line goes through the focus area to the vision: ${line.join(" / ")}`);
          assert.ok(through.indexOf(VISION) < through.indexOf("Sundhed\n") || through.indexOf(VISION) < through.lastIndexOf(FOCUS_AREA), "top first");

          // Each step up is one click.
          await page.locator("aside .pj-lineup").getByRole("link", { name: FOCUS_AREA, exact: true }).first().click();
          await page.getByRole("heading", { level: 1, name: FOCUS_AREA }).waitFor();
          await page.locator("aside .pj-lineup").getByRole("link", { name: VISION }).first().click();
          await page.getByRole("heading", { level: 1, name: VISION }).waitFor();
        });
      });
    }

    it("meets the municipality's own words: focus area, not objective", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (page) => {
        await page.goto("/soroe/ord");
        const words = (await page.locator("main").innerText()).toLowerCase();
        assert.match(words, /indsatsområde/);
      });
    });

    it("reads the same in English, and Danish again", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (page) => {
        await page.goto("/soroe/kaeden?visning=tabel");
        await page.locator(".pj-header-end").getByRole("button", { name: "In English" }).click();
        await page.locator("html[lang=en]").waitFor();
        assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/soroe/kaeden?visning=tabel", "on the same page");
        await page.getByRole("link", { name: GOAL, exact: true }).first().waitFor(); // what people wrote is as they wrote it
        await page.locator(".pj-header-end").getByRole("button", { name: "På dansk" }).click();
        await page.locator("html[lang=da]").waitFor();
      });
    });
  });
}
