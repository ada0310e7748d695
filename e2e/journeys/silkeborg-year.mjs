// A year in Silkeborg, as the people who live it: the committee agreement of the school department and what two schools
// promise from it; the round in which they answer; the committee's words back; the budget that changes the promise; next year.

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { printsWell } from "../lib/checks.mjs";
import { answerCounter, approve, cannotSubmit, counter, draftAgreement, draftGoal, hear, move, sealHolds, sign, signByKeyboard, takeIn, writeAgreement } from "../lib/agreeing.mjs";
import { about, acceptAll, act, answerAbove, answerBelow, assess, close, frozen, gather, goalsOf, openRound, sendBack, submit } from "../lib/reporting.mjs";
import { cast, deed, follow, loads, numberOf, open, press, says, see, send, sender, settledAt, state, unitOf, way, write } from "../lib/year.mjs";

const SLUG = "silkeborg";
const PASSWORD = "en lang adgangssætning til skolen";
const WHOLE_GOAL = { orientation: "development", measure: "effect", "follow-up": "I årsstatus og på dialogmøderne.", responsible: { index: 1 } };
const SHARED = "Alle elever kommer helt med";
const OWN = "Ro til at lære i indskolingen";
const DECLINING = "Læsning i frie fag";
const BECAUSE = "Vi bruger året på læsning i alle fag og kan ikke løfte to ting på én gang.";
const NOTE = "Skriv, hvem der gør hvad inden sommerferien.";
const CAUSE = "To lærere har været syge hele efteråret, og vikarerne kender ikke aftalerne om ro.";
const ASK = "Vi beder udvalget om at tage vikardækningen op i budgettet.";
const QUESTION = "Hvad gør I, for at alle skoler har faste vikarer fra februar?";

