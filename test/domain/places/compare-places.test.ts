import { expect } from 'chai';
import { loadPlaces } from '../../../seed/facts.ts';
import { comparePlaces, type PlaceAgreement } from '../../../server/domain/places/compare-places.ts';
import { createGazetteer } from '../../../server/domain/places/gazetteer.ts';
import { areRelatedOblasts } from '../../../server/domain/places/oblast-history.ts';
import { oblastsOfKeys, placeKeys } from '../../../server/domain/places/place-keys.ts';
import { parsePlace } from '../../../server/domain/places/place-parts.ts';
import { locatePlace, resolvePlace } from '../../../server/domain/places/resolve-place.ts';

const gazetteer = createGazetteer(loadPlaces());

function compare(a: string, b: string): PlaceAgreement {
  const [one, other] = [locatePlace(a, gazetteer), locatePlace(b, gazetteer)];
  const agreement = comparePlaces(one, other);
  expect(comparePlaces(other, one), `${a} | ${b}, turned round`).to.equal(agreement);
  return agreement;
}

function ids(text: string, year?: number): string[] {
  return resolvePlace(parsePlace(text), gazetteer, year).map((candidate) => candidate.placeId);
}

describe('the gazetteer', () => {
  it('finds a district by its Russian, Kazakh and German name', () => {
    for (const name of ['Кургальджинский', 'Қорғалжын', 'Kurgaldschinskij', 'Kurgaldżyński']) {
      expect(
        gazetteer.find('rayon', name).map((place) => place.id),
        name,
      ).to.deep.equal(['ray-031-kurgaldzhinskiy']);
    }
  });

  it('finds a town by each of its names', () => {
    for (const name of ['Акмолинск', 'Целиноград', 'Астана', 'Akmolinsk', 'Ақмола']) {
      expect(
        gazetteer.find('city', name).map((place) => place.id),
        name,
      ).to.deep.equal(['city-astana']);
    }
  });

  it('finds the town of a call-up office, and the town behind a village', () => {
    expect(ids('Чимкентский ГВК')).to.deep.equal(['city-shymkent']);
    expect(ids('Карагандинский ГВК')).to.deep.equal(['city-karaganda']);
    expect(ids('Томарлы, Гурьев')).to.deep.equal(['city-atyrau']);
  });

  it('never joins a district on its name alone', () => {
    expect(ids('Джамбулский р-н')).to.have.members([
      'ray-002-dzhambulskiy',
      'ray-079-dzhambulskiy',
      'ray-157-dzhambulskiy',
    ]);
    expect(ids('Северо-Казахстанская обл., Джамбулский р-н')).to.deep.equal([
      'ray-157-dzhambulskiy',
      'obl-north-kazakhstan',
    ]);
  });

  it('takes the region of today for the oblasts of the war years', () => {
    expect(gazetteer.oblastsNamed('Жетісу облысы')).to.have.members(['obl-taldy-kurgan', 'obl-alma-ata']);
    expect(gazetteer.oblastsNamed('Туркестанская')).to.deep.equal(['obl-south-kazakhstan']);
    expect(gazetteer.oblastsNamed('Целиноградская')).to.deep.equal(['obl-akmolinsk']);
  });

  it('pulls no oblast from outside Kazakhstan into it', () => {
    for (const name of ['Орловская', 'Московская', 'Калининская', 'Куйбышевская']) {
      expect(gazetteer.oblastsNamed(name), name).to.deep.equal([]);
    }
  });

  it('gives a village that is a district center the oblast of its district', () => {
    const village = gazetteer.find('settlement', 'Кургальджино')[0];
    expect(village?.rayonIds).to.deep.equal(['ray-031-kurgaldzhinskiy']);
    expect(village?.oblastIds).to.deep.equal(['obl-akmolinsk']);
  });
});

