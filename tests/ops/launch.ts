import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

type Options = { env?: Record<string, string>; ids?: { uid: number; gid: number }; command?: string[] };

/** `npm start` (or another command) in a folder, as a person's terminal starts it: in a process group of its own. */
export class Launch {
  output = "";
  readonly started = performance.now();
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(folder: string, { env = {}, ids, command = ["npm", "start"] }: Options = {}) {
    const [program = "npm", ...args] = command;
    this.child = spawn(program, args, {
      cwd: folder,
      detached: true,
      env: { ...outsideEnv(), ...env },
      ...ids,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error("It did not start");
    return this.child.pid;
  }

  get seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  /** Where it says that it answers; throws with what it printed when it ends before that. */
  async address(): Promise<string> {
    for (;;) {
      const address = /^ {2}Address +(\S+)/m.exec(this.output)?.[1];
      if (address) return address;
      if (this.child.exitCode !== null) throw new Error(`It ended with ${this.child.exitCode}:\n${this.output}`);
      await sleep(50);
    }
  }

  /** As Ctrl-C does: the signal goes to everything in the terminal's foreground group. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }

  /** Its exit code, once it has ended. */
  async exitCode(): Promise<number | null> {
    return this.ended;
  }
}

/** The shell's environment without what vitest and npm put there. */
function outsideEnv(): NodeJS.ProcessEnv {
  const mine =
    /^(npm_|VITEST|VITE_|NODE_ENV$|TEST$|DEV$|PROD$|SSR$|MODE$|BASE_URL$|CI$|DATABASE_URL$|REDIS_URL$|PORT$)/;
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (mine.test(name)) Reflect.deleteProperty(env, name);
  return env;
}
