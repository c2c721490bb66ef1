import { expect } from 'chai';
import { hasName, isRowField, ROW_FIELD_LIMITS, ROW_FIELDS, rowProblems, tidyRow } from '../../server/domain/row.ts';

describe('a row of the contract', () => {
  it('knows its own fields and nothing else', () => {
    expect(isRowField('familyName')).to.equal(true);
    expect(isRowField('password')).to.equal(false);
    expect(isRowField('toString')).to.equal(false);
    expect(ROW_FIELDS).to.have.length(Object.keys(ROW_FIELD_LIMITS).length);
  });

  it('keeps text as written but for outer spaces, and leaves empty and unknown fields out', () => {
    expect(
      tidyRow({ familyName: ' Каирбеков  А. ', givenName: '  ', unknownColumn: 'x', birthDate: 1913 }),
    ).to.deep.equal({
      familyName: 'Каирбеков  А.',
      birthDate: '1913',
    });
  });

  it('refuses a text that is longer than its field, by name', () => {
    const tooLong = 'я'.repeat(ROW_FIELD_LIMITS.familyName + 1);
    expect(rowProblems({ familyName: tooLong })).to.deep.equal([{ field: 'familyName', rule: 'too_long', limit: 120 }]);
    expect(rowProblems({ familyName: tooLong.slice(1) })).to.deep.equal([]);
  });

  it('refuses control characters but not line breaks', () => {
    expect(rowProblems({ notes: 'строка\nвторая' })).to.deep.equal([]);
    expect(rowProblems({ notes: 'а\u0000б' })).to.deep.equal([{ field: 'notes', rule: 'control_character' }]);
  });

  it('is a mention of somebody only if it has some name', () => {
    expect(hasName({ patronymic: 'Сейтұлы' })).to.equal(true);
    expect(hasName({ fullName: ' ', birthDate: '1913' })).to.equal(false);
  });
});
