import { randomBytes, randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { pdf, svg } from "#tests/files/samples";
import { ribera } from "@/demo/cast";
import { openBrowser } from "./browser";
import { forgive } from "./faults";
import { linkIn, mailTo } from "./mail";
import { demoPerson, signIn } from "./people";
import { press, see, visit, write } from "./steps";

const browsers = openBrowser();

type Answer = {
  status: number;
  body: { url: string; thumbnailUrl: string; name: string; code: string; detail: string };
};

/** Sends a file as a page of ours does. */
async function upload(page: Page, name: string, content: Buffer, subject = `event:${randomUUID()}`): Promise<Answer> {
  const input = { name, content: content.toString("base64"), subject };
  return page.evaluate(async ({ name, content, subject }) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const body = new FormData();
    body.append("file", new File([bytes], name));
    const answer = await fetch(`/files?subject=${subject}`, { method: "POST", body });
    return { status: answer.status, body: await answer.json() };
  }, input);
}

describe("a file", () => {
  it("larger than what Next keeps of a body arrives whole, in parts too, and for its own organization only", async () => {
    const page = await browsers.desk();
    await signIn(page, "sales");
    const noise = randomBytes(2_100 * 2_000 * 3);
    const photo = await sharp(noise, { raw: { width: 2_100, height: 2_000, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(photo.length).toBeGreaterThan(11_000_000);
    const { status, body } = await upload(page, "Salón ☂.png", photo);
    expect(status).toBe(201);
    expect(body.name).toBe("Salón ☂.png");

    const { request } = page.context();
    const whole = await request.get(body.url);
    expect((await whole.body()).equals(photo)).toBe(true);
    expect(whole.headers()).toMatchObject({
      "content-type": "image/png",
      "content-disposition": expect.stringContaining("filename*=UTF-8''Sal%C3%B3n%20%E2%98%82.png"),
      "content-security-policy": expect.stringContaining("sandbox"),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    const part = await request.get(body.url, { headers: { range: "bytes=1000-1999" } });
    expect(part.status()).toBe(206);
    expect((await part.body()).equals(photo.subarray(1_000, 2_000))).toBe(true);
    const same = await request.get(body.url, { headers: { "if-none-match": whole.headers().etag ?? "" } });
    expect(same.status()).toBe(304);
    const small = await request.get(body.thumbnailUrl);
    expect(await sharp(await small.body()).metadata()).toMatchObject({ format: "webp", width: 480 });

    const [guest, stranger, door] = [await browsers.desk(), await browsers.desk(), await browsers.desk()];
    await signIn(stranger, demoPerson("owner", ribera));
    await signIn(door, "door");
    const statusFor = async (other: Page) => (await other.context().request.get(body.url)).status();
    expect([await statusFor(guest), await statusFor(stranger), await statusFor(door)]).toEqual([401, 404, 403]);
  });

  it("is refused by what it is, with words for whoever sent it", async () => {
    const page = await browsers.desk();
    await signIn(page, "sales");
    expect(await upload(page, "dibujo.png", svg)).toMatchObject({
      status: 415,
      body: { code: "type_not_allowed", detail: expect.stringContaining("Se aceptan PDF") },
    });
    const big = Buffer.alloc(21_000_000, 0x41);
    expect(await upload(page, "grande.txt", big)).toMatchObject({
      status: 413,
      body: { code: "file_too_large", detail: expect.stringContaining("20 MB") },
    });
    forgive(page, /status of 41[35]/);
  });

  it("is taken from no other site and from nobody who may not", async () => {
    const page = await browsers.desk();
    await signIn(page, "sales");
    const multipart = { file: { name: "a.pdf", mimeType: "application/pdf", buffer: pdf } };
    const url = "/files?subject=organization";
    const elsewhere = await page
      .context()
      .request.post(url, { multipart, headers: { "sec-fetch-site": "cross-site" } });
    expect(elsewhere.status()).toBe(403);
    const door = await browsers.desk();
    await signIn(door, "door");
    expect((await upload(door, "a.pdf", pdf)).status).toBe(403);
    forgive(door, /status of 403/);
  });
});

describe("mail on one's own machine", () => {
  it("can be read at /mailbox, and its link leads on", async () => {
    const page = await browsers.phone();
    const person = demoPerson("viewer");
    await visit(page, "/forgot-password");
    await write(page, "Correo", person.email);
    await press(page, /Enviar|enlace/);
    const mail = await mailTo(person.email, /Cambia tu contraseña/);
    await visit(page, "/mailbox");
    await page.getByRole("link", { name: "Cambia tu contraseña" }).first().click();
    await see(page, person.email);
    const button = page.frameLocator("iframe").getByRole("link", { name: "Elegir contraseña" });
    const [opened] = await Promise.all([page.context().waitForEvent("page"), button.click()]);
    await opened.waitForLoadState();
    expect(new URL(opened.url()).pathname + new URL(opened.url()).search).toBe(linkIn(mail, "/reset-password"));
    await visit(page, `/mailbox/${mail.id}?as=text`);
    await page.getByRole("link", { name: /reset-password/ }).click();
    await see(page, "Elegir otra contraseña");
  });

  it("is seen by the organization without its secret links", async () => {
    const page = await browsers.desk();
    await signIn(page, "owner", "/settings/messages");
    await page
      .getByRole("link", { name: /te invita a/ })
      .first()
      .click();
    await see(page, "El enlace de este correo es solo para quien lo recibió");
    const frame = page.frameLocator("iframe").locator("body");
    await expect.poll(() => frame.textContent()).toContain("Aceptar la invitación");
    expect(await frame.innerHTML()).not.toContain("/invitation/");
  });
});
