import { cpus, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { findChromium } from "../../bin/local/chromium.mjs";
import { measureTimes, type PageTime } from "./browser";
import type { BenchData } from "./data";
import { type DatabaseRun, runStatements } from "./database";
import { connections, inAll, type LoadFigure, press } from "./load";
import { residentMemory, watchMemory } from "./memory";
import { median, readable } from "./numbers";
import { measureSizes, type PageSize, pagesOnDisk } from "./pages";
import { figureLine, loadLines, type Table, verdict } from "./report";
import { measureStarts } from "./starts";
import { apiRead, apiWrite, subjects } from "./subjects";
import { targets } from "./targets";
import type { Script } from "./transaction-script";

/** How long each run is and how many there are, and how long the server rests before its memory is read again; seconds. */
export type Size = { seconds: number; times: number; rest: number };

/** What to print, and under other names what was measured, for the file. */
export type Section = { tables: Table[]; [figure: string]: unknown };

type App = { address: string; databaseUrl: string; pid: number };

/** Which machine this is, as far as it matters. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} x ${processors[0]?.model.trim() ?? "CPU"}, ${memory} GiB, Node.js ${process.versions.node}`;
}

export type Requests = Section & { requests: LoadFigure[]; memory: { rest: number; load: number } };

/** Requests a second, one subject after the other, and the memory that the server takes meanwhile. */
export async function reportRequests(app: App, data: BenchData, size: Size): Promise<Requests> {
  const rest = residentMemory(app.pid);
  const watch = watchMemory(app.pid);
  const requests: LoadFigure[] = [];
  try {
    for (const subject of subjects(data)) {
      console.log(`Pressing ${subject.name}`);
      requests.push(await press(app.address, subject, size));
    }
  } finally {
    watch.stop();
  }
  const head = ["", "a second", "slowest run", "P50 ms", "P95 ms", "", "errors", ""];
  const title = `Requests: ${connections} connections, ${size.times} x ${size.seconds} s each`;
  return {
    tables: [{ title, head, lines: loadLines(requests, targets) }],
    requests,
    memory: { rest, load: watch.stop() },
  };
}

/** The same statements without the application, while the server rests; then its memory again. */
export async function reportDatabase(
  app: App,
  scripts: { read: Script[]; write: Script[] },
  { size, requests }: { size: Size; requests: Requests },
): Promise<Section> {
  const from = performance.now();
  const pairs: [string, Script[]][] = [
    [apiRead, scripts.read],
    [apiWrite, scripts.write],
  ];
  const database: (DatabaseRun & { name: string; statements: number; ratio: number })[] = [];
  for (const [name, script] of pairs) {
    console.log(`Running the statements of ${name} in the database alone`);
    const run = await runStatements(app.databaseUrl, script, size.seconds);
    const whole = requests.requests.find((figure) => figure.name === name);
    const ratio = inAll(whole?.runs ?? []).perSecond / run.perSecond;
    database.push({ ...run, name, statements: script[0]?.length ?? 0, ratio });
  }
  await sleep(Math.max(0, size.rest * 1000 - (performance.now() - from)));
  const after = residentMemory(app.pid);
  const lines = database.map(({ name, ...run }) => [
    name,
    run.with,
    String(run.statements),
    readable(run.perSecond),
    readable(run.ratio),
  ]);
  const { rest, load } = requests.memory;
  const memory = [
    figureLine("at rest, after the start", [rest], "MiB"),
    figureLine("the most under load", [load], "MiB"),
    figureLine(`${size.rest} s after`, [after], "MiB"),
  ];
  return {
    tables: [
      { title: "The database alone", head: ["", "with", "messages", "a second", "whole / alone"], lines },
      { title: "Memory of the server (RSS)", head: ["", "", "", ""], lines: memory },
    ],
    database,
    memory: { rest, load, after },
  };
}

/** The JavaScript of every page, and how long it takes until it answers, where there is a browser. */
export async function reportPages(app: App, data: BenchData, size: Size): Promise<Section> {
  console.log("Opening every page");
  const pages = pagesOnDisk({ "/events/[id]": `/events/${data.eventIds.at(-1)}` });
  const sizes = await measureSizes(app.address, pages, data.cookie);
  const found = sizes.filter((page) => page.status === 200);
  const chromium = findChromium();
  const toVisit = size.times > 1 ? found : found.filter(({ path }) => ["/", "/events", "/sign-in"].includes(path));
  const visits = { pages: toVisit, cookie: data.cookie, times: size.times };
  const times = chromium ? await measureTimes(chromium, app.address, visits) : [];
  return {
    tables: [
      {
        title: `JavaScript of the pages, gzip${chromium ? "" : " (no Chromium, so no times)"}`,
        head: ["", "files", "kB at first", "kB in all", "", "interactive ms", ""],
        lines: sizes.map((page) =>
          pageLine(
            page,
            times.find(({ path }) => path === page.path),
          ),
        ),
      },
    ],
    pages: sizes.map((page) => ({ ...page, ...times.find(({ path }) => path === page.path) })),
  };
}

function pageLine(page: PageSize, time: PageTime | undefined): string[] {
  const path = page.path.replace(/[0-9a-f-]{36}/, "{id}");
  if (page.status !== 200) return [path, "", `answered ${page.status}`];
  const first = page.bytes / 1000;
  const sizes = [path, String(page.files), readable(first)];
  if (!time) return [...sizes, "", verdict(first, targets.javascriptKb)];
  const all = time.bytes / 1000;
  const interactive = median(time.interactive);
  const times = [readable(interactive), verdict(interactive, targets.interactiveMs)];
  return [...sizes, readable(all), verdict(all, targets.javascriptKb), ...times];
}

/** From `npm start` to the first page. */
export async function reportStarts(how: { fresh: boolean; times: number }): Promise<Section> {
  console.log(`\nStarting as a person does${how.fresh ? ", from nothing first: this takes minutes" : ""}`);
  const starts = await measureStarts(how);
  const lines = [
    ...(starts.fresh === null
      ? []
      : [figureLine("from a fresh clone, with install and build", [starts.fresh], "ms", targets.freshMs)]),
    figureLine("built, with an empty database and the demo to load", [starts.empty], "ms"),
    figureLine("again, on its data", starts.again, "ms", targets.againMs),
  ];
  return { tables: [{ title: "npm start to the first page", head: ["", "", "", ""], lines }], starts };
}
