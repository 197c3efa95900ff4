/** `npm run demo:token -- --role sales`: prints an API key of the demo with what that role may do as its scopes. */
import { parseArgs } from "node:util";
import { installation } from "@/demo/load-demo";
import { makeDemoToken } from "@/demo/token";
import { roles } from "@/kernel/actor";
import { systemNow } from "@/kernel/time";
import { appDb, closeAppDb } from "@/platform/db";
import { closeKeyValue } from "@/platform/redis";

const { values } = parseArgs({ options: { role: { type: "string", default: "owner" } } });
const role = roles.find((name) => name === values.role);
try {
  if (!role) throw new Error(`There is no role ${values.role}; there are: ${roles.join(", ")}`);
  console.log(await makeDemoToken(installation(appDb(), systemNow()), role));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await closeKeyValue();
  await closeAppDb();
}
