// A year in Sorø, through its three levels: the council and the executive board, the board and a centre, the centre and two
// institutions; then a round that asks only for what is off course, and its way back up.

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { answerCounter, approve, counter, draftAgreement, draftGoal, hear, move, sealHolds, sign, takeIn, writeAgreement } from "../lib/agreeing.mjs";
import { about, acceptAll, answerAbove, answerBelow, assess, close, frozen, gather, goalsOf, openRound, sendBack, submit } from "../lib/reporting.mjs";
import { cast, follow, numberOf, open, press, says, see, send, sender, state, unitOf, way, write } from "../lib/year.mjs";

const SLUG = "soroe";
const MEASURED = (text, value) => ({ "criterion-1-text": text, "criterion-1-comparator": "at-least", "criterion-1-value": value, "criterion-1-unit": "%" });
const TOP = "Borgerne får svar den dag, de spørger";
const MIDDLE = "Forældre får svar samme dag";
const OWN = "Ude hver dag, også når det regner";
const FRAMES = { board: "1.900.000.000", centre: "412.000.000", house: "9.400.000" };
const REASON = "Skolen har selv valgt at svare på én fast time om dagen, og det virker.";
const FACT = "I oktober kom vi ud 12 dage af 22.";
const CAUSE = "Regntøjet rækker ikke, og vi venter på hinanden.";
const ASKED = "Vi har brug for et tørrerum i to børnehuse.";

