import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Language } from '../../client/messages/translate.ts';
import type { Fact } from '../../client/parts/facts.tsx';
import type { Say } from '../../client/parts/say.ts';
import type { MemorialView } from './memorial-page-view.ts';
import { canWrite, typefaceFile } from './typeface.ts';

export type SheetContext = { say: Say; language: Language; address: string; printedOn: string };

type Doc = InstanceType<typeof PDFDocument>;

const MM = 72 / 25.4;
const MARGIN = 22 * MM;
const QR = 30 * MM;
const COLOURS = { ink: '#000000', soft: '#444444', rule: '#999999' };
/** The fact's name stands in a column of its own, as on the page. */
const TERM = 40 * MM;

/**
 * The memory sheet: a page or two to print and to take to the grave, in the order of the design: name, fate, grave, sources,
 * and a code that leads back to the page. Drawn from the same view as the page, so both say the same.
 */
export function drawMemorySheet(view: MemorialView, context: SheetContext): Promise<Buffer> {
  const name = [view.familyName, view.givenNames].filter(Boolean).join(' ');
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: context.language,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: `${name}. ${context.say('sheet.title')}`, Author: context.say('site.name') },
  });
  doc.registerFont('regular', typefaceFile('regular')).registerFont('semibold', typefaceFile('semibold'));
  const finished = collect(doc);
  head(doc, view, context);
  section(doc, context.say('memorial.known'), view.facts);
  paragraph(doc, view.conclusion ?? context.say('memorial.noDecision'));
  grave(doc, view, context);
  forms(doc, view, context);
  documents(doc, view, context);
  foot(doc, context);
  doc.end();
  return finished;
}

function collect(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

/** One piece of text under its tag, so that a screen reader knows a heading from a line. */
function tagged(doc: Doc, tag: 'P' | 'H1' | 'H2' | 'Figure', draw: () => void, alt?: string): void {
  const element = doc.struct(tag, alt === undefined ? {} : { alt }, draw);
  doc.addStructure(element);
  element.end();
}

const room = (doc: Doc): number => doc.page.width - 2 * MARGIN;

function head(doc: Doc, view: MemorialView, { say, address }: SheetContext): void {
  const right = doc.page.width - MARGIN - QR;
  tagged(doc, 'Figure', () => drawCode(doc, address, { x: right, y: MARGIN }), address);
  const width = right - MARGIN - 8 * MM;
  tagged(doc, 'P', () => doc.font('regular').fontSize(10).fillColor(COLOURS.soft).text(mark(view, say), { width }));
  doc.moveDown(1.2);
  tagged(doc, 'H1', () => {
    doc
      .fillColor(COLOURS.ink)
      .font('semibold')
      .fontSize(26)
      .text(view.familyName || view.givenNames, { width });
    if (view.familyName && view.givenNames) doc.font('regular').fontSize(18).text(view.givenNames, { width });
  });
  doc.moveDown(0.4).fontSize(11).fillColor(COLOURS.soft);
  for (const { text, byLetters } of view.scripts) {
    const line = byLetters ? `${text} (${say('memorial.byLetters')})` : text;
    tagged(doc, 'P', () => doc.text(line, { width }));
  }
  doc.moveDown(0.6);
  tagged(doc, 'P', () => doc.fillColor(COLOURS.ink).fontSize(14).text(view.life, { width }));
  doc.y = Math.max(doc.y, MARGIN + QR) + 4 * MM;
}

function mark(view: MemorialView, say: Say): string {
  const line = `${say('site.name')}. ${say('sheet.title')}`;
  return view.example ? `${line}. ${say('site.examplePerson')}` : line;
}

function drawCode(doc: Doc, address: string, at: { x: number; y: number }): void {
  const { data, size } = encode(address, { border: 0 });
  const module = QR / size;
  doc.save().fillColor(COLOURS.ink);
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) doc.rect(at.x + x * module, at.y + y * module, module, module);
    });
  });
  doc.fill().restore();
}

function heading(doc: Doc, text: string): void {
  if (doc.y > doc.page.height - MARGIN - 40 * MM) doc.addPage();
  doc.moveDown(0.9);
  tagged(doc, 'H2', () => doc.font('semibold').fontSize(13).fillColor(COLOURS.ink).text(text, MARGIN));
  doc.moveDown(0.3);
}

