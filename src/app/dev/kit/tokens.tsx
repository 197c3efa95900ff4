import { KitRow } from "./section";

const SWATCHES = [
  "bg-paper",
  "bg-surface",
  "bg-sunken",
  "bg-line",
  "bg-line-strong",
  "bg-line-field",
  "bg-text",
  "bg-muted",
  "bg-faint",
  "bg-accent",
  "bg-accent-soft",
  "bg-confirmed",
  "bg-confirmed-soft",
  "bg-hold",
  "bg-hold-soft",
  "bg-danger",
  "bg-danger-soft",
  "bg-done",
  "bg-done-soft",
  "hatch",
];
const SCALE = ["text-xs", "text-sm", "text-md", "text-lg", "text-xl", "text-2xl"];

export function KitTokens() {
  return (
    <>
      <KitRow>
        {SWATCHES.map((name) => (
          <div key={name} className="w-22 text-muted text-xs">
            <div className={`h-10 rounded border border-line ${name}`} />
            {name.replace("bg-", "")}
          </div>
        ))}
      </KitRow>
      <div className="flex flex-wrap items-baseline gap-5">
        {SCALE.map((name) => (
          <span key={name} className={name}>
            {name.replace("text-", "")} 0123
          </span>
        ))}
        <span className="font-serif text-2xl">Fraunces</span>
      </div>
    </>
  );
}
