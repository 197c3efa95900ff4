import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { hashPassword, isOutdatedHash, verifyPassword } from "./password-hash";

describe("a stored password", () => {
  it("is hashed with its own salt at OWASP's cost, and known again", async () => {
    const [one, two] = await Promise.all([hashPassword("tuerca lluvia"), hashPassword("tuerca lluvia")]);
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    const answers = await Promise.all([verifyPassword("tuerca lluvia", one), verifyPassword("tuerca  lluvia", one)]);
    expect(answers).toEqual([true, false]);
  });

  it("is the same however the keyboard composes its letters", async () => {
    const hash = await hashPassword("ñandú con \u212B".normalize("NFC"));
    expect(await verifyPassword("ñandú con \u00C5".normalize("NFD"), hash)).toBe(true);
  });

  it("of another cost still works, and asks to be made anew", async () => {
    const cheap = "scrypt$4$8$1$AAAAAAAAAAAAAAAAAAAAAA$";
    expect(isOutdatedHash(`${cheap}AAAA`)).toBe(true);
    expect(isOutdatedHash(await hashPassword("tuerca lluvia"))).toBe(false);
  });
});

describe("without a stored password", () => {
  it("says no, whatever is there", async () => {
    const answers = await Promise.all([null, "", "plain", "scrypt$15$8$3$$"].map((hash) => verifyPassword("", hash)));
    expect(answers).toEqual([false, false, false, false]);
  });

  it("takes as long as with one", async () => {
    const hash = await hashPassword("tuerca lluvia");
    const time = async (stored: string | null) => {
      const start = performance.now();
      await verifyPassword("otra cosa", stored);
      return performance.now() - start;
    };
    const [known, unknown] = [await time(hash), await time(null)];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });
});
