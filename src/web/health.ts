import { health, isReady } from "@/platform/health";

const headers = { "cache-control": "no-store" };

/** How the installation is, check by check: 200 while it can serve, 503 when it cannot. */
export async function answerHealth(): Promise<Response> {
  const state = await health();
  return Response.json(state, { status: state.status === "down" ? 503 : 200, headers });
}

/** Whether the process is alive: it answers, so it is. For restarts. */
export function answerLive(): Response {
  return Response.json({ status: "live" }, { headers });
}

/** Whether to send requests here: 503 while the database is away and once the process is stopping. For the balancer. */
export async function answerReady(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not_ready" }, { status: ready ? 200 : 503, headers });
}
