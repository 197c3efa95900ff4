import type { EventType } from "@/features/bookings/rules";
import type { Random } from "./random";

type Named = { title: string; type: EventType; clientName: string };

const surnames = [
  "Ramírez",
  "Ochoa",
  "Lozano",
  "Peña",
  "Villaseñor",
  "Camarena",
  "Orozco",
  "Gutiérrez",
  "Barragán",
  "Plascencia",
  "Hernández",
  "Covarrubias",
  "Aceves",
  "Topete",
  "Rivas",
  "Zepeda",
  "Mercado",
  "Nuño",
  "Iturbide",
  "Cisneros",
] as const;
const girls = ["Fernanda", "Ximena", "Regina", "Valentina", "Camila", "Renata", "Sofía", "Martina", "Delfina"] as const;
const people = ["Laura", "Jorge", "Mateo", "Emilia", "Don Chuy", "Patricia", "Andrés", "Guadalupe", "Hugo"] as const;
const companies = [
  "Grupo Alfa",
  "Intel",
  "Coparmex",
  "Tequila Centenario",
  "Laboratorios Sanfer",
  "Bosch",
  "Flextronics",
  "Canaco",
  "Banco del Bajío",
  "Constructora Vallarta",
] as const;
const schools = [
  "CUCEA",
  "ITESO",
  "Preparatoria 5",
  "Colegio Cervantes",
  "CUCEI",
  "Instituto Thomas Jefferson",
] as const;
const guilds = ["ANADE", "Colegio Médico", "AMIC", "Barra de Abogados", "Sociedad de Cardiología"] as const;

const makers: Record<
  "night" | "noon" | "weekday",
  readonly [(random: Random) => Named, ...((random: Random) => Named)[]]
> = {
  night: [wedding, wedding, wedding, quinceanera, quinceanera, birthday, graduation, party],
  noon: [baptism, birthday, wedding, meal, firstCommunion],
  weekday: [meal, congress, breakfast, meal, party, graduation],
};

/** What people celebrate on such an occasion, and who pays for it. */
export function somethingToCelebrate(random: Random, occasion: keyof typeof makers): Named {
  return random.pick(makers[occasion])(random);
}

function wedding(random: Random): Named {
  const [one, other] = [random.pick(surnames), random.pick(surnames)];
  const names = one === other ? one : `${one} ${other}`;
  return { title: `Boda ${names}`, type: "wedding", clientName: `Familia ${names}` };
}

function quinceanera(random: Random): Named {
  return { title: `XV ${random.pick(girls)}`, type: "quinceanera", clientName: `Familia ${random.pick(surnames)}` };
}

function birthday(random: Random): Named {
  const name = random.pick(people);
  return { title: `Cumpleaños ${name}`, type: "birthday", clientName: `${name} ${random.pick(surnames)}` };
}

function baptism(random: Random): Named {
  return { title: `Bautizo ${random.pick(people)}`, type: "baptism", clientName: `Familia ${random.pick(surnames)}` };
}

function firstCommunion(random: Random): Named {
  return {
    title: `Primera comunión ${random.pick(girls)}`,
    type: "other",
    clientName: `Familia ${random.pick(surnames)}`,
  };
}

function graduation(random: Random): Named {
  const school = random.pick(schools);
  return { title: `Graduación ${school}`, type: "graduation", clientName: school };
}

function congress(random: Random): Named {
  const guild = random.pick(guilds);
  return { title: `Congreso ${guild}`, type: "congress", clientName: guild };
}

function meal(random: Random): Named {
  const company = random.pick(companies);
  return { title: `Comida ${company}`, type: "corporate", clientName: company };
}

function breakfast(random: Random): Named {
  const company = random.pick(companies);
  return { title: `Desayuno ${company}`, type: "corporate", clientName: company };
}

function party(random: Random): Named {
  const company = random.pick(companies);
  return { title: `Fiesta ${company}`, type: "corporate", clientName: company };
}
