import { describe, expect, it } from "vitest";
import { Temporal } from "@/kernel/time";
import {
  type Authority,
  firstOpenStep,
  invitationState,
  losesLastOwner,
  rolesToGive,
  slugOf,
  stepToShow,
  whyNotPlace,
  whyNotRemove,
} from "./rules";

describe("a slug", () => {
  it.each([
    ["Quinta Los Arrayanes", "quinta-los-arrayanes"],
    ["Salón Ñandú & Cía.", "salon-nandu-cia"],
    ["  --  ", "organization"],
    ["北京", "organization"],
    ["a".repeat(80), "a".repeat(50)],
    [`${"a".repeat(49)} b`, "a".repeat(49)],
  ])("of %s is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(slug).toMatch(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/);
  });
});

const owner: Authority = { memberId: "o", roles: ["owner"], venueIds: null };
const admin: Authority = { memberId: "a", roles: ["admin"], venueIds: null };
const localAdmin: Authority = { memberId: "l", roles: ["admin"], venueIds: ["v1"] };
const everywhere = (...roles: Authority["roles"]) => ({ roles, venueIds: null });

describe("who gives which place", () => {
  it("only an owner makes an owner", () => {
    expect(whyNotPlace(owner, null, everywhere("owner"))).toBeNull();
    expect(whyNotPlace(admin, null, everywhere("owner", "sales"))).toEqual({ code: "only_owners" });
    expect(rolesToGive(["admin"], ["owner", "admin", "door"])).toEqual(["admin", "door"]);
    expect(rolesToGive(["owner"], ["owner", "door"])).toEqual(["owner", "door"]);
  });

  it("only an owner unmakes an owner", () => {
    const boss = { memberId: "x", ...everywhere("owner") };
    expect(whyNotPlace(admin, boss, everywhere("viewer"))).toEqual({ code: "only_owners" });
    expect(whyNotPlace(owner, boss, everywhere("viewer"))).toBeNull();
    expect(whyNotRemove(admin, boss)).toEqual({ code: "only_owners" });
    expect(whyNotRemove(owner, boss)).toBeNull();
  });

  it("nobody gets more out of changing their own place, and may have less", () => {
    const seller: Authority = { memberId: "s", roles: ["sales"], venueIds: ["v1"] };
    const now = { memberId: "s", roles: seller.roles, venueIds: seller.venueIds };
    expect(whyNotPlace(seller, now, { roles: ["admin"], venueIds: ["v1"] })).toEqual({ code: "own_place" });
    expect(whyNotPlace(seller, now, { roles: ["sales"], venueIds: null })).toEqual({ code: "own_place" });
    expect(whyNotPlace(seller, now, { roles: ["viewer"], venueIds: ["v1"] })).toBeNull();
  });

  it("who is limited to some venues gives no others", () => {
    expect(whyNotPlace(localAdmin, null, { roles: ["sales"], venueIds: ["v1"] })).toBeNull();
    expect(whyNotPlace(localAdmin, null, { roles: ["sales"], venueIds: ["v1", "v2"] })).toEqual({
      code: "venues_out_of_reach",
    });
    expect(whyNotPlace(localAdmin, null, everywhere("sales"))).toEqual({ code: "venues_out_of_reach" });
    expect(whyNotRemove(localAdmin, everywhere("sales"))).toEqual({ code: "venues_out_of_reach" });
  });

  it("an API key, which has no roles, never touches owners", () => {
    const key: Authority = { memberId: null, roles: [], venueIds: null };
    expect(whyNotPlace(key, null, everywhere("owner"))).toEqual({ code: "only_owners" });
    expect(whyNotPlace(key, null, everywhere("sales"))).toBeNull();
  });
});

describe("the last owner", () => {
  it("cannot go or step down, another can", () => {
    expect(losesLastOwner(everywhere("owner"), null, 1)).toBe(true);
    expect(losesLastOwner(everywhere("owner"), everywhere("admin"), 1)).toBe(true);
    expect(losesLastOwner(everywhere("owner"), everywhere("owner", "sales"), 1)).toBe(false);
    expect(losesLastOwner(everywhere("owner"), null, 2)).toBe(false);
    expect(losesLastOwner(everywhere("admin"), null, 1)).toBe(false);
  });
});

describe("an invitation", () => {
  const now = Temporal.Instant.from("2026-11-24T18:00:00Z");
  const at = (text: string) => new Date(text);
  const open = { acceptedAt: null, revokedAt: null, expiresAt: at("2026-11-24T18:00:00.001Z") };

  it("is open until the very millisecond it expires", () => {
    expect(invitationState(open, now)).toBe("open");
    expect(invitationState({ ...open, expiresAt: at("2026-11-24T18:00:00Z") }, now)).toBe("expired");
  });

  it("that was accepted stays accepted", () => {
    expect(invitationState({ ...open, acceptedAt: at("2026-01-01"), expiresAt: at("2026-01-02") }, now)).toBe(
      "accepted",
    );
    expect(invitationState({ ...open, revokedAt: at("2026-01-01") }, now)).toBe("revoked");
  });
});

describe("the wizard", () => {
  it("goes on where something is missing", () => {
    expect(firstOpenStep(null)).toBe("organization");
    expect(firstOpenStep({ venues: 0, spaces: 0, shifts: 0 })).toBe("venue");
    expect(firstOpenStep({ venues: 1, spaces: 0, shifts: 0 })).toBe("spaces");
    expect(firstOpenStep({ venues: 1, spaces: 3, shifts: 0 })).toBe("shifts");
    expect(firstOpenStep({ venues: 1, spaces: 3, shifts: 2 })).toBe("team");
  });

  it("lets people go back, and not ahead", () => {
    const atSpaces = { venues: 1, spaces: 0, shifts: 0 };
    expect(stepToShow("venue", atSpaces)).toBe("venue");
    expect(stepToShow("team", atSpaces)).toBe("spaces");
    expect(stepToShow("nonsense", atSpaces)).toBe("spaces");
    expect(stepToShow(undefined, null)).toBe("organization");
  });
});