describe('two places', () => {
  it('are one village in two languages', () => {
    const ru = 'Акмолинская обл., Кургальджинский р-н, с. Кургальджино';
    expect(compare(ru, 'Ақмола облысы, Қорғалжын ауданы, Қорғалжын ауылы')).to.equal('same_settlement');
    expect(compare('с. Булак, Хобдинский р-н', 'Бұлақ ауылы, Қобда ауданы')).to.equal('same_settlement');
    expect(compare('г. Акмолинск', 'Целиноград')).to.equal('same_settlement');
    expect(compare('Кургальджинский р-н, аул № 5', 'Акмолинская обл., Кургальджинский р-н аул 5')).to.equal(
      'same_settlement',
    );
  });

  it('share a district, also under its other name', () => {
    expect(compare('Кургальджинский р-н, с. Абай', 'Кургальджинский р-н, с. Баршино')).to.equal('same_rayon');
    expect(compare('Панфиловский район', 'Джаркентский р-н')).to.equal('same_rayon_renamed');
    expect(compare('Алма-Атинская обл., Каскеленский р-н', 'Қарасай ауданы')).to.equal('same_rayon_renamed');
  });

  it('do not share a district that only has the same name', () => {
    expect(compare('Алма-Атинская обл., Джамбулский р-н', 'Северо-Казахстанская обл., Джамбулский р-н')).to.equal(
      'elsewhere',
    );
    expect(compare('Алма-Атинская обл., Джамбулский р-н', 'Джамбулская обл., Джамбулский р-н')).to.not.equal(
      'same_rayon',
    );
  });

  it('lie in oblasts that were one at another time', () => {
    expect(compare('Талды-Курганская обл.', 'Алма-Атинская обл., Аксуйский р-н')).to.equal('oblast_of_the_time');
    expect(compare('Карагандинская обл.', 'Акмолинская обл.')).to.equal('oblast_of_the_time');
    expect(compare('Семипалатинская обл.', 'Восточно-Казахстанская обл.')).to.equal('oblast_of_the_time');
    expect(areRelatedOblasts('obl-semipalatinsk', 'obl-akmolinsk')).to.equal(false);
  });

  it('say little by a village name that many villages bear', () => {
    expect(compare('с. Каменка', 'с. Каменка')).to.equal('same_name');
    expect(compare('с. Каменка, Кустанайская обл.', 'с. Каменка, Гурьевская обл.')).to.equal('elsewhere');
  });

  it('are not one because one names the other as its town', () => {
    expect(compare('Томарлы, Гурьев', 'г. Гурьев')).to.equal('same_oblast');
  });

  it('contradict each other, or say nothing', () => {
    expect(compare('Московская обл.', 'Акмолинская обл.')).to.equal('elsewhere');
    expect(compare('Польша', 'Казахстан')).to.equal('elsewhere');
    expect(compare('', 'Акмолинская обл.')).to.equal('unknown');
    expect(compare('Казахстан', 'Акмолинская обл.')).to.equal('unknown');
  });
});

describe('keys of a place', () => {
  it('meet across languages, the most exact first', () => {
    const ru = placeKeys('Актюбинская обл., Хобдинский р-н, с. Булак', gazetteer);
    const kk = placeKeys('Бұлақ ауылы, Қобда ауданы', gazetteer);
    expect(ru[0]).to.equal(kk[0]);
    expect(ru[0]).to.match(/^v:.+@/);
    expect(ru).to.include('ray-055-khobdinskiy');
    expect(oblastsOfKeys(kk)).to.deep.equal(['obl-aktyubinsk']);
  });

  it('are none for a place abroad or an empty text', () => {
    expect(placeKeys('Польша', gazetteer)).to.deep.equal([]);
    expect(placeKeys('', gazetteer)).to.deep.equal([]);
  });

  it('leave out an oblast that did not exist in the year of the paper', () => {
    expect(ids('Жетісу облысы, Аксуйский р-н', 1942)).to.include('obl-alma-ata').and.not.include('obl-taldy-kurgan');
  });
});

describe('places as families tell them', () => {
  const OFFICE = 'Кургальджинский район';

  it('agree in whatever case the district stands, and with or without the word for it', () => {
    const told = [
      'Қорғалжын ауданынан',
      'Қорғалжын ауданында',
      'Ақмола облысының Қорғалжын ауданы',
      'Қорғалжыннан',
      'Қорғалжын',
      'Кургальджинским',
      'Кургальджинского района Акмолинской области',
    ];
    for (const text of told) expect(compare(text, OFFICE), text).to.equal('same_rayon');
  });

  it('never contradict where a bare name only may be a district', () => {
    expect(compare('Қорғалжын', 'Талгарский район')).to.equal('unknown');
    expect(compare('Қорғалжын', 'Алма-Атинская обл.')).to.equal('unknown');
    expect(compare('Қорғалжын ауданы', 'Талгарский район')).to.equal('elsewhere');
  });

  it('say nothing where a sentence was not understood', () => {
    const sentence = 'туған жері туралы әжем айтқан жоқ еді';
    expect(compare(sentence, OFFICE)).to.equal('unknown');
    expect(compare(`${sentence} ауданы`, OFFICE)).to.equal('unknown');
  });

  it('keep names that only end like a case', () => {
    expect(compare('Караганда', 'г. Караганда')).to.equal('same_settlement');
    expect(compare('Талғардан', 'с. Талгар')).to.equal('same_name');
  });

  it('take the oblast of a German card, and no date of birth for one', () => {
    expect(locatePlace('Kurgaldschino, Geb. Akmolinsk', gazetteer).oblastIds).to.deep.equal(['obl-akmolinsk']);
    expect(locatePlace('geb. in Kurgaldschino', gazetteer).parts.oblast).to.equal(null);
  });
});
