import { expect } from 'chai';
import { kazakhInLatin, kazakhInRussian, russianInLatin } from '../../../server/domain/names/name-letters.ts';

describe('a name letter by letter', () => {
  it('in the Kazakh Latin alphabet of 2021', () => {
    expect(kazakhInLatin('Қайырбеков Жақсылық Мырзағұлұлы')).to.equal('Qaiyrbekov Jaqsylyq Myrzağūlūly');
    expect(kazakhInLatin('Әлия Өтеген Үміт Іңкәр Һ')).to.equal('Äliia Ötegen Ümıt Iñkär H');
  });

  it('as a passport writes Russian', () => {
    expect(russianInLatin('Жаксылык Щербаков')).to.equal('Zhaksylyk Shcherbakov');
  });

  it('in Russian letters, keeping every letter Russian has', () => {
    expect(kazakhInRussian('Қайырбеков Сейітқали')).to.equal('Кайырбеков Сейиткали');
  });

  it('leaves what is no letter of the alphabet as it is', () => {
    expect(kazakhInLatin('Бек-Али Ж. 2')).to.equal('Bek-Ali J. 2');
  });
});
