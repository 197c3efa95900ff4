import qr from "qrcode";

/** A QR code as a drawing in the page: no picture to fetch, no script to run. Black on white in dark mode too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = qr.create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const dark = [...modules.data.keys()].filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="size-52 rounded border border-line bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
