import type { EventType } from "@/features/bookings/rules";
import type { Random } from "./random";

type Named = { title: string; type: EventType; clientName: string };

type List = readonly [string, ...string[]];
type Names = {
  surnames: List;
  girls: List;
  people: List;
  companies: List;
  schools: List;
  guilds: List;
  fifteen: string;
};

const names: Record<string, Names> = {
  MX: {
    surnames: [
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
    ],
    girls: ["Fernanda", "Ximena", "Regina", "Valentina", "Camila", "Renata", "Sofía", "Natalia", "Danna"],
    people: ["Laura", "Jorge", "Mateo", "Emilia", "Don Chuy", "Patricia", "Andrés", "Guadalupe", "Hugo"],
    companies: [
      "Grupo Alfa",
      "Intel",
      "Tequila Centenario",
      "Sanfer",
      "Bosch",
      "Flextronics",
      "Canaco",
      "Banco del Bajío",
    ],
    schools: ["CUCEA", "ITESO", "Preparatoria 5", "Colegio Cervantes", "CUCEI", "Instituto Thomas Jefferson"],
    guilds: ["ANADE", "Colegio Médico", "AMIC", "Barra de Abogados", "Sociedad de Cardiología"],
    fifteen: "XV",
  },
  AR: {
    surnames: [
      "Ferreyra",
      "Giménez",
      "Acosta",
      "Bianchi",
      "Quiroga",
      "Sosa",
      "Ríos",
      "Molina",
      "Cabrera",
      "Peralta",
      "Ledesma",
      "Benítez",
      "Romano",
      "Gallo",
      "Vázquez",
      "Correa",
    ],
    girls: ["Delfina", "Martina", "Catalina", "Morena", "Guillermina", "Juana", "Pilar", "Milagros"],
    people: ["Facundo", "Joaquín", "Bautista", "Marta", "Raúl", "Agustina", "Beto", "Graciela"],
    companies: ["Bolsa de Comercio", "Molinos del Paraná", "Cablevideo", "Aceros Sur", "Puerto Norte", "La Segunda"],
    schools: ["UNR", "Politécnico", "Colegio San José", "Normal 1", "Facultad de Medicina"],
    guilds: ["Colegio de Arquitectos", "Asociación Médica", "Colegio de Escribanos", "Cámara Inmobiliaria"],
    fifteen: "15 de",
  },
};

type Maker = (random: Random, names: Names) => Named;

const makers: Record<"night" | "noon" | "weekday", readonly [Maker, ...Maker[]]> = {
  night: [wedding, wedding, wedding, quinceanera, quinceanera, birthday, graduation, party],
  noon: [baptism, birthday, wedding, meal, firstCommunion],
  weekday: [meal, congress, breakfast, meal, party, graduation],
};

/** What people celebrate on such an occasion, and who pays for it. */
export function somethingToCelebrate(random: Random, occasion: keyof typeof makers, country: string): Named {
  return random.pick(makers[occasion])(random, namesOf(country));
}

/** The names of a country; Mexico's for one we have none of. */
export function namesOf(country: string): Names {
  const found = names[country] ?? names.MX;
  if (!found) throw new RangeError(country);
  return found;
}

function wedding(random: Random, names: Names): Named {
  const [one, other] = [random.pick(names.surnames), random.pick(names.surnames)];
  const both = one === other ? one : `${one} ${other}`;
  return { title: `Boda ${both}`, type: "wedding", clientName: `Familia ${both}` };
}

function quinceanera(random: Random, names: Names): Named {
  return {
    title: `${names.fifteen} ${random.pick(names.girls)}`,
    type: "quinceanera",
    clientName: `Familia ${random.pick(names.surnames)}`,
  };
}

function birthday(random: Random, names: Names): Named {
  const name = random.pick(names.people);
  return { title: `Cumpleaños ${name}`, type: "birthday", clientName: `${name} ${random.pick(names.surnames)}` };
}

function baptism(random: Random, names: Names): Named {
  return {
    title: `Bautizo ${random.pick(names.people)}`,
    type: "baptism",
    clientName: `Familia ${random.pick(names.surnames)}`,
  };
}

function firstCommunion(random: Random, names: Names): Named {
  return {
    title: `Primera comunión ${random.pick(names.girls)}`,
    type: "other",
    clientName: `Familia ${random.pick(names.surnames)}`,
  };
}

function graduation(random: Random, names: Names): Named {
  const school = random.pick(names.schools);
  return { title: `Graduación ${school}`, type: "graduation", clientName: school };
}

function congress(random: Random, names: Names): Named {
  const guild = random.pick(names.guilds);
  return { title: `Congreso ${guild}`, type: "congress", clientName: guild };
}

function meal(random: Random, names: Names): Named {
  const company = random.pick(names.companies);
  return { title: `Comida ${company}`, type: "corporate", clientName: company };
}

function breakfast(random: Random, names: Names): Named {
  const company = random.pick(names.companies);
  return { title: `Desayuno ${company}`, type: "corporate", clientName: company };
}

function party(random: Random, names: Names): Named {
  const company = random.pick(names.companies);
  return { title: `Fiesta ${company}`, type: "corporate", clientName: company };
}
