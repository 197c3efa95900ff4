import pg from "pg";

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

const restMs = 1_000;

/**
 * A pool that does not wait twice for a server that does not answer. The connection of an unanswered query is dropped:
 * its answer may still come, or never, and whoever used the connection next (the ROLLBACK first of all) would wait
 * behind it. And for a second nobody is let in, so that a request of several queries fails once and not one by one.
 */
export class ImpatientPool extends pg.Pool {
  private restUntil = Number.NEGATIVE_INFINITY;

  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: ImpatientClient });
    this.on("connect", (client) => {
      if (client instanceof ImpatientClient) client.whenSilent = () => this.rest();
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    if (performance.now() < this.restUntil) {
      const error = new Error(restingMessage);
      if (!callback) return Promise.reject(error);
      callback(error, undefined, () => {});
      return undefined;
    }
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    return this.connectOrRest();
  }

  private async connectOrRest(): Promise<pg.PoolClient> {
    for (let attempt = 1; ; attempt++) {
      const from = performance.now();
      try {
        return await super.connect();
      } catch (error) {
        const message = error instanceof Error ? error.message : "";
        if (message !== noAnswerMessage && message !== noneFreeMessage) throw error;
        // A timer that fires much too late says that this process stood still, not the server.
        const limit = this.options.connectionTimeoutMillis ?? 0;
        if (attempt === 1 && performance.now() - from > limit + 500) continue;
        if (message === noAnswerMessage) this.rest();
        throw error;
      }
    }
  }

  private rest(): void {
    this.restUntil = performance.now() + restMs;
  }
}

/** What a resting pool says; db.ts knows it as "the database does not answer". */
export const restingMessage = "The database did not answer a moment ago";

// pg-pool's words for a server that takes no connection, and for a pool without a free one.
const noAnswerMessage = "Connection terminated due to connection timeout";
const noneFreeMessage = "timeout exceeded when trying to connect";

class ImpatientClient extends pg.Client {
  whenSilent = () => {};

  override query: pg.Client["query"] = (...args: unknown[]) => {
    const result = Reflect.apply(super.query, this, args);
    if (result instanceof Promise) {
      result.catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== "Query read timeout") return;
        this.connection.stream.destroy();
        this.whenSilent();
      });
    }
    return result;
  };
}
