import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

export type Weight = 'regular' | 'semibold';

const FILES: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
};

/** Where the whole typeface lies: one file with every Kazakh letter, as print and pictures need it. */
export function typefaceFile(weight: Weight): string {
  return createRequire(import.meta.url).resolve(FILES[weight]);
}

const opened = new Map<Weight, Font>();

function typeface(weight: Weight): Font {
  const known = opened.get(weight);
  if (known) return known;
  // A single face: the package has no collections.
  const font = openSync(typefaceFile(weight)) as Font;
  opened.set(weight, font);
  return font;
}

/** Whether the typeface has every letter of a text. Arabic letters, for one, it has not. */
export function canWrite(text: string): boolean {
  const font = typeface('regular');
  return [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/** A line of text as outlines, so that a picture looks the same on a machine without fonts. `width` in the unit of `size`. */
export function outline(text: string, weight: Weight, size: number): { width: number; paths: string } {
  const font = typeface(weight);
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  let x = 0;
  const paths = run.glyphs.map((glyph, index) => {
    const at = x + (run.positions[index]?.xOffset ?? 0);
    x += run.positions[index]?.xAdvance ?? glyph.advanceWidth;
    return `<path transform="translate(${round(at * scale)} 0) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
  });
  return { width: x * scale, paths: paths.join('') };
}

const round = (value: number): number => Math.round(value * 100) / 100;
