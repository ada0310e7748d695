// Serves dist/ with the product's content security policy, to look at the gallery: node gallery/serve.mjs [port]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../dist");
const port = Number(process.argv[2] ?? 4173);
const kinds = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = normalize(pathname === "/" ? "/index.html" : pathname);
  try {
    const content = await readFile(join(dist, file));
    response.writeHead(200, { "content-type": kinds[extname(file)] ?? "text/plain", "content-security-policy": policy });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
