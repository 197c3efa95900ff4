/** From when until when: 17-02. */
export function hours(claim: { start: string; end: string }): string {
  return `${hour(claim.start)}-${hour(claim.end)}`;
}

/** A local time as short as people write it on a board: 17, or 14:30. */
function hour(local: string): string {
  const [hours = "", minutes = ""] = local.slice(11, 16).split(":");
  return minutes === "00" ? hours : `${hours}:${minutes}`;
}
