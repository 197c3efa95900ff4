/** Codes that `Intl.DisplayNames` knows and that are no place where a business has its seat. */
const noCountry = new Set([
  "EU",
  "EZ",
  "UN",
  "ZZ",
  "XA",
  "XB",
  "QO",
  "AC",
  "CP",
  "CQ",
  "DG",
  "EA",
  "IC",
  "TA",
  "AN",
  "BU",
  "CS",
  "DD",
]);
const former = new Set([
  "FX",
  "NT",
  "SU",
  "TP",
  "YD",
  "YU",
  "ZR",
  "AQ",
  "BV",
  "HM",
  "TF",
  "RH",
  "UK",
  "VD",
  "YU",
  "NH",
  "HV",
  "DY",
]);

/** The countries that people are most likely to choose, first in every list. */
export const firstCountries = [
  "MX",
  "AR",
  "CO",
  "CL",
  "PE",
  "EC",
  "GT",
  "CR",
  "PA",
  "DO",
  "UY",
  "PY",
  "BO",
  "SV",
  "HN",
  "NI",
  "VE",
  "CU",
  "PR",
  "BR",
  "ES",
  "US",
] as const;

/** ISO 3166-1 codes of every country, those of `firstCountries` first, the others by their name in the language. */
export function countriesByName(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const named = countryCodes().map((code) => ({ code, name: names.of(code) ?? code }));
  const first = firstCountries.map((code) => ({ code, name: names.of(code) ?? code }));
  const isFirst = new Set<string>(firstCountries);
  const rest = named.filter(({ code }) => !isFirst.has(code)).sort((a, b) => a.name.localeCompare(b.name, language));
  return [...first, ...rest];
}

/** Whether it is the ISO 3166-1 code of a country, in capitals. */
export function isCountry(code: string): boolean {
  return countryCodes().includes(code);
}

let codes: string[] | undefined;

function countryCodes(): string[] {
  codes ??= everyPair().filter(isNamedCountry);
  return codes;
}

function everyPair(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function isNamedCountry(code: string): boolean {
  if (noCountry.has(code) || former.has(code)) return false;
  return new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code) !== undefined;
}

/** What a country's businesses use: the time zones, most people's first, and the currency (ISO 4217). */
type Customs = { timeZones: readonly [string, ...string[]]; currency: string };

const argentina = [
  "Buenos_Aires",
  "Cordoba",
  "Mendoza",
  "Salta",
  "Tucuman",
  "San_Juan",
  "Jujuy",
  "Catamarca",
  "La_Rioja",
  "San_Luis",
  "Rio_Gallegos",
  "Ushuaia",
];

// Source: the IANA time zone database (zone1970.tab) and ISO 4217; zones of islands and bases without halls left out.
const customs: Readonly<Record<string, Customs>> = {
  MX: {
    timeZones: [
      "America/Mexico_City",
      "America/Monterrey",
      "America/Cancun",
      "America/Merida",
      "America/Chihuahua",
      "America/Ciudad_Juarez",
      "America/Ojinaga",
      "America/Hermosillo",
      "America/Mazatlan",
      "America/Bahia_Banderas",
      "America/Matamoros",
      "America/Tijuana",
    ],
    currency: "MXN",
  },
  AR: {
    timeZones: ["America/Argentina/Buenos_Aires", ...argentina.slice(1).map((city) => `America/Argentina/${city}`)],
    currency: "ARS",
  },
  CO: { timeZones: ["America/Bogota"], currency: "COP" },
  CL: {
    timeZones: ["America/Santiago", "America/Punta_Arenas", "America/Coyhaique", "Pacific/Easter"],
    currency: "CLP",
  },
  PE: { timeZones: ["America/Lima"], currency: "PEN" },
  EC: { timeZones: ["America/Guayaquil", "Pacific/Galapagos"], currency: "USD" },
  GT: { timeZones: ["America/Guatemala"], currency: "GTQ" },
  CR: { timeZones: ["America/Costa_Rica"], currency: "CRC" },
  PA: { timeZones: ["America/Panama"], currency: "USD" },
  DO: { timeZones: ["America/Santo_Domingo"], currency: "DOP" },
  UY: { timeZones: ["America/Montevideo"], currency: "UYU" },
  PY: { timeZones: ["America/Asuncion"], currency: "PYG" },
  BO: { timeZones: ["America/La_Paz"], currency: "BOB" },
  SV: { timeZones: ["America/El_Salvador"], currency: "USD" },
  HN: { timeZones: ["America/Tegucigalpa"], currency: "HNL" },
  NI: { timeZones: ["America/Managua"], currency: "NIO" },
  VE: { timeZones: ["America/Caracas"], currency: "VES" },
  CU: { timeZones: ["America/Havana"], currency: "CUP" },
  PR: { timeZones: ["America/Puerto_Rico"], currency: "USD" },
  BR: {
    timeZones: [
      "America/Sao_Paulo",
      "America/Bahia",
      "America/Fortaleza",
      "America/Recife",
      "America/Maceio",
      "America/Belem",
      "America/Araguaina",
      "America/Cuiaba",
      "America/Campo_Grande",
      "America/Manaus",
      "America/Porto_Velho",
      "America/Boa_Vista",
      "America/Rio_Branco",
      "America/Noronha",
    ],
    currency: "BRL",
  },
  ES: { timeZones: ["Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta"], currency: "EUR" },
  US: {
    timeZones: [
      "America/New_York",
      "America/Chicago",
      "America/Denver",
      "America/Phoenix",
      "America/Los_Angeles",
      "America/Anchorage",
      "Pacific/Honolulu",
      "America/Detroit",
      "America/Boise",
      "America/Indiana/Indianapolis",
    ],
    currency: "USD",
  },
};

/** The time zones and currency that businesses of the country use, or null where a person has to say. */
export function customsOf(country: string): Customs | null {
  return customs[country] ?? null;
}

/** Every time zone of this runtime. */
export function allTimeZones(): string[] {
  return Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"));
}

/** Whether it is a currency (ISO 4217) that this runtime can write, in capitals. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/** Every currency by its name in the language, those of `firstCountries` first. */
export function currenciesByName(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: "currency" });
  const first = [...new Set(firstCountries.flatMap((country) => customsOf(country)?.currency ?? []))];
  const others = Intl.supportedValuesOf("currency").filter((code) => !first.includes(code));
  const named = (code: string) => ({ code, name: capitalized(names.of(code) ?? code) });
  const rest = others.map(named).sort((a, b) => a.name.localeCompare(b.name, language));
  return [...first.map(named), ...rest];
}

function capitalized(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
