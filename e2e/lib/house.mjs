// The demonstration, started for one run on a database of its own and a port of its own, and stopped after it.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The password of every demonstration login. */
export const PASSWORD = "pejl-demonstration";

/** The program to try: `PEJL_BIN`, else the newest build of this tree. */
function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const built = [process.env.PEJL_BIN, join(target, "debug", "pejl"), join(target, "release", "pejl")];
  const found = built.find((path) => path && existsSync(path));
  if (!found) throw new Error("There is no pejl to try: build it (cargo build -p pejl) or name it in PEJL_BIN.");
  return found;
}

/** Starts the demonstration; resolves when it answers. `PEJL_URL` names one that runs already. */
export async function openHouse() {
  if (process.env.PEJL_URL) return { url: process.env.PEJL_URL.replace(/\/$/, ""), close: async () => {} };
  const data = await mkdtemp(join(tmpdir(), "pejl-e2e-"));
  const child = spawn(program(), ["demo", "--listen", "127.0.0.1:0", "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PEJL_LOG: "info", PEJL_LOG_FORMAT: "json", PEJL_SERVER_TIMING: "true" },
  });
  let said = "";
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    const heard = (chunk) => {
      said += chunk;
      // The log says the address that the system chose; the welcome still says port 0.
      const port = /127\.0\.0\.1:([1-9]\d*)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on("data", heard);
    child.stderr.on("data", heard);
    ended.then((code) => reject(new Error(`pejl demo stopped (${code}) before it answered:\n${said}`)));
  });
  const answer = await fetch(`${url}/readyz`);
  if (!answer.ok) throw new Error(`pejl demo answers, but is not ready (${answer.status}):\n${said}`);
  return {
    url,
    data,
    said: () => said,
    close: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Goes round once with reminders, from the command line as an operator does, to a mail server at `url`. */
export async function sendOnce(run, url) {
  assert.ok(run.data, "a demonstration that runs elsewhere has no database to send from");
  const { stdout } = await promisify(execFile)(program(), ["remind", "--once", "--database", `sqlite:${join(run.data, "pejl.db")}`], {
    env: { ...process.env, PEJL_SMTP_URL: url, PEJL_MAIL_FROM: "Pejl <pejl@pejl.example>", PEJL_PUBLIC_URL: run.url },
  });
  return stdout;
}
