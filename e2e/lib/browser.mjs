// A person in front of a real browser. Whatever the browser complains about while they use it is a fault.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { PASSWORD } from "./house.mjs";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // The same letters and edges on every machine.
  "--font-render-hinting=none", "--hide-scrollbars",
];

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
export const NARROWEST = { width: 320, height: 640 };

/** Longest wait for anything: a page that takes longer is broken. */
const PATIENCE = 10_000;

/** What the browser says where a journey has taken the net away: that is what was asked for. */
const AWAY = "net::ERR_INTERNET_DISCONNECTED";

/** Opens a browser context for one person; `complaints` gathers what the browser complains about. */
export async function person(browser, url, { viewport = WIDE, scripts = true, scale = 1 } = {}) {
  const context = await browser.newContext({
    viewport, locale: "da-DK", deviceScaleFactor: scale, javaScriptEnabled: scripts, baseURL: url, timezoneId: "Europe/Copenhagen", reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // Chromium also complains about a page that answers 404 or 422: that is an answer, not a fault.
    const isOwnAnswer = /status of 4\d\d/.test(message.text()) && message.location().url === page.url();
    if (!isOwnAnswer && !message.text().includes(AWAY)) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
  page.on("requestfailed", (request) => {
    if (!["net::ERR_ABORTED", AWAY].includes(request.failure()?.errorText)) complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  return { context, page, complaints, close: () => context.close() };
}

/** Logs in by the login form. */
export async function logIn(page, login, password = PASSWORD) {
  await page.goto("/log-ind");
  await page.locator("#f-login").fill(login);
  await page.locator("#f-password").fill(password);
  await page.locator(".pj-signin form.pj-form button[type=submit]").click();
  await page.waitForURL((at) => at.pathname !== "/log-ind");
}

/** Runs `told` with a person logged in, and fails if the browser complained. */
export async function as(browser, url, login, options, told) {
  const who = await person(browser, url, options);
  try {
    if (login) await logIn(who.page, login);
    await told(who.page, who);
    assert.deepEqual(who.complaints, [], "the browser complained");
  } finally {
    await who.close();
  }
}
