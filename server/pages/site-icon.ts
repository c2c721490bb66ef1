import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** The size that stands in a tab, and the one on the first screen of a telephone. */
const TAB = 32;
const TELEPHONE = 180;

export type SiteIcons = { tab: Buffer; telephone: Buffer };

/** The icon for browsers that ask for it by its old addresses and read no SVG: once as `.ico`, once as PNG. */
export async function drawSiteIcons(svgFile: string): Promise<SiteIcons> {
  const svg = await readFile(svgFile);
  const draw = (size: number) =>
    sharp(svg, { density: size * 3 })
      .resize(size, size)
      .png()
      .toBuffer();
  const [tab, telephone] = await Promise.all([draw(TAB), draw(TELEPHONE)]);
  return { tab: iconFile(tab), telephone };
}

const DIRECTORY = 22;

/** An `.ico` with one picture: a directory of one entry, and the PNG behind it. */
function iconFile(png: Buffer): Buffer {
  const head = Buffer.alloc(DIRECTORY);
  head.writeUInt16LE(1, 2); // an icon, not a cursor
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(TAB, 6);
  head.writeUInt8(TAB, 7);
  head.writeUInt16LE(1, 10); // colour planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(DIRECTORY, 18);
  return Buffer.concat([head, png]);
}
