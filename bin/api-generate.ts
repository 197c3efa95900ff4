// Writes src/web/api/openapi.json from the routes on disk. `npm run api:generate`.
import { writeFile } from "node:fs/promises";
import { openApiDocument } from "@/web/api/openapi";
import packageJson from "../package.json" with { type: "json" };
import { placed, routesOnDisk } from "./routes-on-disk";

const routes = await routesOnDisk(new URL("../src/app/api/v1", import.meta.url).pathname);
const document = openApiDocument(placed(routes), packageJson.version);
await writeFile(new URL("../src/web/api/openapi.json", import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
console.log(`${routes.length} operations written to src/web/api/openapi.json`);
process.exit(0);
