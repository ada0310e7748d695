// A mail server of a library's making, on a port of its own: what reaches it is read back by another library.

import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** Opens a mail server that keeps what it is given; `url` is what the program is told. */
export async function mailServer() {
  const kept = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        kept.push({ to: session.envelope.rcptTo.map((one) => one.address), raw });
        done();
      });
    },
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    /** Every mail so far, read: `{to, subject, text, html, headers}`. */
    read: () => Promise.all(kept.map(async ({ to, raw }) => ({ envelope: to, ...(await PostalMime.parse(raw)) }))),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
