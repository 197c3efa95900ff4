"use client";

import "./globals.css";

/** The last resort: the frame itself failed, so there are no catalogues; both languages stand in the file. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="es" data-theme="system">
      <body>
        <main className="grid min-h-dvh place-items-center p-6 text-center">
          <div>
            <h1>El sistema no responde en este momento</h1>
            <p className="mt-2 text-muted">No se perdió nada. Inténtalo de nuevo en unos segundos.</p>
            <p className="mt-1 text-muted text-sm" lang="en">
              The system is not answering right now. Nothing was lost; try again in a few seconds.
            </p>
            <button type="button" onClick={reset} className="mt-5 h-11 rounded bg-accent px-5 text-on-accent">
              Intentar de nuevo
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
