// What people do in a follow-up round: plan and open it, report, return, accept, assess, answer, close.

import assert from "node:assert/strict";
import { deed, fill, follow, loads, open, press, send, settledAt, way, wrongs, write } from "./year.mjs";

/** Puts one of the model's rounds on the calendar, moves its dates and opens it; gives its address. */
export async function openRound(page, slug, { key, year, dates }) {
  await open(page, `/${slug}/opfoelgning`);
  await press(page, page.locator(`form:has(input[name=runde][value="${key}"]):has(input[name=aar][value="${year}"]) button`));
  const round = settledAt(page);
  assert.equal(round, `/${slug}/opfoelgning/${year}/${key}`);
  await follow(page, way(page, "/plan"));
  await send(page, dates);
  await press(page, deed(page, "/aabn"));
  return round;
}

/** The goals that somebody has to report on, as they stand on their page. */
export async function goalsOf(page, round) {
  await open(page, `${round}/min`);
  return page.locator("section.pj-goal:has(input[name=maal])").evaluateAll((all) => all.map((e) => e.id));
}

/** Writes about one goal on one's page; nothing is sent yet. */
export const about = (page, goal, fields) => fill(page, Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${goal}`, value])));

/** The button of one's page that keeps, sends all, or sends one. */
export const act = (page, what) => page.locator(`main form.pj-goals button[name=goer][value="${what}"]:not([aria-hidden])`);

/** Sends what is written; where the figures say otherwise, says why and sends again. */
export async function submit(page, what = "indsend", because = "Tallene er fra foråret. Siden da er det gået, som vi skriver.") {
  let answer = await loads(page, () => act(page, what).click());
  if (answer.status() === 422) {
    const asked = await page.locator('[aria-invalid=true][name^="differs-because-"]').evaluateAll((all) => all.map((e) => e.name));
    assert.ok(asked.length > 0, `only a reason is missing: ${await wrongs(page)}`);
    await fill(page, Object.fromEntries(asked.map((name) => [name, because])));
    answer = await loads(page, () => act(page, what).click());
  }
  assert.ok(answer.status() < 400, `${page.url()} answered ${answer.status()}: ${await wrongs(page)}`);
}

/** Sends a report back with a note. */
export async function sendBack(page, round, goal, note) {
  await open(page, `${round}/indberetning/${goal}`);
  await follow(page, way(page, "/send-tilbage"));
  await send(page, { note });
}

/** Accepts every report that waits below a unit. */
export async function acceptAll(page, round, unit) {
  await open(page, `${round}?enhed=${unit}`);
  await press(page, page.locator("main button[name=alle]"));
}

/** Writes a unit's own assessment. */
export const assess = (page, round, unit, fields) => write(page, `${round}/vurdering?enhed=${unit}`, fields);

/** Answers the units below on the page for politicians. */
export async function answerBelow(page, round, unit, { to, kind, text }) {
  await open(page, `${round}/resume?enhed=${unit}`);
  const form = page.locator('main form[action*="/tilbagemelding"]');
  await fill(page, { ...(to && (await form.locator("[name=to]").count()) ? { to } : {}), kind, text });
  await press(page, form.locator("button.button-primary"));
}

/** Answers a question that came back down. */
export async function answerAbove(page, round, unit, answer) {
  await open(page, `${round}/tilbagemeldinger?enhed=${unit}`);
  await follow(page, page.locator('main a[href*="/tilbagemeldinger/"]').first());
  await send(page, { answer });
  await page.locator("main").getByText(answer).first().waitFor();
}

/** Gathers a round: nobody reports any more. */
export async function gather(page, round) {
  await open(page, round);
  await press(page, deed(page, "/saml"));
}

/** Closes a round although something is missing. */
export async function close(page, round) {
  await open(page, round);
  await follow(page, way(page, "/luk"));
  await send(page, { despite: "1" });
}

/** The page of a closed round as it was frozen: its seal is right, and it is the same bytes each time. */
export async function frozen(page, round, unit) {
  await open(page, `${round}/frosset?enhed=${unit}`);
  await page.locator("main .alert-success").waitFor();
  const href = await page.locator('main a[href*="frosset.json"]').getAttribute("href");
  const answer = await page.request.get(href);
  assert.equal(answer.status(), 200);
  const bytes = await answer.body();
  assert.deepEqual(await (await page.request.get(href)).body(), bytes, "the same bytes twice");
  return bytes;
}
