import { describe, expect, it } from "vitest";
import { mayReadMetrics } from "./metrics-access";

const asker = { peer: "127.0.0.1", forwarded: false, authorization: null };

describe("mayReadMetrics", () => {
  it.each(["127.0.0.1", "::1", "10.1.2.3", "172.18.0.5", "192.168.1.9", "::ffff:172.18.0.5", "fd00::1"])(
    "lets in who asks directly from %s",
    (peer) => expect(mayReadMetrics({ ...asker, peer }, null)).toBe(true),
  );

  it.each(["8.8.8.8", "172.32.0.1", "::ffff:8.8.8.8", "2001:db8::1", "localhost", "unknown", ""])(
    "refuses who asks from %s",
    (peer) => expect(mayReadMetrics({ ...asker, peer }, null)).toBe(false),
  );

  it("refuses what a proxy passed on, and what has no address", () => {
    expect(mayReadMetrics({ ...asker, forwarded: true }, null)).toBe(false);
    expect(mayReadMetrics({ ...asker, peer: null }, null)).toBe(false);
  });

  it("lets in the token from anywhere, and no other token", () => {
    const outside = { peer: "8.8.8.8", forwarded: true };
    const token = "t".repeat(40);
    expect(mayReadMetrics({ ...outside, authorization: `Bearer ${token}` }, token)).toBe(true);
    expect(mayReadMetrics({ ...outside, authorization: `Bearer ${token}x` }, token)).toBe(false);
    expect(mayReadMetrics({ ...outside, authorization: "Bearer null" }, null)).toBe(false);
    expect(mayReadMetrics({ ...outside, authorization: token }, token)).toBe(false);
  });
});
