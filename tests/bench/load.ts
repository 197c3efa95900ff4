import { setTimeout as sleep } from "node:timers/promises";
import autocannon, { type Outcome } from "autocannon";
import { median, percentile } from "./numbers";

export type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string };

/** A thing to be asked again and again. `next` makes the n-th request; `shows` is in every good answer. */
export type Subject = { name: string; next: (n: number) => Sent; shows: string };

/** `errors` counts answers other than 2xx, broken connections and waits over ten seconds. Times in milliseconds. */
export type LoadRun = { perSecond: number; p50: number; p95: number; errors: number };

export type LoadFigure = { name: string; runs: LoadRun[] };

export const connections = 8;

/**
 * Presses one subject with eight connections, each with one request at a time: a second to warm up, then `times` runs
 * of `seconds`. Throws when the first answer is not the one that was meant, so that no error page is ever measured.
 */
export async function press(
  address: string,
  subject: Subject,
  { seconds, times }: { seconds: number; times: number },
): Promise<LoadFigure> {
  await checkAnswer(address, subject);
  let sent = 10;
  const next = () => subject.next(sent++);
  await run(address, next, 1);
  const runs: LoadRun[] = [];
  for (let turn = 0; turn < times; turn++) runs.push(await run(address, next, seconds));
  return { name: subject.name, runs };
}

/** One line for several runs: the medians, and every error that there was. */
export function inAll(runs: readonly LoadRun[]): LoadRun {
  const middle = (of: (run: LoadRun) => number) => median(runs.map(of));
  return {
    perSecond: middle((run) => run.perSecond),
    p50: middle((run) => run.p50),
    p95: middle((run) => run.p95),
    errors: runs.reduce((sum, run) => sum + run.errors, 0),
  };
}

/** The first answer of a route may come late, on a machine that has much else to do; so it has three attempts. */
async function checkAnswer(address: string, subject: Subject): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { path, ...init } = subject.next(attempt);
    const answer = await fetch(new URL(path, address), { ...init, redirect: "manual" });
    const text = await answer.text();
    if (answer.ok && text.includes(subject.shows)) return;
    const what = `${init.method} ${path} answered ${answer.status} without "${subject.shows}"`;
    if (attempt === 3) throw new Error(`${what}:\n${text.slice(0, 500)}`);
    await sleep(1_000);
  }
}

async function run(url: string, next: () => Sent, seconds: number): Promise<LoadRun> {
  const times: number[] = [];
  const from = performance.now();
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    const setupRequest = (request: { headers: object }) => {
      const sent = next();
      return { ...request, ...sent, headers: { ...request.headers, ...sent.headers } };
    };
    const options = { url, connections, duration: seconds, timeout: 10, requests: [{ setupRequest }] };
    const instance = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    instance.on("response", (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
      if (status >= 200 && status < 300) times.push(milliseconds);
    });
  });
  return {
    perSecond: (times.length * 1000) / (performance.now() - from),
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    errors: outcome.errors + outcome.timeouts + outcome.non2xx,
  };
}
