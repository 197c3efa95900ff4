import { beforeEach, expect, it, vi } from "vitest";
import { answerMetrics } from "./metrics";

vi.mock("@/platform/metrics", () => ({ exposition: async () => ({ body: "up 1\n", contentType: "text/plain" }) }));
const state = vi.hoisted(() => ({ metricsToken: null as string | null }));
vi.mock("@/platform/config", () => ({ config: () => state }));

const status = async (headers: Record<string, string>) =>
  (await answerMetrics(new Request("http://localhost/metrics", { headers }))).status;

beforeEach(() => {
  state.metricsToken = null;
});

it("answers who asks directly from inside, also when Next wrote the forwarded header itself", async () => {
  expect(await status({ "x-gestion-peer": "172.18.0.7" })).toBe(200);
  expect(await status({ "x-gestion-peer": "172.18.0.7", "x-forwarded-for": "172.18.0.7" })).toBe(200);
});

it("hides from everyone who came through a proxy", async () => {
  const peer = { "x-gestion-peer": "172.18.0.2" };
  expect(await status({ ...peer, "x-forwarded-for": "203.0.113.9" })).toBe(404);
  expect(await status({ ...peer, "x-forwarded-for": "172.18.0.2, 203.0.113.9" })).toBe(404);
  expect(await status({ ...peer, forwarded: "for=203.0.113.9" })).toBe(404);
  expect(await status({ ...peer, "x-real-ip": "203.0.113.9" })).toBe(404);
  expect(await status({})).toBe(404);
});

it("opens with the token, wherever it comes from", async () => {
  state.metricsToken = "s".repeat(40);
  const outside = { "x-gestion-peer": "172.18.0.2", "x-forwarded-for": "203.0.113.9" };
  expect(await status({ ...outside, authorization: `Bearer ${state.metricsToken}` })).toBe(200);
  expect(await status({ ...outside, authorization: "Bearer wrong" })).toBe(404);
});
