import { expect } from 'chai';
import {
  archiveKey,
  archiveLabel,
  archiveReferenceOf,
  parseArchiveReference,
} from '../../server/domain/archive-reference.ts';

describe('an archive reference', () => {
  const full = { archive: 'ЦАМО', fond: '58', opis: '818883', delo: '1234', sheet: '12' };

  it('is read from one cell, with and without spaces and words', () => {
    expect(parseArchiveReference('ЦАМО, ф. 58, оп. 818883, д. 1234, л. 12')).to.deep.equal(full);
    expect(parseArchiveReference('ЦАМО фонд 58 опись 818883 дело 1234 лист 12')).to.deep.equal(full);
    expect(parseArchiveReference('Ф.58 Оп.818883 Д.1234')).to.deep.equal({ ...full, archive: null, sheet: null });
    expect(parseArchiveReference('58/818883/1234')).to.deep.equal({ ...full, archive: null, sheet: null });
  });

  it('keeps letters of numbers and the back of a sheet', () => {
    expect(parseArchiveReference('ЦАМО РФ, фонд 58, опись А-71693, дело 1234').opis).to.equal('А-71693');
    expect(parseArchiveReference('ЦАМО ф.33 оп.11458 д.1 л.15 об').sheet).to.equal('15 об');
  });

  it('takes the row’s own cells first', () => {
    expect(
      archiveReferenceOf({ archive: 'ЦАМО', fond: '58', opis: '818883', delo: '1234', sheet: '12' }),
    ).to.deep.equal(full);
    expect(archiveReferenceOf({ archive: 'ЦАМО, ф. 58, оп. 818883, д. 1234', sheet: '12' })).to.deep.equal(full);
  });

  it('reads as one line, and is one key for one file', () => {
    expect(archiveLabel(full)).to.equal('ЦАМО, ф. 58, оп. 818883, д. 1234, л. 12');
    expect(archiveLabel(parseArchiveReference(''))).to.equal('');
    expect(archiveKey(full)).to.equal(archiveKey({ ...full, archive: 'цамо ', sheet: '13' }));
    expect(archiveKey({ ...full, delo: null })).to.equal(null);
  });
});
