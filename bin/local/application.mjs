// @ts-check
import { appEnv, mailPlace } from "./app-env.mjs";
import { loadDemoIfEmpty, openDatabase, prepareDatabase } from "./database.mjs";
import { startTime } from "./process.mjs";
import { startServer } from "./server.mjs";
import { aborted } from "./stop-signal.mjs";

/**
 * @typedef {object} How
 * @property {string} what the command, as a person types it
 * @property {boolean} production
 * @property {(stop: AbortSignal) => Promise<string[]>} command the web server's, once it is built
 * @property {AbortSignal} stop
 */

/**
 * Database, demo, web server, in this order, until somebody says stop; then the other way round. Gives the exit code.
 * @param {How} how @returns {Promise<number>}
 */
export async function runApplication(how) {
  const database = await openDatabase(how.what);
  try {
    const { command, signIns } = await prepare(how, database.url);
    const host = process.env.HOST || "127.0.0.1";
    const server = await startServer({
      command,
      wantedPort: wantedPort(),
      host,
      env: (port) => appEnv({ databaseUrl: database.url, port, host, production: how.production }),
      stop: how.stop,
    });
    try {
      const address = process.env.NEXTAUTH_URL || server.address;
      database.note({ address, serverPid: server.pid, serverStartTime: startTime(server.pid) });
      welcome(address, database.where, signIns);
      return await untilTheEnd(server, how.stop);
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
  }
}

/** The build and the database need nothing of each other; when one fails, the other is stopped. @param {How} how @param {string} url */
async function prepare({ command, stop }, url) {
  const failed = new AbortController();
  const either = AbortSignal.any([stop, failed.signal]);
  const database = prepareDatabase(url, either).then(({ customers }) => loadDemoIfEmpty(url, customers, either));
  const built = command(either);
  try {
    const [signIns, server] = await Promise.all([database, built]);
    return { signIns, command: server };
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled([database, built]);
    throw error;
  }
}

function wantedPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error("PORT must be a whole number from 1 to 65535.");
}

/** @param {import("./server.mjs").Server} server @param {AbortSignal} stop */
async function untilTheEnd(server, stop) {
  await Promise.race([aborted(stop), new Promise((resolve) => server.whenEnded(() => resolve(undefined)))]);
  console.log(stop.aborted ? "\nStopping" : "\nThe web server ended unexpectedly; stopping the rest");
  return stop.aborted ? 0 : 1;
}

/** @param {string} address @param {string} data @param {string} signIns */
function welcome(address, data, signIns) {
  console.log(`
Gestión de Eventos is running.

  Address    ${address}
  Sent mail  ${mailPlace(address)}
  Data       ${data}
${signIns.trim() === "" ? "" : `\n${signIns.trimEnd()}\n`}
Ctrl-C stops everything.
`);
}
