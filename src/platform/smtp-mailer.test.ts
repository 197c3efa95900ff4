import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type SmtpBehaviour, startSmtp } from "#tests/smtp/start-smtp";
import type { Smtp } from "./config-outside";
import type { OutgoingMail } from "./outgoing-mail";
import { smtpMailer } from "./smtp-mailer";

const mail: OutgoingMail = {
  id: "01936b3e-0000-7000-8000-000000000001",
  messageId: "<org.msg@eventos.example>",
  fromName: "Quinta Los Arrayanes",
  to: { name: "Ana Pérez", address: "ana@ejemplo.mx" },
  subject: "Confirma tu correo",
  html: "<p>Hola, Ñandú</p>",
  text: "Hola, Ñandú\n",
  language: "es-MX",
  writtenAt: Date.UTC(2026, 10, 24, 18),
};

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function fixture(behaviour: SmtpBehaviour = {}, change: Partial<Smtp> = {}, bounceAddress: string | null = null) {
  const server = await startSmtp(behaviour);
  const timeouts = { connectionTimeout: 2_000, greetingTimeout: 500, socketTimeout: 700 };
  const mailer = smtpMailer({ ...server.smtp, ...change }, bounceAddress, timeouts);
  ends.push(server.close, mailer.close);
  return { server, mailer };
}

describe("a mail that is taken", () => {
  it("arrives whole: names, subject, both forms, its own Message-ID", async () => {
    const { server, mailer } = await fixture({}, {}, "rebotes@eventos.example");
    expect(await mailer.send(mail)).toEqual({ outcome: "sent", transport: "smtp" });
    const [received] = server.received;
    expect(received?.from).toBe("rebotes@eventos.example");
    expect(received?.to).toEqual(["ana@ejemplo.mx"]);
    expect(received?.raw).toContain("From: Quinta Los Arrayanes <avisos@eventos.example>");
    expect(received?.raw).toMatch(/To: =\?UTF-8\?Q\?Ana_P=C3=A9rez\?= <ana@ejemplo\.mx>/);
    expect(received?.raw).toContain("Message-ID: <org.msg@eventos.example>");
    expect(received?.raw).toContain("Date: Tue, 24 Nov 2026 18:00:00 +0000");
    expect(received?.raw).toContain("Auto-Submitted: auto-generated");
    expect(received?.raw).toMatch(
      /Content-Type: text\/plain; charset=utf-8[\s\S]*Content-Type: text\/html; charset=utf-8/,
    );
    expect(received?.raw).toContain("Hola, =C3=91and=C3=BA");
  });

  it("uses the same connection for the next one", async () => {
    const { server, mailer } = await fixture();
    for (const id of ["1", "2", "3"]) await mailer.send({ ...mail, messageId: `<${id}@eventos.example>` });
    expect(server.received).toHaveLength(3);
    expect(server.connections()).toBe(1);
  });

  it("takes names that are not ASCII in any language, and commas and quotes in them", async () => {
    const { server, mailer } = await fixture();
    await mailer.send({
      ...mail,
      fromName: 'Salón "El Ñandú", S.A. <x@y.mx>',
      to: { name: "李小龍, Jr.", address: "li@ejemplo.mx" },
    });
    const raw = server.received[0]?.raw ?? "";
    expect(decodeWords(headerOf(raw, "From"))).toBe('Salón "El Ñandú", S.A. <x@y.mx> <avisos@eventos.example>');
    expect(decodeWords(headerOf(raw, "To"))).toBe("李小龍, Jr. <li@ejemplo.mx>");
    expect(server.received[0]?.to).toEqual(["li@ejemplo.mx"]);
  });

  it("lets no text of a person add a header, a recipient or a body", async () => {
    const { server, mailer } = await fixture();
    const evil = "x\r\nBcc: todos@ejemplo.mx\r\n\r\n<h1>otro</h1>\n.\r\nRCPT TO:<mas@ejemplo.mx>";
    await mailer.send({ ...mail, subject: evil, fromName: evil, to: { name: evil, address: "ana@ejemplo.mx" } });
    const raw = server.received[0]?.raw ?? "";
    expect(server.received[0]?.to).toEqual(["ana@ejemplo.mx"]);
    expect(raw.slice(0, raw.indexOf("\r\n\r\n"))).not.toMatch(/^(bcc|<h1>|rcpt)/im);
    expect(decodeWords(headerOf(raw, "Subject"))).toBe(
      "x Bcc: todos@ejemplo.mx <h1>otro</h1> . RCPT TO:<mas@ejemplo.mx>",
    );
  });
});

