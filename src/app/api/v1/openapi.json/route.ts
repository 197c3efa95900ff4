import { openApi } from "@/web/api/served-openapi";

export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(openApi);
}
