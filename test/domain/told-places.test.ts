import { expect } from 'chai';
import { loadPlaces } from '../../seed/facts.ts';
import { kilometresBetween, toldPlaces } from '../../server/domain/matching/told-places.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';

const gazetteer = createGazetteer(loadPlaces());

describe('Places told by a row', () => {
  it('are those the gazetteer knows, in the order of a life', () => {
    const row = { conscriptionPlace: 'Кургальджинский РВК', birthPlace: 'Қорғалжын ауданы', fatePlace: 'дер. Нигде' };
    const places = toldPlaces(row, gazetteer);
    expect(places.map(({ field, exact }) => [field, exact])).to.deep.equal([
      ['birthPlace', 'rayon'],
      ['conscriptionPlace', 'rayon'],
    ]);
    expect(kilometresBetween(places[0] ?? NOWHERE, places[1] ?? NOWHERE)).to.be.below(1);
  });

  it('are not put on the map where the name alone may be one of several', () => {
    const several = [...gazetteer.byId.values()].filter((place) => place.level === 'rayon');
    const name = several.map((place) => place.names.ru[0] ?? '').find((one, index, all) => all.indexOf(one) !== index);
    expect(name, 'a district name that stands in two oblasts').to.be.a('string');
    expect(toldPlaces({ birthPlace: `${name}` }, gazetteer)).to.deep.equal([]);
  });
});

const NOWHERE = { latitude: 90, longitude: 0 };

describe('Kilometres between two points', () => {
  it('are those of the ground: Almaty to Astana some 970, and nothing from a place to itself', () => {
    const almaty = { latitude: 43.24, longitude: 76.89 };
    const astana = { latitude: 51.17, longitude: 71.43 };
    expect(kilometresBetween(almaty, astana)).to.be.within(960, 980);
    expect(kilometresBetween(almaty, almaty)).to.equal(0);
  });
});
