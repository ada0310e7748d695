// Silkeborg's goal seminars: how fourteen proposals became seven objectives in 2018, and the seminar of 2020 taken from the first
// proposal to what it decides to propose, without scripts and by keyboard.

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { noSidewaysScroll, printsWell, soundPage } from "../lib/checks.mjs";
import { PHONE } from "../lib/browser.mjs";
import { cast, loads, open, press, says } from "../lib/year.mjs";

const SLUG = "silkeborg";
const HERE = `/${SLUG}/maalseminar/2020`;
const YEAR = "Et årstal for den CO2-neutrale kommune: 2040";
const JOBS = "Flere i fritidsjob";

export function silkeborgSeminar(run) {
  describe("Silkeborg's goal seminars", () => {
    const people = cast(run, SLUG);
    after(() => people.close());

    const proposal = (page, title) => page.locator(".pj-proposal", { hasText: title }).first();
    const answer = async (page, fields) => {
      for (const [name, value] of Object.entries(fields)) {
        const field = page.locator(`main [name="${name}"]`).first();
        const kind = await field.evaluate((e) => (e.tagName === "SELECT" ? "select" : e.type));
        if (kind === "select") await field.selectOption(value.label ? { label: value.label } : value);
        else if (kind === "radio" || kind === "checkbox") await page.locator(`main [name="${name}"][value="${value}"]`).check();
        else await field.fill(value);
      }
      await press(page, page.locator("main form.pj-form button[type=submit]").first());
    };

    it("shows how fourteen proposals became seven objectives, four by way of policies and three as goals", async () => {
      const page = await people.page("udvalgsmedlem", { scripts: false });
      await open(page, `/${SLUG}/kaeden`);
      await loads(page, () => page.locator("main").getByRole("link", { name: "Målseminar", exact: true }).click());
      await says(page, "14 forslag blev til 7 målsætninger: 4 gennem politikker, 3 som mål med det samme. 2 gemt til næste år.");
      await loads(page, () => page.getByRole("link", { name: "Byrådets målseminar 2018" }).click());
      const results = page.locator("#resultat ol > li");
      assert.equal(await results.count(), 7);
      assert.equal(await results.filter({ hasText: "A: gennem en politik" }).count(), 4);
      assert.equal(await results.filter({ hasText: "B: som mål med det samme" }).count(), 3);
      for (const width of [{ width: 1280, height: 800 }, PHONE]) {
        await page.setViewportSize(width);
        await noSidewaysScroll(page);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await printsWell(page);
      await loads(page, () => results.first().getByRole("link").first().click());
      await says(page, "Foreslået som »Flere indbyggere frem mod 2025« til");
      await loads(page, () => page.locator("#herkomst").getByRole("link").first().click());
      assert.match(page.url(), /\/maalseminar\/2018#forslag-\d+$/);
    });

    it("shows who adjusted what the year after, and the goal that a policy was asked to take in", async () => {
      const page = await people.page("udvalgsmedlem", { scripts: false });
      await open(page, `/${SLUG}/maalseminar/2019`);
      await says(page, "Ændret siden sidst");
      await says(page, "Klimapolitik");
      await loads(page, () => page.getByRole("link", { name: "Kommunens bygninger bruger mindre energi" }).first().click());
      await says(page, "Skal tages ind i »Klimapolitik«");
    });

    it("takes a politician's proposal, with what last year kept there from the start", async () => {
      const page = await people.page("udvalgsmedlem", { scripts: false });
      await open(page, HERE);
      await says(page, "gemt fra 2019");
      await loads(page, () => page.locator("main").getByRole("link", { name: "Stil et forslag" }).click());
      await soundPage(page);
      await answer(page, { title: YEAR, text: "Kommunen er CO2-neutral i 2040.", why: "Uden et årstal kan ingen se, om vi er på vej.", group: "Klima og miljø" });
      await says(page, YEAR);
      assert.ok(await proposal(page, YEAR).getByRole("button", { name: /Tag tilbage/ }).count(), "it can be taken back until it is weighed");
    });

    it("is prioritised by keyboard: moved, chosen, merged, declined, kept", async () => {
      const page = await people.page("konsulent", { scripts: false });
      await open(page, HERE);
      await loads(page, () => page.locator("main").getByRole("link", { name: "Stil et forslag" }).click());
      await answer(page, { title: JOBS, text: "Flere unge skal have et fritidsjob.", group: "Børn og unge" });
      await press(page, "Begynd at prioritere");
      const up = proposal(page, JOBS).getByRole("button", { name: /op$/ });
      await up.focus();
      await loads(page, () => page.keyboard.press("Enter"));
      for (const title of [YEAR, JOBS]) {
        const choose = proposal(page, title).getByRole("button", { name: /^Vælg/ });
        await choose.focus();
        await loads(page, () => page.keyboard.press("Enter"));
      }
      await loads(page, () => proposal(page, "Sæt et årstal").getByRole("link", { name: /^Afgør/ }).click());
      await answer(page, { outcome: "merged", into: { label: YEAR } });
      await loads(page, () => proposal(page, "Flere elever skal læse").getByRole("link", { name: /^Afgør/ }).click());
      await answer(page, { outcome: "declined", because: "Det hører hjemme i udvalgsaftalen for skolerne." });
      for (const title of ["Kortere svartid", "Bosætning uden"]) {
        await press(page, proposal(page, title).getByRole("button", { name: /^Gem til næste år/ }));
      }
      await says(page, "Det giver 9 målsætninger. Modellen mener 5-10, så antallet passer.");
    });

    it("gives one its way through a policy and the other as a goal, and adjusts what is in force", async () => {
      const page = await people.page("konsulent", { scripts: false });
      await loads(page, () => proposal(page, YEAR).getByRole("link", { name: /^Vælg vej/ }).click());
      await answer(page, { route: "policy" });
      await answer(page, { title: "Transportpolitik", task: "Hvordan bliver kommunens egen transport fri for CO2?", lead: { label: "Klima- og Miljøudvalget" }, way: "new" });
      await loads(page, () => proposal(page, JOBS).getByRole("link", { name: /^Vælg vej/ }).click());
      await answer(page, { route: "goal", "goal-title": "500 flere unge i fritidsjob", "goal-unit": { label: "Silkeborg Byråd" } });
      await loads(page, () => page.getByRole("link", { name: /^Justér En CO2-neutral/ }).click());
      await answer(page, { verdict: "end", because: "Den nye målsætning har et årstal." });
      await says(page, "Det giver 8 målsætninger.");
    });

    it("says exactly what will come of it, and then lets it come", async () => {
      const page = await people.page("konsulent", { scripts: false });
      await loads(page, () => page.locator("main").getByRole("link", { name: "Se, hvad der kommer ud af det" }).click());
      for (const said of ["2 nye målsætninger", "A: omsættes i Transportpolitik", "B: bliver til målet »500 flere unge i fritidsjob«", "1 politik bestilles", "2 forslag gemmes til næste år"]) await says(page, said);
      await press(page, "Afslut seminaret");
      const results = page.locator("#resultat ol > li");
      assert.equal(await results.count(), 2);
      assert.equal(await results.filter({ hasText: "Venter på beslutning" }).count(), 2);
      await says(page, "Mangler at blive besluttet.");
      const back = await page.goto(`${HERE}/afslut`);
      assert.equal(new URL(back.url()).pathname, HERE, "what is concluded is not concluded again");
    });
  });
}
