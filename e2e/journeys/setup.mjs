// The administrator brings the organisation in from a spreadsheet, looks before it is done, and undoes it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { as } from "../lib/browser.mjs";

const IMPORTS = "/silkeborg/opsaetning/indlaesning";

/** Two new schools, as a payroll system writes them: semicolons, Danish letters in Windows-1252. */
const file = (department, name) => Buffer.from(`enhed_uuid;navn;niveau;overenhed;gyldig fra\n${name}-1;${name};institution;${department};01-01-2018\n${name}-2;Østre ${name};institution;${department};01-01-2018\n`, "latin1");

export function setup(run) {
  describe("an administrator in Silkeborg", () => {
    for (const [how, options] of [["with scripts", {}], ["without scripts", { scripts: false }]]) {
      it(`imports units, sees first what will change, does it and undoes it, ${how}`, async () => {
        await as(run.browser, run.url, "silkeborg.administrator", options, async (page) => {
          const name = `Prøveskolen ${options.scripts === false ? "to" : "et"}`;
          await page.goto("/silkeborg/soeg?q=Skoleafdelingen");
          const department = /E-\d+/.exec(await page.getByRole("link", { name: "Skoleafdelingen", exact: true }).first().getAttribute("href"))[0];
          const found = async () => {
            await page.goto(`/silkeborg/opsaetning/organisation?navn=${encodeURIComponent(name)}`);
            return page.locator("main").getByRole("link", { name, exact: true }).count();
          };

          await page.goto(IMPORTS);
          await page.locator("#f-file").setInputFiles({ name: "enheder.csv", mimeType: "text/csv", buffer: file(department, name) });
          await page.locator("main form button.button-primary").click();
          await page.locator("tr.is-new", { hasText: `Østre ${name}` }).waitFor(); // read with its letters, not yet done
          const preview = page.url();
          assert.equal(await found(), 0, "nothing has happened yet");

          await page.goto(preview);
          await page.locator("main form[action$='/koer'] button").click();
          // Without scripts the page is opened again until it is done; with them it comes by itself.
          const undo = page.locator("main form[action$='/fortryd'] button");
          if (options.scripts === false) while (!(await undo.count())) await page.goto(preview);
          await undo.waitFor();
          assert.equal(await found(), 1, "done");

          await page.goto(preview);
          await undo.click();
          await page.locator("main h1").waitFor();
          assert.equal(await found(), 0, "undone");
        });
      });
    }
  });
}
