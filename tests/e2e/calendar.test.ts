import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Temporal } from "@/kernel/time";
import { openBrowser } from "./browser";
import { forgive } from "./faults";
import { signIn } from "./people";
import { arriveAt, press, see, seeNo, visit, write } from "./steps";

const browser = openBrowser();

/** A day that the demo leaves free: far enough away. */
const day = Temporal.Now.plainDateISO("America/Mexico_City").add({ months: 10 });

describe("two people who want the same place", () => {
  let sales: Page;
  let manager: Page;
  beforeAll(async () => {
    sales = await browser.desk();
    manager = await browser.desk();
    await signIn(sales, "sales", `/calendar?date=${day}`);
    await signIn(manager, "manager", `/calendar?date=${day}`);
  });

  it("may both hold it, and stand in line", async () => {
    await hold(sales, "Boda Ibarra Luna");
    await visit(manager, `/calendar?date=${day}`);
    await see(manager, "Boda Ibarra Luna");
    await hold(manager, "Graduación Vasco");
    await see(manager, "2.º");
  });

  it("get it once: who confirms second is told who has it, and is given ways out", async () => {
    await openEvent(sales, "Boda Ibarra Luna");
    await openEvent(manager, "Graduación Vasco");
    await confirm(sales);
    await see(sales, "El lugar es suyo");
    await confirm(manager);
    await see(manager, /Boda Ibarra Luna/);
    await see(manager, /está tomado/);
    await see(manager, "Lo más cercano que sí se puede");
  });

  it("see each other's deed without a double booking", async () => {
    await visit(manager, `/calendar?date=${day}&view=day`);
    await see(manager, "Boda Ibarra Luna");
  });

  it("who then holds the taken place takes the way out with one press", async () => {
    await visit(manager, `/calendar?date=${day}&hold=new`);
    const dialog = manager.getByRole("dialog");
    await fillHold(dialog, "Posada Grupo Alfa");
    await press(dialog, "Apartar");
    await see(dialog, "Salón Principal está tomado");
    await see(dialog, "Boda Ibarra Luna");
    await dialog.locator('button[name="instead"]').first().click();
    await see(manager, "Quedó apartado: Posada Grupo Alfa");
  });
});

describe("the calendar by keyboard alone", () => {
  it("finds an event, a person and a deed from the palette", async () => {
    const page = await browser.desk();
    await signIn(page, "owner", "/calendar");
    await palette(page, "historial");
    await arriveAt(page, "/settings/audit");
    await palette(page, "Mariana Valle");
    await arriveAt(page, "/settings/members");
    await see(page, "mariana.valle@demo.example");
    await palette(page, "Cena ITESO");
    await arriveAt(page, /^\/events\/[0-9a-f-]{36}$/);
    await see(page, "Cena ITESO");
  });

  it("holds a place with arrows and Enter", async () => {
    const page = await browser.desk();
    await signIn(page, "sales", `/calendar?date=${day.add({ weeks: 2 })}`);
    const cell = page.locator("[data-cell='0:0']");
    await cell.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe("1:1");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("XV Abril");
    await page.keyboard.press("Enter");
    await see(page, "Quedó apartado: XV Abril");
  });

  it("shows who may only look no way to hold", async () => {
    const page = await browser.desk();
    await signIn(page, "viewer", "/calendar");
    await seeNo(page, /^Apartar$/);
    expect(await page.locator("[data-cell]").count()).toBe(0);
    expect(await visit(page, "/settings/jobs")).toBe(403);
    forgive(page, /status of 403/);
  });
});

async function hold(page: Page, title: string): Promise<void> {
  await press(page, "Apartar");
  const dialog = page.getByRole("dialog");
  await fillHold(dialog, title);
  await press(dialog, "Apartar");
  await see(page, `Quedó apartado: ${title}`);
}

async function fillHold(dialog: ReturnType<Page["getByRole"]>, title: string): Promise<void> {
  await write(dialog, /¿Qué se celebra\?/, title);
  const space = dialog.getByLabel("Espacio");
  await space.selectOption({ label: await optionOf(space, "Salón Principal") });
  await write(dialog, "Fecha", day.toString());
  await write(dialog, "Empieza", "19:00");
  await write(dialog, "Termina", "23:30");
}

async function optionOf(select: ReturnType<Page["getByRole"]>, text: string): Promise<string> {
  const labels = await select.locator("option").allInnerTexts();
  return labels.find((label) => label.includes(text)) ?? text;
}

async function openEvent(page: Page, title: string): Promise<void> {
  await visit(page, `/calendar?date=${day}`);
  await page
    .getByRole("link", { name: new RegExp(title) })
    .locator("visible=true")
    .first()
    .click();
  await arriveAt(page, /^\/events\/[0-9a-f-]{36}$/);
}

async function confirm(page: Page): Promise<void> {
  await press(page, "Confirmar");
  const dialog = page.getByRole("dialog");
  await write(dialog, "¿Por qué se confirma?", "Anticipo recibido en efectivo");
  await press(dialog, "Confirmar");
}

async function palette(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+K");
  const field = page.getByRole("combobox");
  await field.waitFor();
  await page.keyboard.type(text);
  await page.locator('[cmdk-item][data-selected="true"]', { hasText: new RegExp(text, "i") }).waitFor();
  await page.keyboard.press("Enter");
}
