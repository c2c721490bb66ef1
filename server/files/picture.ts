import sharp from 'sharp';

export type PictureSize = { path: string; width: number; height: number; bytes: number };

/** Large enough to read a soldier's letter, small enough for a telephone line in a village. */
const LARGE = 1600;
const SMALL = 400;
/** A claim of more pixels than any camera makes is an attack on our memory. */
const MOST_PIXELS = 120_000_000;

/**
 * Draws a picture anew in two sizes, upright, as JPEG, which every old phone shows. Place, camera and everything else that
 * was written into the file is not taken over, nor is anything hidden behind the picture.
 * Throws what the library throws when the picture cannot be read.
 */
export async function drawPicture(
  from: string,
  to: { large: string; small: string },
): Promise<{ large: PictureSize; small: PictureSize }> {
  const large = await draw(from, to.large, LARGE);
  const small = await draw(to.large, to.small, SMALL);
  return { large, small };
}

async function draw(from: string, to: string, most: number): Promise<PictureSize> {
  const info = await sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toFile(to);
  return { path: to, width: info.width, height: info.height, bytes: info.size };
}
