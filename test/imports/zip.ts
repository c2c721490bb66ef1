import { ZipFile } from 'yazl';

/** A ZIP of these files in this order; those in `stored` are not packed, only put in. */
export async function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  { stored = [] }: { stored?: readonly string[] } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name, {
      compress: !stored.includes(name),
    });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
