// @ts-check
import { appEnv, mailPlace } from "./app-env.mjs";
import { loadDemoIfEmpty, openDatabase, prepareDatabase } from "./database.mjs";
import { startTime } from "./process.mjs";
import { startServer } from "./server.mjs";
import { aborted } from "./stop-signal.mjs";

/**
 * Database, demo, web server, in this order, until somebody says stop; then the other way round. Gives the exit code.
 * @param {{ what: string, production: boolean, command: () => Promise<string[]>, stop: AbortSignal }} how
 * @returns {Promise<number>}
 */
export async function runApplication({ what, production, command, stop }) {
  const host = process.env.HOST || "127.0.0.1";
  const database = await openDatabase(what);
  try {
    const { customers } = await prepareDatabase(database.url, stop);
    const signIns = await loadDemoIfEmpty(database.url, customers, stop);
    const server = await startServer({
      command: await command(),
      wantedPort: wantedPort(),
      host,
      env: (port) => appEnv({ databaseUrl: database.url, port, host, production }),
      stop,
    });
    try {
      const address = process.env.NEXTAUTH_URL || server.address;
      database.note({ address, serverPid: server.pid, serverStartTime: startTime(server.pid) });
      welcome(address, database.where, signIns);
      return await untilTheEnd(server, stop);
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
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
