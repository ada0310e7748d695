/** A fold that behaves like a menu: Escape closes it and gives the focus back. */
export function menu(fold: HTMLDetailsElement): void {
  fold.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary")?.focus();
  });
}

/** A filter that takes effect when it is chosen. */
export function submitOnChange(select: HTMLSelectElement): void {
  select.addEventListener("change", () => select.form?.requestSubmit());
}
