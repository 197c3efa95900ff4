import { Fragment } from "react";

/**
 * A mail as its reader saw it, in a frame that runs nothing and fetches nothing; its links open beside this page. With
 * `inert` they open nothing.
 */
export function MailFrame({ title, html, inert = false }: { title: string; html: string; inert?: boolean }) {
  return (
    <iframe
      title={title}
      sandbox={inert ? "" : "allow-popups allow-popups-to-escape-sandbox"}
      srcDoc={framed(html)}
      className="block h-[70vh] min-h-96 w-full rounded border border-line bg-surface"
    />
  );
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'";

function framed(html: string): string {
  const head = `<head><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`;
  return html.includes("<head>") ? html.replace("<head>", head) : `${head}</head>${html}`;
}

/** The plain form of a mail, with its addresses as links unless it is `inert`. */
export function MailText({ text, inert = false }: { text: string; inert?: boolean }) {
  const parts = inert ? [text] : text.split(/(https?:\/\/\S+)/);
  return (
    <div className="whitespace-pre-wrap break-words rounded border border-line bg-surface px-5 py-4 text-md leading-relaxed">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={part} href={part} className="prose-link break-all">
            {part}
          </a>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </div>
  );
}
