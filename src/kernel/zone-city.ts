/** Cities whose zone is written without the accents, or in English, in the IANA database. */
const written: Record<string, string> = {
  Asuncion: "Asunción",
  Bahia_Banderas: "Bahía de Banderas",
  Belem: "Belém",
  Bogota: "Bogotá",
  Cancun: "Cancún",
  Ciudad_Juarez: "Ciudad Juárez",
  Cordoba: "Córdoba",
  Cuiaba: "Cuiabá",
  Easter: "Isla de Pascua",
  Galapagos: "Galápagos",
  Havana: "La Habana",
  Maceio: "Maceió",
  Mazatlan: "Mazatlán",
  Merida: "Mérida",
  Mexico_City: "Ciudad de México",
  Panama: "Panamá",
  Rio_Gallegos: "Río Gallegos",
  Sao_Paulo: "São Paulo",
  Tucuman: "Tucumán",
};

/** The city that names a time zone, as its people write it: `America/Mexico_City` as `Ciudad de México`. */
export function cityOf(zone: string): string {
  const city = zone.slice(zone.lastIndexOf("/") + 1);
  return written[city] ?? city.replaceAll("_", " ");
}
