// The projector's page: the keys of a remote control and of a keyboard go to the next item and the one before.

const NEXT = ["ArrowRight", "PageDown", "Enter", " "];
const BEFORE = ["ArrowLeft", "PageUp", "Backspace"];

/** Gives the page its keys. The page asks for itself anew meanwhile (see `poll`), so the links are looked up at each key. */
export function board(): void {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Whoever stands on a link means the link.
    if (event.key === "Enter" && document.activeElement instanceof HTMLAnchorElement) return;
    const selector = NEXT.includes(event.key) ? "[data-board-next]" : BEFORE.includes(event.key) ? "[data-board-previous]" : "";
    if (!selector) return;
    event.preventDefault();
    document.querySelector<HTMLAnchorElement>(selector)?.click();
  });
}
