// What people do with an agreement: write it, have it heard, negotiate, send it forward, sign it, approve it, change it.

import assert from "node:assert/strict";
import { axe, focusShows } from "./checks.mjs";
import { deed, fill, follow, loads, open, press, refused, send, settledAt, way, write } from "./year.mjs";

/** Drafts a goal for a unit, under what it serves; gives its number. */
export async function draftGoal(page, slug, { spec, unit, under, ...fields }) {
  await open(page, `/${slug}/kaeden/ny?type=${spec}&enhed=${unit}${under ? `&under=${under}` : ""}`);
  await send(page, fields);
  await page.getByRole("heading", { level: 1, name: fields.title }).waitFor();
  return settledAt(page).split("/").pop();
}

/** Drafts an agreement between a unit and the one above it; gives its address. */
export async function draftAgreement(page, slug, { kind, agent, from }) {
  await open(page, `/${slug}/aftaler`);
  await follow(page, way(page, "/aftaler/ny"));
  if (!page.url().includes("slags=")) await follow(page, way(page, `/aftaler/ny?slags=${kind}`));
  await open(page, `/${slug}/aftaler/ny?slags=${kind}&agent=${agent}`);
  await send(page, { agents: agent, from: String(from) });
  await page.locator(".pj-agreement").waitFor();
  return settledAt(page);
}

/** Takes goals into an agreement, each found by its number among what is offered. */
export async function takeIn(page, agreement, numbers) {
  await open(page, `${agreement}/ret`);
  for (const number of numbers) {
    await fill(page, { soeg: number });
    await press(page, page.locator('button[name=goer][value="soeg"]'));
    await fill(page, { add: number });
    await press(page, page.locator('button[name=goer][value="tilfoej"]'));
    await page.locator(`input[name=goal][value="${number}"]`).waitFor({ state: "attached" });
  }
}

/** Writes in the agreement what its form asks for. */
export const writeAgreement = (page, agreement, fields) => write(page, `${agreement}/ret`, fields);

/** Presses one of the buttons of an agreement: hoer, dialog, send. */
export async function move(page, agreement, to) {
  await open(page, agreement);
  await press(page, deed(page, `/${to}`));
}

/** Tries to send an agreement forward and is told why not. */
export async function cannotSubmit(page, agreement) {
  await open(page, agreement);
  return refused(page, deed(page, "/send"));
}

/** Gives a group's words to an agreement in hearing. */
export async function hear(page, agreement, { group, from, text }) {
  await open(page, agreement);
  await follow(page, way(page, "/input"));
  await send(page, { group, from, text });
  await page.locator("#hoering").getByText(text).waitFor();
}

/** Proposes that a goal should say something else. */
export async function counter(page, agreement, goal, { about, value, because }) {
  await open(page, agreement);
  await follow(page, page.locator(`main a[href$="/modforslag?maal=${goal}"]`).first());
  await send(page, { about, [`value-${about}`]: value, because });
  await page.locator("#forhandling").getByText(because).waitFor();
}

/** Answers what the other side proposed. */
export async function answerCounter(page, agreement, { about, reply, value, answer }) {
  await open(page, agreement);
  await follow(page, page.locator('#forhandling a[href*="/modforslag/"]').first());
  await send(page, { reply, ...(value ? { [`value-${about}`]: value } : {}), answer });
  await page.locator("#forhandling").getByText(answer).waitFor();
}

/** Signs, seeing first what is signed. */
export async function sign(page, agreement, contains) {
  await open(page, agreement);
  await follow(page, way(page, "/underskriv"));
  for (const text of contains) await page.locator("main").getByText(text).first().waitFor();
  await send(page);
}

/** Signs with the keyboard alone, and sees where the focus is all the way. */
export async function signByKeyboard(page, agreement) {
  const here = () => page.evaluate(() => ({ href: document.activeElement?.getAttribute("href") ?? "", name: document.activeElement?.getAttribute("name") ?? "", type: document.activeElement?.getAttribute("type") ?? "", isPrimary: Boolean(document.activeElement?.matches("main .pj-form-actions .button-primary")) }));
  const tabTo = async (is, most = 200) => {
    for (let steps = 0; steps < most; steps += 1) {
      await page.keyboard.press("Tab");
      await focusShows(page);
      const at = await here();
      if (is(at)) return at;
    }
    throw new Error(`no amount of tabbing gets there on ${page.url()}`);
  };
  await open(page, agreement);
  await tabTo((at) => at.href.endsWith("/underskriv"));
  await loads(page, () => page.keyboard.press("Enter"));
  const units = page.locator("main input[name=unit]");
  if (!(await units.first().isChecked())) {
    await tabTo((at) => at.name === "unit");
    await page.keyboard.press("Space");
  }
  await tabTo((at) => at.isPrimary);
  await loads(page, () => page.keyboard.press("Enter"));
  await page.locator(".pj-agreement").waitFor();
}

/** Enters the decision by which a body approves an agreement. */
export async function approve(page, agreement, decision = {}) {
  await open(page, agreement);
  await follow(page, way(page, "/godkend"));
  if (decision.case && !decision.body) assert.notEqual(await page.locator("#f-body").inputValue(), "", "the only body that can is chosen");
  await send(page, decision);
}

/** The signatures that stand on it, and whether the text is still the one that was signed. */
export async function sealHolds(page, agreement) {
  await open(page, agreement);
  await follow(page, page.locator('main a[href*="/kontrol"]').first());
  await page.locator("main .alert-success").waitFor();
  await axe(page);
}
