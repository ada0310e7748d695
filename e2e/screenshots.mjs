// The pictures in docs/screenshots: taken from the demonstration, so that they show what a visitor of it sees.

import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PHONE, logIn, openBrowser, person } from "./lib/browser.mjs";
import { openHouse } from "./lib/house.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "screenshots");
const MOST = 300 * 1024;
const DESK = { width: 1280, height: 860 };
/** Tall enough for the whole line of the chosen goal. */
const TALL = { width: 1440, height: 1420 };
/** Pictures are for a page of text: smaller than the screen they were taken on. */
const SCALE = 0.8;

/** Opens the page of an element by its title. */
const byTitle = (slug, title) => async (page) => {
  await page.goto(`/${slug}/soeg?q=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
};

const at = (path) => (page) => page.goto(path);

const chosen = (slug, title) => async (page) => {
  await page.goto(`/${slug}/kaeden`);
  await page.locator(".pj-card-choose", { hasText: title }).first().click();
  await page.locator(".pj-card.is-chosen").waitFor();
  // The pointer away, and the top of the map in sight.
  await page.mouse.move(0, 0);
  await page.locator("main h1").scrollIntoViewIfNeeded();
};

/** The first briefing on the list. */
const briefing = async (page) => {
  await page.goto("/hvidovre/moeder/briefing");
  await page.locator("main .pj-list a").first().click();
  await page.locator("main h1").waitFor();
};

const PICTURES = [
  ["chain", "silkeborg.konsulent", TALL, chosen("silkeborg", "En god overgang fra dagtilbud til skole")],
  ["chain-phone", "silkeborg.konsulent", PHONE, chosen("silkeborg", "En god overgang fra dagtilbud til skole")],
  ["overview-politician", "silkeborg.borgmester", DESK, at("/silkeborg")],
  ["overview-politician-phone", "silkeborg.borgmester", PHONE, at("/silkeborg")],
  ["overview-leader", "soroe.leder-pedersborg", DESK, at("/soroe")],
  ["overview-leader-phone", "soroe.leder-pedersborg", PHONE, at("/soroe")],
  ["overview-consultant", "silkeborg.konsulent", DESK, at("/silkeborg")],
  ["goal", "soroe.leder-pedersborg", DESK, byTitle("soroe", "Vores egen sundhedspolitik")],
  ["goal-phone", "soroe.leder-pedersborg", PHONE, byTitle("soroe", "Vores egen sundhedspolitik")],
  ["agreement", "silkeborg.skolechef", DESK, at("/silkeborg/aftale/A-2019-001")],
  ["report", "silkeborg.leder-dagtilbud-nord", DESK, at("/silkeborg/opfoelgning/2019/efteraarsstatus/min")],
  ["report-phone", "silkeborg.leder-dagtilbud-nord", PHONE, at("/silkeborg/opfoelgning/2019/efteraarsstatus/min")],
  ["round", "silkeborg.skolechef", DESK, at("/silkeborg/opfoelgning/2019/efteraarsstatus")],
  ["wheel", "silkeborg.konsulent", { width: 1280, height: 1180 }, at("/silkeborg/aarshjul?aar=2019")],
  ["wheel-phone", "silkeborg.konsulent", PHONE, at("/silkeborg/aarshjul?aar=2019")],
  ["seminar", "silkeborg.borgmester", DESK, at("/silkeborg/maalseminar/2018")],
  ["meeting", "hvidovre.konsulent", DESK, at("/hvidovre/moeder/4")],
  ["briefing", "hvidovre.konsulent", DESK, briefing],
  ["case", "silkeborg.konsulent", DESK, at("/silkeborg/sager/S-2019-008")],
  ["letter", "hoeje-taastrup.konsulent", DESK, at("/hoeje-taastrup/strategibrev/2015")],
  ["tasks", "silkeborg.skolechef", DESK, at("/silkeborg/opgaver")],
  ["summary", "silkeborg.udvalgsformand", DESK, at("/silkeborg/opfoelgning/2019/efteraarsstatus/resume")],
];

const only = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const house = await openHouse();
const browser = await openBrowser();
try {
  for (const [name, login, viewport, go] of PICTURES) {
    if (only.length > 0 && !only.includes(name)) continue;
    const { page, close } = await person(browser, house.url, { viewport, scale: viewport === PHONE ? 1 : SCALE });
    await logIn(page, login);
    await go(page);
    await page.evaluate(() => document.fonts.ready);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, animations: "disabled" });
    const { size } = await stat(path);
    if (size > MOST) throw new Error(`${name}.png is ${Math.round(size / 1024)} kB; ${MOST / 1024} is the most`);
    console.log(`${name}.png ${Math.round(size / 1024)} kB`);
    await close();
  }
} finally {
  await browser.close();
  await house.close();
}
