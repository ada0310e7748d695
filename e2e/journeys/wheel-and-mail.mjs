// The year reaches people: as a wheel on a page, as a calendar in a program that is not ours, and as one mail in a mail server
// that is not ours.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import ICAL from "ical.js";
import { axe, noSidewaysScroll, printsWell } from "../lib/checks.mjs";
import { PHONE, WIDE } from "../lib/browser.mjs";
import { sendOnce } from "../lib/house.mjs";
import { mailServer } from "../lib/mail.mjs";
import { cast, follow, open, press, says, see, send, way, write } from "../lib/year.mjs";

const MOVED = "Konsulenterne er ude den dag.";

/** What a calendar program makes of an address: its events by name. */
async function calendar(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /^text\/calendar/);
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  assert.equal(new Set(events.map((event) => event.uid)).size, events.length, "every event has an id of its own");
  return events;
}

export function wheelAndMail(run) {
  describe("the year reaches people", () => {
    const silkeborg = cast(run, "silkeborg");
    const hvidovre = cast(run, "hvidovre");
    after(() => Promise.all([silkeborg.close(), hvidovre.close()]));

    it("shows Silkeborg's budget year and Hvidovre's four steps as wheels, lists and tables, wide and narrow, and on paper", async () => {
      for (const [people, slug, year, steps] of [[silkeborg, "silkeborg", 2019, ["Byrådets målseminar", "Budgettets 2. behandling og vedtagelse"]], [hvidovre, "hvidovre", 2020, ["Dialogmøder"]]]) {
        const page = await people.page("konsulent");
        await open(page, `/${slug}/aarshjul?aar=${year}`);
        await see(page, page.locator("svg.pj-wheel-field a.pj-wheel-step"));
        for (const step of steps) await see(page, page.locator(".pj-wheel-list").getByRole("link", { name: new RegExp(step, "i") }));
        for (const size of [WIDE, PHONE]) {
          await page.setViewportSize(size);
          await noSidewaysScroll(page);
        }
        await page.setViewportSize(WIDE);
        await axe(page);
        await printsWell(page);
        const views = await page.locator(".pj-views a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
        assert.equal(views.length, 4);
        for (const view of views.slice(1)) {
          await open(page, view);
          await axe(page);
          await noSidewaysScroll(page);
        }
      }
    });

    it("gives each their own calendar, which follows a step that is moved, and is shut when its address has leaked", async () => {
      const page = await silkeborg.page("konsulent");
      await open(page, "/silkeborg/min-konto");
      await press(page, "Lav en adresse");
      const address = new URL(await page.locator("#f-adresse").inputValue());
      const here = `${run.url}${address.pathname}`;
      const before = await calendar(here);
      const seminar = before.find((event) => event.summary.includes("budgetseminar") && event.startDate.year === 2020);
      assert.ok(seminar, before.map((event) => `${event.summary} ${event.startDate}`).join("\n"));

      await write(page, "/silkeborg/aarshjul/2020/budgetseminar/flyt", { from: "27/8-2020", to: "28/8-2020", reason: MOVED });
      await says(page, MOVED);
      const moved = (await calendar(here)).find((event) => event.uid === seminar.uid);
      assert.equal(moved.startDate.toString(), "2020-08-27");
      assert.equal(moved.endDate.toString(), "2020-08-29", "a calendar's last day is the day after");

      await open(page, "/silkeborg/min-konto");
      await press(page, page.locator('form[action$="/min-konto/kalender/luk"] button'));
      assert.equal((await fetch(here)).status, 404);
    });

    it("writes what waits for each in one mail, in two shapes, and never twice", async () => {
      const server = await mailServer();
      try {
        await sendOnce(run, server.url);
        const first = await server.read();
        assert.ok(first.length > 10, `${first.length} mails`);
        const heads = first.map((mail) => `${mail.envelope.join()} ${mail.subject}`);
        assert.equal(new Set(heads).size, heads.length, "nobody has the same mail twice");
        const leader = first.find((mail) => mail.envelope.includes("skolechef@silkeborg.example"));
        assert.ok(leader, heads.join("\n"));
        assert.match(leader.subject, /^Dine opgaver i uge 47/);
        for (const shape of [leader.text, leader.html]) assert.match(shape, /Silkeborg/);
        assert.match(leader.html, /<html lang="da"/);
        const out = new URL(/https?:\/\/\S+\/afmeld\/[A-Za-z0-9_-]+/.exec(leader.text)[0]).pathname;

        await sendOnce(run, server.url);
        assert.equal((await server.read()).length, first.length, "a second going-round sends nothing");

        const page = await silkeborg.page("laerer");
        await open(page, out);
        await press(page, page.locator("main form button"));
        await says(page, "Der kommer ikke flere påmindelser til skolechef@silkeborg.example");
      } finally {
        await server.close();
      }
    });
  });
}
