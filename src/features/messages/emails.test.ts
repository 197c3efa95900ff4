import { describe, expect, it } from "vitest";
import { Temporal } from "@/kernel/time";
import { writeEmail } from "./emails";
import type { EmailParams, EmailTemplate, Occasion } from "./rules";

const link = "https://eventos.example.com/ir?a=1&b=2";
const occasion: Occasion = {
  at: Temporal.Instant.from("2026-11-24T22:35:00Z"),
  timeZone: "America/Mexico_City",
  device: "Chrome en Windows",
  ip: "203.0.113.9",
};

const samples: { [T in EmailTemplate]: EmailParams[T] } = {
  "verify-email": { link, hours: 24 },
  "already-registered": { link },
  "reset-password": { link, minutes: 60 },
  "password-changed": { ...occasion, link },
  "email-change-requested": { ...occasion, newAddress: "n•••@ejemplo.mx", link },
  "email-change-confirm": { link, hours: 1 },
  invitation: { link, inviter: "Mariana", days: 7 },
  "new-sign-in": { ...occasion, link },
  "two-factor-enabled": { ...occasion, link },
  "two-factor-disabled": { ...occasion, link },
  "passkey-added": { ...occasion, link },
  "passkey-removed": { ...occasion, link },
  "account-locked": { ...occasion, minutes: 15, link },
  "organization-deleted": { deletedOrganization: "Salón Ribera", deletedBy: "Lucía", days: 30 },
  "export-ready": { link, days: 7 },
};

function write(template: EmailTemplate, locale: string, change: object = {}) {
  const request = { template, to: { name: "Ana", locale }, params: { ...samples[template], ...change } };
  return writeEmail(request as Parameters<typeof writeEmail>[0], "Quinta Los Arrayanes");
}

const every = (Object.keys(samples) as EmailTemplate[]).flatMap((template) =>
  ["es-MX", "es-AR", "en-US"].map((locale) => [template, locale] as const),
);

describe.each(every)("%s in %s", (template, locale) => {
  it("says everything in its language, in both forms, and fetches nothing", async () => {
    const email = await write(template, locale);
    for (const text of [email.subject, email.text, email.html]) {
      expect(text).not.toContain("mail.");
      expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
    expect(email.html).toContain(`lang="${locale.slice(0, 2)}"`);
    expect(email.html).not.toMatch(/<img|<link|<script|url\(|@import/i);
    expect(email.text).toContain(locale.startsWith("es") ? "Hola, Ana:" : "Hello Ana,");
    expect(email.text).toContain(
      locale.startsWith("es") ? "Recibes este mensaje porque" : "You get this message because",
    );
    expect(email.subject.length).toBeLessThan(80);
    const params = samples[template];
    if (!("link" in params)) return;
    expect(email.text).toContain(link);
    expect(email.html.split(link.replaceAll("&", "&amp;")).length - 1).toBeGreaterThanOrEqual(3);
  });
});

describe("what people typed", () => {
  it("is text in a mail and never markup", async () => {
    const { html } = await write("invitation", "es-MX", { inviter: `<script>alert(1)</script>"'` });
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  });

  it("adds no argument and no tag to the texts of the catalogue", async () => {
    const { subject } = await write("invitation", "es-MX", { inviter: "{organization} <b>x</b>" });
    expect(subject).toContain("{organization} <b>x<");
  });
});

describe("an occasion", () => {
  it("is told in the time and manner of the reader's place", async () => {
    const mexico = await write("new-sign-in", "es-MX");
    expect(mexico.text).toMatch(/Cuándo: martes, 24 de noviembre de 2026, 4:35\sp\.m\. hora de Ciudad de México/);
    const rosario = await write("new-sign-in", "es-AR", { timeZone: "America/Argentina/Cordoba" });
    expect(rosario.text).toMatch(/7:35\sp\.\sm\./);
  });

  it("leaves out what is not known", async () => {
    const { text } = await write("new-sign-in", "es-MX", { device: null, ip: null });
    expect(text).not.toMatch(/Dispositivo|Dirección IP/);
  });
});

it("shows the stand-in instead of the link where it is given", async () => {
  const request = {
    template: "reset-password",
    to: { name: null, locale: "es-MX" },
    params: samples["reset-password"],
  } as const;
  const { html, text } = await writeEmail(request, "Gestión de Eventos", "https://link.invalid/secret");
  expect(html + text).not.toContain("eventos.example.com");
  expect(text).toContain("Hola:");
});
