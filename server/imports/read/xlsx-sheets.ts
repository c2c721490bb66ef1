import type { SheetsTold, Workbook } from './workbook-parts.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readDateStyles, readSharedTexts } from './xlsx-values.ts';

type SheetPart = { name: string; path: string };

/** The sheets in the order of the workbook, and from which day it counts. */
async function readFrame(workbook: Workbook): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await workbook.read('xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await workbook.read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      if (target === undefined) return;
      sheets.push({ name: attributes.name ?? '', path: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    },
  });
  return { sheets, from1904 };
}

/** The sheets of a workbook of Excel, one after the other. */
export async function readXlsxSheets(workbook: Workbook, told: SheetsTold): Promise<void> {
  const { sheets, from1904 } = await readFrame(workbook);
  const values = { shared: await readSharedTexts(workbook), dateStyles: await readDateStyles(workbook), from1904 };
  for (const sheet of sheets) {
    told.sheet(sheet.name);
    await readSheet(workbook, sheet.path, values, told.line);
  }
}
