import { expect } from 'chai';
import { loadVocabulary } from '../../seed/facts.ts';
import { rankDistance, readRank } from '../../server/domain/rank.ts';

describe('a rank', () => {
  it('is one for красноармеец and рядовой, in every abbreviation and language', () => {
    const privates =
      'красноармеец|Рядовой|кр-ц|к-ц|ряд.|боец|қызыләскер|қатардағы жауынгер|Soldat|szer.|szeregowy|Red Army man|гв. кр-ц';
    for (const text of privates.split('|'))
      expect(readRank(text), text).to.include({ code: 'private', group: 'private' });
  });

  it('is read in Kazakh with Kazakh letters or the Russian ones that stand for them', () => {
    const written: Record<string, string> = {
      private: 'қызыл әскер|кызыл аскер|қызыл армияшы|кызыл армияшы|катардагы жауынгер',
      junior_sergeant: 'кіші сержант|киши сержант|кiшi сержант',
      senior_lieutenant: 'ага лейтенант',
      doctor_3: '3-рангти аскери даригер',
    };
    for (const [code, texts] of Object.entries(written))
      for (const text of texts.split('|')) expect(readRank(text).code, text).to.equal(code);
  });

  it('keeps junior, plain and senior apart', () => {
    expect(readRank('мл. с-т').code).to.equal('junior_sergeant');
    expect(readRank('сержант').code).to.equal('sergeant');
    expect(readRank('ст. с-т').code).to.equal('senior_sergeant');
    expect(readRank('аға лейтенант').code).to.equal('senior_lieutenant');
    expect(readRank('подполковник').code).to.equal('lt_colonel');
    expect(readRank('генерал-майор').group).to.equal('general');
  });

  it('notes Guards beside the rank', () => {
    expect(readRank('гв. ст. с-т')).to.include({ code: 'senior_sergeant', guards: true });
    expect(readRank('гвардии рядовой')).to.include({ code: 'private', guards: true });
    expect(readRank('рядовой').guards).to.equal(false);
  });

  it('knows navy ranks that share words with the army’s', () => {
    expect(readRank('капитан 3 ранга')).to.include({ code: 'captain_3', navy: true, grade: 12 });
    expect(readRank('капитан')).to.include({ code: 'captain', navy: false, grade: 11 });
    expect(readRank('старшина 2-й статьи')).to.include({ code: 'petty_officer_2', grade: 4 });
    expect(readRank('ст. кр-фл.')).to.include({ code: 'senior_red_navy_man', group: 'private' });
  });

  it('knows the ranks that ended in 1942 and 1943, at the level they were equal to', () => {
    expect(readRank('политрук')).to.include({ group: 'political', grade: readRank('старший лейтенант').grade });
    expect(readRank('военврач 3 ранга').grade).to.equal(readRank('капитан').grade);
    expect(readRank('3-рангті әскери дәрігер').code).to.equal('doctor_3');
    expect(readRank('техник-интендант 2 ранга').grade).to.equal(readRank('лейтенант').grade);
    expect(readRank('лейтенант госбезопасности').grade).to.equal(readRank('капитан').grade);
  });

  it('takes no duty for a rank', () => {
    for (const text of ['командир взвода', 'наводчик', 'санинструктор', '']) {
      expect(readRank(text), text).to.include({ code: null, group: null, grade: null });
    }
  });

  it('understands every Russian rank of the vocabulary, though not always down to the code', () => {
    const ranks = loadVocabulary().filter((term) => term.id.startsWith('ranks_'));
    for (const term of ranks) expect(readRank(term.ru[0] ?? '').group, term.ru[0]).to.not.equal(null);
  });

  it('measures how far two ranks lie apart', () => {
    expect(rankDistance(readRank('рядовой'), readRank('ефрейтор'))).to.equal(1);
    expect(rankDistance(readRank('рядовой'), readRank('повар'))).to.equal(null);
  });
});
