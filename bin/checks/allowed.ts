import type { Allowances } from "./finding";

/** The exceptions, by check and file. Each says why; one that is no longer needed fails the check. */
export const allowed: Readonly<Record<string, Allowances>> = {
  "feature files": {
    "src/features/identity/authorize.ts": "the one question that every verb and query asks first",
    "src/features/audit/audit.ts": "the one way to write the trail, called inside every verb's transaction",
  },
  clock: {
    "src/kernel/time.ts": "the only place that reads the clock, and the border to the Date of the database driver",
  },
  "screen texts": {
    "src/app/global-error.tsx":
      "the frame itself failed, so that there are no catalogues; it says it in both languages",
  },
  verbs: {
    "src/features/files/upload-file.ts":
      "checks and stores the bytes before its transaction, which a function of its own opens",
    "src/features/messages/queue-message.ts": "part of another verb's transaction, like audit(): that verb authorizes",
    "src/features/messages/queue-account-message.ts":
      "part of another verb's transaction, like audit(): that verb authorizes",
  },
};
