/**
 * Why a secret is too weak for production, or null. It asks for 128 random bits: 32 characters, and enough different
 * ones. Source: OWASP ASVS 4.0, 2.9 and 6.3. The words never contain the secret itself.
 */
export function whyWeakSecret(secret: string): string | null {
  if (isKnownDefault(secret)) return "is a well-known default or a placeholder";
  if (secret.length < 32) return `has ${secret.length} characters, and needs at least 32`;
  if (isRepetition(secret)) return "repeats a shorter text";
  if (estimatedBits(secret) < 100) return "is not random enough";
  return null;
}

/** Why the password inside a connection address is too weak for production, or null. 12 characters is the least. */
export function whyWeakPassword(password: string, user: string): string | null {
  if (password === "") return "is missing";
  if (isKnownDefault(password)) return "is a well-known default or a placeholder";
  if (user !== "" && password.toLowerCase().includes(user.toLowerCase())) return "contains the user's name";
  if (password.length < 12) return `has ${password.length} characters, and needs at least 12`;
  if (isRepetition(password) || estimatedBits(password) < 24) return "is not random enough";
  return null;
}

const knownDefaults = [
  /change.?(me|this|it)/i,
  /your.{0,3}(secret|password|key|token)/i,
  /(my|super|nextauth|auth|jwt|app).{0,3}secret/i,
  /secret.?(key|here|value|123)/i,
  /password|passw0rd|contrase(ñ|n)a|placeholder|replace.?(me|this)|cambia(r|me|lo)|example|ejemplo/i,
  /^(secret|postgres|postgresql|admin|root|test|guest|redis|gestion|eventos|default|qwerty\w*|letmein)\d*$/i,
  /1234567|abcdefg|qwertyu/i,
];

function isKnownDefault(secret: string): boolean {
  return knownDefaults.some((pattern) => pattern.test(secret));
}

function isRepetition(secret: string): boolean {
  return /^(.+?)\1+.{0,4}$/s.test(secret);
}

/** Shannon's entropy of the characters as they occur: an upper bound, so only the plainly weak fall below a limit. */
function estimatedBits(secret: string): number {
  const counts = new Map<string, number>();
  for (const character of secret) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...secret].length;
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / length), 0);
}
