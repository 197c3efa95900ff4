import { cn } from "./class-names";
import { initials, toneOf } from "./initials";
import { TONE_SOFT } from "./tone";

export type AvatarProps = { name: string; src?: string; size?: "sm" | "md" | "lg"; className?: string };

const SIZE = { sm: "size-5 text-[0.625rem]", md: "size-8 text-xs", lg: "size-12 text-md" };

/** A face, or the initials. Decoration: the name stands beside it. */
export function Avatar({ name, src, size = "md", className }: AvatarProps) {
  const look = cn("inline-grid shrink-0 place-items-center rounded-full font-semibold", SIZE[size], className);
  // biome-ignore lint/performance/noImgElement: the files are small, private and already sized by the server.
  if (src) return <img src={src} alt="" className={cn(look, "object-cover")} />;
  return (
    <span aria-hidden="true" className={cn(look, TONE_SOFT[toneOf(name)])}>
      {initials(name)}
    </span>
  );
}
