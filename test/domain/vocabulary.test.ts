import { expect } from 'chai';
import { loadVocabulary } from '../../seed/facts.ts';
import { FATE_CODES, FATES, readFate } from '../../server/domain/fate.ts';
import { createVocabulary } from '../../server/domain/vocabulary.ts';

const vocabulary = createVocabulary(loadVocabulary());

describe('the words of the records, explained', () => {
  it('explains an abbreviation in the language of the reader', () => {
    expect(vocabulary.explain('ВПП', 'en')?.text).to.equal('transit point');
    expect(vocabulary.explain('пропал без вести', 'kk')?.text).to.equal('хабарсыз кетті');
    expect(vocabulary.explain('кр-ц', 'ru')?.text).to.equal('красноармеец');
  });

  it('says how sure it is and whether the word hurts', () => {
    expect(vocabulary.explain('дезертировал', 'ru')).to.include({ sensitive: true, confidence: 'unverified' });
  });

  it('explains nothing it does not know', () => {
    expect(vocabulary.explain('абракадабра', 'ru')).to.equal(null);
  });

  it('has the entry that each fate code points to', () => {
    for (const code of FATE_CODES) expect(vocabulary.byId(FATES[code].vocabularyId), code).to.not.equal(null);
  });

  it('marks as sensitive the fates that we keep from the public', () => {
    for (const term of vocabulary.section('fates')) {
      const code = readFate(term.ru[0] ?? '').code;
      if (term.sensitive === true) expect(FATES[code].sensitive, term.ru[0]).to.equal(true);
    }
  });
});
