// Every page, as several people, wide and narrow: no finding of axe, no sideways scroll, nothing hidden on paper, one
// heading, both languages, and a browser that complains about nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { WIDE, as } from "../lib/browser.mjs";
import { lookedAt, sound, soundPage } from "../lib/checks.mjs";
import { send } from "../lib/year.mjs";

/** An address with its numbers taken out: pages of one pattern are one page. */
const pattern = (path) =>
  path
    .replace(/\/E-\d+/g, "/E")
    .replace(/\/(?:MS|P|PM|I|M|H|V|K|A)-\d{4}-\d+/g, "/N")
    .replace(/\/[0-9a-f-]{36}/g, "/ID")
    .replace(/\/(maalseminar|forslag|bestilling|strategibrev|moeder)\/\d+/g, "/$1/ID")
    .replace(/\/S-\d{4}-\d+/g, "/ID")
    .replace(/\/(overskrift|tema)\/[\w-]+/g, "/$1/ID")
    .replace(/\/aarshjul\/\d{4}\/[\w-]+/, "/aarshjul/ID/ID")
    .replace(/\/briefing\/E\/\d{4}/, "/briefing/E/ID")
    // Every year has a wheel, and each leads to the next.
    .replace(/(\/aarshjul.*)([?&])aar=\d+&?/, "$1$2")
    .replace(/(\?.*)$/, (query) => [...new URLSearchParams(query)].map(([name, value]) => (/^(visning|kun|aar)$/.test(name) ? `?${name}=${value}` : "")).join(""));

/** What is downloaded, not shown. */
const isFile = (link) => link.startsWith("/assets/") || /\.(csv|docx|ics)$/.test(link) || link.includes("/model/version/") || /\/frosset\.json|\/bilag\//.test(link);

/** Pages whose deeds hang on their state: an agreement is opened for its links, and looked at once in each state. */
const inState = async (page, path) => {
  if (!/\/aftale\/A-[\d-]+$/.test(path)) return pattern(path);
  const word = await page.locator(".pj-kicker .pj-state").first().textContent().catch(() => "");
  return `${pattern(path)}#${word?.trim()}`;
};

/** Every page that links lead to from here, one of each pattern, in the order they are met: its pattern and its address. */
async function everyPage(page, start) {
  const seen = new Map();
  const opened = new Set();
  const waiting = [...start];
  /** What is not opened twice: an agreement itself, of all else one of each pattern. */
  const once = (path) => (/\/aftale\/A-[\d-]+$/.test(path) ? path : pattern(path));
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (opened.has(once(path))) continue;
    const answer = await page.goto(path);
    assert.ok(answer.status() < 400, `${path} is linked to and answers ${answer.status()}`);
    opened.add(once(path));
    const of = await inState(page, path);
    if (!seen.has(of)) seen.set(of, path);
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href]:not([download])")].map((a) => new URL(a.getAttribute("href"), location.href)).filter((at) => at.origin === location.origin).map((at) => at.pathname + at.search));
    waiting.push(...links.filter((link) => !isFile(link) && !opened.has(once(link))));
  }
  return [...seen];
}

/** The router's own list, as the tests of the pages keep it. */
const ROUTES = new URL("../../crates/testkit/tests/web_pages/snapshots/web_pages__routes__the_list_of_routes_is_known.snap", import.meta.url);

/** Every page that the router shows inside a municipality, as a pattern; the deeds on an element are the same page for all kinds. */
function everyRoute() {
  const routes = [...readFileSync(ROUTES, "utf8").matchAll(/^GET\S*\s+\/\{municipality\}(\S*)$/gm)].map(([, path]) => path);
  return new Set(routes.filter((path) => !isPart(path)).map((path) => deedOf(path.replace(/\{unit\}/, "E").replace(/\{number\}/, "N").replace(/\{\w+\}/g, "ID"))));
}

