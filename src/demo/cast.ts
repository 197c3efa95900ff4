import type { Role } from "@/kernel/actor";

export type DemoPerson = { name: string; email: string; role: Role; atVenue?: string };

export type DemoSpace = {
  name: string;
  capacity: number;
  madeOf?: string[];
  setup: number;
  teardown: number;
  layouts?: [string, number][];
};

export type DemoVenue = {
  name: string;
  address: string;
  spaces: DemoSpace[];
  shifts: { name: string; starts: string; ends: string }[];
};

export type DemoOrganization = {
  name: string;
  country: string;
  timeZone: string;
  currency: string;
  seed: number;
  /** The number of its last event before the demo began: nobody starts at one. */
  lastNumber: number;
  people: DemoPerson[];
  venues: DemoVenue[];
};

/** Daniel works for both: he changes from one to the other without signing in again. */
const daniel = "daniel.ortiz@demo.example";

export const quinta: DemoOrganization = {
  name: "Quinta Los Arrayanes",
  country: "MX",
  timeZone: "America/Mexico_City",
  currency: "MXN",
  seed: 2481,
  lastNumber: 2262,
  people: [
    { name: "Rosario Arrayán", email: "rosario.arrayan@demo.example", role: "owner" },
    { name: "Ernesto Padilla", email: "ernesto.padilla@demo.example", role: "admin" },
    { name: "Lucía Navarro", email: "lucia.navarro@demo.example", role: "manager" },
    { name: "Mariana Valle", email: "mariana.valle@demo.example", role: "sales" },
    { name: "Daniel Ortiz", email: daniel, role: "coordinator" },
    { name: "Graciela Montes", email: "graciela.montes@demo.example", role: "finance" },
    { name: "Toño Rentería", email: "tono.renteria@demo.example", role: "door" },
    { name: "Beatriz Solís", email: "beatriz.solis@demo.example", role: "viewer", atVenue: "Hacienda San José" },
  ],
  venues: [
    {
      name: "Quinta Los Arrayanes",
      address: "Camino a Los Arrayanes 1200, Tlajomulco de Zúñiga, Jalisco",
      shifts: [
        { name: "Mediodía", starts: "11:00", ends: "17:00" },
        { name: "Noche", starts: "19:00", ends: "02:00" },
      ],
      spaces: [
        {
          name: "Salón A",
          capacity: 180,
          setup: 60,
          teardown: 60,
          layouts: [
            ["banquete", 180],
            ["auditorio", 220],
          ],
        },
        { name: "Salón B", capacity: 140, setup: 60, teardown: 60, layouts: [["banquete", 140]] },
        {
          name: "Salón Principal",
          capacity: 320,
          madeOf: ["Salón A", "Salón B"],
          setup: 120,
          teardown: 90,
          layouts: [
            ["banquete", 320],
            ["coctel", 450],
          ],
        },
        {
          name: "Jardín",
          capacity: 450,
          setup: 120,
          teardown: 90,
          layouts: [
            ["coctel", 450],
            ["banquete", 350],
          ],
        },
        { name: "Terraza", capacity: 90, setup: 30, teardown: 30, layouts: [["coctel", 90]] },
      ],
    },
    {
      name: "Hacienda San José",
      address: "Antiguo Camino Real 45, Tequila, Jalisco",
      shifts: [
        { name: "Mañana", starts: "09:00", ends: "14:00" },
        { name: "Noche", starts: "18:00", ends: "01:00" },
      ],
      spaces: [
        { name: "Capilla", capacity: 150, setup: 30, teardown: 30, layouts: [["auditorio", 150]] },
        { name: "Patio Central", capacity: 280, setup: 90, teardown: 60, layouts: [["banquete", 280]] },
        { name: "Salón Naranjo", capacity: 120, setup: 60, teardown: 60, layouts: [["banquete", 120]] },
      ],
    },
  ],
};

export const ribera: DemoOrganization = {
  name: "Salón Ribera",
  country: "AR",
  timeZone: "America/Argentina/Cordoba",
  currency: "ARS",
  seed: 317,
  lastNumber: 418,
  people: [
    { name: "Silvina Ferrero", email: "silvina.ferrero@demo.example", role: "owner" },
    { name: "Pablo Giménez", email: "pablo.gimenez@demo.example", role: "admin" },
    { name: "Carolina Bianchi", email: "carolina.bianchi@demo.example", role: "manager" },
    { name: "Matías Quiroga", email: "matias.quiroga@demo.example", role: "sales" },
    { name: "Daniel Ortiz", email: daniel, role: "coordinator" },
    { name: "Norma Acosta", email: "norma.acosta@demo.example", role: "finance" },
    { name: "Facundo Ríos", email: "facundo.rios@demo.example", role: "door" },
    { name: "Julieta Sosa", email: "julieta.sosa@demo.example", role: "viewer" },
  ],
  venues: [
    {
      name: "Salón Ribera",
      address: "Av. de la Costa 2150, Rosario, Santa Fe",
      shifts: [
        { name: "Mediodía", starts: "12:00", ends: "17:00" },
        { name: "Noche", starts: "21:00", ends: "05:00" },
      ],
      spaces: [
        { name: "Salón Río", capacity: 220, setup: 60, teardown: 60, layouts: [["banquete", 220]] },
        { name: "Salón Isla", capacity: 110, setup: 60, teardown: 60, layouts: [["banquete", 110]] },
        {
          name: "Salón Completo",
          capacity: 330,
          madeOf: ["Salón Río", "Salón Isla"],
          setup: 120,
          teardown: 90,
          layouts: [["banquete", 330]],
        },
        { name: "Deck", capacity: 150, setup: 30, teardown: 30, layouts: [["coctel", 150]] },
      ],
    },
  ],
};
