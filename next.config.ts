import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/web/i18n/request.ts");

const config: NextConfig = {
  output: "standalone",
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // The types are checked by bin/check; building twice would only be slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "pino", "graphile-worker", "sharp", "nodemailer", "ioredis", "@simplewebauthn/server"],
  outputFileTracingRoot: import.meta.dirname,
  // Everything else gets its headers in src/proxy.ts, which does not stand in front of static files.
  headers: async () => [
    { source: "/_next/static/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "1mb" } },
};

export default withNextIntl(config);
