const UNITS = ["B", "kB", "MB", "GB"];

/** A size in bytes as people read it: 1.4 MB. Decimal units, as files are sold and shown. */
export function fileSize(bytes: number, locale: string): string {
  let size = Math.max(0, bytes);
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 10 ? 0 : 1;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size)} ${UNITS[unit]}`;
}
