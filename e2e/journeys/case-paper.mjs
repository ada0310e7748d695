// A case leaves Pejl as a Word document, and another program than ours reads it back: headings, the recommendation, the table.

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import mammoth from "mammoth";
import { printsWell } from "../lib/checks.mjs";
import { cast, open, says } from "../lib/year.mjs";

const CASE = "/silkeborg/sager/S-2019-008";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export function casePaper(run) {
  describe("a case for the agenda system", () => {
    const people = cast(run, "silkeborg");
    after(() => people.close());

    it("is read on the page with its dates by law, and on paper", async () => {
      const page = await people.page("konsulent");
      await open(page, CASE);
      await says(page, "onsdag den 20. november 2019");
      await says(page, "torsdag den 21. november 2019");
      await printsWell(page);
    });

    it("is a Word document whose headings are headings and whose table has a header row", async () => {
      const page = await people.page("konsulent");
      const answer = await page.request.get(`${run.url}${CASE}.docx`);
      assert.equal(answer.status(), 200);
      assert.equal(answer.headers()["content-type"], DOCX);
      const { value: html, messages } = await mammoth.convertToHtml({ buffer: await answer.body() });
      assert.deepEqual(messages.filter((one) => one.type === "error"), []);
      const headings = [...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/g)].map(([, level, text]) => [level, text.replace(/<[^>]+>/g, "")]);
      assert.ok(headings.some(([, text]) => text === "Indstilling"), JSON.stringify(headings));
      assert.ok(headings.some(([, text]) => text === "Sagsfremstilling"), JSON.stringify(headings));
      assert.match(html, /handicap- og psykiatripolitikken vedtages/);
      assert.match(html, /<thead>[\s\S]*?<th/);
      assert.match(html, /Kommunens kørsel bliver fossilfri/);
    });
  });
}
