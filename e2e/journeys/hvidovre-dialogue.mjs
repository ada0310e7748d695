// Hvidovre's dialogue: from a committee's briefing through a meeting across committees and kinds of units, noted by two people
// and shown on a projector, to an adopted guidepost and a school's adopted goal, and back up to what was said.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { draftGoal } from "../lib/agreeing.mjs";
import { NARROWEST, PHONE, WIDE } from "../lib/browser.mjs";
import { axe, noSidewaysScroll, printsWell, sound, soundPage } from "../lib/checks.mjs";
import { cast, deed, fill, follow, loads, open, press, says, see, send, settledAt, state, unitOf, way } from "../lib/year.mjs";

const SLUG = "hvidovre";
const MEETING = "Fælles dialogmøde om vejen til skole";
const TECHNICAL = "Teknik- og Miljøudvalget";
const CHILDREN = "Børne- og Undervisningsudvalget";
const SCHOOL = "Eksempelskolen Nord";
const ABSENT = "Eksempelskolen Syd";
const PERMITS = "Byggesag";
const LEFT_OUT = "Mindst 70 % af ansøgningerne er fuldstændige fra begyndelsen";
const OPENING = "Tag stilling til, om byggetrafikken kan holdes fra skolevejene, mens børnene går til skole.";
const NEEDS = "At vide, hvornår børnene går, når vi giver tilladelse til tung trafik.";
const FROM_STAFF = "Børnene siger selv, hvor de er bange for at krydse.";
const FROM_BOARD = "Forældrene vil gå vagt ved krydset, hvis kommunen giver dem en vest.";
/** What is said at the meeting, by kind and by unit. */
const SAID = {
  first: { speaker: "unit", unit: SCHOOL, text: "Det er bilerne foran porten, der gør det utrygt." },
  away: { speaker: "employee", unit: SCHOOL, text: "De mindste tør ikke krydse, når bilerne holder i to rækker." },
  awayToo: { speaker: "unit", unit: PERMITS, text: "Vi kan skrive tidspunkter ind i en byggetilladelse." },
  answerLost: { speaker: "board", unit: SCHOOL, text: "Forældrene gør det, naboen gør. Vi skal gøre det sammen." },
  atOnce: { speaker: "unit", unit: SCHOOL, text: "Vi prøver det af i april, i de to uger omkring påske." },
  second: { speaker: "politician", unit: CHILDREN, text: "Et barn skal kunne gå alene i skole, når det er otte år." },
  plain: { speaker: "administration", unit: TECHNICAL, text: "Krydset kan bygges om for det, der er afsat i 2021." },
};
const FIRST = { title: "Færre biler ved skolerne", text: "Bilerne skal væk fra skolernes porte." };
const GUIDEPOST = { title: "Børn går trygt til skole", text: "Når et barn er otte år, kan det gå alene i skole, og dets forældre er trygge ved det." };
const MINUTES = "Udvalgene og enhederne mødtes i aulaen og gik selv ud til krydset.";
const COMMENT = "Skriv gerne, at aftalen om tidspunkter også gælder private bygherrer.";
const GOAL = "Vi går de sidste 300 meter";

/** The names of everybody in the demonstration's municipality. */
function people() {
  const path = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "demo", SLUG, "organisation.toml");
  return [...readFileSync(path, "utf8").matchAll(/\[\[person\]\][^[]*?\nname = "([^"]+)"/g)].map(([, name]) => name);
}

