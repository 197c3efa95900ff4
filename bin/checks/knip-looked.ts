import type { Preprocessor } from "knip";
import { filesUnder } from "./source-tree";

/** Stops knip when it looked at fewer files than there are: a list of dead code would then prove nothing. */
const looked: Preprocessor = (options) => {
  const [sources, scripts] = ["src", "bin"].map((folder) => countOf(options.cwd, folder));
  const { processed } = options.counters;
  if (!sources || processed < sources + (scripts ?? 0)) {
    throw new Error(`knip looked at ${processed} files; src/ has ${sources}, bin/ has ${scripts}`);
  }
  return options;
};

function countOf(root: string, folder: string): number {
  return filesUnder(root, folder).filter((file) => /\.(tsx?|mjs)$/.test(file)).length;
}

export default looked;
