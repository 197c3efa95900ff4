import { z } from "zod";

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
