// Text people wrote is never lost: a form with `data-draft-key` keeps a copy in this browser until it is saved,
// and a form with `data-guard` asks before it is left with unsaved text.

type Draft = { at: number; fields: [string, string][] };

const SHELF = "pejl-draft:";
/** Drafts older than this are thrown away unseen. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What may be kept: what people write or choose; never a password, a file, or what the server hid in the form. */
function keeps(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return field.name !== "";
  return field instanceof HTMLInputElement && field.name !== "" && !["password", "file", "hidden", "submit", "button"].includes(field.type);
}

function read(form: HTMLFormElement): [string, string][] {
  const fields: [string, string][] = [];
  for (const field of form.elements) {
    if (!keeps(field)) continue;
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      if (field.checked) fields.push([field.name, field.value]);
    } else if (field instanceof HTMLSelectElement && field.multiple) {
      for (const option of field.selectedOptions) fields.push([field.name, option.value]);
    } else fields.push([field.name, field.value]);
  }
  return fields;
}

function write(form: HTMLFormElement, fields: [string, string][]): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!keeps(field)) continue;
    const wanted = values.get(field.name) ?? [];
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) field.checked = wanted.includes(field.value);
    else if (field instanceof HTMLSelectElement && field.multiple) for (const option of field.options) option.selected = wanted.includes(option.value);
    else if (wanted.length > 0) field.value = wanted.shift() ?? "";
  }
}

function shelf(action: (store: Storage) => void): void {
  try {
    action(window.localStorage);
  } catch {
    // No storage in this browser: then there is no draft.
  }
}

function forget(key: string): void {
  shelf((store) => store.removeItem(SHELF + key));
}

/** The notice above a form whose draft came back, with the way to throw it away. */
function notice(form: HTMLFormElement, discard: () => void): void {
  const words = document.body.dataset;
  const note = document.createElement("div");
  note.className = "pj-draft-note";
  note.setAttribute("role", "status");
  const text = document.createElement("span");
  text.textContent = words.draftRestored ?? "";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.draftDiscard ?? "";
  button.addEventListener("click", () => {
    discard();
    note.remove();
  });
  note.append(text, button);
  form.prepend(note);
}

/** Keeps and guards one form. */
export function drafts(form: HTMLFormElement): void {
  const key = form.dataset.draftKey;
  const untouched = JSON.stringify(read(form));
  const isChanged = () => JSON.stringify(read(form)) !== untouched;
  let isLeavingBySubmit = false;

  if (key) {
    shelf((store) => {
      const kept = store.getItem(SHELF + key);
      if (!kept) return;
      const draft = JSON.parse(kept) as Draft;
      if (Date.now() - draft.at > KEPT_MS || JSON.stringify(draft.fields) === untouched) return forget(key);
      const before = read(form);
      write(form, draft.fields);
      notice(form, () => {
        write(form, before);
        forget(key);
      });
    });
    let waiting = 0;
    const keep = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        if (!isChanged()) return forget(key);
        shelf((store) => store.setItem(SHELF + key, JSON.stringify({ at: Date.now(), fields: read(form) } satisfies Draft)));
      }, 400);
    };
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
  }

  form.addEventListener("submit", () => { isLeavingBySubmit = true; });
  if ("guard" in form.dataset) {
    window.addEventListener("beforeunload", (event) => {
      if (!isLeavingBySubmit && isChanged()) event.preventDefault();
    });
  }
}

/** The page after a save names the draft that is no longer needed. */
export function forgetSaved(element: HTMLElement): void {
  forget(element.dataset.draftSaved ?? "");
}
