// The scribe's lines when the net is away: each goes into a queue in this browser first and leaves it when the server has
// said it is there. The key of a line is its own, so that a line sent twice is one line. Without scripts the forms are sent
// as forms are.

type Waiting = { key: string; action: string; fields: [string, string][]; shown: string; why?: string };

const AGAIN_MS = 4_000;
/** How often the page looks for what another scribe has written. */
const LOOK_MS = 6_000;

/** A name nobody has had before; also where the page does not come over HTTPS. */
function fresh(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Queue {
  private waiting: Waiting[] = [];
  private isSending = false;
  private state: "calm" | "away" | "login" = "calm";

  constructor(private readonly shelf: string, private readonly notice: HTMLElement, private readonly words: DOMStringMap, private readonly sent: () => void) {
    try {
      this.waiting = JSON.parse(window.localStorage.getItem(shelf) ?? "[]") as Waiting[];
    } catch {
      // No storage in this browser: the queue lives as long as the page.
    }
    this.draw();
    if (this.waiting.length > 0) void this.send();
    window.addEventListener("online", () => void this.send());
    // Another tab with the same meeting has its own view of the same shelf.
    window.addEventListener("beforeunload", (event) => { if (this.waiting.length > 0 && !this.isKept()) event.preventDefault(); });
  }

  add(line: Waiting): void {
    this.waiting.push(line);
    this.keep();
    void this.send();
  }

  private isKept(): boolean {
    try {
      return (window.localStorage.getItem(this.shelf) ?? "[]") === JSON.stringify(this.waiting);
    } catch {
      return false;
    }
  }

  private keep(): void {
    try {
      if (this.waiting.length > 0) window.localStorage.setItem(this.shelf, JSON.stringify(this.waiting));
      else window.localStorage.removeItem(this.shelf);
    } catch {
      // As above.
    }
    this.draw();
  }

  /** Sends what waits, one after the other and in order; what the rules say no to stays, with why. */
  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    let isAway = false;
    for (const line of this.waiting.filter((one) => !one.why)) {
      try {
        const answer = await fetch(line.action, {
          method: "POST",
          body: new URLSearchParams([...line.fields, ["key", line.key]]),
          headers: { accept: "application/json" },
          credentials: "same-origin",
        });
        const isOurs = (answer.headers.get("content-type") ?? "").startsWith("application/json");
        if (answer.ok && isOurs) {
          this.waiting = this.waiting.filter((one) => one.key !== line.key);
          this.state = "calm";
          this.keep();
          this.sent();
        } else if (answer.status === 422 && isOurs) {
          line.why = ((await answer.json()) as { why: string }).why;
          this.keep();
        } else {
          isAway = true;
          this.state = answer.redirected || answer.status === 401 ? "login" : "away";
          break;
        }
      } catch {
        isAway = true;
        this.state = "away";
        break;
      }
    }
    this.isSending = false;
    this.draw();
    if (isAway) window.setTimeout(() => void this.send(), AGAIN_MS);
    else if (this.waiting.some((line) => !line.why)) void this.send();
  }

  private draw(): void {
    this.notice.replaceChildren();
    if (this.waiting.length === 0) return;
    const say = document.createElement("p");
    const word = this.state === "login" ? "wordLogin" : this.state === "away" ? "wordUnsent" : "wordWaiting";
    say.textContent = this.words[word] ?? "";
    if (this.state !== "calm" || this.waiting.some((line) => !line.why)) this.notice.append(say);
    const list = document.createElement("ul");
    for (const line of this.waiting) {
      const item = document.createElement("li");
      const text = document.createElement("span");
      text.textContent = line.shown;
      item.append(text);
      if (line.why) {
        const drop = document.createElement("button");
        drop.type = "button";
        drop.className = "button button-tertiary";
        drop.textContent = this.words.wordDrop ?? "";
        drop.addEventListener("click", () => {
          this.waiting = this.waiting.filter((one) => one.key !== line.key);
          this.keep();
        });
        const why = document.createElement("span");
        why.className = "pj-unsent-why";
        why.textContent = line.why;
        item.append(drop, why);
      }
      list.append(item);
    }
    this.notice.append(list);
  }
}

let queue: Queue | undefined;
const refreshing = new Set<string>();

/** Fetches the page anew and puts in the parts that have changed; what is ticked stays ticked. */
async function refresh(selectors: string[]): Promise<void> {
  try {
    const answer = await fetch(window.location.href, { headers: { accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const selector of selectors) {
      const [here, there] = [document.querySelector(selector), page.querySelector(selector)];
      // Somebody may be mending a line: then it is left alone.
      if (!here || !there || here.isEqualNode(there) || here.contains(document.activeElement) || here.querySelector("details[open]")) continue;
      const ticked = new Set([...here.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value));
      here.replaceWith(there);
      for (const box of there.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) box.checked = ticked.has(box.value);
    }
  } catch {
    // The net is away: the lines are on the page already, in the queue.
  }
}

/** Lets one form go through the queue. The first form of the page carries the words. */
export function scribe(form: HTMLFormElement): void {
  const notice = document.querySelector<HTMLElement>("[data-unsent]");
  if (!notice) return;
  for (const selector of (form.dataset.refresh ?? "").split(" ").filter(Boolean)) refreshing.add(selector);
  const shelf = `pejl-scribe:${new URL(form.action).pathname.split("/").slice(1, 4).join("/")}`;
  if (!queue) {
    queue = new Queue(shelf, notice, form.dataset, () => void refresh([...refreshing]));
    window.setInterval(() => { if (!document.hidden) void refresh([...refreshing]); }, LOOK_MS);
  }
  form.addEventListener("submit", (event) => {
    const fields = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[0] !== "key");
    const shown = fields.filter(([name]) => name === "text" || name === "title").map(([, value]) => value.trim()).join(" ");
    // An empty line is the server's to speak about.
    if (!shown) return;
    event.preventDefault();
    queue?.add({ key: fresh(), action: form.action, fields, shown });
    for (const field of form.elements) {
      if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text")) field.value = "";
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = false;
    }
    form.querySelector<HTMLElement>("textarea, input[type=text]")?.focus();
  });
  // Enter sends a line; with Shift it begins a new one.
  form.querySelector<HTMLTextAreaElement>("textarea[name=text]")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
