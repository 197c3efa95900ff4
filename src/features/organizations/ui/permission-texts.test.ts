import { describe, expect, it } from "vitest";
import { permissionNames } from "@/features/identity/permissions";
import { roles } from "@/kernel/actor";
import en from "../../../../messages/en/organizations.json";
import es from "../../../../messages/es/organizations.json";

describe.each([
  ["es", es],
  ["en", en],
])("in %s", (_, messages) => {
  const texts: Record<string, Record<string, string> | undefined> = messages.permissions.texts;
  const nouns: Record<string, string | undefined> = messages.permissions.nouns;

  it.each(permissionNames)("%s has a text and its noun a heading", (name) => {
    const [noun = "", verb = ""] = name.split(".");
    expect(texts[noun]?.[verb], `permissions.texts.${name}`).toBeTruthy();
    expect(nouns[noun], `permissions.nouns.${noun}`).toBeTruthy();
  });

  it("there are no texts for permissions that are not there", () => {
    const names = Object.entries(texts).flatMap(([noun, verbs]) =>
      Object.keys(verbs ?? {}).map((verb) => `${noun}.${verb}`),
    );
    expect(names.filter((name) => !permissionNames.some((known) => known === name))).toEqual([]);
  });

  it.each(roles)("the role %s has a name and says what it is for", (role) => {
    expect(messages.roles[role]).toBeTruthy();
    expect(messages.role_hints[role]).toBeTruthy();
  });
});
