import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { quinta, ribera } from "@/demo/cast";
import { openBrowser } from "./browser";
import { mailTo } from "./mail";
import { actIn, demoPerson, signIn, signOut, signUp, somebody, typePassword } from "./people";
import { arriveAt, press, see, visit } from "./steps";

const browser = openBrowser();

describe("signing in", () => {
  it("works without JavaScript, and brings back what was typed when it is refused", async () => {
    const page = await browser.desk({ javaScriptEnabled: false });
    const person = demoPerson("viewer");
    await page.goto("/sign-in");
    await typePassword(page, { ...person, password: "no es esta contraseña" });
    await page.getByText("El correo o la contraseña no coinciden").waitFor();
    expect(await page.getByLabel("Correo").inputValue()).toBe(person.email);
    expect(await page.getByLabel("Contraseña").first().inputValue()).toBe("");
    await typePassword(page, person);
    await page.waitForURL((url) => url.pathname === "/");
    expect((await page.goto("/calendar"))?.status()).toBe(200);
    expect(await page.locator("h1").textContent()).toMatch(/\d/);
  });

  it("leads to the page that was asked for, and to no other site", async () => {
    const page = await browser.desk();
    await visit(page, "/calendar?view=month");
    await arriveAt(page, "/sign-in");
    await typePassword(page, demoPerson("coordinator"));
    await arriveAt(page, "/calendar");
    expect(new URL(page.url()).search).toBe("?view=month");
    await signOut(page);
    await visit(page, "/sign-in?next=https://example.org/");
    await typePassword(page, demoPerson("coordinator"));
    await arriveAt(page, "/");
    expect(new URL(page.url()).origin).toBe(inject("app").address);
  });

  it("slows down whoever guesses, and not the owner in the browser that is known", async () => {
    const person = somebody("Olga Ventura");
    const known = await browser.desk();
    await signUp(known, person);
    await press(known, "Cerrar sesión");
    await arriveAt(known, "/sign-in");

    const attacker = await browser.desk();
    await visit(attacker, "/sign-in");
    for (let guess = 1; guess <= 5; guess++) {
      await tryPassword(attacker, person.email, `una contraseña inventada ${guess}`);
      await see(attacker, "El correo o la contraseña no coinciden");
    }
    await tryPassword(attacker, person.email, person.password);
    await see(attacker, /Hubo demasiados intentos\. Espera un minuto/);
    await mailTo(person.email, /Demasiados intentos/);

    await typePassword(known, person);
    await arriveAt(known, "/welcome");
  });

  it("changes from one organization to the other without signing in again", async () => {
    const page = await browser.desk();
    await signIn(page, "coordinator", "/calendar");
    await actIn(page, ribera.name);
    await visit(page, "/calendar");
    await see(page, "Salón Río");
    await actIn(page, quinta.name);
    await visit(page, "/calendar");
    await see(page, "Salón Principal");
  });
});

async function tryPassword(page: Page, email: string, password: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await typePassword(page, { email, password });
  await answered;
}
