// What several people do together over a year: agreements down the levels, follow-up back up. Each helper is one thing that
// one person does on one page, so that two municipalities can be told in the same words.

import assert from "node:assert/strict";
import { logIn, person } from "./browser.mjs";
import { PASSWORD } from "./house.mjs";

/** The people of a municipality: each logs in once and keeps their own browser. */
export function cast(run, slug) {
  const here = new Map();
  return {
    slug,
    /** The page of somebody, logged in. */
    async page(login, { password = PASSWORD, ...options } = {}) {
      const name = `${login} ${JSON.stringify(options)}`;
      if (!here.has(name)) {
        const who = await person(run.browser, run.url, options);
        here.set(name, who);
        await logIn(who.page, `${slug}.${login}`, password);
      }
      return here.get(name).page;
    },
    /** Everybody goes home; what a browser complained about is a fault. */
    async close() {
      const complaints = [...here.values()].flatMap((who) => who.complaints);
      await Promise.all([...here.values()].map((who) => who.close()));
      here.clear();
      assert.deepEqual(complaints, [], "the browser complained");
    },
  };
}

/** Does something that loads a page, and waits for that page. */
export async function loads(page, does) {
  const [answer] = await Promise.all([
    page.waitForResponse((r) => r.request().isNavigationRequest() && r.request().frame() === page.mainFrame() && (r.status() < 300 || r.status() >= 400)),
    page.waitForEvent("domcontentloaded"),
    does(),
  ]);
  return answer;
}

/** What the page says is wrong, if anything. */
export async function wrongs(page) {
  const said = await page.locator("main .pj-errors li, main .form-error-message").allInnerTexts();
  return said.map((text) => text.trim());
}

async function settled(page, answer) {
  const wrong = await wrongs(page);
  assert.deepEqual(wrong, [], `${page.url()} was refused (${answer.status()})`);
  assert.ok(answer.status() < 400, `${page.url()} answered ${answer.status()}: ${(await page.locator("main").innerText()).slice(0, 400)}`);
}

/** Presses a button that posts, and expects to be let through. */
export async function press(page, button) {
  const at = typeof button === "string" ? page.locator("main").getByRole("button", { name: button }).first() : button;
  await settled(page, await loads(page, () => at.click()));
}

/** Presses a button that posts, and expects to be told no: gives back what was said. */
export async function refused(page, button) {
  const answer = await loads(page, () => button.click());
  assert.ok(answer.status() >= 400, `${page.url()} let it pass`);
  return page.locator("main").innerText();
}

/** The button of the form on the page that sends it. */
export const sender = (page) => page.locator("main form[method=post] .pj-form-actions button:is(.button-primary, .button-warning)").first();

/** The button whose form posts to an address that ends so. */
export const deed = (page, end) => page.locator(`main form[action$="${end}"] button`).first();

/** A link or a button that leads to an address that ends so. */
export const way = (page, end) => page.locator(`main a[href$="${end}"], main a[href*="${end}?"]`).first();

/** Follows a link. */
export async function follow(page, link) {
  const answer = await loads(page, () => link.click());
  assert.ok(answer.status() < 400, `${page.url()} answered ${answer.status()}`);
}

export async function open(page, path) {
  const answer = await page.goto(path);
  assert.ok(answer.status() < 400, `${path} answered ${answer.status()}: ${(await page.locator("body").innerText()).slice(0, 300)}`);
}

/** Chooses a radio button or ticks a box by pressing its words, as people do. */
async function choose(page, box) {
  if (await box.isChecked()) return;
  await page.locator(`label[for="${await box.getAttribute("id")}"]`).first().click();
  assert.ok(await box.isChecked(), `${page.url()}: ${await box.getAttribute("name")} can be chosen`);
}

/** Fills in fields by their names: text, a choice by its value or its words, several choices by a list. */
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`);
    const first = field.first();
    await first.waitFor({ state: "attached" });
    const kind = await first.evaluate((e) => (e.tagName === "SELECT" ? "select" : e.getAttribute("type") ?? e.tagName.toLowerCase()));
    if (kind === "radio" || kind === "checkbox") {
      for (const one of [value].flat()) {
        const byValue = page.locator(`main form [name="${name}"][value="${one}"]`);
        const chosen = (await byValue.count()) > 0 ? byValue.first() : page.locator("main form").getByLabel(one).first();
        await choose(page, chosen);
      }
    } else if (kind === "select" && typeof value === "object") {
      await first.selectOption(value);
    } else if (kind === "select") {
      const words = await first.locator("option").evaluateAll((all, value) => all.find((o) => o.value === value || o.textContent.trim() === value || o.textContent.includes(value))?.value, value);
      assert.notEqual(words, undefined, `${page.url()}: ${name} offers no "${value}"`);
      await first.selectOption(words);
    } else {
      await first.fill(value);
    }
  }
}

/** Fills in the form on the page and sends it. */
export async function send(page, fields = {}) {
  await fill(page, fields);
  await press(page, sender(page));
}

/** Opens a form, fills it in and sends it. */
export async function write(page, path, fields) {
  await open(page, path);
  await send(page, fields);
}

/** The number of a unit as addresses spell it: E-12. */
export async function unitOf(page, slug, name) {
  await open(page, `/${slug}/soeg?q=${encodeURIComponent(name)}`);
  const href = await page.locator(`main a[href^="/${slug}/enhed/"]`).getByText(name, { exact: true }).first().getAttribute("href");
  return /enhed\/(E-\d+)/.exec(href)[1];
}

/** The number of an element by its title: M-2019-014. */
export async function numberOf(page, slug, title) {
  await open(page, `/${slug}/soeg?q=${encodeURIComponent(title)}`);
  const links = page.locator('main a:not([href*="/enhed/"])').filter({ hasText: title });
  const all = await links.evaluateAll((found, title) => found.filter((a) => a.textContent.trim() === title).map((a) => a.getAttribute("href")), title);
  assert.ok(all.length > 0, `nothing is called "${title}"`);
  const [href] = all;
  return href.split("/").pop();
}

/** The address one has come to, without what stands behind it. */
export const settledAt = (page) => new URL(page.url()).pathname;

/** Waits for something on the page; where it does not come, tells what was there. */
export async function see(page, what) {
  try {
    await what.first().waitFor();
  } catch {
    assert.fail(`${page.url()} does not show ${what}:\n${(await page.locator("main").innerText()).slice(0, 3000)}`);
  }
}

/** Waits for the state that stands above the heading. */
export const state = (page, word) => see(page, page.locator(".pj-kicker").getByText(word, { exact: true }));

/** Waits until something is said on the page. */
export const says = (page, text) => see(page, page.locator("main").getByText(text));
