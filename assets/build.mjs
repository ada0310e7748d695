// Builds what the browser gets: one stylesheet, one script, the fonts, the icon sprite and the favicon, each with its
// content's hash in its name, flat in dist/, and manifest.json from the logical name to the hashed one.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { slim } from "./slim.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const designSystem = join(here, "node_modules/dkfds/dist");

/** The positions of the chain map and the widths of bars: classes, because inline style is forbidden by the CSP. */
function steps() {
  const rule = (selector, body) => `${selector}{${body}}`;
  const rem = (pixels) => `${+(pixels / 10).toFixed(1)}rem`;
  const width = (columns) => columns * 304 - 64;
  const many = (count, make) => Array.from({ length: count }, (_, n) => make(n)).join("");
  return [
    // A phone lays the cards out itself.
    `@media print,(min-width:48rem){`,
    many(200, (n) => rule(`.pj-r${n}`, `top:${rem(n * 96)}`)),
    many(10, (n) => rule(`.pj-c${n}`, `left:calc(${n * 304}*var(--pj-u))`)),
    `}`,
    // --pj-u is a unit of the map's width: a pixel, or what makes the map as wide as the page, but never too small to read.
    many(10, (n) => rule(`.pj-chain:has(.pj-cols-${n + 1})`, `--pj-u:clamp(.062rem,100cqi/${width(n + 1)},.1rem)`)),
    many(10, (n) => rule(`.pj-cols-${n + 1} .pj-chain-curves`, `width:calc(${width(n + 1)}*var(--pj-u))`)),

    many(101, (n) => rule(`.pj-w${n}`, `flex:${n} 1 0`)),
  ].join("\n");
}

/** The design system's stylesheet without the parts no page uses, and the generated steps. */
const styles = {
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /dkfds\.min\.css$/ }, async ({ path }) => ({
      contents: slim(await readFile(path, "utf8")),
      loader: "css",
      resolveDir: dirname(path),
    }));
    build.onResolve({ filter: /^pejl:steps\.css$/ }, ({ path }) => ({ path, namespace: "pejl" }));
    build.onLoad({ filter: /.*/, namespace: "pejl" }, () => ({ contents: steps(), loader: "css" }));
  },
};

async function hashed(name, content) {
  const hash = createHash("sha256").update(content).digest("base64url").replaceAll(/[-_]/g, "").slice(0, 8);
  const [stem, ending] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf("."))];
  const file = `${stem}-${hash}${ending}`;
  await writeFile(join(dist, file), content);
  return file;
}

/** The design system's icons and our own symbols in one file, used as `sprite.svg#name`. */
async function sprite() {
  const theirs = await readFile(join(designSystem, "img/all-svg-icons.svg"), "utf8");
  const ours = (await readFile(join(here, "src/img/symbols.svg"), "utf8")).replace(/<!--[\s\S]*?-->\n?/, "");
  const symbols = theirs.slice(theirs.indexOf("<symbol"), theirs.lastIndexOf("</svg>"));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols}${ours}</svg>`;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const result = await esbuild.build({
  absWorkingDir: here,
  entryPoints: { pejl: "src/pejl.ts", "pejl-style": "src/pejl.css" },
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome115", "firefox115", "safari16"],
  loader: { ".woff2": "file", ".svg": "dataurl" },
  legalComments: "none",
  metafile: true,
  plugins: [styles],
  logLevel: "warning",
});

const manifest = {};
for (const [output, { entryPoint }] of Object.entries(result.metafile.outputs)) {
  const file = output.replace("dist/", "");
  if (entryPoint?.endsWith(".ts")) manifest["pejl.js"] = file;
  else if (entryPoint?.endsWith(".css")) manifest["pejl.css"] = file;
  else manifest[file.replace(/-[A-Z0-9]{8}(?=\.)/, "")] = file;
}
manifest["sprite.svg"] = await hashed("sprite.svg", await sprite());
manifest["favicon.svg"] = await hashed("favicon.svg", await readFile(join(here, "src/img/favicon.svg")));
// The licences travel with what they cover.
manifest["licences.txt"] = await hashed("licences.txt", [
  await readFile(join(designSystem, "LICENSE.md"), "utf8"),
  await readFile(join(designSystem, "fonts/IBMPlexSans/complete/woff2/license.txt"), "utf8"),
].join("\n\n---\n\n"));
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

const sizes = await Promise.all(["pejl.css", "pejl.js", "sprite.svg"].map(async (name) =>
  `${name} ${Math.round((await readFile(join(dist, manifest[name]))).length / 1024)} kB`));
console.log(`dist/: ${sizes.join(", ")}`);
