import { expect } from 'chai';
import fc from 'fast-check';
import { ROW_FIELDS } from '../../server/domain/row.ts';
import { type RowContext, understandRow } from '../../server/domain/understand-row.ts';
import { testContext } from '../soldiers/a-mention.ts';

const read = (row: Parameters<typeof understandRow>[0]) => understandRow(row, testContext());
const rulesOf = (row: Parameters<typeof understandRow>[0]) =>
  read(row).problems.map(({ field, rule }) => `${field} ${rule}`);

describe('A written row becomes what is understood of it', () => {
  it('reads each field with the rule of its kind', () => {
    const { understood, problems } = read({
      familyName: 'Каирбеков',
      givenName: 'Сейткали',
      patronymic: 'Нурмагамбетович',
      birthDate: '__.05.1913',
      birthPlace: 'Акмолинская обл., Кургальджинский р-н',
      conscriptionPlace: '12.08.1941 Кургальджинский РВК, Акмолинская обл.',
      rank: 'кр-ц',
      unit: '1275 сп 387 сд',
      fate: 'убит',
      fateDate: '14.02.1942',
      burialCountry: 'Россия',
      hospital: 'ЭГ № 2446',
      campNumber: '№ 12 345',
      camp: 'Шталаг IV B',
      documentType: 'Донесение о безвозвратных потерях',
    });
    expect(problems).to.deep.equal([]);
    expect(understood).to.deep.include({
      fullName: 'Каирбеков Сейткали Нурмагамбетович',
      sex: 'm',
      rank: 'private',
      unitKeys: ['rr-1275', 'rd-387'],
      fate: 'killed',
      burialCountry: 'RU',
      hospital: 'eg-2446',
      campNumber: '12345',
      camp: 'stalag-4b',
      documentType: 'loss_report',
    });
    expect(understood.birth?.edtf).to.equal('1913-05');
    expect(understood.conscription?.edtf).to.equal('1941-08-12');
    expect(understood.birthPlaceKeys).to.include('obl-akmolinsk');
    expect(understood.conscriptionOfficeKeys).to.include('obl-akmolinsk');
  });

  it('counts an age from the date of the fate, and from the date of the list when the row has none', () => {
    expect(read({ fullName: 'А Б', birthDate: '28 лет', fateDate: '1942' }).understood.birth?.edtf).to.equal(
      '1913/1915',
    );
    const dated = { ...testContext(), asOf: '1943' };
    expect(understandRow({ fullName: 'А Б', birthDate: '28 лет' }, dated).understood.birth?.edtf).to.equal('1914/1916');
    expect(rulesOf({ fullName: 'А Б', birthDate: '28 лет' })).to.deep.equal(['birthDate date.age_needs_date']);
  });

  it('takes a value of the whole list where the row says nothing, and the row where it does', () => {
    const context = { ...testContext(), constants: { burialCountry: 'Германия' } };
    expect(understandRow({ fullName: 'А' }, context).understood.burialCountry).to.equal('DE');
    expect(understandRow({ fullName: 'А', burialCountry: 'Польша' }, context).understood.burialCountry).to.equal('PL');
  });

  it('names what it did not understand by field and rule, and leaves it out', () => {
    const row = {
      familyName: 'Каирбеков',
      sex: 'х',
      birthDate: '32.13.1913',
      rank: 'завхоз',
      fate: 'ъъъ',
      camp: 'где-то',
      burialCountry: 'Нарния',
      burialLatitude: '95,5',
      burialLongitude: 'рядом',
    };
    const { understood, problems } = read(row);
    expect(problems.map(({ field }) => field)).to.have.members([
      'sex',
      'birthDate',
      'rank',
      'fate',
      'camp',
      'burialCountry',
      'burialLatitude',
      'burialLongitude',
    ]);
    expect(problems.every(({ severity, key }) => severity !== 'rejects' && key.startsWith('row.'))).to.equal(true);
    const { sex, birth, rank, fate, camp, burialCountry, latitude, longitude } = understood;
    expect({ sex, birth, rank, fate, camp, burialCountry, latitude, longitude }).to.deep.equal({
      sex: null,
      birth: null,
      rank: null,
      fate: null,
      camp: null,
      burialCountry: null,
      latitude: null,
      longitude: null,
    });
  });

  it('reads coordinates as decimal degrees with dot or comma, or degrees, minutes and seconds', () => {
    const at = (burialLatitude: string) => read({ fullName: 'А', burialLatitude }).understood.latitude;
    expect(at('48,25')).to.equal(48.25);
    expect(at('48.25')).to.equal(48.25);
    expect(at(`48°15'00"N`)).to.equal(48.25);
    expect(at('S 48 15 0')).to.equal(-48.25);
  });

  it('rejects a row that names nobody and a text that is too long', () => {
    const { problems } = read({ birthDate: '1913', givenName: '---', unit: 'с'.repeat(301) });
    const rejected = problems.filter(({ severity }) => severity === 'rejects').map(({ field, rule }) => [field, rule]);
    expect(rejected).to.deep.equal([
      ['unit', 'too_long'],
      ['fullName', 'name.missing'],
    ]);
  });

  it('tells of letters that were lost before the file came', () => {
    expect(rulesOf({ familyName: '?бдірахманов' })).to.deep.equal(['familyName name.lost_letters']);
  });

  it('tells of dates that cannot follow each other', () => {
    const row = { fullName: 'А Б', birthDate: '1945', conscriptionDate: '1944', fateDate: '1943' };
    expect(rulesOf(row).filter((rule) => rule.includes('order.'))).to.have.members([
      'fateDate order.fate_before_birth',
      'fateDate order.fate_before_conscription',
      'conscriptionDate order.conscription_before_birth',
    ]);
  });

  it('holds for a person what cannot be true of a soldier of this war, and nothing that can', () => {
    const held = (row: Parameters<typeof understandRow>[0]) =>
      read({ fullName: 'А Б', ...row })
        .problems.filter(({ severity }) => severity === 'quarantines')
        .map(({ field, rule }) => `${field} ${rule}`);
    expect(held({ birthDate: '1901', fateDate: '1899' })).to.deep.equal([
      'fateDate fate.before_the_war',
      'fateDate order.fate_before_birth',
    ]);
    expect(held({ birthDate: '1950', fateDate: '1942' })).to.deep.equal([
      'birthDate birth.too_late',
      'fateDate order.fate_before_birth',
    ]);
    expect(held({ birthDate: '12.03.1931' })).to.deep.equal(['birthDate birth.too_late']);
    expect(held({ birthDate: '1849' })).to.deep.equal(['birthDate birth.too_early']);
    expect(held({ fateDate: '31.02.1943' })).to.deep.equal(['fateDate date.impossible_day']);
    expect(held({ birthDate: '12.2942' })).to.deep.equal(['birthDate date.year_out_of_range']);
    expect(held({ birthDate: '1920', captureDate: '1919' })).to.deep.equal(['captureDate order.capture_before_birth']);
    expect(held({ birthDate: '1920', conscriptionDate: '1919' })).to.deep.equal([
      'conscriptionDate order.conscription_before_birth',
    ]);
    expect(held({ fateDate: '12.1915' })).to.deep.equal(['fateDate fate.before_the_war']);
    expect(held({ birthDate: '31.12.1930', fateDate: '1942' })).to.deep.equal([]);
    expect(held({ birthDate: '1850', fateDate: '08.1938' })).to.deep.equal([]);
    expect(held({ conscriptionDate: '1943', fateDate: '1942' })).to.deep.equal([]);
    expect(held({ birthDate: 'около 1930', fateDate: '1995', fate: 'умер' })).to.deep.equal([]);
  });

  it('marks fates and papers that hurt as sensitive, and no others', () => {
    expect(read({ fullName: 'А', fate: 'расстрелян' }).sensitive).to.equal(true);
    expect(read({ fullName: 'А', documentType: 'фильтрационная карточка' }).sensitive).to.equal(true);
    expect(read({ fullName: 'А', fate: 'пропал без вести' }).sensitive).to.equal(false);
  });

  it('finds the burial site that a list names', () => {
    const asked: unknown[] = [];
    const siteId: RowContext['siteId'] = (grave) => {
      asked.push(grave);
      return grave.site === 'Zeithain' && grave.country === 'DE' ? 'zeithain' : null;
    };
    const context = { ...testContext(), siteId };
    const row = { fullName: 'А', burialSite: 'Zeithain', burialCountry: 'Deutschland' };
    expect(understandRow(row, context).understood.burialSiteId).to.equal('zeithain');
    expect(understandRow({ ...row, burialCountry: 'Polen' }, context).understood.burialSiteId).to.equal(null);
  });

  it('takes no place of death for a grave', () => {
    const siteId: RowContext['siteId'] = ({ site, place, region }) => site ?? place ?? region ?? null;
    const row = { fullName: 'А', fatePlace: 'Россошки', capturePlace: 'Россошки', movedFrom: 'Россошки' };
    expect(understandRow(row, { ...testContext(), siteId }).understood.burialSiteId).to.equal(null);
  });

  it('never throws, whatever the texts are', () => {
    const texts = fc.dictionary(fc.constantFrom(...ROW_FIELDS), fc.string({ unit: 'grapheme', maxLength: 60 }));
    fc.assert(
      fc.property(texts, (row) => {
        expect(read(row).understood.fullName).to.be.a('string');
      }),
    );
  });
});
