import { expect } from 'chai';
import { conscriptionOf, parseConscription } from '../../server/domain/conscription.ts';
import { splitCell } from '../../server/domain/imports/split-cell.ts';

function read(text: string): string {
  const { date, office, place } = parseConscription(text);
  return [date?.edtf ?? '-', office === null ? '-' : `${office.kind} ${office.name}`, place ?? '-'].join(' | ');
}

describe('date and place of call-up in one text', () => {
  it('come apart whatever the order and the separators', () => {
    expect(read('_._.1941 Москва')).to.equal('1941 | - | Москва');
    expect(read('РВКМосква')).to.equal('- | district Москва | Москва');
    expect(read('1941 Кургальджинский РВК')).to.equal('1941 | district Кургальджинский | Кургальджинский');
    expect(read('__.__.1941Ленинский РВК')).to.equal('1941 | district Ленинский | Ленинский');
    expect(read('Акмолинский ГВК 1941 г.')).to.equal('1941 | city Акмолинский | Акмолинский');
    expect(read('Қорғалжын аудандық военкоматы, 1941 ж.')).to.equal('1941 | district Қорғалжын | Қорғалжын ауданы');
    expect(read('призван в 1941 г. Семипалатинским ГВК')).to.equal('1941 | city Семипалатинским | Семипалатинским');
  });

  it('keep the levels behind the office for the gazetteer', () => {
    expect(read('12.08.1941 Акмолинский ГВК, Казахская ССР, Акмолинская обл.')).to.equal(
      '1941-08-12 | city Акмолинский | Акмолинский, Казахская ССР, Акмолинская обл.',
    );
  });

  it('come apart in the sentence a family answers with', () => {
    expect(read('1942 жылы Қорғалжын ауданынан әскерге шақырылды')).to.equal('1942 | - | Қорғалжын ауданы');
    expect(read('1942 жылы қаңтарда Ақмола облысынан')).to.equal('1942-01 | - | Ақмола облысы');
    expect(read('1942 жылдың басында Қорғалжыннан')).to.match(/^1942\S* \| - \| Қорғалжын$/);
    expect(read('1942 жылдын басында Коргалжыннан')).to.match(/^1942\S* \| - \| Коргалжын$/);
    expect(read('1942 жылы Қазақстаннан шақырылды')).to.equal('1942 | - | Қазақстан');
    expect(read('Призван в начале 1942 из Кургальджино')).to.match(/^1942\S* \| - \| Кургальджино$/);
    expect(read('Призван из Кургальджино в начале 1942 г.')).to.match(/^1942\S* \| - \| Кургальджино$/);
    expect(read('Кургальджинским РВК в 1942 году')).to.equal('1942 | district Кургальджинским | Кургальджинским');
  });

  it('keep a name whole that ends as the Kazakh "from" does, and an office that does not say its kind', () => {
    expect(read('1942 жылы Қазақстан')).to.equal('1942 | - | Қазақстан');
    expect(read('1942 Магадан')).to.equal('1942 | - | Магадан');
    expect(read('Аккольский РВК, 1941')).to.equal('1941 | district Аккольский | Аккольский');
  });

  it('lose the Kazakh "from" only where it is an ending and not the end of the name', () => {
    for (const name of ['Мағадан', 'Магадан', 'Мардан', 'Шардан', 'Жантан', 'Қарабұтан', 'Дағыстан']) {
      expect(read(`1942 жылы ${name}`), name).to.equal(`1942 | - | ${name}`);
    }
    expect(read('1942 жылы Қарабұтаннан')).to.equal('1942 | - | Қарабұтан');
    expect(read('1942 ж. әскерге Шалқардан')).to.equal('1942 | - | Шалқар');
    expect(read('1942 жылы Шалқардан шақырылды')).to.equal('1942 | - | Шалқар');
    for (const [from, name] of [
      ['Семейден', 'Семей'],
      ['Шымкенттен', 'Шымкент'],
      ['Павлодардан', 'Павлодар'],
      ['Алматыдан', 'Алматы'],
      ['Ақтөбеден', 'Ақтөбе'],
    ])
      expect(read(`1942 жылы ${from}`), from).to.equal(`1942 | - | ${name}`);
    expect(read('призван из г. Алма-Ата в 1942 г.')).to.equal('1942 | - | г. Алма-Ата');
  });

  it('tell the city of Kazan from October by the capital letter', () => {
    expect(read('1941 жылы Казанда шақырылған')).to.equal('1941 | - | Казан');
    expect(read('1941 жылы Қазанда шақырылған')).to.equal('1941 | - | Қазан');
    expect(read('1941 жылы қазанда шақырылған')).to.equal('1941-10 | - | -');
    expect(read('1941 ЖЫЛЫ ҚАЗАНДА')).to.equal('1941-10 | - | -');
    expect(splitCell('conscription', '1941 жылы Казанда шақырылған').conscriptionPlace).to.equal('Казан');
  });

  it('stand apart in their own fields when a list has them in one column', () => {
    const split = (text: string) => splitCell('conscription', text);
    expect(split('1942 жылдың басында Қорғалжыннан').conscriptionPlace).to.equal('Қорғалжын');
    expect(split('Призван в начале 1942 из Кургальджино').conscriptionPlace).to.equal('Кургальджино');
    expect(split('Акмолинский ГВК 1941 г.').conscriptionPlace).to.equal('Акмолинский ГВК');
  });

  it('may both be missing', () => {
    expect(read('')).to.equal('- | - | -');
    expect(read('1941')).to.equal('1941 | - | -');
  });

  it('of a row come from their own fields or from one of them', () => {
    expect(conscriptionOf({ conscriptionDate: '1942', conscriptionPlace: 'Нуринский РВК' })).to.deep.include({
      office: { kind: 'district', name: 'Нуринский' },
    });
    expect(conscriptionOf({ conscriptionPlace: '1942 Нуринский РВК' }).date?.edtf).to.equal('1942');
    expect(conscriptionOf({ conscriptionDate: '1942 Нуринский РВК' }).office?.name).to.equal('Нуринский');
    expect(conscriptionOf({ conscriptionDate: '1942', conscriptionPlace: '1941 Нуринский РВК' }).date?.edtf).to.equal(
      '1942',
    );
  });
});
