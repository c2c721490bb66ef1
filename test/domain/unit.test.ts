import { expect } from 'chai';
import { parseUnit, unitOfKey } from '../../server/domain/unit.ts';

function expectKeys(units: Record<string, string>): void {
  for (const [text, keys] of Object.entries(units)) expect(parseUnit(text).keys.join(' '), text).to.equal(keys);
}

describe('a unit text', () => {
  it('gives the same keys whatever the order and the spelling', () => {
    expectKeys({
      '282 сд 876 сп': 'rr-876 rd-282',
      '876 сп 282 сд': 'rr-876 rd-282',
      'сд 282 сп 876': 'rr-876 rd-282',
      '876СП,282СД': 'rr-876 rd-282',
      '876-й стрелковый полк 282-й стрелковой дивизии': 'rr-876 rd-282',
      '282 стр. див. 876 стр. полк': 'rr-876 rd-282',
      '876-атқыштар полкі, 282-атқыштар дивизиясы': 'rr-876 rd-282',
      '876 pp 282 DP': 'rr-876 rd-282',
      '876th Rifle Regiment, 282nd Rifle Division': 'rr-876 rd-282',
      'Schützenregiment 876': 'rr-876',
    });
  });

  it('reads artillery, cavalry, brigades, armies and rear units', () => {
    expectKeys({
      '422 ап 157 сд': 'ar-422 rd-157',
      '467 кап': 'car-467',
      '106 кд 288 кп': 'cr-288 cd-106',
      '106-қазақ ұлттық атты әскер дивизиясы': 'cd-106',
      '100-я отдельная казахская стрелковая бригада': 'rb-100',
      '75 омсбр': 'nrb-75',
      '3 уд. А': 'sha-3',
      '157 азсп': 'resr-157',
      'ППС 1530': 'fpo-1530',
      'в/ч 12345': 'mil-12345',
      '1 отд. полк связи': 'sgr-1',
    });
  });

  it('sorts regiment, division, army and front into their places', () => {
    const unit = parseUnit('скф 276 сд 44 А');
    expect(unit.division).to.include({ key: 'rd-276', number: 276, guards: false });
    expect(unit.army?.number).to.equal(44);
    expect(unit.front).to.equal('north-caucasian');
    expect(unit.regiment).to.equal(null);
    expect(parseUnit('655 сп 404 сд крымф').front).to.equal('crimean');
  });

  it('keeps a Guards unit apart from the other of the same number', () => {
    expectKeys({
      '8 гв. сд': 'grd-8',
      'гв. 8 сд': 'grd-8',
      '30 гв сп 8 гв сд': 'grr-30 grd-8',
      '8-я гвардейская стрелковая дивизия имени И. В. Панфилова': 'grd-8',
      '8 сд': 'rd-8',
    });
  });

  it('takes no year and no number of an honorary name for a unit', () => {
    expectKeys({ '1077 сп 1941 г.': 'rr-1077', '23 сп имени 28 героев': 'rr-23' });
  });

  it('gives no keys where no unit is named, and keeps the text', () => {
    const unit = parseUnit('Брестская крепость');
    expect(unit).to.include({ text: 'Брестская крепость', division: null });
    expect(unit.keys).to.deep.equal([]);
    expect(parseUnit('').keys).to.deep.equal([]);
  });

  it('reads its own keys back', () => {
    expect(unitOfKey('grd-8')).to.deep.equal({ kind: 'rd', number: 8, guards: true });
    expect(unitOfKey('rr-1075')).to.deep.equal({ kind: 'rr', number: 1075, guards: false });
    expect(unitOfKey('gmr-7')).to.deep.equal({ kind: 'mr', number: 7, guards: true });
    expect(unitOfKey('zz-7')).to.equal(null);
    expect(unitOfKey('8')).to.equal(null);
  });
});
