/** Deletes the demo's organizations and loads them anew around today. Other organizations stay as they are. */
import { installation, loadDemo } from "@/demo/load-demo";
import { demoPassword } from "@/demo/password";
import { signInLines } from "@/demo/sign-ins";
import { wipeDemo } from "@/demo/wipe-demo";
import { systemNow } from "@/kernel/time";
import { appDb, closeAppDb } from "@/platform/db";
import { closeKeyValue } from "@/platform/redis";

try {
  const now = systemNow();
  const { organizations } = await wipeDemo(installation(appDb(), now));
  console.log(`Deleted ${organizations} demo organizations`);
  console.log(signInLines(await loadDemo({ db: appDb(), now, password: demoPassword() })));
} finally {
  await closeKeyValue();
  await closeAppDb();
}