export function hvidovreDialogue(run) {
  describe("Hvidovre's dialogue, from a briefing to a school's goal", () => {
    const team = cast(run, SLUG);
    const numbers = {};
    let meeting = "";
    let paper = "";
    after(() => team.close());

    const said = (page, text) => page.locator("#sagt li", { hasText: text });
    /** Notes a line as the scribe does: chooses who, writes, Enter. The page stays where it is. */
    async function note(page, line) {
      await fill(page, line);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator('main [name="text"]').first().inputValue(), "", "the next line can be written at once");
    }
    const adopt = async (page, element, decision) => {
      await open(page, element);
      await state(page, "Foreslået");
      await follow(page, way(page, "/vedtag"));
      await send(page, decision);
      await state(page, "Vedtaget");
    };

    it("begins with the administration writing the committee's briefing, drawn from what is known", async () => {
      const consultant = await team.page("konsulent");
      await open(consultant, `/${SLUG}/moeder/briefing`);
      await send(consultant, { udvalg: TECHNICAL, aar: "2020" });
      paper = settledAt(consultant);
      assert.match(paper, /\/moeder\/briefing\/E-\d+\/2020$/);
      const row = consultant.locator("#meetings li", { hasText: MEETING });
      await see(consultant, row);
      await see(consultant, row.getByRole("link", { name: "mødet" }));

      // Nobody but those who write it sees it yet.
      const member = await team.page("udvalgsmedlem");
      await open(member, paper);
      await says(member, "Ingen briefing endnu");

      await follow(consultant, way(consultant, "/ret"));
      await sound(consultant);
      await fill(consultant, { "text-opening": OPENING });
      await consultant.locator("label", { hasText: LEFT_OUT }).click();
      await press(consultant, "Gem");
      await says(consultant, OPENING);
      assert.equal(await consultant.locator("#figures li", { hasText: LEFT_OUT }).count(), 0, "what is left out is left out");
    });

    it("hears the units: a leader prepares, an employee and a board member give input", async () => {
      const leader = await team.page("afdelingsleder");
      await open(leader, `/${SLUG}`);
      await see(leader, leader.locator("main").getByRole("link", { name: `Forbered »${MEETING}«` }));
      await open(leader, `/${SLUG}/moeder`);
      await follow(leader, leader.locator("main").getByRole("link", { name: MEETING }));
      meeting = settledAt(leader);
      await state(leader, "Inviteret");
      await see(leader, leader.locator(".pj-kicker").getByText("Model 2: forskellige typer sammen"));
      await says(leader, "Valgt af udvalget 25. november 2019");
      await says(leader, "2 af 4 enheder er klar");
      await follow(leader, leader.locator("#enheder").getByRole("link", { name: `Forbered ${PERMITS}` }));
      await sound(leader);
      await send(leader, { needs: NEEDS, ready: "1" });
      await says(leader, "3 af 4 enheder er klar");
      await open(leader, `/${SLUG}`);
      assert.equal(await leader.getByRole("link", { name: `Forbered »${MEETING}«` }).count(), 0, "what is ready is no task");

      for (const [login, from, text] of [["medarbejder", "employees", FROM_STAFF], ["bestyrelse", "board", FROM_BOARD]]) {
        const page = await team.page(login);
        await open(page, meeting);
        await follow(page, page.locator("#enheder").getByRole("link", { name: `Forbered ${SCHOOL}` }));
        assert.equal(await page.locator('main [name="needs"]').count(), 0, "the preparation itself is the leader's");
        await fill(page, { from, text });
        await press(page, deed(page, "/input"));
        await says(page, text);
        await open(page, `${meeting}/forberedelse/${await unitOf(page, SLUG, PERMITS)}`);
        assert.equal(await page.locator("main form").count(), 0, "nor has anybody a say in another unit's");
      }
      const school = await team.page("skoleleder");
      await open(school, meeting);
      for (const text of [FROM_STAFF, FROM_BOARD]) await see(school, school.locator("#enheder").getByText(text));
    });

    it("draws the briefing again with what the units say, sends it, and the committee reads it, sealed", async () => {
      const consultant = await team.page("konsulent");
      await open(consultant, paper);
      await press(consultant, deed(consultant, "/hent"));
      const voices = consultant.locator("#voices");
      await see(consultant, voices.getByText(NEEDS));
      await see(consultant, voices.getByRole("link", { name: "enhedens forberedelse" }));
      await says(consultant, OPENING);
      assert.equal(await consultant.locator("#figures li", { hasText: LEFT_OUT }).count(), 0, "what was written and left out stays so");
      await press(consultant, deed(consultant, "/send"));
      await says(consultant, "Papiret er uændret, siden det blev sendt.");
      const again = await consultant.goto(`${paper}/ret`);
      assert.equal(again.status(), 404, "what was sent is not written in again");

      const member = await team.page("udvalgsmedlem");
      await open(member, paper);
      for (const text of [OPENING, NEEDS, "Papiret er uændret, siden det blev sendt."]) await says(member, text);
      assert.equal(await member.locator("main form").count(), 0, "to read, not to write");
      await soundPage(member);
      await axe(member);
      await printsWell(member);
      const sources = await member.locator(".pj-paper a").evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")))]);
      assert.ok(sources.length >= 6, `every line says where it is from: ${sources}`);
      for (const href of sources) assert.equal((await member.request.get(href)).status(), 200, href);

      // The chair of the other committee that holds the meeting has its own, from the meeting's page.
      const chair = await team.page("udvalgsformand");
      await open(chair, meeting);
      await follow(chair, chair.locator("main").getByRole("link", { name: "Udvalgets briefing" }));
      await says(chair, "Sendt 16. januar 2020");
      await says(chair, "Papiret er uændret, siden det blev sendt.");
      await see(chair, chair.locator("#opening").getByText("Udvalget mødes den 20. januar"));
      assert.equal(await chair.locator("main form").count(), 0, "to read, not to write");
    });

    it("opens the meeting, and notes lines that are typed while the net is away, once each", async () => {
      const scribe = await team.page("konsulent");
      await open(scribe, meeting);
      await press(scribe, "Åbn mødet");
      assert.equal(settledAt(scribe), `${meeting}/referent`);
      await state(scribe, "I gang");
      await sound(scribe);
      await follow(scribe, scribe.locator(".pj-scribe-items").getByRole("link", { name: "Enhederne fortæller" }));
      await note(scribe, SAID.first);
      await see(scribe, said(scribe, SAID.first.text).getByText(`Leder fra ${SCHOOL}`));

      const unsent = scribe.locator("[data-unsent]");
      await scribe.context().setOffline(true);
      for (const line of [SAID.away, SAID.awayToo]) await note(scribe, line);
      await see(scribe, unsent.getByText("Ikke sendt endnu. Linjerne ligger trygt i browseren og sendes, når nettet er tilbage."));
      assert.equal(await unsent.locator("li").count(), 2);
      for (const line of [SAID.away, SAID.awayToo]) assert.equal(await said(scribe, line.text).count(), 0);
      await axe(scribe);
      await scribe.context().setOffline(false);
      for (const line of [SAID.away, SAID.awayToo]) await see(scribe, said(scribe, line.text));
      assert.equal(await unsent.locator("li").count(), 0);

      // The line comes in, the answer does not, and the page is opened anew: it is sent again, and is still one line.
      let times = 0;
      await scribe.route("**/referent/indlaeg*", async (route) => {
        times += 1;
        if (times > 1) return route.continue();
        await route.fetch();
        return route.abort("internetdisconnected");
      });
      await note(scribe, SAID.answerLost);
      await see(scribe, unsent.getByText(SAID.answerLost.text));
      await scribe.reload();
      await see(scribe, said(scribe, SAID.answerLost.text));
      await scribe.waitForFunction(() => !document.querySelector("[data-unsent] li"));
      assert.equal(times, 2);
      await scribe.unroute("**/referent/indlaeg*");

      await open(scribe, `${meeting}/referent?punkt=2`);
      for (const line of [SAID.first, SAID.away, SAID.awayToo, SAID.answerLost]) assert.equal(await said(scribe, line.text).count(), 1, line.text);
      assert.deepEqual(
        (await scribe.locator("#sagt .pj-said .pj-prose").allInnerTexts()).map((text) => text.trim()),
        [SAID.answerLost, SAID.awayToo, SAID.away, SAID.first].map((line) => line.text),
        "in the order they were typed, the latest first",
      );
    });

    it("is noted by a second scribe at the same time, and by one without scripts", async () => {
      const scribe = await team.page("konsulent");
      const second = await team.page("centerchef");
      await open(second, `${meeting}/referent?punkt=3`);
      await Promise.all([note(second, SAID.second), note(scribe, SAID.atOnce)]);
      await scribe.locator('main [name="text"]').first().fill("Halvt skrevet");
      await see(second, said(second, SAID.second.text).getByText(`Politiker fra ${CHILDREN}`));
      await see(scribe, said(scribe, SAID.second.text));
      await see(second, said(second, SAID.atOnce.text));
      assert.equal(await scribe.locator('main [name="text"]').first().inputValue(), "Halvt skrevet", "what I write is not touched by what another writes");

      const plain = await team.page("udvalgsformand", { viewport: NARROWEST, scripts: false });
      await open(plain, meeting);
      await follow(plain, plain.locator("main").getByRole("link", { name: "Referér mødet" }));
      await follow(plain, plain.locator(".pj-scribe-items").getByRole("link", { name: "Udvalgenes ønsker" }));
      await fill(plain, SAID.plain);
      await press(plain, "Skriv det ned");
      await see(plain, said(plain, SAID.plain.text).getByText(`Forvaltning fra ${TECHNICAL}`));
      assert.ok(settledAt(plain).endsWith("/referent") && plain.url().includes("punkt=3"), "at the same item");
      await noSidewaysScroll(plain);
      await scribe.setViewportSize(PHONE);
      await noSidewaysScroll(scribe);
      await scribe.setViewportSize(WIDE);
      for (const line of Object.values(SAID)) assert.equal(await said(plain, line.text).count(), 1, line.text);
      await see(scribe, said(scribe, SAID.plain.text));

      // Who came: one school did not.
      const there = plain.locator(".pj-scribe-there");
      await there.locator("summary").click();
      await there.locator("label", { hasText: ABSENT }).click();
      await press(plain, deed(plain, "/fremmoede"));
      await says(plain, "3 af 4 enheder er mødt");
    });

    it("words a guidepost from what was said and words it otherwise, on the projector as it happens", async () => {
      const board = await team.page("sekretariatschef", { viewport: { width: 1920, height: 1080 } });
      await open(board, meeting);
      await follow(board, board.locator("main").getByRole("link", { name: "Vis på tavlen" }));
      const heading = board.getByRole("heading", { level: 1 });
      assert.equal(await heading.innerText(), "Opfølgning på sidste års mål");
      await loads(board, () => board.keyboard.press("ArrowRight"));
      assert.equal(await heading.innerText(), "Enhederne fortæller: status, vilkår og udfordringer");
      for (const line of [SAID.first, SAID.away, SAID.awayToo, SAID.answerLost]) await says(board, line.text);
      await loads(board, () => board.keyboard.press("ArrowRight"));
      assert.equal(await heading.innerText(), "Udvalgenes ønsker");
      await says(board, SAID.second.text);
      await loads(board, () => board.keyboard.press("ArrowLeft"));
      assert.equal(await heading.innerText(), "Enhederne fortæller: status, vilkår og udfordringer");

      const scribe = await team.page("konsulent");
      await open(scribe, `${meeting}/referent?punkt=4`);
      for (const line of [SAID.first, SAID.away, SAID.second]) await said(scribe, line.text).locator("> label").click();
      await fill(scribe, { title: FIRST.title, "draft-text": FIRST.text });
      await scribe.getByRole("button", { name: "Gem pejlemærket" }).click();
      const draft = scribe.locator("#udkast-liste li", { hasText: FIRST.title });
      await see(scribe, draft.getByText("Fra 3 linjer"));
      const shown = board.locator("section[aria-labelledby=tavle-udkast]");
      await see(board, shown.getByText(FIRST.title));

      await follow(scribe, draft.getByRole("link", { name: /^Omformulér/ }));
      await sound(scribe);
      await send(scribe, { title: GUIDEPOST.title, "draft-text": GUIDEPOST.text });
      await see(scribe, scribe.locator("#udkast-liste li", { hasText: GUIDEPOST.title }).getByText("Ordlyd 2"));
      await see(board, shown.getByText(GUIDEPOST.title));
      assert.equal(await shown.getByText(FIRST.title).count(), 0, "only as it is worded now");

      await sound(board);
      for (const width of [{ width: 1920, height: 1080 }, { width: 1280, height: 800 }, PHONE, NARROWEST]) {
        await board.setViewportSize(width);
        await noSidewaysScroll(board);
      }
    });

    it("ends the meeting, sends the minutes to those who were there, takes a comment in and has them approved", async () => {
      const scribe = await team.page("konsulent");
      await open(scribe, meeting);
      await press(scribe, deed(scribe, "/slut"));
      await state(scribe, "Referat skrives");
      await follow(scribe, way(scribe, "/referat"));
      await fill(scribe, { minutes: MINUTES });
      await press(scribe, deed(scribe, "/referat/skriv"));

      const leader = await team.page("afdelingsleder");
      await open(leader, `${meeting}/referat`);
      assert.equal(await leader.getByText(MINUTES).count(), 0, "a draft is the scribe's");
      assert.equal(await leader.locator('main [name="comment"]').count(), 0);

      await press(scribe, deed(scribe, "/referat/send"));
      await state(scribe, "Til kommentarer");
      await open(leader, meeting);
      await follow(leader, leader.locator("main").getByRole("link", { name: "Læs og kommentér referatet" }));
      for (const line of [{ text: MINUTES }, ...Object.values(SAID)]) await says(leader, line.text);
      await sound(leader);
      await send(leader, { comment: COMMENT });
      await see(leader, leader.locator("#kommentarer").getByText(COMMENT));

      const outsider = await team.page("plejecenterleder");
      await open(outsider, `${meeting}/referat`);
      assert.equal(await outsider.locator('main [name="comment"]').count(), 0, "who was not there does not comment");

      await open(scribe, `${meeting}/referat`);
      await press(scribe, deed(scribe, "/indarbejd"));
      await state(scribe, "Indarbejdes");
      await fill(scribe, { minutes: `${MINUTES}\n\nAftalen om tidspunkter gælder også private bygherrer.` });
      await press(scribe, deed(scribe, "/referat/skriv"));

      const chair = await team.page("udvalgsformand");
      await open(chair, `/${SLUG}`);
      await follow(chair, chair.locator("main").getByRole("link", { name: `Godkend referatet af »${MEETING}«` }));
      await press(chair, deed(chair, "/godkend"));
      await state(chair, "Godkendt");
      await says(chair, "gælder også private bygherrer");
      assert.equal(await chair.locator("main form").count(), 0, "what is approved stands");
    });

    it("says to everybody who reads the minutes which unit did not come", async () => {
      for (const login of ["udvalgsformand", "afdelingsleder"]) {
        const page = await team.page(login);
        await open(page, `${meeting}/referat`);
        const facts = await page.locator(".pj-facts").first().innerText();
        assert.match(facts, new RegExp(`Deltog ikke\\s+${ABSENT}`), login);
        assert.doesNotMatch(facts, new RegExp(`Til stede\\s+.*${ABSENT}`), login);
      }
    });

    it("puts the guidepost before the committee, which adopts it by a decision", async () => {
      const scribe = await team.page("konsulent");
      await open(scribe, meeting);
      await follow(scribe, scribe.locator("#pejlemaerker").getByRole("link", { name: /^Foreslå udvalget/ }));
      await says(scribe, SAID.second.text);
      await sound(scribe);
      await send(scribe, { owner: CHILDREN });
      const link = scribe.locator("#pejlemaerker li", { hasText: GUIDEPOST.title }).locator("a.pj-number");
      numbers.guidepost = (await link.innerText()).trim();
      const href = await link.getAttribute("href");

      await adopt(await team.page("udvalgsformand"), href, { case: "EKS-2020-30", decided: "Pejlemærket blev vedtaget." });
      await open(scribe, meeting);
      await see(scribe, scribe.locator("#pejlemaerker").getByText("Vedtaget", { exact: true }));
    });

    it("becomes a school's goal under it, which the committee adopts", async () => {
      const school = await team.page("skoleleder");
      numbers.goal = await draftGoal(school, SLUG, {
        spec: "maal", unit: await unitOf(school, SLUG, SCHOOL), under: numbers.guidepost, title: GOAL,
        text: "Forældre sætter af ved hallen, og børnene går resten sammen.",
        "expected-effect": "Flere børn kommer gående, og færre er utrygge.", "follow-up": "Vi tæller i uge 10 og i uge 40.",
      });
      await press(school, deed(school, "/foreslaa"));
      await state(school, "Foreslået");
      await adopt(await team.page("udvalgsformand"), settledAt(school), { case: "EKS-2020-31", decided: "Målet blev vedtaget." });
    });

    it("shows anybody who reads the goal where it came from, up to what was said, and names nobody", async () => {
      const names = people();
      assert.ok(names.length > 20, "the names are known");
      const named = (text) => names.filter((name) => text.includes(name));
      for (const [login, options] of [["bestyrelse", {}], ["med", { viewport: NARROWEST, scripts: false }]]) {
        const reader = await team.page(login, options);
        await open(reader, `/${SLUG}/maal/${numbers.goal}`);
        const origin = reader.locator("#oprindelse");
        await see(reader, origin.getByRole("heading", { name: "Her kommer det fra" }));
        for (const text of [GUIDEPOST.text, MEETING, `Leder fra ${SCHOOL}`, `Politiker fra ${CHILDREN}`, SAID.first.text, SAID.away.text, SAID.second.text]) {
          await see(reader, origin.getByText(text));
        }
        for (const line of [SAID.awayToo, SAID.plain]) assert.equal(await origin.getByText(line.text).count(), 0, "only what it was worded from");
        assert.deepEqual(named(await origin.innerText()), []);
        await origin.locator("summary").click();
        await see(reader, origin.getByText(FIRST.text));
        await noSidewaysScroll(reader);
        if (!options.viewport) {
          await axe(reader);
          await soundPage(reader);
        }

        // Up the line: the guidepost, the meeting it was worded at, its minutes.
        await follow(reader, origin.getByRole("link", { name: GUIDEPOST.title }));
        await see(reader, reader.getByRole("heading", { level: 1, name: GUIDEPOST.title }));
        await see(reader, reader.locator("#oprindelse").getByText(SAID.second.text));
        await follow(reader, reader.locator("#oprindelse").getByRole("link", { name: MEETING }));
        await see(reader, reader.locator("#sagt").getByText(SAID.second.text));
        for (const part of ["#pejlemaerker", "#sagt"]) assert.deepEqual(named(await reader.locator(part).innerText()), []);
        await follow(reader, reader.locator("main").getByRole("link", { name: "Læs referatet" }));
        await says(reader, MINUTES);
        const wasThere = login === "bestyrelse" ? 1 : 0;
        assert.equal(await reader.locator("#kommentarer").count(), wasThere, "signed comments are for those who were there");
        const minutes = await reader.locator("main").evaluate((main) => {
          const copy = main.cloneNode(true);
          copy.querySelector("#kommentarer")?.remove();
          return copy.textContent;
        });
        assert.ok(Object.values(SAID).every((line) => minutes.includes(line.text)), "every line that was noted, also without a net, is in the minutes");
        assert.deepEqual(named(minutes), []);
      }
    });
  });
}
