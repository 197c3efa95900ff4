/**
 * Errors that are thrown and mapped to HTTP once, in `web/`. Each has a stable code, which is part of the API.
 * What a person can act on is not here: it is returned as a refusal (see result.ts).
 */
export abstract class KnownError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  /** What an error page is told of the error; the message stays on the server. */
  get digest(): string {
    return this.code;
  }
}

/** No such thing, or not in this organization: the two look the same to whoever asks. */
export class NotFound extends KnownError {
  readonly code = "not_found";
  readonly status = 404;
  constructor(readonly subject: string) {
    super(`${subject} not found`);
  }
}

/** Nobody is signed in, or the key or session is no longer good. */
export class Unauthenticated extends KnownError {
  readonly code = "unauthenticated";
  readonly status = 401;
  constructor() {
    super("Sign in first");
  }
}

/** The actor is known and may not do this. */
export class Forbidden extends KnownError {
  readonly code = "forbidden";
  readonly status = 403;
  constructor(readonly permission: string) {
    super(`Needs the permission ${permission}`);
  }
}

export type FieldIssue = { path: string; code: string; params?: Record<string, string | number> };

/** The input does not have the shape that the schema asks for; `issues` name each field by its dotted path. */
export class InvalidInput extends KnownError {
  readonly code = "invalid_input";
  readonly status = 422;
  constructor(readonly issues: FieldIssue[]) {
    super(`Invalid input: ${issues.map((issue) => `${issue.path} ${issue.code}`).join(", ")}`);
  }
}

/** The thing changed meanwhile, or the same request is being carried out. `reason` is a stable code. */
export class Conflict extends KnownError {
  readonly code = "conflict";
  readonly status = 409;
  constructor(readonly reason: string) {
    super(`Conflict: ${reason}`);
  }
}

/** Too many requests; try again in `retryAfter` seconds. */
export class TooManyRequests extends KnownError {
  readonly code = "too_many_requests";
  readonly status = 429;
  constructor(readonly retryAfter: number) {
    super(`Too many requests, retry in ${retryAfter} s`);
  }
}

/** PostgreSQL or Redis does not answer. Nothing was written; the same request may be sent again. */
export class Unavailable extends KnownError {
  readonly code = "unavailable";
  readonly status = 503;
  constructor(readonly dependency: string) {
    super(`${dependency} is not reachable`);
  }
}
