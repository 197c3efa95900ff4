import sharp from "sharp";

/** Width and height as seen, in pixels, and a picture of 480 at most without anything but its pixels. */
export type InspectedImage = { width: number; height: number; thumbnail: Buffer };

/** About 10,000 x 6,400: more than any camera makes, and far below what fills the memory of a small server. */
const mostPixels = 64_000_000;

/**
 * Reads an image whole and makes its thumbnail (WebP): turned as the camera was held, without EXIF (no place, no
 * owner). Null when it cannot be read to its end, or when it unfolds to more pixels than any picture has.
 */
export async function inspectImage(file: string): Promise<InspectedImage | null> {
  try {
    const image = sharp(file, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true });
    const { autoOrient } = await image.metadata();
    const thumbnail = await image
      .autoOrient()
      .resize({ width: 480, height: 480, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 78 })
      .timeout({ seconds: 10 })
      .toBuffer();
    return { width: autoOrient.width, height: autoOrient.height, thumbnail };
  } catch {
    return null;
  }
}
