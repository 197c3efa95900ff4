/** Throws for a key that could leave the storage's folder or that means something else to S3 than to a disk. */
export function checkKey(key: string): void {
  const parts = key.split("/");
  const good = parts.every((part) => /^[a-z0-9][a-z0-9.-]{0,127}$/.test(part) && !part.includes(".."));
  if (!good || key.length > 500) throw new TypeError("Not a key of the storage");
}
