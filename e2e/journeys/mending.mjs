// A consultant finds what hangs loose in the chain and mends it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { as } from "../lib/browser.mjs";

const LOGIN = "silkeborg.konsulent";
/** Its policy was withdrawn, so that it stands under nothing. */
const ORPHAN = "Byggegrunde i alle de større byer";
const OBJECTIVE = "Flere indbyggere frem mod 2025";

/** The lists of what hangs loose: what stands under nothing, and what nothing stands under. */
const LOOSE = "/silkeborg/kaeden?visning=tabel&kun=loese";
const BROKEN = "/silkeborg/kaeden?visning=tabel&kun=brud";

/** Goes from the overview to a list by the count that leads there. */
async function fromOverview(page, list) {
  await page.goto("/silkeborg");
  await page.locator(`main a[href="${list}"]`).first().click();
  await page.waitForURL(`**${list}`);
}

export function mending(run) {
  describe("a consultant mends the chain", () => {
    it("finds an orphan from the overview's counts and ties it to what it serves", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (page) => {
        await fromOverview(page, LOOSE);
        await page.getByRole("link", { name: ORPHAN, exact: true }).first().click();
        await page.getByRole("heading", { level: 1, name: ORPHAN }).waitFor();
        const goal = page.url();
        await page.goto(`${goal}/knyt?soeg=${encodeURIComponent("indbyggere")}`);
        await page.getByLabel(OBJECTIVE).check({ force: true });
        await page.locator("form.pj-form button.button-primary").click();
        await page.goto(LOOSE);
        assert.equal(await page.getByRole("link", { name: ORPHAN, exact: true }).count(), 0, "no orphan any more");
        await page.goto(goal);
        await page.locator("aside .pj-lineup").getByRole("link", { name: OBJECTIVE }).first().waitFor();
      });
    });

    it("finds a break and puts a goal under it", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (page) => {
        await fromOverview(page, BROKEN);
        const rows = page.locator("main table tbody a[href*='/maal/']");
        const broken = await rows.first().innerText();
        await rows.first().click();
        await page.getByRole("heading", { level: 1, name: broken }).waitFor();
        await page.locator("main").getByRole("link", { name: "Tilføj nedenunder" }).click();
        // Which sort and which unit, each one link; then the form, with the break already chosen as what it stands under.
        while (!(await page.locator("#f-title").count())) await page.locator("main ul.pj-list a").first().click();
        await page.locator("#f-title").fill("Et mål under bruddet");
        await page.locator(".pj-form-actions button.button-primary").click();
        await page.getByRole("heading", { level: 1, name: "Et mål under bruddet" }).waitFor();
        await page.locator("aside .pj-lineup").getByRole("link", { name: broken }).first().waitFor();
        await page.goto(BROKEN);
        assert.equal(await page.locator("main table").getByRole("link", { name: broken, exact: true }).count(), 0, "no break any more");
      });
    });
  });
}
