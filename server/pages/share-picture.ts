import sharp from 'sharp';
import { outline, type Weight } from './typeface.ts';

/** What a messenger shows of a link: a name and one line, quiet as the page. */
export type SharePicture = { title: string[]; text: string; mark: string };

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 88;
const ROOM = WIDTH - 2 * MARGIN;
// The tokens of the site's style sheet: a picture cannot read them.
const COLOURS = { stone: '#f1f3f1', ink: '#1b2120', soft: '#48514e', accent: '#2b5446' };

type Line = { text: string; weight: Weight; size: number; colour: string };

/** As large as fits into one line, down to half; longer than that is cut with a sign. */
function fitted({ text, weight, size, colour }: Line): { paths: string; size: number; colour: string } {
  const { width, paths } = outline(text, weight, size);
  if (width <= ROOM) return { paths, size, colour };
  const smaller = Math.max(size / 2, (size * ROOM) / width);
  let shown = text;
  let line = outline(shown, weight, smaller);
  while (line.width > ROOM && shown.length > 1) {
    shown = `${shown.slice(0, -2).trimEnd()}…`;
    line = outline(shown, weight, smaller);
  }
  return { paths: line.paths, size: smaller, colour };
}

function drawing({ title, text, mark }: SharePicture): string {
  const [first = '', ...rest] = title;
  const lines: Line[] = [
    { text: first, weight: 'semibold', size: 92, colour: COLOURS.ink },
    ...rest.map((line): Line => ({ text: line, weight: 'regular', size: 62, colour: COLOURS.ink })),
    { text, weight: 'regular', size: 40, colour: COLOURS.soft },
  ];
  let y = 150;
  const drawn = lines
    .filter((line) => line.text !== '')
    .map((line) => {
      const { paths, size, colour } = fitted(line);
      y += size * 1.3;
      return `<g fill="${colour}" transform="translate(${MARGIN} ${Math.round(y)})">${paths}</g>`;
    });
  const sign = outline(mark, 'semibold', 44);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.stone}"/>
<rect x="${MARGIN}" y="${HEIGHT - 128}" width="${ROOM}" height="2" fill="${COLOURS.accent}"/>
${drawn.join('\n')}
<g fill="${COLOURS.accent}" transform="translate(${MARGIN} ${HEIGHT - 62})">${sign.paths}</g>
</svg>`;
}

/** The picture as PNG, small enough for a messenger on a village line. */
export function drawSharePicture(picture: SharePicture): Promise<Buffer> {
  return sharp(Buffer.from(drawing(picture)))
    .png({ palette: true, colours: 32 })
    .toBuffer();
}
