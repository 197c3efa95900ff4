import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** The lines that a process of its own writes with our logger. */
function linesOf(script: string): Record<string, unknown>[] {
  const code = `import { logger, withLogContext, addLogContext } from "./src/platform/logger.ts";\n${script}`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    env: { ...process.env, LOG_LEVEL: "info" },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

it("strikes secrets out by name, and keeps what an error is called", () => {
  const [secrets, failed] = linesOf(`
    logger.info({ password: "a", user: { token: "b", code: "123456" }, deep: { er: { cookie: "c" } } }, "secrets");
    logger.error({ err: Object.assign(new Error("gone"), { code: "ECONNREFUSED" }) }, "failed");`);
  expect(secrets).toMatchObject({ password: "[redacted]", user: { token: "[redacted]", code: "[redacted]" } });
  expect(secrets).toMatchObject({ deep: { er: { cookie: "[redacted]" } } });
  expect(failed).toMatchObject({ level: "error", err: { message: "gone", errorCode: "ECONNREFUSED" } });
}, 20_000);

it("says in each line whose it is, and carries nothing over from line to line", () => {
  const [first, second, outside] = linesOf(`
    await withLogContext({ requestId: "r1" }, async () => {
      logger.info({ only: "here" }, "first");
      addLogContext({ userId: "u1" });
      await null;
      logger.info("second");
    });
    logger.info("outside");`);
  expect(first).toMatchObject({ requestId: "r1", only: "here" });
  expect(second).toMatchObject({ requestId: "r1", userId: "u1" });
  expect(second).not.toHaveProperty("only");
  expect(outside).not.toHaveProperty("requestId");
}, 20_000);
