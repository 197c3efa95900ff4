import { expect, it } from "vitest";
import { readRoutePatterns, routePatterns } from "./route-pattern";

const pattern = routePatterns({
  staticRoutes: [{ page: "/" }, { page: "/sign-in" }],
  dynamicRoutes: [
    { page: "/events/[id]", regex: "^/events/([^/]+?)(?:/)?$" },
    { page: "/api/auth/[...all]", regex: "^/api/auth/(.+?)(?:/)?$" },
  ],
});

it.each([
  ["/", "/"],
  ["/sign-in", "/sign-in"],
  ["/sign-in/", "/sign-in"],
  ["/events/0191d1c0-0000-7000-8000-000000000000", "/events/[id]"],
  ["/api/auth/sign-in/email", "/api/auth/[...all]"],
  ["/_next/static/chunks/a.js", "static"],
  ["/wp-login.php", "unmatched"],
  ["//", "unmatched"],
])("%s is %s", (path, expected) => expect(pattern(path)).toBe(expected));

it("is one route where there is no build", async () => {
  expect((await readRoutePatterns("/nowhere/routes-manifest.json"))("/sign-in")).toBe("unknown");
});
