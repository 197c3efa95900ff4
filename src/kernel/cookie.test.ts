import { expect, it } from "vitest";
import { parseSetCookie, readCookie, setCookie } from "./cookie";

const cookie = { name: "session", value: "a b;c=ñ", maxAge: 60 };

it("is out of reach of scripts and other sites, and under https of subdomains and plain http", () => {
  expect(setCookie({ ...cookie, secure: true })).toBe(
    "__Host-session=a%20b%3Bc%3D%C3%B1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
  );
  expect(setCookie({ ...cookie, secure: false })).toBe(
    "session=a%20b%3Bc%3D%C3%B1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
  );
});

it("reads back what it wrote", () => {
  expect(parseSetCookie(setCookie({ ...cookie, secure: true }))).toEqual({
    ...cookie,
    name: "__Host-session",
    secure: true,
    httpOnly: true,
  });
  expect(readCookie("theme=dark; session=a%20b%3Bc%3D%C3%B1", "session", false)).toBe("a b;c=ñ");
});

it("takes no cookie that is missing, empty, broken, comes twice, or has another name", () => {
  const headers = [null, "", "session=", "session=%E0%A4%A", "session=a; session=b", "xsession=a", "my-session=a"];
  expect(headers.map((header) => readCookie(header, "session", false))).toEqual(headers.map(() => null));
});

it("under https takes only the cookie that browsers keep for this host", () => {
  expect(readCookie("session=planted", "session", true)).toBeNull();
  expect(readCookie("session=planted; __Host-session=ours", "session", true)).toBe("ours");
});
