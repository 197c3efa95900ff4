import { hashSecret } from "@/kernel/secret";
import type { RouteHandler } from "@/web/api/endpoint";
import { routesOnDisk } from "../../bin/routes-on-disk";
import type { BenchData } from "./data";
import type { Sent } from "./load";
import { statementsOf } from "./statements";
import { invite, readMembers } from "./subjects";
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
    read: await capture(handlerOf("GET", "/members"), (n) => readMembers(data, n)),
    write: await capture(handlerOf("POST", "/invitations"), (n) => invite(data, n)),
  };
}

async function capture(handler: RouteHandler, request: (n: number) => Sent): Promise<Script[]> {
  const scripts: Script[] = [];
  for (let n = 0; n < samples; n++) {
    // The first use of a key in a minute is noted, which is not what every request does: that one comes before.
    await call(handler, request(n));
    const sent = request(n);
    const key = sent.headers?.authorization?.replace("Bearer ", "") ?? "";
    scripts.push(scriptOf(await statementsOf(() => call(handler, sent)), hashSecret(key)));
  }
  return scripts;
}

async function call(handler: RouteHandler, { path, ...init }: Sent): Promise<void> {
  const answer = await handler(new Request(`http://localhost${path}`, init), { params: Promise.resolve({}) });
  if (!answer.ok) throw new Error(`${init.method} ${path} answered ${answer.status}: ${await answer.text()}`);
}
