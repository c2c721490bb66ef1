import { expect } from 'chai';
import { softHyphens, withOrdinalsWhole } from '../../client/parts/soft-hyphens.ts';
import { createCoastMap } from '../../server/pages/coast-map.ts';
import { labelsBeside } from '../../server/pages/map-labels.ts';
import { landmarks, type Mark, pinMark } from '../../server/pages/map-landmarks.ts';

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
  const map = { width: 360, height: 220 };
  const placed = (spots: { x: number; y: number; text: string }[]) =>
    labelsBeside(spots, spots, map).map(({ text, anchor }) => `${text} ${anchor}`);

  it('stand beside their dots, and on the other side where there is no room', () => {
    expect(placed([{ x: 100, y: 50, text: 'Орал' }])).to.deep.equal(['Орал start']);
    expect(placed([{ x: 340, y: 50, text: 'Семей' }])).to.deep.equal(['Семей end']);
    // At the upper and the lower edge only the half of a name would be seen.
    for (const y of [4, 218]) expect(placed([{ x: 100, y, text: 'Вена' }])).to.deep.equal(['Вена middle']);
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

describe('the towns by which a reader finds her way on a map', () => {
  const map = createCoastMap(
    [
      { latitude: 45, longitude: 30 },
      { latitude: 60, longitude: 75 },
    ],
    { width: 360, height: 220 },
  );
  const at = (latitude: number, longitude: number) => {
    const spot = map.project({ latitude, longitude });
    if (spot === null) throw new Error('not on the map');
    return spot;
  };
  const moscow = at(55.75, 37.62);
  const told = (marks: Mark[], name = 'Москва') => {
    const { dots, labels } = landmarks(map, marks, 'ru');
    const label = labels.find(({ text }) => text === name);
    const dotted = dots.some(({ x, y }) => Math.hypot(x - moscow.x, y - moscow.y) < 1);
    return { label, dotted };
  };

  it('have a dot and a name beside it', () => {
    const { label, dotted } = told([]);
    expect([label?.x, label?.anchor, dotted]).to.deep.equal([moscow.x + 6, 'start', true]);
  });

  it('have no dot of their own under a pin that is there; the name stands clear of the pin, however wide', () => {
    for (const label of ['3', '3, 4, 5, 6']) {
      const pin = pinMark({ ...moscow, label });
      const { label: name, dotted } = told([pin]);
      expect(dotted).to.equal(false);
      expect(name?.x).to.be.greaterThan(moscow.x + pin.width / 2);
    }
    const aside = { x: moscow.x - 10, y: moscow.y };
    const shared = told([pinMark({ ...aside, label: '1, 2', spots: [aside, moscow] })]);
    expect([shared.label?.text, shared.dotted]).to.deep.equal(['Москва', false]);
  });

  it('have neither name nor dot where the pin of another place hides them', () => {
    for (const away of [6, 9, 12]) {
      expect(told([pinMark({ x: moscow.x - away, y: moscow.y, label: '3' })])).to.deep.equal({
        label: undefined,
        dotted: false,
      });
    }
    // A wide pin hides what a narrow one leaves free.
    const beside = { x: moscow.x - 22, y: moscow.y };
    expect(told([pinMark({ ...beside, label: '3' })]).dotted).to.equal(true);
    expect(told([pinMark({ ...beside, label: '3, 4, 5, 6' })])).to.deep.equal({ label: undefined, dotted: false });
  });

  it('are not told a second time where the map names them by itself', () => {
    const own = [{ x: 20, y: 20, text: 'Москва' }];
    const { dots, labels } = landmarks(map, [], 'ru', own);
    expect(labels.map(({ text }) => text)).not.to.include('Москва');
    expect(dots).not.to.deep.include({ ...moscow, small: true });
  });
});
