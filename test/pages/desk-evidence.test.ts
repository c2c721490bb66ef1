import { expect } from 'chai';
import { compareRows, silentKinds, weighedRows } from '../../client/desk/requests/evidence-rows.ts';
import type { Evidence } from '../../client/desk/requests/shapes.ts';
import { waterfall } from '../../client/desk/requests/waterfall.ts';

const evidence = (one: Partial<Evidence> & Pick<Evidence, 'kind'>): Evidence => ({
  score: 1,
  weight: 2,
  reason: { key: `reason.${one.kind}.same`, values: {} },
  requestValue: 'a',
  soldierValue: 'a',
  ...one,
});

const NAME = evidence({
  kind: 'name',
  score: 0.9,
  weight: 9,
  requestValue: 'Қайырбеков Сейітқали',
  soldierValue: 'Каирбеков Ахмет',
  reason: {
    key: 'reason.name.given_differs',
    values: {
      order: 'straight',
      family: 'near',
      familyAsked: 'Қайырбеков',
      familyFound: 'Каирбеков',
      familyBits: '10.5',
      given: 'different',
      givenAsked: 'Сейітқали',
      givenFound: 'Ахмет',
      givenBits: '-6.0',
      patronymic: 'missing',
    },
  },
});

const sum = (rows: { weight: number }[]): number => rows.reduce((total, { weight }) => total + weight, 0);

describe('Evidence on the desk', () => {
  it('lays a name side by side part by part, and leaves out what neither side says', () => {
    expect(compareRows([NAME]).map(({ id, asked, found }) => [id, asked, found])).to.deep.equal([
      ['family', 'Қайырбеков', 'Каирбеков'],
      ['given', 'Сейітқали', 'Ахмет'],
    ]);
  });

  it('says of each part whether it speaks for or against, in sign and word', () => {
    const [family, given] = compareRows([NAME]);
    expect(family?.likeness).to.deep.equal({ sign: 'for', word: 'part.near' });
    expect(given?.likeness).to.deep.equal({ sign: 'against', word: 'part.different' });
  });

  it('tells a place of residence that stands in for a birthplace as what it is, on the side that has no other', () => {
    const reason = { key: 'reason.place.same_village', values: { requestLived: 'yes' } };
    const [row, plain] = compareRows([evidence({ kind: 'birthplace', reason }), evidence({ kind: 'birthplace' })]);
    expect([row?.lived, plain?.lived]).to.deep.equal([
      { asked: true, found: false },
      { asked: false, found: false },
    ]);
  });

  it('keeps the order of the server and leaves out a kind that neither side gives', () => {
    const rows = compareRows([
      NAME,
      evidence({ kind: 'birth_date' }),
      evidence({ kind: 'rank', requestValue: null, soldierValue: null, score: null }),
      evidence({ kind: 'unit', requestValue: null, score: null }),
    ]);
    expect(rows.map(({ id }) => id)).to.deep.equal(['family', 'given', 'birth_date', 'unit']);
  });

  it('shows a name that was kept before its parts were told apart in one line', () => {
    const old = { ...NAME, reason: { key: 'reason.name.same', values: { order: 'straight', family: 'same' } } };
    expect(compareRows([old]).map(({ id }) => id)).to.deep.equal(['name']);
    expect(weighedRows([old])).to.have.length(1);
  });

  it('weighs the parts of a name and what kin and neighbours take away, which together are the name', () => {
    const rows = weighedRows([NAME]);
    expect(rows.map(({ id }) => id)).to.deep.equal(['family', 'given', 'kin']);
    expect(sum(rows)).to.be.closeTo(NAME.weight, 1e-9);
  });

  it('makes no line of a rest that only rounding left', () => {
    const rounded = { ...NAME, weight: 4.6 };
    expect(weighedRows([rounded]).map(({ id }) => id)).to.deep.equal(['family', 'given']);
    expect(sum(weighedRows([rounded]))).to.be.closeTo(4.6, 1e-9);
  });

  it('gives what one side does not say no bar, only a mention', () => {
    const silent = evidence({ kind: 'camp', score: null, weight: 0, requestValue: null });
    expect(weighedRows([NAME, silent]).map(({ id }) => id)).not.to.include('camp');
    expect(silentKinds([NAME, silent])).to.deep.equal(['evidence.camp']);
  });

  it('lets each bar begin where the last one ended, and the last end at the odds of the probability', () => {
    const rows = weighedRows([NAME, evidence({ kind: 'birth_date', weight: 3 })]);
    const { start, steps, end } = waterfall(rows, 0.9);
    let reached = start.to;
    for (const step of steps) {
      expect(step.from).to.be.closeTo(reached, 1e-9);
      reached = step.to;
    }
    expect(reached).to.be.closeTo(end.to, 1e-9);
    expect(end.to).to.be.closeTo(Math.log2(9), 1e-9);
  });
});
