import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise } from 'yauzl';
import { UnreadableList } from './sheet.ts';

/** What is done with the XML of one part, element by element; names without their prefix. */
export type PartReader = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
};

export type Workbook = {
  /** Reads one part from its beginning to its end; false when the workbook has no such part. */
  read(path: string, reader: PartReader): Promise<boolean>;
  close(): void;
};

/** Excel's tables and those of LibreOffice: both a ZIP of XML parts. */
export type WorkbookKind = 'xlsx' | 'ods';

/** What is told of each sheet while it is unpacked. */
export type SheetsTold = { sheet(name: string): void; line(line: number, cells: string[]): void };

type Zip = Awaited<ReturnType<typeof openPromise>>;

/** Opens the parts of a workbook. Their sizes were looked at before (`zip-check.ts`) and are held to while unpacking. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  return {
    async read(part, reader) {
      const entry = entries.get(part);
      if (entry) await readPart(zip, entry, reader);
      return entry !== undefined;
    },
    close: () => zip.close(),
  };
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

async function readPart(zip: Zip, entry: Entry, reader: PartReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let failed: Error | null = null;
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => reader.open(bare(name), attributes));
  if (reader.close) parser.on('closetag', ({ name }: SaxesTagPlain) => reader.close?.(bare(name)));
  if (reader.text) {
    parser.on('text', (text: string) => reader.text?.(text));
    parser.on('cdata', (text: string) => reader.text?.(text));
  }
  parser.on('error', (error: Error) => {
    failed ??= error;
  });
  const decoder = new TextDecoder('utf-8');
  const stream = await zip.openReadStreamPromise(entry);
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (failed) throw new UnreadableList('broken_file', {}, failed);
  }
  parser.close();
  if (failed) throw new UnreadableList('broken_file', {}, failed);
}
