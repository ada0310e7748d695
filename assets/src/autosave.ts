// A form with `data-autosave="ADDRESS"` sends what is typed to that address a moment after the last key, and says when it
// last was saved in the element of `data-autosave-state`. Without scripts people press the button.

const WAIT_MS = 1500;
const AGAIN_MS = 10_000;

/** Saves one form as it is written. What the answer gives back as new versions is put into the form's hidden fields. */
export function autosave(form: HTMLFormElement): void {
  const address = form.dataset.autosave;
  const state = form.querySelector<HTMLElement>("[data-autosave-state]");
  if (!address || !state) return;
  let waiting = 0;
  let isSending = false;
  let isChanged = false;

  const say = (word: string, when = "") => { state.textContent = (form.dataset[word] ?? "").replace("%", when); };
  const later = (after: number) => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(send, after);
  };

  async function send(): Promise<void> {
    if (isSending) return later(WAIT_MS);
    isSending = true;
    isChanged = false;
    try {
      const answer = await fetch(address!, {
        method: "POST",
        body: new URLSearchParams([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string")),
        headers: { accept: "application/json" },
        credentials: "same-origin",
      });
      if (answer.ok) {
        const saved = (await answer.json()) as { at: string; versions: Record<string, number>; whole?: boolean };
        for (const [name, version] of Object.entries(saved.versions)) {
          const field = form.elements.namedItem(name);
          if (field instanceof HTMLInputElement) field.value = String(version);
        }
        // What could be saved is; the rest is told about when the button is pressed.
        say(saved.whole === false ? "wordRefused" : "wordSaved", saved.at);
      } else {
        // Somebody else saved it, or the round is over: the page says so when the button is pressed; nothing is lost here.
        say(answer.status === 409 || answer.status === 422 ? "wordRefused" : "wordAway");
        if (answer.status >= 500) later(AGAIN_MS);
      }
    } catch {
      say("wordAway");
      later(AGAIN_MS);
    }
    isSending = false;
    if (isChanged) later(WAIT_MS);
  }

  const changed = () => { isChanged = true; later(WAIT_MS); };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => window.clearTimeout(waiting));
}
