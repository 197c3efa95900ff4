import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type TcpSwitch = {
  port: number;
  /** `pass`: to the target. `swallow`: takes connections and bytes and never answers, as a cut cable. `refuse`: closes. */
  set(mode: Mode): void;
  /** Where new connections go from now on. */
  aim(port: number): void;
  close(): Promise<void>;
};

type Mode = "pass" | "swallow" | "refuse";

/** A switch between a client and a server on 127.0.0.1, to break the network on purpose. */
export async function tcpSwitch(target: number): Promise<TcpSwitch> {
  let mode: Mode = "pass";
  let aimed = target;
  const pairs = new Set<[Socket, Socket | null]>();
  const server = createServer((client) => {
    client.on("error", () => {});
    if (mode === "refuse") return client.destroy();
    if (mode === "swallow") {
      pairs.add([client, null]);
      return client.resume();
    }
    const upstream = connect(aimed, "127.0.0.1");
    pairs.add([client, upstream]);
    upstream.on("error", () => client.destroy());
    client.on("data", (data) => mode === "pass" && upstream.write(data));
    upstream.on("data", (data) => mode === "pass" && client.write(data));
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => mode === "pass" && client.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const cut = () => {
    for (const [client, upstream] of pairs) for (const socket of [client, upstream]) socket?.destroy();
    pairs.clear();
  };
  return {
    port: typeof address === "object" && address ? address.port : 0,
    set(next) {
      mode = next;
      if (next === "refuse") cut();
    },
    aim(port) {
      aimed = port;
    },
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
