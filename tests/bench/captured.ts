import type { RouteHandler } from "@/web/api/endpoint";
import { routesOnDisk } from "../../bin/routes-on-disk";
import type { BenchData } from "./data";
import type { Sent } from "./load";
import { statementsOf } from "./statements";
import { holdSpace, readEvent } from "./subjects";
import { type Script, scriptOf } from "./transaction-script";

const samples = 20;

/** The statements of the API read and of the API write, twenty requests of each, taken from the routes themselves. */
export async function capturedScripts(data: BenchData): Promise<{ read: Script[]; write: Script[] }> {
  const routes = await routesOnDisk("src/app/api/v1");
  const handlerOf = (method: string, path: string) => {
    const found = routes.find((route) => route.path === path && route.method === method);
    if (!found) throw new Error(`There is no ${method} ${path}`);
    return found.handler;
  };
  return {
    read: await capture(handlerOf("GET", "/events/{eventId}"), data, readEvent),
    write: await capture(handlerOf("POST", "/events"), data, holdSpace),
  };
}

async function capture(
  handler: RouteHandler,
  data: BenchData,
  request: (data: BenchData, n: number) => Sent,
): Promise<Script[]> {
  const scripts: Script[] = [];
  for (let n = 0; n < samples; n++) {
    // The first use of a key in a minute is noted, which is not what every request does: that one comes before.
    await call(handler, request(data, n));
    const sent = request(data, n + data.keys.length);
    scripts.push(scriptOf(await statementsOf(() => call(handler, sent)), `${sent.path} ${sent.body ?? ""}`));
  }
  return scripts;
}

async function call(handler: RouteHandler, { path, ...init }: Sent): Promise<void> {
  const eventId = /^\/api\/v1\/events\/([^/?]+)/.exec(path)?.[1];
  const params = Promise.resolve<Record<string, string>>(eventId ? { eventId } : {});
  const answer = await handler(new Request(`http://localhost${path}`, init), { params });
  if (!answer.ok) throw new Error(`${init.method} ${path} answered ${answer.status}: ${await answer.text()}`);
}
