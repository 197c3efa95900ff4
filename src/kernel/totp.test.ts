import { describe, expect, it } from "vitest";
import { Temporal } from "./time";
import { base32, matchTotp, totpCode, totpStep, totpUri } from "./totp";

const secret = Buffer.from("12345678901234567890");
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);

describe("the codes of RFC 6238, appendix B (last six digits)", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %i seconds it is %s", (seconds, code) => {
    expect(totpCode(secret, totpStep(at(seconds)))).toBe(code);
  });
});

describe("a code", () => {
  const now = at(1_234_567_890);
  const step = totpStep(now);

  it("counts in its own half minute and one to either side, and no further", () => {
    const accepted = [-2, -1, 0, 1, 2].map((shift) => matchTotp(secret, totpCode(secret, step + shift), now, 0));
    expect(accepted).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("does not count again, nor does an older one", () => {
    expect(matchTotp(secret, totpCode(secret, step), now, step)).toBeNull();
    expect(matchTotp(secret, totpCode(secret, step - 1), now, step)).toBeNull();
    expect(matchTotp(secret, totpCode(secret, step + 1), now, step)).toBe(step + 1);
  });

  it("of another secret, or no code at all, does not count", () => {
    expect(matchTotp(Buffer.from("another secret, long"), totpCode(secret, step), now, 0)).toBeNull();
    expect(matchTotp(secret, "", now, 0)).toBeNull();
  });
});

it("writes base32 as RFC 4648 does, without padding", () => {
  expect(["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text)))).toEqual([
    "",
    "MY",
    "MZXQ",
    "MZXW6",
    "MZXW6YQ",
    "MZXW6YTB",
    "MZXW6YTBOI",
  ]);
});

it("writes an address that authenticator apps read", () => {
  const uri = new URL(totpUri(secret, "Gestión de Eventos", "ana@ejemplo.mx"));
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(uri.searchParams.get("issuer")).toBe("Gestión de Eventos");
  expect(uri.href).not.toContain("+");
});
