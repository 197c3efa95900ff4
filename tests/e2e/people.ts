import type { Page } from "playwright-core";
import { inject } from "vitest";
import { type DemoOrganization, quinta } from "@/demo/cast";
import type { Role } from "@/kernel/actor";
import { linkIn, mailTo } from "./mail";
import { arriveAt, press, see, visit, write } from "./steps";

/** Somebody who can sign in. */
export type Person = { name: string; email: string; password: string };

/** Of everybody whom a test makes. */
const password = "jacarandas en la avenida 9";

/** The person of the demo with this role. */
export function demoPerson(role: Role, organization: DemoOrganization = quinta): Person {
  const person = organization.people.find((one) => one.role === role);
  if (!person) throw new Error(`The demo has no ${role}`);
  return { ...person, password: inject("app").demoPassword };
}

/** Somebody new, whose address nobody else has. */
export function somebody(name: string): Person {
  const part = name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z]+/g, ".");
  return { name, email: `${part}.${Date.now().toString(36)}@correo.example`, password };
}

/** Signs in by password and lands on the page that was asked for: the home page if none was. */
export async function signIn(page: Page, who: Person | Role, next = "/"): Promise<Person> {
  const person = typeof who === "string" ? demoPerson(who) : who;
  await visit(page, next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
  await typePassword(page, person);
  await arriveAt(page, new URL(next, "http://here").pathname);
  return person;
}

/** Fills in the form of the sign-in page and sends it. */
export async function typePassword(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await write(page, "Correo", email);
  await write(page, /^Contraseña/, password);
  await press(page, "Entrar");
}

/** Opens an account and confirms its address: ends signed in, at the first step of the wizard. */
export async function signUp(page: Page, person: Person): Promise<Person> {
  await visit(page, "/sign-up");
  await write(page, "Nombre y apellido", person.name);
  await write(page, "Correo", person.email);
  await write(page, /^Contraseña/, person.password);
  await press(page, "Crear mi cuenta");
  await see(page, "Revisa tu correo");
  const mail = await mailTo(person.email, /Confirma tu correo/);
  await visit(page, linkIn(mail, "/verify-email"));
  await write(page, /^Contraseña/, person.password);
  await press(page, "Confirmar y entrar");
  await arriveAt(page, /^\/welcome/);
  return person;
}

/** Through the menu over the person's name. */
export async function signOut(page: Page): Promise<void> {
  const menu = page.locator('button[popovertarget="shell-person"], button[popovertarget="shell-more"]');
  await menu.locator("visible=true").first().click();
  await press(page, "Cerrar sesión");
  await arriveAt(page, "/sign-in");
}

/** Changes to this organization of theirs, if they are not there already. */
export async function actIn(page: Page, organization: string): Promise<void> {
  const here = page.locator('button[popovertarget="shell-organization"]');
  if ((await here.textContent())?.includes(organization)) return;
  await here.click();
  await page.locator("#shell-organization").getByRole("button", { name: organization }).click();
  await arriveAt(page, "/");
  await here.filter({ hasText: organization }).waitFor();
}
