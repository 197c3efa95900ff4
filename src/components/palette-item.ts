import type { IconName } from "./icon";

export type PaletteItem = {
  key: string;
  label: string;
  href: string;
  /** What tells it from others of the same name. */
  hint?: string;
  icon?: IconName;
  /** The heading that it stands under. */
  group?: string;
  /** Other words that find it. */
  keywords?: string;
};
/** Finds things by what was typed; a server action works. */
export type PaletteSearch = (query: string) => Promise<PaletteItem[]>;
