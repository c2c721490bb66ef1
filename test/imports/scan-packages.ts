import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { TestSite } from '../site.ts';
import type { ListOnSite } from './import-site.ts';
import { saved, table } from './read-list.ts';

export const HEADER = ['ID', 'ФИО', 'Дата смерти', 'Фото карточки'];
/** A list of numbered men with the name of a scan each. */
export const csv = (...rows: string[][]) => saved(table(';', HEADER, ...rows), 'windows-1251');
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

/** A picture of one colour. */
export const scan = (background: string) =>
  sharp({ create: { width: 60, height: 80, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** The names of the scans beside each man of a list, by his name. */
export async function scansOf(site: TestSite, list: ListOnSite): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for await (const mentions of site.services.mentions.streamList(list.id())) {
    for (const { id, written } of mentions) {
      const files = await site.services.files.listOf({ kind: 'mention', id });
      if (files.length > 0) found[written.fullName ?? ''] = files.map(({ name }) => name ?? '').sort();
    }
  }
  return found;
}

/** `unicode`: its name in UTF-8, in the field that Windows programs put beside one of an old code page. */
type RawFile = { name: Buffer; content: Buffer; claims?: number; method?: number; unicode?: string };

function unicodePath(name: Buffer, unicode: string | undefined): Buffer {
  if (unicode === undefined) return Buffer.alloc(0);
  const text = Buffer.from(unicode);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(text.length + 5, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(name), 5);
  return Buffer.concat([field, text]);
}

/**
 * A ZIP as a program writes it that says nothing of its encoding: the name as these bytes, stored, without any check of ours; or said
 * to be packed by a method.
 */
export function rawZip(files: RawFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims, method = 0, unicode } of files) {
    const extra = unicodePath(name, unicode);
    const size = claims ?? content.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(Math.max(size, content.length), 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, extra, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, rest, name, extra]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
