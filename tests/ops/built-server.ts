import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../bin/local/port.mjs";

export type Answer = { status: number; ms: number; headers: Headers; text: string };

/** The built application as a container runs it: one process, configured by its environment alone. */
export class BuiltServer {
  output = "";
  readonly ended: Promise<number | null>;

  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
    this.ended = new Promise((resolve) => child.once("close", (code) => resolve(code)));
  }

  /** Starts it; it may end by itself, so wait for `ready` or for `ended`. */
  static async start(serverFile: string, env: Record<string, string>): Promise<BuiltServer> {
    const port = await freePort();
    const child = spawn(process.execPath, [serverFile], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        GESTION_LOCAL: "1",
        NEXT_MANUAL_SIG_HANDLE: "1",
        NEXT_TELEMETRY_DISABLED: "1",
        HOSTNAME: "127.0.0.1",
        PORT: String(port),
        NEXTAUTH_URL: `http://localhost:${port}`,
        NEXTAUTH_SECRET: randomBytes(36).toString("base64url"),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return new BuiltServer(`http://127.0.0.1:${port}`, child);
  }

  async ready(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (this.child.exitCode !== null) throw new Error(`It ended:\n${this.output}`);
      const answer = await this.ask("/api/health/ready").catch(() => null);
      if (answer?.status === 200) return;
      await sleep(50);
    }
    throw new Error(`It did not become ready:\n${this.output}`);
  }

  async ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const from = performance.now();
    const response = await fetch(this.address + path, { headers, redirect: "manual" });
    const text = await response.text();
    return { status: response.status, ms: performance.now() - from, headers: response.headers, text };
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}
