/** Asks the address of `data-poll` every other second for the same element anew, until it comes without one. */
export function poll(element: HTMLElement): void {
  const address = element.dataset.poll;
  if (!address) return;
  window.setTimeout(async () => {
    if (!element.isConnected) return;
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector<HTMLElement>(element.id ? `#${CSS.escape(element.id)}` : ".pj-progress");
      if (answer.ok && next) {
        // What has not changed stays, and so does the place somebody has come to on it with the keyboard.
        if (next.isEqualNode(element)) return poll(element);
        const held = element.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
        element.replaceWith(next);
        if (held) next.querySelector<HTMLElement>(`a[href="${CSS.escape(held)}"]`)?.focus();
        poll(next);
        return;
      }
    } catch {
      // The network is away for a moment: ask again.
    }
    poll(element);
  }, 2000);
}
