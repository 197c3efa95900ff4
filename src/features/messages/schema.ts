import { z } from "zod";
import { messageStates } from "./rules";

// RFC 5321's dot-string, with letters of any language; no quotes, no comments, no brackets, no control characters.
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** An address that mail can be sent to, with its domain in lower case and in ASCII (`ñandú.example` -> `xn--...`). */
export const emailAddressSchema = z.string().transform((address, context) => {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), asciiDomain(address.slice(at + 1))];
  if (at > 0 && local.length <= 64 && localPart.test(local) && domain && domainName.test(domain))
    return `${local}@${domain}`;
  context.addIssue({ code: "invalid_format", format: "email", input: address });
  return z.NEVER;
});

function asciiDomain(domain: string): string | null {
  if (/[\s/?#:@\\%[\]]/.test(domain) || !URL.canParse(`http://${domain}/`)) return null;
  return new URL(`http://${domain}/`).hostname;
}

export const messageIdSchema = z.object({ messageId: z.uuid() });

/** What the address of the list asks; what makes no sense is as if it was not asked. */
export const messageSearchSchema = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  state: z.enum(messageStates).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});
