/** Where the system under test is. */
export const address = process.env.SYSTEM_URL ?? "";

/** Asks the system under test; follows no redirect. */
export async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, address), { headers, redirect: "manual", signal: AbortSignal.timeout(10_000) });
}

/** The tags of a page's scripts, each as its attributes and its content. */
export function scriptsOf(html: string): Array<{ attributes: string; content: string }> {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(([, attributes = "", content = ""]) => ({
    attributes,
    content,
  }));
}

/** The nonce that the policy of the answer asks for. */
export function nonceOf(response: Response): string | undefined {
  return /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
}
