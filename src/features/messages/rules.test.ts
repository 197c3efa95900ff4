import { describe, expect, it } from "vitest";
import { newId } from "@/kernel/id";
import { hasSecretLink, linkPlaceholder, messageIdHeader, parseMessageIdHeader, plainName, withLink } from "./rules";

describe("a name in a mail", () => {
  it("stays as it is when it is a name", () => {
    for (const name of ["María José Ñáñez", "O'Higgins", "Quinta Los Arrayanes", "李小龍"])
      expect(plainName(name)).toBe(name);
  });

  it("cannot be clicked when it is an address", () => {
    const name = plainName("Gana en https://malo.example/ya o escribe a x@malo.example");
    expect(name).not.toMatch(/https:\/\//);
    expect(name).not.toContain("malo.example");
    expect(name).not.toContain("x@malo");
    expect(name.replaceAll("\u2060", "")).toBe("Gana en https://malo.example/ya o escribe a x@malo.example");
  });

  it("is one line of 80 characters at most, and never half a character", () => {
    expect(plainName("Ana\r\nBcc: otra\u2028persona")).toBe("Ana Bcc: otra persona");
    expect(plainName("👰".repeat(200))).toBe("👰".repeat(80));
  });
});

describe("the secret link", () => {
  it("is kept out of the text until the mail is sent", () => {
    expect(hasSecretLink("invitation")).toBe(true);
    expect(hasSecretLink("new-sign-in")).toBe(false);
    expect(withLink(`a ${linkPlaceholder} b ${linkPlaceholder}`, "https://x.example/?a=$&b")).toBe(
      "a https://x.example/?a=$&b b https://x.example/?a=$&b",
    );
  });
});

describe("the Message-ID", () => {
  it("says whose message it is, and comes back from a bounce", () => {
    const [organizationId, messageId] = [newId(), newId()];
    const header = messageIdHeader(organizationId, messageId, "eventos.example.com");
    expect(header).toBe(`<${organizationId}.${messageId}@eventos.example.com>`);
    expect(parseMessageIdHeader(header)).toEqual({ organizationId, messageId });
  });

  it("is nobody's when another program made it", () => {
    for (const header of ["", "<CAF+abc@mail.gmail.com>", `<${newId()}@x.example>`, "<a.b@c>"]) {
      expect(parseMessageIdHeader(header)).toBeNull();
    }
  });
});
