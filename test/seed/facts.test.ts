import { expect } from 'chai';
import {
  GEONAMES_CREDIT,
  loadBurialSites,
  loadDivisions,
  loadHospitals,
  loadNotableSoldiers,
  loadPlaces,
  loadVocabulary,
} from '../../seed/facts.ts';
import { isCountryCode } from '../../server/domain/country.ts';
import type { Fact } from '../../server/domain/fact.ts';
import { readHospital } from '../../server/domain/hospital.ts';

function checkFacts(facts: readonly Pick<Fact, 'id' | 'confidence' | 'sources'>[]): void {
  expect(new Set(facts.map((fact) => fact.id)).size, 'ids are unique').to.equal(facts.length);
  for (const { id, confidence, sources } of facts) {
    expect(['sourced', 'partly', 'unverified'], id).to.include(confidence);
    if (confidence === 'sourced') expect(sources.length, `${id} says where it was read`).to.be.above(0);
    for (const source of sources) expect(source.site, id).to.not.equal('');
  }
}

describe('the reference facts', () => {
  it('say of each row how sure it is and where it was read', () => {
    checkFacts(loadPlaces() as unknown as Fact[]);
    checkFacts(loadBurialSites());
    checkFacts(loadDivisions());
    checkFacts(loadHospitals());
    checkFacts(loadNotableSoldiers());
    checkFacts(loadVocabulary());
  });

  it('credit GeoNames, whose coordinates they use', () => {
    expect(GEONAMES_CREDIT).to.include({ name: 'GeoNames', licence: 'CC BY 4.0' });
  });

  it('have places with names in the shape that the gazetteer reads', () => {
    for (const place of loadPlaces()) {
      expect(place.names, place.id).to.have.keys('ru', 'kk', 'latin');
      expect(['oblast', 'city', 'rayon', 'settlement'], place.id).to.include(place.type);
    }
  });

  it('have burial sites with a country, a Kazakh, a Russian and an English name, and a count or the word for it', () => {
    for (const site of loadBurialSites()) {
      expect(isCountryCode(site.country), site.id).to.equal(true);
      expect((site.names.kk ?? '').length * site.names.ru.length * site.names.en.length, site.id).to.be.above(0);
      if (site.buried !== null) expect(site.buried.as_reported, site.id).to.be.a('string');
    }
  });

  it('have hospitals whose id is the key that texts are read to', () => {
    for (const hospital of loadHospitals()) {
      if (hospital.number === null || !/^\d+$/.test(hospital.number)) continue;
      if (hospital.kind === 'evacuation hospital')
        expect(readHospital(`ЭГ ${hospital.number}`)?.key).to.equal(hospital.id);
    }
  });
});