/** What is no page of its own: a file, or a part that a page fetches. */
const isPart = (path) => /organisation\.csv|\/version\/|\/fremdrift|\/frosset\.json|\/bilag\/|\.docx|\/poll$/.test(path);
const deedOf = (path) => path.replace(/^\/(?!aftale\/)\w+\/N/, "/N").replace(/^\/opfoelgning\/\d{4}\/[\w-]+/, "/opfoelgning/ID/ID");

/** The forms of a seminar, which nothing leads to once it is concluded. */
const SEMINAR = [
  ...["ramme", "aflys", "forslag/nyt", "forslag/1/ret", "forslag/1/afgoer", "forslag/1/vej", "bestilling/ny", "bestilling/1", "afslut"].map((form) => `/silkeborg/maalseminar/2018/${form}`),
  "/silkeborg/maalseminar/2019/gaeldende/MS-2018-001",
];

/** What can be done with a case, whatever the state of the one that the walk meets first. */
const CASE = ["beslut", "inhabil", "ret", "traek-tilbage"].map((form) => `/silkeborg/sager/S-2019-008/${form}`);

/** Forms that come back with errors: address, what is wrongly filled in. */
const REFUSED = [
  ["/silkeborg/kaeden/ny?type=udvalgsmaal&enhed=E-12", { "#f-title": "", "#f-due": "i morgen" }],
  ["/silkeborg/opsaetning/organisation/ny", { "#f-name": "", "#f-from": "x" }],
  ["/silkeborg/min-konto", { "#f-current": "x", "#f-password": "kort" }],
];

/** Runs a check on each page and tells all that is wrong at once. */
async function onEach(page, paths, check) {
  const wrong = [];
  for (const path of paths) {
    await page.goto(path);
    try {
      await check(page, path);
    } catch (fault) {
      wrong.push(fault.message);
      await page.setViewportSize(WIDE);
    }
  }
  assert.equal(wrong.length, 0, `${wrong.length} of ${paths.length} pages:\n\n${wrong.join("\n\n")}`);
}

