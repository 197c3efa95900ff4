import type { Page } from "playwright-core";
import { type Person, signUp } from "./people";
import { arriveAt, press, see, write } from "./steps";

/** Signs up and walks the wizard through: ends at the calendar of an organization with one hall of two parts. */
export async function openOrganization(page: Page, owner: Person, name = "Casa Jacaranda"): Promise<Person> {
  await signUp(page, owner);
  await walkTheWizard(page, name);
  return owner;
}

/** The five steps: organization, venue, spaces, shifts, team. `look` is called at each. */
export async function walkTheWizard(page: Page, name: string, look: (page: Page) => Promise<void> = async () => {}) {
  await see(page, "Empecemos por tu negocio");
  await write(page, "Nombre de la organización", name);
  await press(page, "Guardar y seguir");

  await see(page, "La primera sede");
  await look(page);
  await write(page, "Dirección", "Av. Vallarta 1200, Guadalajara");
  await press(page, "Guardar y seguir");

  await see(page, "Los espacios que se rentan");
  await look(page);
  await write(page, "Nombre", "Salón Jacaranda");
  await write(page, "Personas", "200");
  await page.getByLabel("Se puede dividir").check();
  const parts = page.getByRole("group", { name: "Partes en que se divide" });
  await parts.getByLabel("Nombre").nth(0).fill("Ala norte");
  await parts.getByLabel("Personas").nth(0).fill("110");
  await parts.getByLabel("Nombre").nth(1).fill("Ala sur");
  await parts.getByLabel("Personas").nth(1).fill("90");
  await press(page, "Guardar y seguir");

  await see(page, "Los turnos del día");
  await look(page);
  await press(page, "Guardar y seguir");

  await see(page, "Quién más trabaja aquí");
  await look(page);
  await press(page, "Terminar y abrir el calendario");
  await arriveAt(page, "/calendar");
}
