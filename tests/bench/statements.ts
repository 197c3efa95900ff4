import pg from "pg";

/** A statement as the application sent it, and what came back. */
export type Statement = { text: string; values: unknown[]; rows: Record<string, unknown>[] };

/** The statements that `work` sends through any connection of this process, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const prototype: { query: (...args: unknown[]) => unknown } = pg.Client.prototype;
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [text, values] = args;
    const result = Reflect.apply(original, this, args);
    if (typeof text !== "string" || !(result instanceof Promise)) return result;
    const statement: Statement = { text, values: Array.isArray(values) ? values : [], rows: [] };
    seen.push(statement);
    result.then(
      (answer: pg.QueryResult) => {
        statement.rows = answer.rows ?? [];
      },
      () => undefined,
    );
    return result;
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return seen;
}
