// Everything here is a comfort: each page works without it.
import { autosave } from "./autosave";
import { board } from "./board";
import { chainMap } from "./chain";
import { drafts, forgetSaved } from "./drafts";
import { errorSummary } from "./errors";
import { menu, submitOnChange } from "./menus";
import { poll } from "./poll";
import { scribe } from "./scribe";

const awake = new WeakSet<Element>();

/** Gives every matching element its behaviour, each once, however often the page is looked through. */
function each<E extends Element>(selector: string, behaviour: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) {
    if (awake.has(element)) continue;
    awake.add(element);
    behaviour(element);
  }
}

function wake(): void {
  each("[data-draft-saved]", forgetSaved);
  each('[data-module="error-summary"]', errorSummary);
  each("[data-chain]", chainMap);
  each("main.pj-board", board);
  each("form[data-draft-key], form[data-guard]", drafts);
  each("form[data-autosave]", autosave);
  each("[data-poll]", poll);
  each("form[data-scribe]", scribe);
  each("details.pj-menu, details.pj-term", menu);
  each("select[data-submit-on-change]", submitOnChange);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", wake);
else wake();
