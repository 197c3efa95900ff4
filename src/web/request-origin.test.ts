import { describe, expect, it } from "vitest";
import { clientAddress } from "./request-origin";

const peer = "10.0.0.2";

describe("the client's address", () => {
  it.each([
    ["nobody in front: the socket's", 0, undefined, peer],
    ["nobody in front: a claim is not believed", 0, "1.2.3.4", peer],
    ["one proxy: what it wrote", 1, "1.2.3.4", "1.2.3.4"],
    ["one proxy: a claim before it is not believed", 1, "6.6.6.6, 1.2.3.4", "1.2.3.4"],
    ["two proxies: what the outer one wrote", 2, "6.6.6.6, 1.2.3.4, 10.0.0.1", "1.2.3.4"],
    ["a proxy that wrote nothing: the socket's", 1, undefined, peer],
  ])("%s", (_, proxies, forwarded, expected) => {
    const headers = new Headers({ "x-gestion-peer": peer });
    if (forwarded) headers.set("x-forwarded-for", forwarded);
    expect(clientAddress(headers, proxies)).toBe(expected);
  });

  it("is written as IPv4 where it came as IPv4", () => {
    expect(clientAddress(new Headers({ "x-gestion-peer": "::ffff:192.0.2.1" }), 0)).toBe("192.0.2.1");
  });
});
