/** Loads the demo and prints its sign-ins. The launcher calls it when the database has no organization yet. */
import { loadDemo } from "@/demo/load-demo";
import { demoPassword } from "@/demo/password";
import { signInLines } from "@/demo/sign-ins";
import { systemNow } from "@/kernel/time";
import { appDb, closeAppDb } from "@/platform/db";
import { closeKeyValue } from "@/platform/redis";

try {
  console.log(signInLines(await loadDemo({ db: appDb(), now: systemNow(), password: demoPassword() })));
} finally {
  await closeKeyValue();
  await closeAppDb();
}
