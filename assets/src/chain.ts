// The chain map's choice without a page load. The server draws the same states by itself (?valgt=NUMBER); here a click
// chooses at once, arrow keys walk between cards and columns, Enter opens the element, Escape lets go.

type Way = "up" | "down";
const STATES = ["is-chosen", "is-up", "is-down", "is-faded"];

const numbers = (text: string | undefined): string[] => (text ?? "").split(/\s+/).filter(Boolean);

/** Everything reachable from a card in one direction, without the card itself. */
function reach(from: string, way: Way, cards: Map<string, HTMLElement>): Set<string> {
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const number of numbers(cards.get(next)?.dataset[way])) {
      if (seen.has(number) || number === from) continue;
      seen.add(number);
      waiting.push(number);
    }
  }
  return seen;
}

function show(element: Element, state: string): void {
  element.classList.remove(...STATES);
  if (state) element.classList.add(state);
}

/** Gives one chain map its keys and clicks. */
export function chainMap(map: HTMLElement): void {
  const cards = new Map([...map.querySelectorAll<HTMLElement>(".pj-card")].map((card) => [card.dataset.number ?? "", card]));
  const curves = [...map.querySelectorAll<SVGPathElement>(".pj-curve")];
  const columns = [...map.querySelectorAll<HTMLElement>("[data-column]")].map((column) => [...column.querySelectorAll<HTMLAnchorElement>(".pj-card-choose")]);
  const link = (number: string) => cards.get(number)?.querySelector<HTMLAnchorElement>(".pj-card-choose");

  function choose(number: string | undefined): void {
    const up = number ? reach(number, "up", cards) : new Set<string>();
    const down = number ? reach(number, "down", cards) : new Set<string>();
    const height = number ? cards.get(number)?.getBoundingClientRect().top : undefined;
    const state = (of: string) => !number ? "" : of === number ? "is-chosen" : up.has(of) ? "is-up" : down.has(of) ? "is-down" : "is-faded";
    for (const [of, card] of cards) {
      show(card, state(of));
      const anchor = link(of);
      if (of === number) anchor?.setAttribute("aria-current", "true");
      else anchor?.removeAttribute("aria-current");
    }
    for (const curve of curves) {
      const { from = "", to = "" } = curve.dataset;
      const isUp = up.has(from) && (up.has(to) || to === number);
      const isDown = down.has(to) && (down.has(from) || from === number);
      show(curve, !number ? "" : isUp ? "is-up" : isDown ? "is-down" : "is-faded");
    }
    // Curves in front are drawn last.
    for (const curve of curves) if (curve.matches(".is-up, .is-down")) curve.parentNode?.append(curve);
    map.classList.toggle("is-choosing", Boolean(number));
    // On a phone everything but the line goes away: the chosen card stays under the finger.
    const moved = number ? cards.get(number)?.getBoundingClientRect().top : undefined;
    if (height !== undefined && moved !== undefined) window.scrollBy({ top: moved - height, behavior: "instant" });
    const address = new URL(window.location.href);
    if (number) address.searchParams.set("valgt", number);
    else address.searchParams.delete("valgt");
    window.history.replaceState(window.history.state, "", address);
  }

  const chosen = () => map.querySelector<HTMLElement>(".pj-card.is-chosen")?.dataset.number;

  /** The card at the same height, or the nearest to it, in the next column that has any. */
  function beside(from: HTMLAnchorElement, step: 1 | -1): HTMLAnchorElement | undefined {
    const middle = (card: Element) => { const box = card.getBoundingClientRect(); return box.top + box.height / 2; };
    const height = middle(from);
    for (let at = columns.findIndex((column) => column.includes(from)) + step; at >= 0 && at < columns.length; at += step) {
      const [nearest] = [...(columns[at] ?? [])].sort((a, b) => Math.abs(middle(a) - height) - Math.abs(middle(b) - height));
      if (nearest) return nearest;
    }
    return undefined;
  }

  map.addEventListener("click", (event) => {
    const anchor = (event.target as Element).closest<HTMLAnchorElement>(".pj-card-choose");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const number = anchor.closest<HTMLElement>(".pj-card")?.dataset.number;
    choose(number === chosen() ? undefined : number);
  });

  map.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen()) {
      choose(undefined);
      return;
    }
    const anchor = (event.target as Element).closest<HTMLAnchorElement>(".pj-card-choose");
    if (!anchor || event.altKey || event.ctrlKey || event.metaKey) return;
    const column = columns.find((candidate) => candidate.includes(anchor)) ?? [];
    const at = column.indexOf(anchor);
    const next = event.key === "ArrowDown" ? column[at + 1]
      : event.key === "ArrowUp" ? column[at - 1]
      : event.key === "ArrowRight" ? beside(anchor, 1)
      : event.key === "ArrowLeft" ? beside(anchor, -1)
      : undefined;
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      next?.focus();
      next?.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (event.key === " ") {
      event.preventDefault();
      anchor.click();
    } else if (event.key === "Enter" && anchor.dataset.open) {
      event.preventDefault();
      window.location.assign(anchor.dataset.open);
    }
  });

  // A link to a chosen card brings it into sight.
  const number = chosen();
  if (number) cards.get(number)?.scrollIntoView({ block: "nearest", inline: "center" });
}
