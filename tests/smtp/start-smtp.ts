import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { Smtp } from "@/platform/config-outside";

/** A mail as the server took it. */
export type Received = { from: string; to: string[]; raw: string; user: string | null; encrypted: boolean };

type Answer = { code: number; text: string };
export type SmtpBehaviour = {
  /** What is answered to MAIL FROM, RCPT TO and the end of DATA; nothing is yes. */
  mailFrom?: (address: string) => Answer | null;
  rcptTo?: (address: string) => Answer | null;
  data?: (raw: string) => Answer | null;
  /** Cuts the connection when this many bytes of a mail have arrived; null lets it pass. */
  cutOff?: () => number | null;
  options?: SMTPServerOptions;
};

/** A real SMTP server on a port of its own, that keeps what it takes and refuses what the test says. */
export async function startSmtp(behaviour: SmtpBehaviour = {}) {
  const received: Received[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...behaviour.options,
    onConnect: (_session, done) => {
      connections++;
      done();
    },
    onMailFrom: ({ address }, _session, done) => done(asError(behaviour.mailFrom?.(address))),
    onRcptTo: ({ address }, _session, done) => done(asError(behaviour.rcptTo?.(address))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const cutOff = behaviour.cutOff?.() ?? null;
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (cutOff !== null && size >= cutOff) for (const connection of server.connections) destroy(connection);
      });
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const answer = behaviour.data?.(raw) ?? null;
        if (answer === null) {
          received.push({
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw,
            user: session.user ?? null,
            encrypted: session.secure,
          });
        }
        done(asError(answer));
      });
    },
  });
  server.on("error", () => undefined); // a client that goes away is part of the tests
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const smtp: Smtp = {
    host: "127.0.0.1",
    port,
    secure: false,
    user: null,
    password: null,
    from: "Eventos <avisos@eventos.example>",
  };
  return {
    smtp,
    received,
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function asError(answer: Answer | null | undefined): Error | null {
  return answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null;
}

function destroy(connection: unknown): void {
  (connection as { _socket: { destroy(): void } })._socket.destroy();
}
