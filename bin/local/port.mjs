// @ts-check
import { createServer } from "node:net";

/** A port that nobody listens on now. @param {string} [host] @returns {Promise<number>} */
export async function freePort(host = "127.0.0.1") {
  return listenOnce(0, host);
}

/** Whether the port can be had on every address of this machine. @param {number} port */
export async function isFree(port) {
  return listenOnce(port, undefined).then(
    () => true,
    () => false,
  );
}

/** @param {number} port @param {string | undefined} host @returns {Promise<number>} */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
