import { expect } from 'chai';
import { readHospital } from '../../server/domain/hospital.ts';

describe('a hospital as written', () => {
  it('has the same key in every spelling', () => {
    for (const text of ['ЭГ 2446', 'эг №2446', 'эвакогоспиталь № 2446', '2446 ЭГ', 'ЭГ-2446, г. Петропавловск']) {
      expect(readHospital(text)?.key, text).to.equal('eg-2446');
    }
    expect(readHospital('ППГ 123')?.key).to.equal('ppg-123');
    expect(readHospital('ХППГ-5')?.key).to.equal('ppg-5');
    expect(readHospital('104 медсанбат')?.key).to.equal('msb-104');
  });

  it('has no key without a number', () => {
    expect(readHospital('госпиталь в г. Шуя')).to.include({ kind: 'hospital', key: null });
  });

  it('is none where the text names none', () => {
    expect(readHospital('г. Петропавловск')).to.equal(null);
    expect(readHospital('')).to.equal(null);
  });
});
