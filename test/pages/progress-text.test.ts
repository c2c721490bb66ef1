import { expect } from 'chai';
import { progressMessages } from '../../client/messages/progress.ts';
import { translator } from '../../client/messages/translate.ts';
import { doneText, leftText } from '../../client/parts/progress-text.ts';

describe('How far a job is', () => {
  const said = (language: 'kk' | 'ru' | 'en', secondsLeft: number | null) =>
    leftText(translator(progressMessages, language), { done: 1, total: null, perSecond: null, secondsLeft });

  it('is told in whole minutes, rounded up, and in hours where minutes say nothing', () => {
    expect([0, 59, 60, 61, 5399, 5400, 7201].map((left) => said('en', left))).to.deep.equal([
      'less than a minute left',
      'less than a minute left',
      'about 1 minute left',
      'about 2 minutes left',
      'about 90 minutes left',
      'about 2 hours left',
      'about 3 hours left',
    ]);
    expect(said('ru', 1260)).to.equal('осталось около 21 минуты');
    expect(said('kk', 120)).to.equal('шамамен 2 минут қалды');
  });

  it('promises nothing before there is something to measure', () => {
    expect(said('ru', null)).to.equal('');
    const say = translator(progressMessages, 'ru');
    expect(doneText(say, { done: 3, total: null, perSecond: null, secondsLeft: null })).to.equal('Обработано строк: 3');
    expect(doneText(say, { done: 3, total: 9, perSecond: 2.4, secondsLeft: 3 })).to.equal(
      'Обработано строк: 3 из 9, 2 строки в секунду',
    );
  });
});
