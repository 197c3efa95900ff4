import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ribera } from "@/demo/cast";
import type { Role } from "@/kernel/actor";
import { forgetThatIdentityWasShown } from "./behind-the-screen";
import { openBrowser } from "./browser";
import { linkIn, mailTo } from "./mail";
import { demoPerson, signIn, signOut, typePassword } from "./people";
import { arriveAt, press, see, seeNo, visit, write } from "./steps";

const browser = openBrowser();

// Each of these changes the account it uses, so each has a person of its own.
const somebodyOfRibera = (role: Role) => demoPerson(role, ribera);

describe("one's own account", () => {
  it("lets a passkey in without a password", async () => {
    const page = await browser.desk();
    const person = await signIn(page, somebodyOfRibera("finance"), "/account/security");
    await addVirtualAuthenticator(page);
    await write(page, "Nombre de la llave", "Laptop de la oficina");
    await press(page, "Agregar una llave de acceso");
    await see(page, "La llave de acceso quedó agregada");
    await see(page, "Laptop de la oficina");
    await mailTo(person.email, /llave de acceso nueva/);

    await signOut(page);
    await press(page, "Entrar con llave de acceso");
    await arriveAt(page, "/");
  });

  it("gives another password to whoever holds the mailbox, and closes the other sessions", async () => {
    const person = somebodyOfRibera("sales");
    const elsewhere = await browser.desk();
    await signIn(elsewhere, person);

    const page = await browser.phone();
    await visit(page, "/sign-in");
    await press(page, "Olvidé mi contraseña");
    await arriveAt(page, "/forgot-password");
    await write(page, "Correo", person.email);
    await press(page, "Enviar el enlace");
    await see(page, "el enlace va en camino");
    const link = linkIn(await mailTo(person.email, /Cambia tu contraseña/), "/reset-password");
    await visit(page, link);
    await write(page, /^Contraseña nueva/, "tres faroles bajo la lluvia");
    await press(page, "Guardar y entrar");
    await arriveAt(page, "/");

    await visit(elsewhere, "/calendar");
    await arriveAt(elsewhere, "/sign-in");
    await typePassword(elsewhere, person);
    await see(elsewhere, "El correo o la contraseña no coinciden");

    const late = await browser.desk();
    await visit(late, link);
    await write(late, /^Contraseña nueva/, "cuatro faroles bajo la lluvia");
    await press(late, "Guardar y entrar");
    await see(late, "Este enlace ya no sirve");
  });

  it("says nothing about who has an account", async () => {
    const page = await browser.desk();
    await visit(page, "/forgot-password");
    await write(page, "Correo", "nadie@correo.example");
    await press(page, "Enviar el enlace");
    await see(page, "Si hay una cuenta con nadie@correo.example");
  });

  it("moves to another address once that one confirms", async () => {
    const person = somebodyOfRibera("manager");
    const page = await browser.desk();
    await signIn(page, person, "/account");
    const email = `carolina.${Date.now().toString(36)}@correo.example`;
    await write(page, "Correo nuevo", email);
    await press(page, "Cambiar el correo");
    await see(page, `Enviamos un enlace a ${email}`);
    await mailTo(person.email, /Pidieron cambiar el correo/);
    await visit(page, linkIn(await mailTo(email, /Confirma tu correo nuevo/), "/account/email"));
    await press(page, "Usar este correo");
    await see(page, `tu correo ahora es ${email}`);
    await signOut(page);
    await signIn(page, { ...person, email });
  });

  it("closes a session in another browser", async () => {
    const person = somebodyOfRibera("door");
    const phone = await browser.phone();
    await signIn(phone, person);
    const page = await browser.desk();
    await signIn(page, person, "/account/sessions");
    await page.getByRole("button", { name: /^Cerrar la sesión de/ }).click();
    await see(page, "No hay otra sesión abierta");
    await visit(phone, "/calendar");
    await arriveAt(phone, "/sign-in");
  });

  it("asks for the password again before anything sensitive", async () => {
    const page = await browser.desk();
    const person = await signIn(page, somebodyOfRibera("viewer"), "/account/security");
    await forgetThatIdentityWasShown(person.email);
    await visit(page, "/account/security");
    await see(page, "Confirma que eres tú");
    await seeNo(page, "Cambiar la contraseña");
    await write(page, /^Contraseña/, "no es esta contraseña");
    await press(page, "Confirmar");
    await see(page, "Esa no es tu contraseña");
    await write(page, /^Contraseña/, person.password);
    await press(page, "Confirmar");
    await see(page, "Cambiar la contraseña");
  });

  it("speaks the language and wears the theme that the person chose, in every browser", async () => {
    const person = somebodyOfRibera("admin");
    const page = await browser.desk();
    await signIn(page, person, "/account");
    await page.getByLabel("Idioma").selectOption("en");
    await page.getByLabel("Oscura").check();
    await press(page, "Guardar");
    await see(page, /saved|guardados/i);
    const other = await browser.desk();
    await visit(other, "/sign-in");
    await typePassword(other, person);
    await arriveAt(other, "/");
    await visit(other, "/calendar");
    expect(await other.locator("html").getAttribute("lang")).toMatch(/^en/);
    expect(await other.locator("html").getAttribute("data-theme")).toBe("dark");
    await other.getByRole("link", { name: "Calendar", exact: true }).first().waitFor();
    const background = await other.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(Math.max(...(background.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(60);
  });
});

/** A device with a fingerprint sensor that is always touched, as Chromium plays it for tests (WebAuthn 3, chapter 11). */
async function addVirtualAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  // Without this the sign-in page is offered the passkey before anybody presses its button.
  await page.evaluate(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}
