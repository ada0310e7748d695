// Silkeborg's consultant drafts a goal, ties it, proposes it and has it adopted: with a mouse, without scripts, by keyboard.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NARROWEST, WIDE, as } from "../lib/browser.mjs";
import { focusShows } from "../lib/checks.mjs";

const LOGIN = "silkeborg.konsulent";
const PARENT = "En god overgang fra dagtilbud til skole";
const START = "/silkeborg/kaeden/ny?type=udvalgsmaal&enhed=";

/** The number of the school department, from the table of units. */
async function schoolDepartment(page) {
  await page.goto("/silkeborg/soeg?q=Skoleafdelingen");
  return /enhed\/(E-\d+)/.exec(await page.getByRole("link", { name: "Skoleafdelingen", exact: true }).first().getAttribute("href"))[1];
}

/** What a goal in Silkeborg must hold before it can be proposed. */
const FIELDS = {
  "expected-effect": "Børnene kender deres nye skole, før de begynder.",
  "follow-up": "I årsstatus og på dialogmødet.",
  due: "31/12-2021",
};

async function fillGoal(page, title) {
  await page.locator("#f-title").fill(title);
  for (const [name, value] of Object.entries(FIELDS)) await page.locator(`#f-${name}`).fill(value);
  for (const name of ["orientation", "measure", "scope"]) {
    const radio = page.locator(`input[type=radio][name=${name}]:not([value=""])`).first();
    if (await radio.count()) await radio.check({ force: true });
    else await page.locator(`#f-${name}`).selectOption({ index: 1 });
  }
  await page.locator("#f-responsible").selectOption({ index: 1 });
}

const state = (page, word) => page.locator(".pj-kicker").getByText(word, { exact: true }).waitFor();

export function consultant(run) {
  describe("a consultant in Silkeborg", () => {
    for (const [how, options] of [["at a desk", { viewport: WIDE }], ["without scripts", { viewport: NARROWEST, scripts: false }]]) {
      it(`drafts, ties, proposes and has a goal adopted, ${how}`, async () => {
        const title = `Skolestart uden bump, ${how === "at a desk" ? "et" : "to"}`;
        await as(run.browser, run.url, LOGIN, options, async (page) => {
          await page.goto(START + (await schoolDepartment(page)));
          await page.getByRole("heading", { level: 1 }).waitFor();

          // Refused first: nothing typed is lost.
          await page.locator("#f-title").fill(title);
          await page.locator("#f-due").fill("i morgen");
          await page.locator("form.pj-form .pj-form-actions button.button-primary").click();
          await page.locator("#f-due-error").waitFor();
          assert.equal(await page.locator("#f-title").inputValue(), title);

          await fillGoal(page, title);
          await page.locator("form.pj-form .pj-form-actions button.button-primary").click();
          await page.getByRole("heading", { level: 1, name: title }).waitFor();
          await state(page, "Kladde");

          // Tie.
          await page.goto(`${page.url()}/knyt?soeg=${encodeURIComponent("god overgang")}`);
          await page.getByLabel(PARENT).check({ force: true });
          await page.locator("form.pj-form button.button-primary").click();
          await page.goto(page.url().replace(/\/knyt.*/, ""));
          await page.locator("aside .pj-lineup").getByRole("link", { name: PARENT }).first().waitFor();

          // Propose.
          await page.locator("main").getByRole("button", { name: /^Foreslå/ }).first().click();
          await state(page, "Foreslået");

          // Adopt.
          await page.locator("main").getByRole("link", { name: /^Vedtag/ }).first().click();
          assert.notEqual(await page.locator("#f-on").inputValue(), "", "today is suggested");
          await page.locator("#f-case").fill("EKS-2019-7");
          await page.locator("#f-decided").fill("Vedtaget som indstillet.");
          await page.locator("form.pj-form button.button-primary").click();
          await state(page, "Vedtaget");

          // The history says so, and the chain shows it.
          await page.locator("#historik").getByText(/vedt/i).first().waitFor();
          await page.goto(`/silkeborg/kaeden?visning=tabel&soeg=${encodeURIComponent(title)}`);
          await page.locator("main").getByRole("link", { name: title, exact: true }).waitFor();
        });
      });
    }

    it("drafts and proposes by keyboard alone, and sees where the focus is all the way", async () => {
      const title = "Skolestart uden bump, med tastatur";
      await as(run.browser, run.url, undefined, {}, async (page) => {
        const focused = () => page.evaluate(() => ({ id: document.activeElement?.id ?? "", tag: document.activeElement?.tagName ?? "", text: (document.activeElement?.textContent ?? "").trim(), type: document.activeElement?.getAttribute("type") ?? "" }));
        /** Tabs until something has the focus; every stop on the way must show it. */
        const tabTo = async (is, most = 120) => {
          for (let steps = 0; steps < most; steps += 1) {
            await page.keyboard.press("Tab");
            await focusShows(page);
            const at = await focused();
            if (is(at)) return at;
          }
          throw new Error(`no amount of tabbing gets there on ${page.url()}`);
        };
        await page.goto("/log-ind");
        await tabTo((at) => at.id === "f-login");
        await page.keyboard.type(LOGIN);
        await tabTo((at) => at.id === "f-password");
        await page.keyboard.type("pejl-demonstration");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/silkeborg");

        // The first stop is the way past the menu.
        await page.keyboard.press("Tab");
        await focusShows(page);
        assert.equal(new URL(await page.evaluate(() => document.activeElement.href)).hash, "#main-content");
        await page.keyboard.press("Enter");

        await page.goto(START + (await schoolDepartment(page)));
        await tabTo((at) => at.id === "f-title");
        await page.keyboard.type(title);
        await tabTo((at) => at.tag === "BUTTON" && /^(Gem|Opret)/.test(at.text));
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { level: 1, name: title }).waitFor();
        await state(page, "Kladde");

        // Proposing what lacks something is refused in words, with the focus on the summary or its page.
        await tabTo((at) => /^Foreslå/.test(at.text));
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.locator("main").getByRole("link", { name: /mangl|skal|udfyld|vælg/i }).first().waitFor();
        await page.keyboard.press("Tab");
        await focusShows(page);
      });
    });

    it("is shown both texts where a colleague saved the same goal in the meantime", async () => {
      await as(run.browser, run.url, LOGIN, {}, async (mine, { context }) => {
        await mine.goto("/silkeborg/kaeden?visning=tabel&tilstand=kladde");
        const goal = await mine.locator("main table tbody a[href*='/maal/']").first().getAttribute("href");
        const theirs = await context.newPage();
        await Promise.all([mine.goto(`${goal}/ret`), theirs.goto(`${goal}/ret`)]);
        await theirs.locator("#f-title").fill("Kollegaens titel");
        await theirs.locator(".pj-form-actions button.button-primary").click();
        await theirs.getByRole("heading", { level: 1, name: "Kollegaens titel" }).waitFor();
        await mine.locator("#f-title").fill("Min egen titel");
        await mine.locator(".pj-form-actions button.button-primary").click();
        const both = mine.getByRole("alert");
        await both.getByText("Kollegaens titel").waitFor();
        await both.getByText("Min egen titel").waitFor();
        await mine.locator(".pj-form-actions button.button-primary").click();
        await mine.getByRole("heading", { level: 1, name: "Min egen titel" }).waitFor();
      });
    });
  });
}
