import sharp from 'sharp';
import { ZipFile } from 'yazl';
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

export async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

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