export function silkeborgYear(run) {
  describe("a year in Silkeborg", () => {
    const people = cast(run, SLUG);
    const units = {};
    const goals = {};
    const agreements = {};
    let round = "";
    let bytes;
    after(() => people.close());

    it("begins with an agreement that the head of the schools drafts, with its goals, its theme and its frame", async () => {
      const head = await people.page("skolechef");
      for (const [key, name] of Object.entries({ committee: "Børne- og Ungeudvalget", schools: "Skoleafdelingen", balle: "Balleskolen", skaegkaer: "Skægkærskolen" })) units[key] = await unitOf(head, SLUG, name);
      goals.sickness = await numberOf(head, SLUG, "Lavere sygefravær på skolerne");
      goals.shared = await draftGoal(head, SLUG, {
        spec: "udvalgsmaal", unit: units.schools, under: await numberOf(head, SLUG, "Flere unge i uddannelse"), title: SHARED, ...WHOLE_GOAL,
        scope: "cross-cutting", "expected-effect": "Elever, der er ved at blive væk, finder tilbage.", due: "30/6-2022",
        "criterion-1-text": "Elever, der består dansk og matematik", "criterion-1-comparator": "at-least", "criterion-1-value": "95", "criterion-1-unit": "%",
      });
      const agreement = await draftAgreement(head, SLUG, { kind: "udvalgsaftale", agent: units.schools, from: 2021 });
      agreements.schools = agreement;
      await state(head, "Kladde");
      assert.equal(await deed(head, "/send").count(), 0, "a draft is not sent before it has been talked about");
      await takeIn(head, agreement, [goals.shared, goals.sickness]);
      await writeAgreement(head, agreement, {
        [`place-${goals.shared}`]: "own", [`note-${goals.shared}`]: "Skolerne bliver spurgt, om de tager det op.",
        "section-0": "To mål i 2021: at alle kommer med, og at lærerne er raske.",
        frame: "770.000.000", "frame-source": "Budgetforslag 2021, bevilling 41 Skoler",
      });
      await says(head, "770.000.000");
    });

    it("is heard before it is agreed, and not sent forward while its theme is unanswered", async () => {
      const head = await people.page("skolechef");
      await move(head, agreements.schools, "hoer");
      await hear(head, agreements.schools, { group: "user-board", from: "Skolebestyrelsernes fællesmøde den 16. november", text: "Bestyrelserne er enige, men vil have lærerne med fra starten." });
      await move(head, agreements.schools, "dialog");
      const told = await cannotSubmit(head, agreements.schools);
      assert.match(told, /Tværgående mål/, "the theme is named");
      await writeAgreement(head, agreements.schools, { "theme-tvaergaaende-maal": "Ét nyt tværgående mål, som skolerne selv kan svare på. Sygefraværet følger med fra sidste år." });
    });

    it("meets a counter-proposal from the chair of the committee, accepted with a change", async () => {
      const chair = await people.page("udvalgsformand");
      await counter(chair, agreements.schools, goals.shared, { about: "target-0", value: "99", because: "Udvalget vil ikke acceptere, at hver tyvende elev går ud uden at bestå." });
      const head = await people.page("skolechef");
      const told = await cannotSubmit(head, agreements.schools);
      assert.match(told, /venter på den anden parts svar/, "nobody sends it on while a counter-proposal waits");
      await answerCounter(head, agreements.schools, { about: "target-0", reply: "change", value: "97", answer: "97 % kan nås med de lærere, vi har." });
      await open(head, `/${SLUG}/maal/${goals.shared}`);
      await says(head, /97/);
    });

    it("is submitted, signed by both and approved by the committee's decision; the chair signs with the keyboard alone", async () => {
      const head = await people.page("skolechef");
      await move(head, agreements.schools, "send");
      await sign(head, agreements.schools, [SHARED, "770.000.000"]);
      await signByKeyboard(await people.page("udvalgsformand"), agreements.schools);
      const consultant = await people.page("konsulent");
      await approve(consultant, agreements.schools, { case: "EKS-2021-04", decided: "Godkendt som indstillet." });
      await state(consultant, "Godkendt");
      await says(consultant, /EKS-2021-04/);
      await sealHolds(consultant, agreements.schools);
      await open(consultant, `/${SLUG}/maal/${goals.shared}`);
      await state(consultant, "Vedtaget");
      await open(head, agreements.schools);
      await printsWell(head);
    });

    it("puts its cross-cutting goal before two schools: one takes it up, the other declines with a reason", async () => {
      const administrator = await people.page("administrator");
      await open(administrator, `/${SLUG}/opsaetning/adgange/ny?find=${encodeURIComponent("Skægkærskolen")}`);
      await send(administrator, { person: "Skægkærskolen", login: "silkeborg.leder-skaegkaerskolen", password: PASSWORD });

      const head = await people.page("skolechef");
      await open(head, `/${SLUG}/maal/${goals.shared}/stil-til?niveau=institution&type=skole`);
      await send(head, { unit: [units.balle, units.skaegkaer] });

      const balle = await people.page("leder-balleskolen");
      await write(balle, `/${SLUG}/maal/${goals.shared}/svar?enhed=${units.balle}`, { answer: "taken-up" });
      const skaegkaer = await people.page("leder-skaegkaerskolen", { password: PASSWORD, scripts: false });
      await write(skaegkaer, `/${SLUG}/maal/${goals.shared}/svar?enhed=${units.skaegkaer}`, { answer: "declined", reason: BECAUSE });
      await open(head, `/${SLUG}/maal/${goals.shared}`);
      await says(head, BECAUSE);
      // What is put before a school stands in its line of sight; the staff can read it.
      const teacher = await people.page("laerer");
      await open(teacher, `/${SLUG}/aftaler/sigtelinje?enhed=${units.balle}`);
      await teacher.locator("main").getByRole("link", { name: SHARED }).first().waitFor();
    });

    it("is broken down into the two schools' own agreements, heard, agreed and signed", async () => {
      const head = await people.page("skolechef");
      const balle = await people.page("leder-balleskolen");
      const skaegkaer = await people.page("leder-skaegkaerskolen", { password: PASSWORD, scripts: false });
      const teacher = await people.page("laerer");
      const own = (title, unit) => ({
        spec: "institutionsmaal", unit, title, ...WHOLE_GOAL, scope: "own", due: "31/12-2021", "expected-effect": "Eleverne lærer mere.",
        "criterion-1-text": "Elever, der siger, at der er ro", "criterion-1-comparator": "at-least", "criterion-1-value": "80", "criterion-1-unit": "%",
      });
      goals.own = await draftGoal(balle, SLUG, own(OWN, units.balle));
      goals.other = await draftGoal(skaegkaer, SLUG, own(DECLINING, units.skaegkaer));
      agreements.balle = await draftAgreement(balle, SLUG, { kind: "kvalitetsaftale", agent: units.balle, from: 2021 });
      agreements.skaegkaer = await draftAgreement(skaegkaer, SLUG, { kind: "kvalitetsaftale", agent: units.skaegkaer, from: 2021 });
      await takeIn(balle, agreements.balle, [goals.shared, goals.own]);
      await takeIn(skaegkaer, agreements.skaegkaer, [goals.other]);
      await writeAgreement(skaegkaer, agreements.skaegkaer, { "section-0": `Det tværgående mål er valgt fra. ${BECAUSE}` });
      await move(balle, agreements.balle, "hoer");
      await hear(teacher, agreements.balle, { group: "employees", from: "Pædagogisk råd", text: "Vi vil gerne, hvis der er to voksne i 1. klasse." });
      for (const [leader, agreement, title] of [[balle, agreements.balle, OWN], [skaegkaer, agreements.skaegkaer, DECLINING]]) {
        await move(leader, agreement, "dialog");
        await move(leader, agreement, "send");
        await sign(leader, agreement, [title]);
        await approve(head, agreement, { body: units.schools, on: "18/11-2019", case: "EKS-2021-SK" });
        await state(head, "Godkendt");
        await sign(head, agreement, [title]);
        await sealHolds(head, agreement);
      }
    });

    it("is followed up in a round that the consultant plans, moves and opens", async () => {
      const consultant = await people.page("konsulent");
      round = await openRound(consultant, SLUG, {
        key: "aarsstatus", year: 2019,
        dates: { "cut-off": "31/10-2019", "deadline-institution": "8/11-2019", "deadline-afdeling": "25/11-2019", "deadline-stab": "25/11-2019", "deadline-direktion": "2/12-2019" },
      });
      await state(consultant, "Åben");
    });

    it("keeps what a school leader types, also over a reload, and takes it with one goal red", async () => {
      const balle = await people.page("leder-balleskolen");
      const mine = await goalsOf(balle, round);
      assert.ok(mine.includes(goals.own), `the new goal is asked: ${mine}`);
      await about(balle, goals.own, { done: "Vi har lagt skemaet om." });
      await balle.locator("[data-autosave-state]").getByText(/\d{1,2}\.\d{2}/).waitFor();
      await balle.reload();
      assert.equal(await balle.locator(`[name="done-${goals.own}"]`).inputValue(), "Vi har lagt skemaet om.", "typed text is there after a reload");
      await about(balle, goals.own, { mark: "not-met", outlook: "at-risk", fact: "62 % siger, at der er ro. Vi ville nå 80.", cause: CAUSE, action: "Vi gør noget ved det." });
      for (const goal of mine.filter((one) => one !== goals.own)) await about(balle, goal, { mark: "not-yet", outlook: "on-course", done: "Det kan først ses til sommer." });
      await submit(balle);
      await open(balle, `${round}/indberetning/${goals.own}`);
      await state(balle, "Indsendt");
    });

    it("is reported without scripts too, and what is not reported is overdue and silent", async () => {
      const skaegkaer = await people.page("leder-skaegkaerskolen", { password: PASSWORD, scripts: false });
      const mine = await goalsOf(skaegkaer, round);
      assert.ok(mine.length > 1 && mine.includes(goals.other), `several goals are asked: ${mine}`);
      await about(skaegkaer, goals.other, { mark: "met", done: "Alle klasser har læst.", documentation: "assessment", effect: "Lærerne ser flere elever vælge en bog selv." });
      await submit(skaegkaer, `indsend:${goals.other}`);
      goals.silent = mine.find((one) => one !== goals.other);
      const head = await people.page("skolechef");
      await open(head, `${round}/mangler?enhed=${units.schools}`);
      await head.locator("main").getByText("Skægkærskolen").first().waitFor();
      await open(head, `${round}/indberetning/${goals.silent}`);
      await says(head, "Ikke indberettet");
    });

    it("is sent back once with a note, mended and accepted", async () => {
      const head = await people.page("skolechef");
      await sendBack(head, round, goals.own, NOTE);
      const balle = await people.page("leder-balleskolen");
      await open(balle, `/${SLUG}`);
      await open(balle, `${round}/min`);
      await says(balle, NOTE);
      await about(balle, goals.own, { action: "Personalekonsulenten finder to faste vikarer inden 1. februar." });
      await submit(balle);
      await acceptAll(head, round, units.schools);
      await open(head, `${round}/indberetning/${goals.own}`);
      await state(head, "Godkendt");
    });

    it("keeps what is being typed when the round is gathered meanwhile, and says so", async () => {
      const late = await people.page("leder-skaegkaerskolen", { password: PASSWORD });
      await open(late, `${round}/min`);
      await gather(await people.page("konsulent"), round);
      const text = "Vi nåede ikke at skrive det færdigt, men her er, hvad vi ved.";
      await about(late, goals.silent, { done: text });
      const answer = await loads(late, () => act(late, "gem").click());
      assert.equal(answer.status(), 409);
      await late.locator("main .alert-warning").first().waitFor();
      await says(late, text);
    });

    it("is assessed, summed up on one page and answered by the committee with a question that is answered", async () => {
      const head = await people.page("skolechef");
      await assess(head, round, units.schools, { text: "Skolerne er i gang, men roen mangler på Balleskolen.", asked: ASK });
      const chair = await people.page("udvalgsformand");
      await open(chair, `${round}/resume?enhed=${units.committee}`);
      for (const text of [OWN, CAUSE, ASK]) await says(chair, text);
      await printsWell(chair);
      await answerBelow(chair, round, units.committee, { to: units.schools, kind: "question", text: QUESTION });
      await answerAbove(head, round, units.schools, "Vi ansætter ti faste vikarer på tværs af skolerne i januar.");
    });

    it("is closed and frozen: the seal is right, and the page is the same bytes each time", async () => {
      const consultant = await people.page("konsulent");
      await close(consultant, round);
      await state(consultant, "Lukket");
      bytes = await frozen(consultant, round, units.schools);
      assert.match(bytes.toString(), new RegExp(CAUSE.slice(0, 20)));
      await open(consultant, `${round}/sammenlign?med=2018/aarsstatus&enhed=${units.schools}`);
      await open(consultant, `${round}?enhed=${units.schools}`);
      await says(consultant, OWN);
    });

    it("settles what was promised the year before: reported, sent back once and reported again", async () => {
      const balle = await people.page("leder-balleskolen");
      await open(balle, `/${SLUG}/aftaler?aar=2019&slags=kvalitetsaftale`);
      await follow(balle, balle.locator("main").getByRole("link", { name: "Balleskolen" }).first());
      const before = settledAt(balle);
      await write(balle, `${before}/rapport`, { report: "Vi nåede det meste." });
      const head = await people.page("skolechef");
      await open(head, before);
      await state(head, "Afrapporteret");
      await write(head, `${before}/rapport-tilbage`, { note: "Skriv, hvad der ikke blev nået." });
      await write(balle, `${before}/rapport`, { report: "Besøgene er på plads. Læsningen mangler for drengene på 5. årgang." });
      await open(head, before);
      await says(head, "Læsningen mangler for drengene på 5. årgang.");
    });

    it("is changed after the budget: a second edition, with a difference that can be read", async () => {
      const head = await people.page("skolechef");
      await open(head, agreements.schools);
      await follow(head, way(head, "/aendring"));
      await send(head, { reason: "Byrådet vedtog budgettet for 2021 med 6 mio. kr. mindre til skolerne." });
      await writeAgreement(head, agreements.schools, { frame: "764.000.000", "frame-source": "Vedtaget budget 2021, bevilling 41 Skoler" });
      // Others still read what is in force.
      const teacher = await people.page("laerer");
      await open(teacher, agreements.schools);
      await says(teacher, "770.000.000");
      await move(head, agreements.schools, "dialog");
      await move(head, agreements.schools, "send");
      await sign(head, agreements.schools, ["764.000.000"]);
      await approve(await people.page("konsulent"), agreements.schools, { case: "EKS-2021-11", decided: "Tilpasset det vedtagne budget." });
      await sign(await people.page("udvalgsformand"), agreements.schools, ["764.000.000"]);
      await open(teacher, `${agreements.schools}/forskel?fra=1&til=2`);
      await see(teacher, teacher.locator("main del", { hasText: "770.000.000" }));
      await see(teacher, teacher.locator("main ins", { hasText: "764.000.000" }));
      await open(teacher, `${agreements.schools}?udgave=1`);
      await says(teacher, "770.000.000");
    });

    it("ends with next year's drafts, seen before they are made", async () => {
      const head = await people.page("skolechef");
      await open(head, agreements.schools);
      await follow(head, way(head, "/naeste-aar"));
      await see(head, head.getByRole("heading", { level: 1, name: /2022/ }));
      await send(head, { [`valg-${goals.shared}`]: "carry", [`valg-${goals.sickness}`]: "drop" });
      await state(head, "Kladde");
      await says(head, SHARED);
      assert.equal(await head.locator(".pj-agreement section").getByRole("link", { name: "Lavere sygefravær på skolerne" }).count(), 0, "dropped");
      // The schools', both at once.
      await open(head, `/${SLUG}/aftaler/naeste-aar?aar=2021&slags=kvalitetsaftale`);
      for (const school of ["Balleskolen", "Skægkærskolen"]) await head.locator("main").getByRole("link", { name: school }).first().waitFor();
      await press(head, sender(head));
      await open(head, `/${SLUG}/aftaler?aar=2022&slags=kvalitetsaftale`);
      for (const school of ["Balleskolen", "Skægkærskolen"]) await head.locator("main").getByRole("link", { name: school }).first().waitFor();
      // And what was frozen stands as it stood.
      assert.deepEqual(await frozen(await people.page("konsulent"), round, units.schools), bytes);
    });
  });
}
