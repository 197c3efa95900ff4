import { initials } from "./initials";

/** The organization's logo, or its initial on the accent. Decoration: the name stands beside it. */
export function OrganizationMark({ name, logoUrl }: { name: string; logoUrl?: string }) {
  const look = "size-[26px] shrink-0 rounded-[7px]";
  // biome-ignore lint/performance/noImgElement: the logo is small, private and already sized by the server.
  if (logoUrl) return <img src={logoUrl} alt="" className={`${look} object-cover`} />;
  return (
    <span
      aria-hidden="true"
      className={`${look} grid place-items-center bg-accent font-semibold font-serif text-[0.9375rem] text-on-accent`}
    >
      {initials(name).charAt(0)}
    </span>
  );
}
