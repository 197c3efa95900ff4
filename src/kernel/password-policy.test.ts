import { describe, expect, it } from "vitest";
import { isEasyToGuess, passwordStrength } from "./password-policy";

const about = ["Mariana Robledo", "mariana.robledo@losarrayanes.mx"];

describe("easy to guess", () => {
  it.each([
    "password123",
    "P4ssw0rd!!!!",
    "contraseña1",
    "Contrasena2026",
    "qwertyuiop",
    "1234567890",
    "0987654321",
    "abcdefghijkl",
    "aaaaaaaaaaaa",
    "abababababab",
    "Guadalajara2026",
    "bienvenido2026!",
    "teamomucho1",
    "gestiondeeventos",
    "Eventos-2026-Salon",
    "marianarobledo",
    "Robledo.Mariana1",
    "losarrayanes26",
    "qazwsx123456",
  ])("%s", (password) => {
    expect(isEasyToGuess(password, about)).toBe(true);
  });
});

describe("not easy to guess", () => {
  it.each([
    "jacarandas en la avenida 9",
    "tuerca-lluvia-pan-dulce",
    "xK9#mQ2$vL7p",
    "el perro duerme al sol",
    "ñandú con paraguas rojo",
    "correcto caballo bateria grapa",
  ])("%s", (password) => {
    expect(isEasyToGuess(password, about)).toBe(false);
  });
});

it("says how strong a password is while it is typed", () => {
  expect(passwordStrength("corta")).toBe("short");
  expect(passwordStrength("password123")).toBe("weak");
  expect(passwordStrength("tuercalluv")).toBe("fair");
  expect(passwordStrength("tuerca lluvia pan dulce")).toBe("good");
});