export function accessibility(run) {
  describe("every page", () => {
    const met = new Set();
    for (const [who, login, ...also] of [
      ["a consultant", "silkeborg.konsulent", "/silkeborg/aftaler?aar=2020", "/silkeborg/opfoelgning/2019/efteraarsstatus/luk", ...SEMINAR, ...CASE],
      ["a consultant where guideposts are worded", "hvidovre.konsulent"],
      ["a consultant where letters are written", "hoeje-taastrup.konsulent", "/hoeje-taastrup/strategibrev/2016/input"],
      ["an administrator", "silkeborg.administrator"],
      ["a mayor", "silkeborg.borgmester"],
      ["a nursery leader", "soroe.leder-pedersborg"],
      ["a head of schools", "silkeborg.skolechef", "/silkeborg/aftaler?aar=2020"],
      ["a chair of a committee", "silkeborg.udvalgsformand", "/silkeborg/aftaler?aar=2020"],
      ["a school leader", "silkeborg.leder-balleskolen", "/silkeborg/aftaler?aar=2020"],
      ["a head who signs", "silkeborg.job-og-borgerservicechef", "/silkeborg/aftaler?aar=2020"],
      ["a leader with a report sent back", "silkeborg.leder-dagtilbud-nord", "/silkeborg/opfoelgning/2019/efteraarsstatus/maal/M-2018-033/dokumentation"],
    ]) {
      it(`is for everybody to use, as ${who}`, async () => {
        await as(run.browser, run.url, login, {}, async (page) => {
          const home = `/${login.split(".")[0]}`;
          const pages = await everyPage(page, [home, `${home}/kaeden?visning=tabel`, `${home}/kaeden?visning=liste`, `${home}/soeg?q=sund`, `${home}/soeg?q=findesikke`, ...also]);
          // What somebody else already met is looked at once.
          const fresh = pages.filter(([of, path]) => path === home || !met.has(of));
          for (const [of] of pages) met.add(of);
          await onEach(page, fresh.map(([, path]) => path), sound);
        });
      });
    }

    it("is for everybody to use while a strategy letter is written", async () => {
      await as(run.browser, run.url, "hoeje-taastrup.konsulent", {}, async (page) => {
        const home = "/hoeje-taastrup/strategibrev";
        await page.goto(`${home}/nyt`);
        await send(page, { year: "2017", "from-last": "1" });
        const theme = await page.locator('main a[href*="/tema/"]:not([href*="/tema/ny?"])').first().getAttribute("href");
        const written = (await everyPage(page, [theme, `${home}/2017`])).filter(([of]) => of.startsWith(`${home}/ID`));
        for (const [of] of written) met.add(of);
        await onEach(page, written.map(([, path]) => path), sound);
      });
    });

    it("was met by somebody: no page of the router was left out", () => {
      // The walks above, and what the journeys looked at in the same way while it stood in a state that passes.
      const all = [...met, ...[...lookedAt].map(pattern)];
      const seen = new Set(all.map((of) => deedOf(of.replace(/^\/[\w-]+/, "").replace(/[?#].*$/, ""))));
      const routes = [...everyRoute()];
      assert.ok(routes.length > 30, "the list of routes reads as it did");
      assert.deepEqual(routes.filter((route) => !seen.has(route)), []);
    });

    it("is in English too", async () => {
      await as(run.browser, run.url, "silkeborg.konsulent", {}, async (page) => {
        await page.goto("/silkeborg");
        await page.locator(".pj-header-end").getByRole("button", { name: "In English" }).click();
        await page.locator("html[lang=en]").waitFor();
        const pages = await everyPage(page, ["/silkeborg"]);
        await onEach(page, pages.map(([, path]) => path), soundPage);
        await page.locator(".pj-header-end").getByRole("button", { name: "På dansk" }).click();
        await page.locator("html[lang=da]").waitFor();
      });
    });

    it("says no so that everybody hears it: errors in forms, what is not there, what is denied", async () => {
      const wrong = [];
      const gathered = async (page, where) => sound(page, where).catch((fault) => wrong.push(fault.message));
      await as(run.browser, run.url, undefined, {}, async (page) => {
        await page.goto("/log-ind");
        await gathered(page, "the door");
        await page.locator("#f-login").fill("nogen");
        await page.keyboard.press("Enter");
        await page.locator("#f-login-error").waitFor();
        await gathered(page, "the door, wrong");
        await page.goto("/tilgaengelighed");
        await gathered(page, "the accessibility statement");
        await page.goto("/findes-ikke");
        await gathered(page, "404 outside");
      });
      await as(run.browser, run.url, "silkeborg.administrator", {}, async (page) => {
        for (const [path, fields] of REFUSED.slice(1)) {
          await page.goto(path);
          for (const [field, value] of Object.entries(fields)) await page.locator(field).fill(value);
          await page.locator("main form.pj-form button[type=submit].button-primary").first().click();
          await page.locator("[aria-invalid=true]").first().waitFor();
          await gathered(page, `${path} with errors`);
        }
      });
      await as(run.browser, run.url, "silkeborg.konsulent", {}, async (page) => {
        const [path, fields] = REFUSED[0];
        await page.goto(path);
        for (const [field, value] of Object.entries(fields)) await page.locator(field).fill(value);
        await page.locator("main .pj-form-actions button.button-primary").click();
        await page.locator("[aria-invalid=true]").first().waitFor();
        await gathered(page, `${path} with errors`);
        await page.goto("/silkeborg/maal/M-1999-001");
        await gathered(page, "404 inside");
      });
      await as(run.browser, run.url, "silkeborg.laerer", {}, async (page) => {
        const answer = await page.goto("/silkeborg/opsaetning/adgange");
        assert.equal(answer.status(), 403);
        await gathered(page, "403");
      });
      assert.equal(wrong.length, 0, wrong.join("\n\n"));
    });
  });
}
