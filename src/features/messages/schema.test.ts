import { describe, expect, it } from "vitest";
import { emailAddressSchema } from "./schema";

describe("an address that mail can be sent to", () => {
  it.each([
    ["ana@ejemplo.mx", "ana@ejemplo.mx"],
    ["Ana.Perez+salon@Ejemplo.COM.AR", "Ana.Perez+salon@ejemplo.com.ar"],
    ["josé@ejemplo.mx", "josé@ejemplo.mx"],
    ["info@ñandú.example", "info@xn--and-6ma2c.example"],
    ["o'higgins@sub.dominio.cl", "o'higgins@sub.dominio.cl"],
  ])("%s is one", (address, normal) => {
    expect(emailAddressSchema.parse(address)).toBe(normal);
  });

  it.each([
    "",
    "ana",
    "@ejemplo.mx",
    "ana@",
    "ana@localhost",
    "ana@127.0.0.1",
    "ana@[127.0.0.1]",
    "ana@ejemplo.mx\r\nBcc: todos@ejemplo.mx",
    "ana@ejemplo.mx, otra@ejemplo.mx",
    "Ana <ana@ejemplo.mx>",
    "ana@ejemplo.mx>",
    "ana..perez@ejemplo.mx",
    ".ana@ejemplo.mx",
    "ana perez@ejemplo.mx",
    "ana@ejemplo.mx/x",
    "ana@ejemplo..mx",
    "ana@-ejemplo.mx",
    '"ana"@ejemplo.mx',
    `${"a".repeat(65)}@ejemplo.mx`,
    `ana@${"a".repeat(64)}.mx`,
    "ana@ejemplo.mx\u0000",
  ])("%j is none", (address) => {
    expect(emailAddressSchema.safeParse(address).success).toBe(false);
  });
});