export function soroeYear(run) {
  describe("a year in Sorø, through three levels", () => {
    const people = cast(run, SLUG);
    const units = {};
    const goals = {};
    const agreements = {};
    let round = "";
    after(() => people.close());

    /** Talked about, sent forward, signed by both and approved. */
    async function settle(agreement, { agent, principal, decides, decision, title }) {
      await move(agent, agreement, "send");
      await sign(agent, agreement, [title]);
      await approve(decides, agreement, decision);
      await state(decides, "Godkendt");
      await sign(principal, agreement, [title]);
      await sealHolds(principal, agreement);
    }

    it("begins between the council and the executive board", async () => {
      const executive = await people.page("kommunaldirektoer");
      for (const [key, name] of Object.entries({ council: "Sorø Byråd", board: "Direktionen", centre: "Børn og Unge", house: "Pedersborg Børnehus", school: "Skolen i Stenlille" })) units[key] = await unitOf(executive, SLUG, name);
      goals.top = await draftGoal(executive, SLUG, { spec: "direktionsmaal", unit: units.board, under: await numberOf(executive, SLUG, "Sundhed"), title: TOP, due: "31/12-2012", ...MEASURED("Spørgsmål, der får svar samme dag", "80") });
      agreements.board = await draftAgreement(executive, SLUG, { kind: "direktionsaftale", agent: units.board, from: 2011 });
      await takeIn(executive, agreements.board, [goals.top]);
      await writeAgreement(executive, agreements.board, { "section-0": "Ét mål for alle centre.", frame: FRAMES.board, "frame-source": "Budget 2011" });
      await move(executive, agreements.board, "dialog");
      const mayor = await people.page("borgmester");
      await counter(mayor, agreements.board, goals.top, { about: "due", value: "31/12-2011", because: "Byrådet vil se det i denne periode." });
      await answerCounter(executive, agreements.board, { about: "due", reply: "change", value: "30/6-2012", answer: "Et halvt år kan vi hente." });
      await settle(agreements.board, { agent: executive, principal: mayor, decides: await people.page("konsulent"), decision: { case: "EKS-2011-01", decided: "Aftalen for 2011 er indgået." }, title: TOP });
    });

    it("goes on between the board and the centre, which takes the board's goal over", async () => {
      const head = await people.page("centerchef-boern-og-unge");
      goals.middle = await draftGoal(head, SLUG, { spec: "centermaal", unit: units.centre, under: goals.top, title: MIDDLE, due: "30/6-2012", ...MEASURED("Forældre, der får svar samme dag", "85") });
      agreements.centre = await draftAgreement(head, SLUG, { kind: "centeraftale", agent: units.centre, from: 2011 });
      await takeIn(head, agreements.centre, [goals.middle]);
      await writeAgreement(head, agreements.centre, { frame: FRAMES.centre, "frame-source": "Budget 2011, Børn og Unge" });
      await move(head, agreements.centre, "hoer");
      await hear(head, agreements.centre, { group: "employees", from: "Centrets medarbejdermøde", text: "Vi kan svare hurtigere, hvis der er færre indgange." });
      await move(head, agreements.centre, "dialog");
      const executive = await people.page("kommunaldirektoer");
      await settle(agreements.centre, { agent: head, principal: executive, decides: executive, decision: { body: units.board, on: "16/11-2009", case: "EKS-2011-02" }, title: MIDDLE });
      await open(head, `/${SLUG}/maal/${goals.middle}`);
      await state(head, "Vedtaget");
    });

    it("ends between the centre and its institutions: one takes the centre's goal up, the other declines with a reason", async () => {
      const head = await people.page("centerchef-boern-og-unge");
      const house = await people.page("leder-pedersborg");
      const school = await people.page("skoleleder-stenlille");
      await write(head, `/${SLUG}/maal/${goals.middle}/stil-til`, { unit: [units.house, units.school] });
      await write(house, `/${SLUG}/maal/${goals.middle}/svar?enhed=${units.house}`, { answer: "taken-up" });
      await write(school, `/${SLUG}/maal/${goals.middle}/svar?enhed=${units.school}`, { answer: "declined", reason: REASON });
      await open(head, `/${SLUG}/maal/${goals.middle}`);
      await says(head, REASON);

      goals.own = await draftGoal(house, SLUG, { spec: "institutionsmaal", unit: units.house, title: OWN, text: "Alle børn er ude mindst to timer hver dag.", due: "31/12-2011", ...MEASURED("Dage, hvor alle har været ude to timer", "90") });
      agreements.house = await draftAgreement(house, SLUG, { kind: "institutionsaftale", agent: units.house, from: 2011 });
      await takeIn(house, agreements.house, [goals.middle, goals.own]);
      await writeAgreement(house, agreements.house, { frame: FRAMES.house, "frame-source": "Budget 2011, Pedersborg Børnehus" });
      await move(house, agreements.house, "hoer");
      await hear(await people.page("paedagog-pedersborg"), agreements.house, { group: "employees", from: "Personalemøde", text: "Vi vil gerne ud, men der mangler regntøj." });
      await hear(await people.page("foraelder-pedersborg"), agreements.house, { group: "user-board", from: "Forældrebestyrelsen", text: "Vi giver tøj med hjemmefra." });
      await move(house, agreements.house, "dialog");
      await settle(agreements.house, { agent: house, principal: head, decides: head, decision: { body: units.centre, on: "16/11-2009", case: "EKS-2011-03" }, title: OWN });
    });

    it("asks in a round of deviations only for what is off course", async () => {
      const consultant = await people.page("konsulent");
      round = await openRound(consultant, SLUG, {
        key: "byraad-2", year: 2010,
        dates: { "cut-off": "31/10-2009", "deadline-institution": "9/11-2009", "deadline-center": "23/11-2009", "deadline-direktion": "30/11-2009" },
      });
      await state(consultant, "Åben");

      const house = await people.page("leder-pedersborg");
      const mine = await goalsOf(house, round);
      assert.ok(mine.includes(goals.own), `the new goal is asked: ${mine}`);
      await about(house, goals.own, { mark: "not-met", outlook: "at-risk", fact: FACT, cause: CAUSE, action: "Vi prøver." });
      for (const goal of mine.filter((one) => one !== goals.own)) await about(house, goal, { mark: "not-yet", outlook: "on-course" });
      await submit(house);

      const head = await people.page("centerchef-boern-og-unge");
      assert.ok((await goalsOf(head, round)).includes(goals.middle));
      for (const goal of await goalsOf(head, round)) await about(head, goal, { mark: "not-yet", outlook: "on-course" });
      await submit(head);
      await sendBack(head, round, goals.own, "Hvem skaffer regntøjet, og hvornår?");
      await open(house, `${round}/min`);
      await says(house, "Hvem skaffer regntøjet, og hvornår?");
      await about(house, goals.own, { action: "Souschefen køber regntøj til alle inden den 1. december." });
      await submit(house);
      await acceptAll(head, round, units.centre);

      // The school has said nothing: late at its level, silent in the count, and not green.
      await open(head, `${round}/mangler?enhed=${units.centre}`);
      await says(head, "Skolen i Stenlille");
      await open(head, `${round}?enhed=${units.centre}`);
      await see(head, head.locator("#afvigelser ~ ul").getByText(CAUSE));
    });

    it("is assessed level by level, summed up for the council, answered and closed", async () => {
      const head = await people.page("centerchef-boern-og-unge");
      const executive = await people.page("kommunaldirektoer");
      await assess(head, round, units.centre, { text: "Det går, men børnene kommer ikke nok ud i Pedersborg.", asked: ASKED });
      await assess(executive, round, units.board, { text: "Ét center melder om afvigelser.", asked: "Byrådet bedes tage stilling til tørrerummene." });
      const mayor = await people.page("borgmester");
      await open(mayor, `${round}/resume?enhed=${units.council}`);
      for (const text of [OWN, CAUSE]) await says(mayor, text);
      await answerBelow(mayor, round, units.council, { to: units.board, kind: "question", text: "Hvad koster to tørrerum?" });
      await answerAbove(executive, round, units.board, "To gange 60.000 kr. inden for centrets ramme.");

      const consultant = await people.page("konsulent");
      await gather(consultant, round);
      await close(consultant, round);
      await state(consultant, "Lukket");
      const bytes = await frozen(consultant, round, units.council);
      assert.match(bytes.toString(), /Regntøjet rækker ikke/);

      // After the budget the centre's frame is another: edition 2, and the frozen page is as it was.
      await open(head, agreements.centre);
      await follow(head, way(head, "/aendring"));
      await send(head, { reason: "Budgettet blev vedtaget med 2 mio. kr. til børnehusene." });
      await writeAgreement(head, agreements.centre, { frame: "414.000.000", "frame-source": "Vedtaget budget 2011, Børn og Unge" });
      await move(head, agreements.centre, "dialog");
      await settle(agreements.centre, { agent: head, principal: executive, decides: executive, decision: { body: units.board, on: "16/11-2009", case: "EKS-2011-09" }, title: MIDDLE });
      await open(mayor, `${agreements.centre}/forskel?fra=1&til=2`);
      await see(mayor, mayor.locator("main del", { hasText: "412.000.000" }));
      await see(mayor, mayor.locator("main ins", { hasText: "414.000.000" }));
      assert.deepEqual(await frozen(consultant, round, units.council), bytes);
    });

    it("ends with next year's drafts at all three levels", async () => {
      const executive = await people.page("kommunaldirektoer");
      for (const [who, kind, name] of [
        [executive, "direktionsaftale", "Direktionen"],
        [await people.page("centerchef-boern-og-unge"), "centeraftale", "Børn og Unge"],
        [await people.page("leder-pedersborg"), "institutionsaftale", "Pedersborg Børnehus"],
      ]) {
        await open(who, `/${SLUG}/aftaler/naeste-aar?aar=2011&slags=${kind}`);
        await see(who, who.locator("main").getByRole("link", { name }));
        await press(who, sender(who));
        await open(who, `/${SLUG}/aftaler?aar=2012&slags=${kind}`);
        await see(who, who.locator("main table, main ul").getByRole("link", { name }));
      }
    });
  });
}
