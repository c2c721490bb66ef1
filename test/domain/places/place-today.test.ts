import { expect } from 'chai';
import { loadPlaces } from '../../../seed/facts.ts';
import { createGazetteer } from '../../../server/domain/places/gazetteer.ts';
import { placeKeys } from '../../../server/domain/places/place-keys.ts';
import { placeToday } from '../../../server/domain/places/place-today.ts';

describe('what a place of the war years is today', () => {
  const gazetteer = createGazetteer(loadPlaces());
  const today = (text: string) => placeToday(placeKeys(text, gazetteer), gazetteer);

  it('a town has its name of today', () => {
    expect(today('г. Гурьев')?.name).to.equal('Атырау');
    expect(today('Петропавловск')?.name).to.equal('Петропавл');
  });

  it('a district has its successor, which says that no source confirmed it', () => {
    expect(today('Акмолинская обл., Кургальджинский р-н')).to.deep.equal({
      name: 'Қорғалжын ауданы',
      oblastId: null,
      sourced: false,
    });
  });

  it('an oblast alone is told by its id', () => {
    expect(today('Семипалатинская область')).to.deep.equal({
      name: null,
      oblastId: 'obl-semipalatinsk',
      sourced: true,
    });
  });

  it('nothing is said of a place that nobody knows', () => {
    expect(today('деревня Ивановка')?.name ?? null).to.equal(null);
    expect(placeToday(['ray-001-balkhashskiy', 'ray-002-dzhambulskiy'], gazetteer)).to.equal(null);
  });
});
