import type { Demo } from "./load-demo";

/** The demo's sign-ins as lines to print: the password once, then who is who. */
export function signInLines(demo: Demo): string {
  const width = Math.max(...demo.organizations.flatMap(({ signIns }) => signIns.map(({ email }) => email.length)));
  const lines = demo.organizations.flatMap(({ name, signIns }) => [
    `  ${name}`,
    ...signIns.map((it) => `    ${it.role.padEnd(12)} ${it.email.padEnd(width)}  ${it.name}`),
  ]);
  return [`Demo sign-ins, all with the password ${demo.password}`, ...lines].join("\n");
}
