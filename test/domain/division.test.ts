import { expect } from 'chai';
import { loadDivisions } from '../../seed/facts.ts';
import { createDivisions, keysOfDivision, stagesOn } from '../../server/domain/division.ts';

const divisions = createDivisions(loadDivisions());

describe('a division and the units that papers name', () => {
  it('is the 316th up to the day it became Guards, and the 8th Guards after', () => {
    const panfilov = divisions.byId('rd-316');
    expect(panfilov === null ? [] : keysOfDivision(panfilov)).to.deep.equal([
      { key: 'rd-316', from: '1941-07-12', to: '1941-11-17' },
      { key: 'grd-8', from: '1941-11-18', to: null },
    ]);
  });

  it('is found by either number, and says when the date does not fit', () => {
    const match = { divisionId: 'rd-316', by: 'number' };
    expect(divisions.ofUnit('316 сд', '1941-11-10')).to.deep.equal([{ ...match, fitsDate: true }]);
    expect(divisions.ofUnit('8 гв. сд', '1942-05-01')).to.deep.equal([{ ...match, fitsDate: true }]);
    expect(divisions.ofUnit('316 сд', '1943-05-01')).to.deep.equal([{ ...match, fitsDate: false }]);
  });

  it('is not mixed up with another division of the same number', () => {
    expect(divisions.ofUnit('8 сд').map((entry) => entry.divisionId)).to.deep.equal(['rd-8-3']);
    expect(divisions.ofUnit('106 кд').map((entry) => entry.divisionId)).to.deep.equal(['cd-106']);
    expect(divisions.ofUnit('106 сд')).to.deep.equal([]);
  });

  it('is found by its regiment, unless the paper names another division', () => {
    expect(divisions.ofUnit('1075 сп')).to.deep.equal([{ divisionId: 'rd-316', by: 'regiment', fitsDate: true }]);
    expect(divisions.ofUnit('1075 сп 200 сд')).to.deep.equal([]);
  });

  it('does not become the division that took in its remnants', () => {
    expect(divisions.ofUnit('53 сд')).to.deep.equal([]);
  });

  it('gives a search all its numbers', () => {
    expect(divisions.expandKeys(['rd-316', 'rr-1075'])).to.deep.equal(['rd-316', 'rr-1075', 'grd-8']);
    expect(divisions.expandKeys(['rd-999'])).to.deep.equal(['rd-999']);
  });

  it('tells where it was on a day', () => {
    const panfilov = divisions.byId('rd-316');
    const places = panfilov === null ? [] : stagesOn(panfilov, '1941-11-17').map((stage) => stage.place);
    expect(places).to.deep.equal(['Dubosekovo, Matryonino (Moscow oblast)']);
    expect(panfilov === null ? [] : stagesOn(panfilov, '1941-07-20')).to.deep.equal([]);
  });
});
