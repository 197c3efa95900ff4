/** The kit is for those who build; in production it is not there unless KIT=1 asks for it. */
export function kitIsOpen(): boolean {
  return process.env.NODE_ENV !== "production" || process.env.KIT === "1";
}
