/** A worker whose one task never ends; src/worker/runner.db.test.ts kills it in the middle. */
import { startWorker } from "@/worker/runner";

startWorker({
  databaseUrl: String(process.env.DATABASE_URL),
  handlers: {
    [String(process.env.TASK)]: async () => {
      process.stdout.write("running\n");
      await new Promise(() => {});
    },
  },
});
