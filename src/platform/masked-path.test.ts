import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "@/kernel/id";
import { newSecret } from "@/kernel/secret";
import { maskedPath } from "./masked-path";

it("leaves paths that people know as they are", () => {
  const id = newId();
  for (const path of [
    "/",
    "/sign-in",
    `/api/v1/events/${id}/confirmation`,
    "/settings/api-keys",
    "/_next/static/chunks/0abc123def456abc789d.js",
  ]) {
    expect(maskedPath(path)).toBe(path);
  }
});

it("strikes out every secret, wherever it is", () => {
  fc.assert(
    fc.property(fc.constantFrom("", "gek_"), (prefix) => {
      const secret = newSecret(prefix);
      expect(maskedPath(`/invitation/${secret}`)).toBe("/invitation/[secret]");
      expect(maskedPath(`/q/${secret}/accept`)).toBe("/q/[secret]/accept");
    }),
  );
});

it("strikes out signed tokens with dots", () => {
  expect(maskedPath("/verify-email/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")).toBe("/verify-email/[secret]");
});
