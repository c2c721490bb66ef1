import { expect } from 'chai';
import { softHyphens, withOrdinalsWhole } from '../../client/parts/soft-hyphens.ts';
import { labelsBeside } from '../../server/pages/map-labels.ts';

const shown = (text: string): string => softHyphens(text).replaceAll('\u00ad', '-');

describe('long words in the narrow column of a telephone', () => {
  it('may be parted between syllables, Russian and Kazakh ones, and leave three letters on either side', () => {
    expect(shown('физиотерапевтическая лечебница')).to.equal('физио-те-ра-пев-ти-чес-кая лечебница');
    expect(shown('психоневрологический')).to.equal('пси-хо-нев-ро-ло-ги-чес-кий');
    expect(shown('физиотерапиялықемхана')).to.equal('физио-те-ра-пия-лы-қем-хана');
  });

  it('are not parted within an ordinal', () => {
    const whole = withOrdinalsWhole('316-я стрелковая дивизия (1-го формирования), 30-гвардейская');
    expect(whole.replaceAll('\u2011', '=')).to.equal('316=я стрелковая дивизия (1=го формирования), 30-гвардейская');
  });

  it('are left alone where they are short, or not Cyrillic', () => {
    for (const text of ['Эвакуациялық госпиталь', 'Kriegsgefangenenlager', '']) expect(shown(text)).to.equal(text);
  });
});

describe('names on a map', () => {
  const map = { width: 360 };
  const placed = (spots: { x: number; y: number; text: string }[]) =>
    labelsBeside(spots, spots, map).map(({ text, anchor }) => `${text} ${anchor}`);

  it('stand beside their dots, and on the other side where there is no room', () => {
    expect(placed([{ x: 100, y: 50, text: 'Орал' }])).to.deep.equal(['Орал start']);
    expect(placed([{ x: 340, y: 50, text: 'Семей' }])).to.deep.equal(['Семей end']);
  });

  it('keep apart: one that would end where another begins moves, or gives way', () => {
    // Four letters and the gap end just where the next dot's name would begin on its left.
    const near = [
      { x: 100, y: 50, text: 'Орал' },
      { x: 184, y: 50, text: 'Ақтөбе' },
    ];
    expect(placed(near)).to.deep.equal(['Орал start', 'Ақтөбе start']);
    const crowded = [...near, { x: 176, y: 50, text: 'Қостанай' }, { x: 108, y: 50, text: 'Гурьев' }];
    const texts = labelsBeside(crowded, crowded, map);
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const between = Math.abs(leftOf(one) - leftOf(other)) - Math.min(widthOf(one), widthOf(other));
        if (Math.abs(one.y - other.y) < 12) expect(between, `${one.text} ${other.text}`).to.be.greaterThan(5);
      }
    }
  });
});

type Placed = { x: number; text: string; anchor?: string };

const widthOf = ({ text }: Placed): number => text.length * 7.4;
const leftOf = (label: Placed): number =>
  label.x - (label.anchor === 'end' ? widthOf(label) : label.anchor === 'middle' ? widthOf(label) / 2 : 0);
