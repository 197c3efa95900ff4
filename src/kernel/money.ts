/** An amount in integer minor units (centavos) of one currency (ISO 4217). */
export type Money = { readonly minor: bigint; readonly currency: string };

/** Digits after the point, by ISO 4217 as CLDR has it: 2 for MXN and ARS, 0 for CLP and PYG. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Adds amounts of the same currency; a mixture is a bug and throws. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`Cannot add ${a.currency} and ${b.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/**
 * `basisPoints` ten-thousandths of an amount, rounded half away from zero to a minor unit: the one rounding rule.
 * Source: the commercial rounding that SAT (MX) and AFIP (AR) use for IVA per line.
 */
export function portion(amount: Money, basisPoints: bigint): Money {
  const product = amount.minor * basisPoints;
  const half = product < 0n ? -5_000n : 5_000n;
  return { minor: (product + half) / 10_000n, currency: amount.currency };
}

/** As people of the locale read it: `$87,000.00` in es-MX, `$ 87.000,00` in es-AR. Whole amounts drop the decimals. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = minorDigits(amount.currency);
  const scale = 10n ** BigInt(digits);
  const whole = amount.minor % scale === 0n;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: amount.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(Number(amount.minor) / Number(scale));
}
