import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser } from "./browser";
import { forgive } from "./faults";
import { expectNoAxeFindings, expectNoHorizontalScroll } from "./look";
import { linkIn, mailTo } from "./mail";
import { walkTheWizard } from "./organizations";
import { signOut, signUp, somebody, typePassword } from "./people";
import { arriveAt, press, see, seeNo, visit, write } from "./steps";
import { codeFor } from "./totp";

const browser = openBrowser();
const owner = somebody("Inés Barragán");
const seller = somebody("Tomás Lerdo");

describe("the first day of an organization", () => {
  let desk: Page;
  let phone: Page;
  let secret = "";
  let recoveryCode = "";
  beforeAll(async () => {
    desk = await browser.desk();
    phone = await browser.phone();
  });

  it("begins with an account whose address is confirmed by mail", async () => {
    await signUp(desk, owner);
  });

  it("goes through five steps to a calendar", async () => {
    await walkTheWizard(desk, "Casa Jacaranda", async () => {
      await expectNoAxeFindings(desk);
      await desk.setViewportSize({ width: 320, height: 640 });
      await expectNoHorizontalScroll(desk);
      await desk.setViewportSize({ width: 1280, height: 800 });
    });
    await see(desk, "Salón Jacaranda");
    await see(desk, "Ala norte");
  });

  it("holds a place there", async () => {
    await visit(desk, `/calendar?date=${inAMonth()}`);
    await desk
      .getByRole("button", { name: /^Apartar Salón Jacaranda/ })
      .first()
      .focus();
    await desk.keyboard.press("Enter");
    const dialog = desk.getByRole("dialog");
    await write(dialog, /¿Qué se celebra\?/, "Boda Lerdo Barragán");
    await press(dialog, "Apartar");
    await see(desk, "Quedó apartado: Boda Lerdo Barragán");
    await see(desk, "1.º");
  });

  it("invites somebody to sell", async () => {
    await visit(desk, "/settings/members");
    await press(desk, "Invitar");
    const dialog = desk.getByRole("dialog");
    await write(dialog, "Correo", seller.email);
    await dialog.getByLabel("Ventas").check();
    await press(dialog, "Enviar invitación");
    await see(desk, `La invitación va en camino a ${seller.email}`);
    await see(desk, "En espera");
  });

  it("lets the invited person in, on a phone", async () => {
    await visit(phone, linkIn(await mailTo(seller.email, /Inés Barragán te invita a Casa Jacaranda/), "/invitation"));
    await see(phone, "Casa Jacaranda te invita");
    await write(phone, "Nombre y apellido", seller.name);
    await write(phone, /^Contraseña/, seller.password);
    await press(phone, "Crear cuenta y entrar");
    await arriveAt(phone, "/");
    await see(phone, "Tomás");
  });

  it("lets them turn on the second step", async () => {
    await visit(phone, "/account/security");
    await press(phone, "Activar");
    secret = await phone.getByLabel(/escribe esta clave en la aplicación/).inputValue();
    await phone.getByRole("img", { name: "Código QR para la aplicación de códigos" }).waitFor();
    await write(phone, "Código de seis dígitos", codeFor(secret));
    await press(phone, "Activar la verificación");
    await see(phone, "La verificación en dos pasos quedó activa");
    recoveryCode =
      (await phone
        .getByRole("listitem")
        .filter({ hasText: /^[A-Z0-9-]{9,}$/ })
        .first()
        .textContent()) ?? "";
    expect(recoveryCode).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/);
    await mailTo(seller.email, /verificación en dos pasos está activa/);
  });

  it("asks for the second step from then on: a code of the app", async () => {
    await signOut(phone);
    await visit(phone, "/sign-in");
    await typePassword(phone, seller);
    await arriveAt(phone, "/two-factor");
    expect(await visit(phone, "/calendar")).toBe(200);
    await arriveAt(phone, "/sign-in");
    await visit(phone, "/two-factor");
    await write(phone, "Código de seis dígitos", "000000");
    await press(phone, "Continuar");
    await see(phone, "Ese código no sirve");
    await write(phone, "Código de seis dígitos", codeFor(secret, "next"));
    await press(phone, "Continuar");
    await arriveAt(phone, "/");
  });

  it("or a recovery code, which counts once", async () => {
    const page = await browser.desk();
    const enterWithRecoveryCode = async () => {
      await visit(page, "/sign-in");
      await typePassword(page, seller);
      await arriveAt(page, "/two-factor");
      await press(page, /usar un código de recuperación/);
      await page.waitForURL(/recovery-code/);
      await write(page, "Código de recuperación", recoveryCode.toLowerCase());
      await press(page, "Continuar");
    };
    await enterWithRecoveryCode();
    await arriveAt(page, "/");
    await signOut(page);
    await enterWithRecoveryCode();
    await see(page, "Ese código no sirve");
  });

  it("refuses the seller what the role may not do, and does not offer it", async () => {
    await visit(phone, "/settings/members");
    await see(phone, owner.name);
    expect(await phone.getByRole("button", { name: /Invitar|Quitar|Cambiar el lugar/ }).count()).toBe(0);
    await visit(phone, "/settings");
    expect(await phone.getByRole("link", { name: /Claves de API|Historial|Tareas/ }).count()).toBe(0);
    await see(phone, "Solo titular o administración puede cambiar estos datos");
    for (const path of ["/settings/api-keys", "/settings/audit", "/settings/jobs"]) {
      expect(await visit(phone, path)).toBe(403);
      await see(phone, "No tienes acceso a esta página");
      forgive(phone, /status of 403/);
    }
    const origin = inject("app").address;
    expect((await phone.request.post("/settings/export", { headers: { origin } })).status()).toBe(403);
  });

  it("shows the owner all of it in the trail, as sentences", async () => {
    await visit(desk, "/settings/audit");
    const trail = desk.getByRole("listitem");
    const sentences = [
      "Inés Barragán creó la organización Casa Jacaranda",
      "Inés Barragán agregó la sede Casa Jacaranda",
      "Inés Barragán agregó el espacio Salón Jacaranda",
      "Inés Barragán agregó el turno Noche",
      "Inés Barragán terminó la puesta en marcha de Casa Jacaranda",
      "Inés Barragán apartó Boda Lerdo Barragán",
      `Inés Barragán invitó a ${seller.email}`,
      "Tomás Lerdo entró al equipo por invitación",
      "Tomás Lerdo activó la verificación en dos pasos",
      "Tomás Lerdo cerró sesión",
      "Tomás Lerdo inició sesión",
    ];
    for (const sentence of sentences) await trail.filter({ hasText: sentence }).first().waitFor();
    await trail.filter({ hasText: "código de dos pasos" }).first().waitFor();
    await desk.getByLabel("Nombre, persona, acción o dirección IP").fill("Boda Lerdo");
    await seeNo(desk, /invitó a/);
    await see(desk, /apartó/);
  });
});

function inAMonth(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 30);
  return day.toISOString().slice(0, 10);
}
