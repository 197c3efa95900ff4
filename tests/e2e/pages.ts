import { readdirSync } from "node:fs";
import type { Permission } from "@/features/identity/permissions";

/** What a page that names one thing in its address shows: found in the demo by `places.ts`. */
export type Example = "event" | "message" | "invitation" | "mail";

/** A page as people meet it. `who`: a guest, somebody without an organization yet, any member, or one with the permission. */
export type PageToSee = {
  /** Its folder in src/app. */
  folder: string;
  who: "guest" | "newcomer" | "person" | Permission;
  /** For a folder with a parameter. */
  example?: Example;
  /** Seen only by who has not shown their password for a while. Such pages come last, because nothing undoes that. */
  later?: true;
  /** What the keyboard must reach: the name of the page's main button, link or field. */
  main: string | RegExp;
};

/** Every page there is, but those for development. A page on disk that is not here fails pages.test.ts. */
export const pages: readonly PageToSee[] = [
  { folder: "(auth)/sign-in", who: "guest", main: "Entrar" },
  { folder: "(auth)/sign-up", who: "guest", main: "Crear mi cuenta" },
  { folder: "(auth)/verify-email", who: "guest", main: "Enviar el enlace" },
  { folder: "(auth)/forgot-password", who: "guest", main: "Enviar el enlace" },
  { folder: "(auth)/reset-password", who: "guest", main: "Pedir un enlace nuevo" },
  { folder: "(auth)/two-factor", who: "guest", main: "Continuar" },
  { folder: "(auth)/invitation/[token]", who: "guest", example: "invitation", main: "Crear cuenta y entrar" },
  { folder: "api/docs", who: "guest", main: /./ },
  { folder: "mailbox", who: "guest", main: /./ },
  { folder: "mailbox/[id]", who: "guest", example: "mail", main: /texto|Texto/ },
  { folder: "welcome", who: "newcomer", main: "Guardar y seguir" },
  { folder: "(app)", who: "event.read", main: "Calendario" },
  { folder: "(app)/calendar", who: "event.read", main: "Apartar" },
  { folder: "(app)/events", who: "event.read", main: "Evento, cliente o número" },
  { folder: "(app)/events/[id]", who: "event.read", example: "event", main: "Confirmar" },
  { folder: "(app)/account", who: "person", main: "Guardar" },
  { folder: "(app)/account/email", who: "person", main: "Usar este correo" },
  { folder: "(app)/account/security", who: "person", main: "Cambiar la contraseña" },
  { folder: "(app)/account/sessions", who: "person", main: "Sesiones" },
  { folder: "(app)/account/data", who: "person", main: "Descargar" },
  { folder: "(app)/settings", who: "organization.read", main: "Guardar" },
  { folder: "(app)/settings/members", who: "member.read", main: "Invitar" },
  { folder: "(app)/settings/permissions", who: "member.read", main: "Permisos" },
  { folder: "(app)/settings/venues", who: "venue.update", main: "Agregar una sede" },
  { folder: "(app)/settings/api-keys", who: "api_key.read", main: "Crear una clave" },
  { folder: "(app)/settings/audit", who: "audit.read", main: "Exportar CSV" },
  { folder: "(app)/settings/messages", who: "message.read", main: "Correos" },
  { folder: "(app)/settings/messages/[id]", who: "message.read", example: "message", main: "Correos" },
  { folder: "(app)/settings/jobs", who: "job.read", main: "Tareas" },
  { folder: "(app)/account/confirm", who: "person", main: "Confirmar", later: true },
];

/** The folders of src/app that hold a page, but those for development. */
export function foldersOnDisk(): string[] {
  const files = readdirSync("src/app", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.startsWith("dev/"))
    .map((file) => file.replace(/\/?page\.tsx$/, ""))
    .sort();
}

/** Its address: without the folders in brackets, and with the example's id. */
export function pathOf({ folder }: PageToSee, id = ""): string {
  const parts = folder.split("/").filter((part) => part !== "" && !part.startsWith("("));
  return `/${parts.map((part) => (part.startsWith("[") ? id : part)).join("/")}`;
}
