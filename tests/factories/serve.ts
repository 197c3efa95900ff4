import type { World } from "./world";

/** Lets handlers that open the process's own database (`appDb()`) use the one of this test. */
export function serveFrom(world: World): void {
  process.env.DATABASE_URL = world.url;
  process.env.NEXTAUTH_SECRET ??= "for-tests-only-".repeat(4);
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  Object.assign(globalThis, { gestionDb: world.db });
}
