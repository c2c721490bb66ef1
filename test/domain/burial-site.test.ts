import { expect } from 'chai';
import { countProblems, readCount, readCounts, siteKind } from '../../server/domain/burial-site.ts';

describe('counts of a burial site', () => {
  it('keep what the passport says: a number, at least, about, unknown', () => {
    expect(readCount('1481')).to.deep.equal({ text: '1481', number: 1481, atLeast: false, about: false });
    expect(readCount('более 3000')).to.include({ number: 3000, atLeast: true });
    expect(readCount('около 40 тыс.')).to.include({ number: 40000, about: true });
    expect(readCount('21 668')).to.include({ number: 21668 });
    expect(readCount('9,312')).to.include({ number: 9312 });
    expect(readCount('неизвестно')).to.include({ number: null, atLeast: false });
    expect(readCount('')).to.equal(null);
  });

  it('need not add up, and say where they do not', () => {
    const passport = readCounts({ total: '1481', known: '50', unknown: '1400' });
    expect(countProblems(passport, 82)).to.have.members(['sum', 'more_names_than_known']);
    expect(countProblems(readCounts({ total: '1481', known: '81', unknown: '1400' }), 81)).to.deep.equal([]);
    expect(countProblems(readCounts({ total: '10', known: '12' }), 0)).to.deep.equal(['known_above_total']);
  });

  it('do not disagree when one of them is open', () => {
    expect(countProblems(readCounts({ total: 'более 3000', known: '50', unknown: 'неизвестно' }), 50)).to.deep.equal(
      [],
    );
  });
});

describe('the kind of a burial site', () => {
  it('tells graves from memorials without a grave', () => {
    expect(siteKind('mass grave and memorial')).to.equal('grave');
    expect(siteKind('memorial (name plates)')).to.equal('memorial');
    expect(siteKind('POW camp cemetery (Stalag XI C / 311)')).to.equal('camp_cemetery');
    expect(siteKind('hospital cemetery')).to.equal('hospital_cemetery');
    expect(siteKind('братская могила')).to.equal('grave');
  });
});
