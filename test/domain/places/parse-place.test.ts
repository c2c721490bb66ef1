import { expect } from 'chai';
import { parsePlace } from '../../../server/domain/places/place-parts.ts';

function parts(text: string): Record<string, unknown> {
  const all = Object.entries(parsePlace(text)).filter(([name]) => name !== 'text');
  return Object.fromEntries(all.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}

describe('a place as written', () => {
  it('is cut into country, oblast, district and village', () => {
    expect(parts('Казахская ССР, Акмолинская обл., Кургальджинский р-н, с. Кургальджино')).to.deep.equal({
      country: 'KZ',
      oblast: 'Акмолинская',
      rayon: 'Кургальджинский',
      settlement: 'Кургальджино',
      settlementKind: 'settlement',
    });
  });

  it('is cut the same in Kazakh, German and Polish', () => {
    expect(parts('Ақмола облысы, Қорғалжын ауданы, Кеңбидайық ауылы')).to.include({
      oblast: 'Ақмола',
      rayon: 'Қорғалжын',
      settlement: 'Кеңбидайық',
    });
    expect(parts('Gebiet Akmolinsk, Rayon Kurgaldschino')).to.include({ oblast: 'Akmolinsk', rayon: 'Kurgaldschino' });
    expect(parts('obl. Akmolińska, rej. Kurgaldżyński, wieś Sarykul')).to.include({
      oblast: 'Akmolińska',
      rayon: 'Kurgaldżyński',
      settlement: 'Sarykul',
    });
  });

  it('needs no commas', () => {
    expect(parts('Каз. ССР Карагандинская обл. Нуринский р-н аул №5')).to.deep.equal({
      country: 'KZ',
      oblast: 'Карагандинская',
      rayon: 'Нуринский',
      aulNumber: 5,
      settlementKind: 'aul',
    });
    expect(parts('Ақмола облысы Қорғалжын ауданы Кеңбидайық ауылы')).to.include({
      oblast: 'Ақмола',
      rayon: 'Қорғалжын',
      settlement: 'Кеңбидайық',
    });
    expect(parts('обл. Акмолинская р-н Кургальджинский')).to.include({
      oblast: 'Акмолинская',
      rayon: 'Кургальджинский',
    });
  });

  it('knows councils, farms, heights and leaves streets out', () => {
    expect(parts('Хобдинский р-н, Булакский с/с, а. Булак')).to.include({ council: 'Булакский', settlement: 'Булак' });
    expect(parts('Карабалыкский р-н, к-з им. Ленина')).to.include({ farm: 'им. Ленина' });
    expect(parts('выс. 66,3')).to.include({ settlement: '66.3', settlementKind: 'height' });
    expect(parts('г. Алма-Ата, ул. Ленина, 5')).to.deep.equal({ settlement: 'Алма-Ата', settlementKind: 'city' });
  });

  it('writes out the short names of the four big oblasts', () => {
    expect(parts('ЮКО, Арысский р-н')).to.include({ oblast: 'Южно-Казахстанская' });
    expect(parts('Ю.-Каз. обл., Арысский р-н')).to.include({ oblast: 'Южно-Казахстанская' });
    expect(parts('СҚО')).to.include({ oblast: 'Солтүстік Қазақстан' });
  });

  it('keeps a former name apart', () => {
    expect(parts('с. Набережное (ранее с. Насыр)')).to.deep.equal({
      settlement: 'Набережное',
      settlementKind: 'settlement',
      formerNames: ['Насыр'],
    });
  });

  it('keeps a second name and a town behind the village', () => {
    expect(parts('Верный / Алма-Ата'))
      .to.include({ settlement: 'Верный' })
      .and.deep.include({ formerNames: ['Алма-Ата'] });
    expect(parts('Томарлы, Гурьев'))
      .to.include({ settlement: 'Томарлы' })
      .and.deep.include({ others: ['Гурьев'] });
    expect(parts('Кольбастау, ныне Жуалынский район')).to.include({ settlement: 'Кольбастау', rayon: 'Жуалынский' });
  });

  it('tells an oblast from a district by the adjective when the mark is missing', () => {
    expect(parts('Акмолинская')).to.deep.equal({ oblast: 'Акмолинская' });
    expect(parts('Хобдинский')).to.deep.equal({ rayon: 'Хобдинский' });
  });

  it('takes the district of a call-up office', () => {
    expect(parts('Кургальджинский РВК')).to.deep.equal({ rayon: 'Кургальджинский' });
  });

  it('survives nothing and noise', () => {
    expect(parts('')).to.deep.equal({});
    expect(parts(', , ;')).to.deep.equal({});
    expect(parts('-'.repeat(3000))).to.deep.equal({});
  });
});
