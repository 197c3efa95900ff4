import { afterEach, describe, expect, it, vi } from "vitest";

const before = "el-secreto-de-antes-0123456789abcdef";
const now = "el-secreto-de-ahora-0123456789abcdef";

/** The module as a process with these secrets has it. */
async function withSecrets(secret: string, previous?: string) {
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  vi.stubEnv("NEXTAUTH_SECRET_PREVIOUS", previous ?? "");
  return import("./sealed");
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("a sealed text", () => {
  it("opens again, and is another each time", async () => {
    const { seal, unseal } = await withSecrets(now);
    expect(unseal(seal("hola"))).toBe("hola");
    expect(seal("hola")).not.toBe(seal("hola"));
  });

  it("does not open when one byte was altered", async () => {
    const { seal, unseal } = await withSecrets(now);
    const bytes = Buffer.from(seal("hola"), "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unseal(bytes.toString("base64url"))).toThrow();
  });

  it("opens after the secret changed only while the one before is given", async () => {
    const sealed = (await withSecrets(before)).seal("hola");
    expect((await withSecrets(now, before)).unseal(sealed)).toBe("hola");
    const { unseal } = await withSecrets(now);
    expect(() => unseal(sealed)).toThrow();
  });

  it("is sealed under the new secret from the change on", async () => {
    const sealed = (await withSecrets(now, before)).seal("hola");
    expect((await withSecrets(now)).unseal(sealed)).toBe("hola");
  });
});

describe("a keyed hash", () => {
  it("is found under the secret of now and the one before", async () => {
    const old = (await withSecrets(before)).keyedHash("código");
    const { keyedHash, keyedHashes } = await withSecrets(now, before);
    expect(keyedHashes("código")).toEqual([keyedHash("código"), old]);
    expect((await withSecrets(now)).keyedHashes("código")).toHaveLength(1);
  });
});