describe("a mail that is not taken", () => {
  it("is for later when the server is greylisting, and goes out when it no longer is", async () => {
    const seen = new Set<string>();
    const rcptTo = (address: string) => {
      if (seen.has(address)) return null;
      seen.add(address);
      return { code: 451, text: "4.7.1 Greylisted, try again" };
    };
    const { server, mailer } = await fixture({ rcptTo });
    expect(await mailer.send(mail)).toEqual({
      outcome: "later",
      reason: expect.stringContaining("451 4.7.1 Greylisted"),
    });
    expect(await mailer.send(mail)).toMatchObject({ outcome: "sent" });
    expect(server.received).toHaveLength(1);
  });

  it("is refused for good when there is no such mailbox, and the reason does not repeat the address", async () => {
    const rcptTo = (address: string) => ({ code: 550, text: `5.1.1 <${address}>: Recipient address rejected` });
    const { mailer } = await fixture({ rcptTo });
    expect(await mailer.send(mail)).toEqual({
      outcome: "refused",
      recipient: true,
      reason: expect.stringMatching(/^550 5\.1\.1 <<recipient>>: Recipient address rejected/),
    });
  });

  it("is refused for good when its content is not wanted", async () => {
    const { mailer } = await fixture({ data: () => ({ code: 554, text: "5.7.1 Looks like spam" }) });
    expect(await mailer.send(mail)).toMatchObject({ outcome: "refused", recipient: false });
  });

  it("is for later when the connection is lost in the middle of it", async () => {
    let cuts = 1;
    const { server, mailer } = await fixture({ cutOff: () => (cuts-- > 0 ? 10 : null) });
    expect(await mailer.send({ ...mail, text: "largo ".repeat(50_000) })).toMatchObject({ outcome: "later" });
    expect(server.received).toHaveLength(0);
    expect(await mailer.send(mail)).toMatchObject({ outcome: "sent" });
  });

  it("is for later when nobody answers at that port, or answers and says nothing", async () => {
    const { server, mailer } = await fixture();
    await server.close();
    expect(await mailer.send(mail)).toMatchObject({
      outcome: "later",
      reason: expect.stringContaining("ECONNREFUSED"),
    });
    const { mailer: silent } = await fixture({}, await silentPort());
    expect(await silent.send(mail)).toMatchObject({ outcome: "later", reason: expect.stringContaining("Greeting") });
  });
});

describe("a server that asks who is there", () => {
  const asks: SmtpBehaviour = {
    options: {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === "avisos" && password === "correcta" ? done(null, { user: username }) : done(new Error("535 no")),
    },
  };

  it("takes the mail of the right user", async () => {
    const { server, mailer } = await fixture(asks, { user: "avisos", password: "correcta" });
    expect(await mailer.send(mail)).toMatchObject({ outcome: "sent" });
    expect(server.received[0]?.user).toBe("avisos");
    await mailer.verify();
  });

  it("makes the mail wait when the password is wrong or missing: an operator can mend it", async () => {
    const wrong = await fixture(asks, { user: "avisos", password: "otra" });
    expect(await wrong.mailer.send(mail)).toMatchObject({ outcome: "later" });
    await expect(wrong.mailer.verify()).rejects.toThrow();
    const missing = await fixture(asks);
    expect(await missing.mailer.send(mail)).toMatchObject({ outcome: "later", reason: expect.stringContaining("530") });
  });

  it("is told no password over a connection that anybody can read", async () => {
    const { server, mailer } = await fixture(asks, {
      host: "0.0.0.0",
      user: "avisos",
      password: "correcta",
    });
    expect(await mailer.send(mail)).toMatchObject({ outcome: "later", reason: expect.stringContaining("STARTTLS") });
    expect(server.received).toHaveLength(0);
  });
});

it("encrypts when the server can", async () => {
  const { server, mailer } = await fixture({ options: { disabledCommands: [] } });
  expect(await mailer.send(mail)).toMatchObject({ outcome: "sent" });
  expect(server.received[0]?.encrypted).toBe(true);
});

async function silentPort(): Promise<{ host: string; port: number }> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => server.close());
  const address = server.address();
  return { host: "127.0.0.1", port: typeof address === "object" && address ? address.port : 0 };
}

function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return head.match(new RegExp(`^${name}: (.*)$`, "m"))?.[1] ?? "";
}

/** Encoded words (RFC 2047) and quoted names as a reader sees them. */
function decodeWords(header: string): string {
  const decoded = header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, text: string) =>
      text
        .replaceAll("_", " ")
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/=\?UTF-8\?B\?(.*?)\?=/g, (_, text: string) => Buffer.from(text, "base64").toString("latin1"));
  const text = Buffer.from(decoded, "latin1").toString("utf8");
  return text.replace(/^"((?:[^"\\]|\\.)*)"/, (_, inner: string) => inner.replace(/\\(.)/g, "$1"));
}
