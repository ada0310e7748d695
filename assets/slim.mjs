// Leaves out of the design system's stylesheet what Pejl's pages never use: about half of it.
// A rule goes when each of its selectors names something on the list; everything else stays as it was written.

const unused = [
  /^\.icon(?![\w-]*svg)/,                          // icons as backgrounds: pages use the sprite
  /\.(navigation-|mainmenu|nav-|navbar|header\b|portal-|solution-|logo|mobile-|overlay|menu-|button-menu|button-overflow|button-mobile)/,
  /\.(date-picker|pikaday|date-group)/,             // dates are typed
  /\.(sidemenu|sidenav|overflow-|language-|select-language|cookie|toast|toggle|tooltip|pagination|page-number|card\b|cards|footer|back-to-top|breadcrumbs|structured-list|step-|skipnav|anchor|dropdown|tab-|tabnav)/,
  /\.(table|d-table|selectable|fds-modal|modal|accordion|character-limit|spinner|upload|search|tag\b|tag-)/,
  /^(ul|ol)(\.[\w-]+)?( li)? ?> ?li(::?before)?$|^\.nobullet-list/, // bullets drawn as text: lists have the browser's own
  /^\.(m|p)[trblxy]?-(sm|md|lg|xl)-/,               // spacing by breakpoint
  /^\.(offset|order|align-self|align-items|justify-content)-(sm|md|lg|xl)/,
  /^\.(w|h|max-w)-(percent|px)-/,
];
const unusedFrames = [/^@keyframes (circle|spinner|rotate|toast)/, /^@font-face/];

/** Splits at top-level separators, leaving strings and brackets whole. */
function parts(text, separator) {
  const found = [];
  let depth = 0, start = 0, quote = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote) { if (c === quote && text[i - 1] !== "\\") quote = ""; continue; }
    if (c === '"' || c === "'") quote = c;
    else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") {
      depth--;
      if (separator === "}" && depth === 0 && c === "}") { found.push(text.slice(start, i + 1)); start = i + 1; }
    } else if (c === separator && depth === 0) { found.push(text.slice(start, i)); start = i + 1; }
  }
  if (start < text.length) found.push(text.slice(start));
  return found;
}

/** The stylesheet without the unused rules. Expects minified CSS: no comments between rules but a leading one. */
export function slim(css) {
  return parts(css.replace(/^﻿/, "").replace(/\/\*[\s\S]*?\*\//g, ""), "}").map((rule) => {
    const open = rule.indexOf("{");
    const head = rule.slice(0, open).trim();
    if (/^@(media|supports)/.test(head)) {
      const inner = slim(rule.slice(open + 1, rule.lastIndexOf("}")));
      return inner ? `${head}{${inner}}` : "";
    }
    if (unusedFrames.some((frame) => frame.test(head))) return "";
    if (head.startsWith("@")) return rule;
    return parts(head, ",").every((selector) => unused.some((name) => name.test(selector.trim()))) ? "" : rule;
  }).join("");
}
