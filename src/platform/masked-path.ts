import { isId } from "@/kernel/id";

/** The path with its secrets struck out (`/invitation/[secret]`): whoever reads the log cannot use the link. */
export function maskedPath(path: string): string {
  return path
    .split("/")
    .map((segment) => (looksSecret(segment) ? "[secret]" : segment.slice(0, 100)))
    .join("/");
}

// Our secrets are 43 characters of base64url, signed tokens are longer and have dots. Ids are UUIDs and no secret.
function looksSecret(segment: string): boolean {
  return /^[\w.~%-]{20,}$/.test(segment) && /[A-Z0-9]/.test(segment) && !isId(segment) && !isFileName(segment);
}

function isFileName(segment: string): boolean {
  return /\.(js|css|map|woff2?|png|jpe?g|webp|svg|ico|txt|json)$/.test(segment);
}
