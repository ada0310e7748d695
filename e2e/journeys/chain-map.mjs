// The chain map: choose with a click, walk with the arrow keys, let go with Escape; the same without scripts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PHONE, as } from "../lib/browser.mjs";

const LOGIN = "silkeborg.borgmester";
const CHOSEN = "Flere unge i uddannelse";

const cards = (page, relation) => page.locator(`.pj-card.${relation} .pj-card-title`).allInnerTexts();

export function chainMap(run) {
  describe("the chain map", () => {
    it("brings everything below and above a chosen card forward and fades the rest", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (page) => {
        await page.goto("/silkeborg/kaeden");
        await page.locator(".pj-card-choose", { hasText: CHOSEN }).click();
        await page.locator(".pj-card.is-chosen").waitFor();
        assert.deepEqual(await cards(page, "is-chosen"), [CHOSEN]);
        const below = await cards(page, "is-down");
        for (const title of ["Uddannelse til alle unge", "Unge på kanten kommer i gang med en uddannelse"]) assert.ok(below.includes(title), `${title} is below: ${below}`);
        const faded = await cards(page, "is-faded");
        assert.ok(faded.includes("En CO2-neutral kommune på langt sigt"), "another objective fades");
        assert.equal((await cards(page, "is-up")).length, 0);

        // The choice is in the address: the same picture for a colleague, drawn by the server.
        const before = { below: below.toSorted(), faded: faded.toSorted() };
        await page.reload();
        assert.deepEqual({ below: (await cards(page, "is-down")).toSorted(), faded: (await cards(page, "is-faded")).toSorted() }, before);

        await page.locator(".pj-card.is-chosen .pj-card-choose").focus();
        await page.keyboard.press("Escape");
        await page.locator(".pj-chain:not(.is-choosing)").waitFor();
        assert.equal(new URL(page.url()).searchParams.has("valgt"), false);
      });
    });

    it("is walked with the arrow keys, chosen with space and opened with Enter", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (page) => {
        await page.goto("/silkeborg/kaeden");
        const first = page.locator(".pj-chain-column").first().locator(".pj-card-choose");
        await first.first().focus();
        const here = () => page.evaluate(() => document.activeElement?.closest(".pj-card")?.getAttribute("data-number"));
        const start = await here();
        await page.keyboard.press("ArrowDown");
        const below = await here();
        assert.notEqual(below, start);
        await page.keyboard.press("ArrowUp");
        assert.equal(await here(), start);
        await page.keyboard.press("ArrowRight");
        const right = await here();
        assert.notEqual(right, start);
        assert.equal(await page.evaluate(() => document.activeElement.closest(".pj-chain-column") === document.querySelectorAll(".pj-chain-column")[1]), true);
        await page.keyboard.press("Space");
        await page.locator(`.pj-card.is-chosen[data-number="${right}"]`).waitFor();
        await page.keyboard.press("Enter");
        await page.waitForURL((at) => at.pathname.endsWith(right));
      });
    });

    it("keeps a chosen card under the finger on a phone, where only its line is left", async () => {
      await as(run.browser, run.url, LOGIN, { viewport: PHONE }, async (page) => {
        await page.goto("/silkeborg/kaeden");
        const card = page.locator(".pj-card", { hasText: "Unge ledige begynder på en uddannelse" });
        await card.scrollIntoViewIfNeeded();
        const before = (await card.boundingBox()).y;
        await card.locator(".pj-card-choose").click();
        await page.locator(".pj-card.is-chosen").waitFor();
        const after = (await card.boundingBox()).y;
        assert.ok(after >= 0 && after < PHONE.height, `the chosen card is in sight, at ${after}, before at ${before}`);
        assert.equal(await page.locator(".pj-card.is-faded:visible").count(), 0, "only the line is left");
      });
    });

    it("chooses by a page load where there are no scripts", async () => {
      await as(run.browser, run.url, LOGIN, { scripts: false, viewport: PHONE }, async (page) => {
        await page.goto("/silkeborg/kaeden");
        await page.locator(".pj-card-choose", { hasText: CHOSEN }).click();
        await page.locator(".pj-card.is-chosen", { hasText: CHOSEN }).waitFor();
        assert.ok((await page.locator(".pj-card.is-down").count()) > 2);
        await page.locator(".pj-card.is-chosen .pj-card-open").click();
        await page.getByRole("heading", { level: 1, name: CHOSEN }).waitFor();
      });
    });
  });
}