function paragraph(doc: Doc, text: string): void {
  doc.moveDown(0.4);
  tagged(doc, 'P', () =>
    doc
      .font('regular')
      .fontSize(10.5)
      .fillColor(COLOURS.ink)
      .text(text, MARGIN, doc.y, { width: room(doc) }),
  );
}

function section(doc: Doc, title: string, facts: readonly Fact[]): void {
  if (facts.length === 0) return;
  heading(doc, title);
  for (const fact of facts) factRow(doc, fact);
}

function factRow(doc: Doc, { term, values }: Fact): void {
  const width = room(doc) - TERM;
  const lines = values.map(({ text, note, sources }) => ({
    text: canWrite(text) ? text : '…',
    below: [note ?? '', [...new Set(sources.map(({ label }) => label))].join('; ')].filter(Boolean).join(' '),
  }));
  const needed = lines.reduce((sum, line) => {
    const value = doc.font('regular').fontSize(10.5).heightOfString(line.text, { width });
    return sum + value + (line.below ? doc.fontSize(8.5).heightOfString(line.below, { width }) : 0);
  }, 6);
  if (doc.y + needed > doc.page.height - MARGIN) doc.addPage();
  const top = doc.y;
  doc
    .save()
    .moveTo(MARGIN, top)
    .lineTo(doc.page.width - MARGIN, top)
    .lineWidth(0.4)
    .strokeColor(COLOURS.rule)
    .stroke();
  doc.restore();
  tagged(doc, 'P', () =>
    doc
      .font('semibold')
      .fontSize(10.5)
      .fillColor(COLOURS.ink)
      .text(term, MARGIN, top + 3, { width: TERM - 8 }),
  );
  const afterTerm = doc.y;
  doc.y = top + 3;
  for (const line of lines) {
    tagged(doc, 'P', () => {
      doc
        .font('regular')
        .fontSize(10.5)
        .fillColor(COLOURS.ink)
        .text(line.text, MARGIN + TERM, doc.y, { width });
      if (line.below) doc.fontSize(8.5).fillColor(COLOURS.soft).text(line.below, { width });
    });
  }
  doc.x = MARGIN;
  doc.y = Math.max(doc.y, afterTerm) + 3;
}

function grave(doc: Doc, view: MemorialView, { say }: SheetContext): void {
  if (view.grave.length === 0) {
    heading(doc, say('memorial.grave'));
    paragraph(doc, say('memorial.graveUnknown'));
    return;
  }
  section(doc, say('memorial.grave'), view.grave);
  if (view.visit) paragraph(doc, view.visit.text);
}

function forms(doc: Doc, { forms: written }: MemorialView, { say }: SheetContext): void {
  heading(doc, say('memorial.forms'));
  for (const form of written) {
    const text = form.runs.map((run) => run.text).join('');
    const value = { text: canWrite(text) ? text : say('sheet.otherScript'), sources: [] };
    factRow(doc, { term: form.document, values: [value] });
  }
}

function documents(doc: Doc, view: MemorialView, { say }: SheetContext): void {
  heading(doc, say('memorial.documents'));
  view.documents.forEach((document, index) => {
    const text = `${index + 1}. ${document.text}${document.href ? ` ${document.href}` : ''}`;
    tagged(doc, 'P', () => {
      doc
        .font('regular')
        .fontSize(9.5)
        .fillColor(COLOURS.ink)
        .text(text, MARGIN, doc.y, { width: room(doc) });
    });
  });
}

/** At the foot of every page the address, so that a sheet torn off still leads back. */
function foot(doc: Doc, { say, address, printedOn }: SheetContext): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    const line = say('sheet.foot', { address, when: printedOn });
    tagged(doc, 'P', () => {
      doc
        .font('regular')
        .fontSize(8)
        .fillColor(COLOURS.soft)
        .text(line, MARGIN, doc.page.height - 14 * MM, { width: room(doc), lineBreak: false });
    });
    doc.page.margins.bottom = MARGIN;
  }
}
