"use client";

import { FailedPage } from "./failed-page";

/** When the frame of the page failed too. */
export default function FailedFrame(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="content">
      <FailedPage {...props} />
    </main>
  );
}
