import { describe, expect, it } from "vitest";
import { newSecret } from "@/kernel/secret";
import { keyPrefix, keyScopes, keyState, looksLikeKey, scopesInForce, scopesToGive, venuesInForce } from "./rules";

describe("scopes", () => {
  it("never reach what stays with people", () => {
    for (const scope of ["organization.delete", "organization.export", "api_key.create"]) {
      expect(keyScopes).not.toContain(scope);
      expect(scopesToGive(["owner"])).not.toContain(scope);
      expect(scopesInForce([scope], ["owner"])).toEqual([]);
    }
  });

  it("shrink with the roles of their creator, and come back with them", () => {
    const scopes = ["event.read", "event.confirm", "member.invite"];
    expect(scopesInForce(scopes, ["admin"])).toEqual(scopes);
    expect(scopesInForce(scopes, ["sales"])).toEqual(["event.read", "event.confirm"]);
    expect(scopesInForce(scopes, ["viewer"])).toEqual(["event.read"]);
    expect(scopesInForce(scopes, [])).toEqual([]);
  });
});

describe("venues", () => {
  it("are those that both limits leave", () => {
    expect(venuesInForce(null, null)).toBeNull();
    expect(venuesInForce(["a"], null)).toEqual(["a"]);
    expect(venuesInForce(null, ["a"])).toEqual(["a"]);
    expect(venuesInForce(["a", "b"], ["b", "c"])).toEqual(["b"]);
    expect(venuesInForce(["a"], ["b"])).toEqual([]);
  });
});

describe("a key", () => {
  it("is known by its shape", () => {
    expect(looksLikeKey(newSecret(keyPrefix))).toBe(true);
    expect(looksLikeKey(newSecret())).toBe(false);
    expect(looksLikeKey(`${keyPrefix}short`)).toBe(false);
  });

  it("is dead once revoked, expired or without its creator", () => {
    const alive = { revokedAt: null, expiresAt: null, creatorIsMember: true };
    expect(keyState(alive, 1_000)).toBe("active");
    expect(keyState({ ...alive, expiresAt: new Date(1_000) }, 1_000)).toBe("expired");
    expect(keyState({ ...alive, expiresAt: new Date(1_001) }, 1_000)).toBe("active");
    expect(keyState({ ...alive, creatorIsMember: false }, 1_000)).toBe("orphaned");
    expect(keyState({ ...alive, revokedAt: new Date(1), creatorIsMember: false }, 1_000)).toBe("revoked");
  });
});
