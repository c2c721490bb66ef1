import { expect } from 'chai';
import { loadDivisions, loadPlaces } from '../../seed/facts.ts';
import { createDivisions } from '../../server/domain/division.ts';
import { createNameBlocks } from '../../server/domain/matching/name-blocks.ts';
import { createProfileReader } from '../../server/domain/matching/profile-reader.ts';
import { createGazetteer } from '../../server/domain/places/gazetteer.ts';
import type { MentionRow } from '../../server/domain/row.ts';

const MAN: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  patronymic: 'Нурмагамбетович',
  birthDate: '1913',
  birthPlace: 'Актюбинская обл., Хобдинский р-н, с. Булак',
};

const read = createProfileReader(createGazetteer(loadPlaces()), createDivisions(loadDivisions()));

describe('The blocks', () => {
  it('find a man whose surname is written another way, by his other names', () => {
    const blocks = createNameBlocks();
    for (let index = 0; index < 50; index += 1) {
      blocks.add(read(`o${index}`, { familyName: `Омаров${index}`, givenName: 'Али', patronymic: 'Ахметович' }));
    }
    blocks.add(read('man', { familyName: 'Конеев', givenName: 'Сейткали', patronymic: 'Нурмагамбетович' }));
    expect(blocks.find(read('r', MAN), 5)[0]).to.equal(50);
  });
  it('find among many of one name those of his age', () => {
    const blocks = createNameBlocks();
    const common = { familyName: 'Иванов', givenName: 'Иван' };
    for (let index = 0; index < 200; index += 1) {
      blocks.add(read(`o${index}`, { ...common, birthDate: String(1890 + (index % 20)) }));
    }
    blocks.add(read('man', { ...common, birthDate: '1921' }));
    expect(blocks.find(read('r', { ...common, birthDate: '1920' }), 3)).to.include(200);
  });
  it('find a man by his tag number when the name is hopeless', () => {
    const blocks = createNameBlocks();
    blocks.add(read('a', { familyName: 'Оконеев', givenName: 'Ваньга', campNumber: '№ 104329' }));
    expect(blocks.find(read('r', { familyName: 'Апканеев', campNumber: '104329' }), 5)).to.deep.equal([0]);
  });
});
