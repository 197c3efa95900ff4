declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  /** What of it we use; the package brings no types. */
  type Request = { method: string; path: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    requests: { setupRequest: (request: { headers: object }) => Request }[];
  };
  export type Outcome = { errors: number; timeouts: number; non2xx: number };
  export default function autocannon(
    options: Options,
    done: (error: Error | null, outcome: Outcome) => void,
  ): EventEmitter;
}
