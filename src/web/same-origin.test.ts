import { describe, expect, it } from "vitest";
import { refuseOtherSites } from "./same-origin";

const ask = (headers: Record<string, string>) => () =>
  refuseOtherSites(new Headers({ host: "eventos.example", ...headers }));

describe("a request that acts on the session", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }],
    [{ "sec-fetch-site": "same-origin", origin: "https://eventos.example" }],
    [{ origin: "https://eventos.example" }],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }],
    [{ origin: "https://eventos.example", host: "app:3000", "x-forwarded-host": "eventos.example" }],
  ])("%j comes from our own page", (headers) => {
    expect(ask(headers)).not.toThrow();
  });

  it.each([
    [{}],
    [{ "sec-fetch-site": "cross-site", origin: "https://malo.example" }],
    [{ "sec-fetch-site": "same-site", origin: "https://otro.eventos.example" }],
    [{ "sec-fetch-site": "none" }],
    [{ "sec-fetch-site": "cross-site", origin: "https://eventos.example" }],
    [{ origin: "https://malo.example" }],
    [{ origin: "null" }],
    [{ origin: "https://eventos.example.malo.example" }],
  ])("%j does not", (headers) => {
    expect(ask(headers)).toThrow("same_origin");
  });
});
