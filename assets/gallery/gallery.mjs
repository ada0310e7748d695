// The gallery: the templates' own output with made-up content, so that every component can be looked at in one place.
// The pages were rendered from crates/web/templates; here they only get the hashed names of what they wear.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Lays the gallery's pages beside the built files. */
export async function gallery(dist, manifest) {
  const worn = { css: "pejl.css", js: "pejl.js", sprite: "sprite.svg", favicon: "favicon.svg" };
  for (const page of (await readdir(here)).filter((file) => file.endsWith(".html"))) {
    const html = await readFile(join(here, page), "utf8");
    await writeFile(join(dist, page), html.replaceAll(/@(css|js|sprite|favicon)@/g, (_, name) => manifest[worn[name]]));
  }
}
