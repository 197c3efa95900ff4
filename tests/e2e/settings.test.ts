import { describe, expect, it } from "vitest";
import { ribera } from "@/demo/cast";
import { openBrowser } from "./browser";
import { forgive } from "./faults";
import { demoPerson, signIn } from "./people";
import { press, see, visit, write } from "./steps";

const browser = openBrowser();

describe("an API key made on the screen", () => {
  it("is shown once, works, and stops when it is revoked", async () => {
    const page = await browser.desk();
    await signIn(page, demoPerson("owner", ribera), "/settings/api-keys");
    await press(page, "Crear una clave");
    const dialog = page.getByRole("dialog");
    await write(dialog, "Nombre", "Sitio web");
    await dialog.getByLabel("Ver el perfil de la organización").check();
    await press(dialog, "Crear la clave");
    const key = await dialog.getByLabel("Clave «Sitio web»").inputValue();
    const read = () =>
      fetch(new URL("/api/v1/organization", page.url()), { headers: { authorization: `Bearer ${key}` } });
    const allowed = await read();
    expect([allowed.status, (await allowed.json()).name]).toEqual([200, ribera.name]);

    await dialog.getByRole("button", { name: "Cerrar" }).last().click();
    await see(page, "Sitio web");
    expect(await page.content()).not.toContain(key);

    const line = page.getByRole("row").filter({ hasText: "Sitio web" });
    await press(line, "Anular");
    await press(page.getByRole("dialog"), "Anular");
    await see(page, "La clave «Sitio web» quedó anulada");
    await see(line, "Anulada");
    expect((await read()).status).toBe(401);
  });
});

describe("the organization's logo", () => {
  it("is uploaded, shown in the frame to the team, and hidden from strangers", async () => {
    const page = await browser.desk();
    await signIn(page, demoPerson("owner", ribera), "/settings");
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } });
    await page.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
    await see(page, "El logotipo quedó puesto");
    await visit(page, "/calendar");
    const logo = page.locator('header img[src^="/files/"]').first();
    await logo.waitFor();
    expect(
      await logo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(0);

    const address = (await logo.getAttribute("src")) ?? "";
    const stranger = await browser.desk();
    expect((await stranger.request.get(address)).status()).toBeGreaterThanOrEqual(401);
    await signIn(stranger, demoPerson("owner"));
    expect((await stranger.request.get(address)).status()).toBe(404);
  });

  it("is refused when it only says that it is a picture", async () => {
    const page = await browser.desk();
    await signIn(page, demoPerson("owner", ribera), "/settings");
    const buffer = Buffer.from("<script>alert(1)</script>");
    await page.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
    await see(page, "No se puede subir este tipo de archivo");
    forgive(page, /status of 415/);
  });
});
