import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { processWide } from "./process-wide";

/** scrypt's cost: 2^`logN` rounds of `r` blocks, `p` times; one hash takes 128 * 2^logN * r bytes of memory. */
type Cost = { logN: number; r: number; p: number };

/**
 * Today's cost: 32 MiB and about a quarter of a second. Source: OWASP Password Storage Cheat Sheet, scrypt N=2^15, r=8,
 * p=3. Process-wide so that a test of something else need not pay it.
 */
const passwordCost = (): Cost => processWide("passwordCost", () => ({ logN: 15, r: 8, p: 3 }));

/** Hashes a password for storage, with its own salt and cost: `scrypt$15$8$3$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const cost = passwordCost();
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ["scrypt", cost.logN, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Whether the password is the one that was hashed. Without a hash (no such account) it does the same work and says no,
 * so that the time taken does not tell who has an account.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = parse(stored ?? "");
  const { salt, cost } = parts ?? { salt: randomBytes(16), cost: passwordCost() };
  const hash = await derive(password, salt, cost);
  return parts !== null && hash.length === parts.hash.length && timingSafeEqual(hash, parts.hash);
}

/** Whether the hash was made at another cost than today's: make it anew once the password is known. */
export function isOutdatedHash(stored: string): boolean {
  const made = parse(stored)?.cost;
  const cost = passwordCost();
  return made?.logN !== cost.logN || made.r !== cost.r || made.p !== cost.p;
}

type Parts = { cost: Cost; salt: Buffer; hash: Buffer };

function parse(stored: string): Parts | null {
  const found = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (!found) return null;
  const [, logN, r, p, salt = "", hash = ""] = found;
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
}

/** NFKC first: the same password typed on another keyboard is the same password (NIST SP 800-63B, 3.1.1.2). */
function derive(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: 128 * 2 ** logN * r * 2 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
