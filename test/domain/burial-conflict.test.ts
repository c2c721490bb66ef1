import { expect } from 'chai';
import { loadDivisions, loadPlaces } from '../../seed/facts.ts';
import {
  deathProblem,
  disagreeingGraves,
  type GraveNote,
  gravesDisagree,
} from '../../server/domain/burial-conflict.ts';
import { createDivisions } from '../../server/domain/division.ts';
import { matchPlace } from '../../server/domain/matching/place-agreement.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';

const gazetteer = createGazetteer(loadPlaces());
const divisions = createDivisions(loadDivisions());

function grave(written: string, more: Partial<GraveNote> = {}): GraveNote {
  return { siteId: null, kind: null, written, place: matchPlace(written, gazetteer), movedFrom: null, ...more };
}

const RZHEV = 'Калининская обл., Ржевский р-н, д. Полунино';
const KERCH = 'Крымская обл., г. Керчь';

describe('Graves that disagree', () => {
  it('are two places for one man', () => {
    expect(gravesDisagree(grave(RZHEV), grave(KERCH))).to.equal(true);
    expect(gravesDisagree(grave('x', { siteId: 'a' }), grave('x', { siteId: 'b' }))).to.equal(true);
  });

  it('are not one place written twice, nor one that only stops earlier', () => {
    expect(gravesDisagree(grave(RZHEV), grave('Ржевский район, деревня Полунино'))).to.equal(false);
    expect(gravesDisagree(grave(RZHEV), grave('Калининская обл.'))).to.equal(false);
    expect(gravesDisagree(grave(RZHEV, { siteId: 'a' }), grave(KERCH, { siteId: 'a' }))).to.equal(false);
  });

  it('are explained by a memorial, which only names him, and by remains that were moved', () => {
    expect(gravesDisagree(grave(RZHEV), grave(KERCH, { kind: 'memorial' }))).to.equal(false);
    const moved = grave(KERCH, { movedFrom: matchPlace(RZHEV, gazetteer) });
    expect(gravesDisagree(grave(RZHEV), moved)).to.equal(false);
    expect(gravesDisagree(moved, grave(RZHEV))).to.equal(false);
  });

  it('are found among many papers', () => {
    expect(disagreeingGraves([grave(RZHEV), grave('Калининская обл.'), grave(KERCH)])?.[1].written).to.equal(KERCH);
    expect(disagreeingGraves([grave(RZHEV), grave(RZHEV)])).to.equal(null);
  });
});

describe('A death where the unit was not', () => {
  const of = (unit: string) => divisions.ofUnit(unit).flatMap(({ divisionId }) => divisions.byId(divisionId) ?? []);

  it('is told when the path of the division was elsewhere on that day', () => {
    expect(deathProblem(of('316 сд'), { place: 'г. Холм', day: '1941-10-20' })).to.equal('off_path');
    expect(deathProblem(of('316 сд'), { place: 'г. Волоколамск', day: '1943-05-01' })).to.equal('off_path');
    expect(deathProblem(of('316 сд'), { place: 'г. Волоколамск', day: '1941-10-20' })).to.equal(null);
  });

  it('is not told of a place or an oblast that the path names in no word', () => {
    expect(deathProblem(of('316 сд'), { place: 'г. Керчь', day: '1941-10-20' })).to.equal(null);
    expect(deathProblem(of('316 сд'), { place: 'Калининская обл., д. Полунино', day: '1941-10-20' })).to.equal(null);
    expect(deathProblem(of('387 сд'), { place: 'Орловская обл., г. Болхов', day: '1942-07-12' })).to.equal(null);
  });

  it('is told when the division no longer was', () => {
    expect(deathProblem(of('312 сд'), { place: 'Детчино', day: '1943-05-01' })).to.equal('unit_was_gone');
  });

  it('is not told where no path is known, or another division of the number fits', () => {
    expect(deathProblem(of('316 сд'), { place: 'г. Керчь', day: '1937-01-01' })).to.equal(null);
    expect(deathProblem([], { place: 'г. Керчь', day: '1941-10-20' })).to.equal(null);
    expect(deathProblem([...of('312 сд'), ...of('316 сд')], { place: 'г. Волоколамск', day: '1941-10-20' })).to.equal(
      null,
    );
  });
});
