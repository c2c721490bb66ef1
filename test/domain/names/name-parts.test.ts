import { expect } from 'chai';
import { MAX_PARTS, nameParts, nameWords } from '../../../server/domain/names/name-parts.ts';

const roles = (name: string): string[] => nameParts(name).map(({ text, role }) => `${text}: ${role}`);

describe('The parts of a name', () => {
  it('are told by their endings, whatever the order', () => {
    expect(roles('Каирбеков Сейткали Нурмагамбетович')).to.deep.equal([
      'Каирбеков: family',
      'Сейткали: given',
      'Нурмагамбетович: patronymic',
    ]);
    expect(roles('Сейткали Нурмагамбетович Каирбеков')).to.deep.equal([
      'Сейткали: given',
      'Нурмагамбетович: patronymic',
      'Каирбеков: family',
    ]);
    expect(roles('Сейітқали Нұрмағамбетұлы Қайырбеков')).to.deep.equal([
      'Сейітқали: given',
      'Нұрмағамбетұлы: patronymic',
      'Қайырбеков: family',
    ]);
  });

  it('are what the columns of a list say, where it has columns', () => {
    const parts = nameParts({ full: 'Ахмет Болат', familyName: 'Ахмет', givenName: 'Болат' });
    expect(parts.map(({ role }) => role)).to.deep.equal(['family', 'given']);
  });

  it('stay unknown where nothing tells: either word may be either', () => {
    expect(roles('Болат Серік')).to.deep.equal(['Болат: unknown', 'Серік: unknown']);
    expect(roles('Каирбеков')).to.deep.equal(['Каирбеков: family']);
  });

  it('may be initials: the first of the given name, the second of the patronymic', () => {
    for (const name of ['Каирбеков С.Н.', 'Каирбеков С. Н.', 'Каирбеков С Н']) {
      const parts = nameParts(name);
      expect(
        parts.map(({ role, initial }) => [role, initial]),
        name,
      ).to.deep.equal([
        ['family', false],
        ['given', true],
        ['patronymic', true],
      ]);
    }
  });

  it('take a mark of descent to the word before it', () => {
    expect(roles('Абдуллаев Ровнаг Ибрагим оглы')).to.deep.equal([
      'Абдуллаев: family',
      'Ровнаг: given',
      'Ибрагим оглы: patronymic',
    ]);
    expect(nameParts('Каирбеков Сейткали Нурмагамбет улы')[2]?.readings[0]?.ending).to.equal('uly');
  });

  it('close a hyphen inside a name, and part a double surname', () => {
    expect(nameWords('Куаныш-Баев Нур-Али')).to.deep.equal(['КуанышБаев', 'НурАли']);
    expect(nameWords('Иванов-Петров Иван')).to.deep.equal(['Иванов', 'Петров', 'Иван']);
  });

  it('leave out what has no letters', () => {
    expect(nameWords('Ахметов (1913) — №12, Болат; 🙂')).to.deep.equal(['Ахметов', 'Болат']);
    expect(nameParts('1941 12/7 …')).to.deep.equal([]);
  });

  it('are no more than a name can have', () => {
    expect(nameParts('Али '.repeat(2000))).to.have.length(MAX_PARTS);
  });

  it('keep another ending in mind where the written one is damaged', () => {
    const readings = nameParts('Григоровиш')[0]?.readings ?? [];
    expect(readings.map(({ ending }) => ending)).to.include('ovich');
    expect(readings.find(({ ending }) => ending === 'ovich')?.cost).to.be.above(0);
  });
});
