import type { Preprocessor } from "knip";

/** Stops knip when it looked at no file: an empty list of dead code would then mean nothing. */
const looked: Preprocessor = (options) => {
  if (options.counters.processed === 0) throw new Error("knip looked at no file, so it proves nothing");
  return options;
};

export default looked;
