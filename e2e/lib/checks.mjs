// What holds for every page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NARROWEST, PHONE, WIDE } from "./browser.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** No finding of any impact, by all of axe's rules: WCAG A and AA and its best practices. */
export async function axe(page, where = page.url()) {
  // Through the debugging protocol, which the page's content security policy does not stop.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n${v.nodes.slice(0, 4).map((n) => `    ${n.target.join(" ")}  ${n.html.slice(0, 160)}`).join("\n")}`);
  assert.equal(told.length, 0, `axe on ${where}:\n${told.join("\n")}`);
}

/** Nothing makes the page scroll sideways. */
export async function noSidewaysScroll(page, where = page.url()) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const sticksOut = (e) => e.getBoundingClientRect().right > width + 1;
    const scrolls = (e) => { for (let a = e.parentElement; a; a = a.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(a).overflowX)) return true; return false; };
    return [...document.querySelectorAll("body *")].filter((e) => sticksOut(e) && !scrolls(e)).slice(0, 5)
      .map((e) => `${e.tagName.toLowerCase()}.${[...e.classList].join(".")} to ${Math.round(e.getBoundingClientRect().right)} px: ${(e.textContent ?? "").trim().slice(0, 60)}`);
  });
  assert.deepEqual(wide, [], `${where} scrolls sideways at ${page.viewportSize()?.width} px`);
}

/** One h1, a title that begins with what the page is, a language, no word without a translation. */
export async function soundPage(page, where = page.url()) {
  const found = await page.evaluate(() => ({
    h1: document.querySelectorAll("h1").length,
    title: document.title,
    lang: document.documentElement.lang,
    raw: /⟦|\{\s*\$/.test(document.body.innerText),
    inline: document.querySelectorAll("[style], style, script:not([src])").length,
  }));
  assert.equal(found.h1, 1, `${where} has one h1`);
  assert.match(found.title, /\S+ · Pejl$/, `${where} has a title that says where one is`);
  assert.match(found.lang, /^(da|en)$/, where);
  assert.equal(found.raw, false, `${where} shows a word without a translation`);
  assert.equal(found.inline, 0, `${where} has style or script in the page itself`);
}

/** On paper the content is there and the menu is not. */
export async function printsWell(page, where = page.url()) {
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => {
    const main = document.querySelector("main");
    const box = main?.getBoundingClientRect();
    const isVisible = (e) => Boolean(e) && getComputedStyle(e).display !== "none" && getComputedStyle(e).visibility !== "hidden";
    return { main: isVisible(main) && box.height > 40, h1: isVisible(document.querySelector("h1")), nav: isVisible(document.querySelector(".pj-nav")) };
  });
  await page.emulateMedia({ media: "screen" });
  assert.deepEqual(shown, { main: true, h1: true, nav: false }, `${where} on paper`);
}

/** The addresses that were looked at from every side. */
export const lookedAt = new Set();

/** Looks at a page from every side: one heading, axe wide and narrow, no sideways scroll, paper. */
export async function sound(page, where = page.url()) {
  await soundPage(page, where);
  await axe(page, where);
  await page.setViewportSize(PHONE);
  await axe(page, `${where} at 390 px`);
  await noSidewaysScroll(page, where);
  await page.setViewportSize(NARROWEST);
  await noSidewaysScroll(page, where);
  await page.setViewportSize(WIDE);
  await noSidewaysScroll(page, where);
  await printsWell(page, where);
  lookedAt.add(new URL(page.url()).pathname);
}

/** What has the focus can be seen to have it. */
export async function focusShows(page) {
  const shown = await page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "nothing has the focus";
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return `${at.outerHTML.slice(0, 120)} is not on the page`;
    const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return isOutlined || style.boxShadow !== "none" ? "" : `${at.outerHTML.slice(0, 120)} does not show its focus`;
  });
  assert.equal(shown, "");
}
