import { expect } from 'chai';
import { createScanFinder, scanNamesOf } from '../../server/domain/imports/scan-names.ts';

describe('The names of scans in a list', () => {
  it('are several in one cell, and a comma belongs to a name where it parts no endings', () => {
    expect(scanNamesOf('12.jpg; 12 об.jpg')).to.deep.equal(['12.jpg', '12 об.jpg']);
    expect(scanNamesOf('12.jpg, 13.jpg')).to.deep.equal(['12.jpg', '13.jpg']);
    expect(scanNamesOf('Иванов, Иван.jpg')).to.deep.equal(['Иванов, Иван.jpg']);
    expect(scanNamesOf('')).to.deep.equal([]);
  });

  it('are found by path, by its end and without the ending, and doubtful ones are not guessed', () => {
    const find = createScanFinder([
      { pack: 'new', names: ['a/1.jpg', 'b/1.jpg', 'b/2.jpg'] },
      { pack: 'old', names: ['3.pdf', '2.jpg'] },
    ]);
    expect(find('B/1.JPG')).to.deep.equal({ pack: 'new', name: 'b/1.jpg' });
    expect(find('b\\1.jpg')).to.deep.equal({ pack: 'new', name: 'b/1.jpg' });
    expect(find('1.jpg')).to.equal('ambiguous');
    expect(find('2')).to.deep.equal({ pack: 'new', name: 'b/2.jpg' });
    expect(find('3')).to.deep.equal({ pack: 'old', name: '3.pdf' });
    expect(find('4.jpg')).to.equal('missing');
  });

  it('are not those of another folder, nor of another ending, than the row writes', () => {
    const find = createScanFinder([{ pack: 'p', names: ['1943/12.jpg', 'скан/1944/13.jpg'] }]);
    expect(find('1942/12.jpg')).to.equal('missing');
    expect(find('1942/12')).to.equal('missing');
    expect(find('12.pdf')).to.equal('missing');
    expect(find('43/12.jpg')).to.equal('missing');
    expect(find('1943\\12.JPG')).to.deep.equal({ pack: 'p', name: '1943/12.jpg' });
    expect(find('1944/13')).to.deep.equal({ pack: 'p', name: 'скан/1944/13.jpg' });
    expect(find('13')).to.deep.equal({ pack: 'p', name: 'скан/1944/13.jpg' });
  });
});
