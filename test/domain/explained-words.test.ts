import { expect } from 'chai';
import { explainedMessages } from '../../client/messages/explained.ts';
import { EXPLAINED_WORDS, explainedIn } from '../../server/domain/explained-words.ts';
import type { RowField } from '../../server/domain/row.ts';

describe('words of the records that are explained where they stand', () => {
  const cases: [RowField | 'documentType', string, string[]][] = [
    ['conscriptionPlace', 'Кургальджинский РВК, Акмолинская обл.', ['rvk']],
    ['conscriptionPlace', 'Акмолинским райвоенкоматом', ['rvk']],
    ['unit', '1275 сп 387 сд', ['rifle']],
    ['unit', '8 гв. сд', ['rifle', 'guards']],
    ['fate', 'пропал без вести', ['missing']],
    ['fate', 'хабарсыз кетті', ['missing']],
    ['fate', 'выбыл по ранению', ['left']],
    ['camp', 'Шталаг IV B', ['stalag']],
    ['camp', 'Stalag 304 (IV H)', ['stalag']],
    ['camp', 'Dulag 205', ['dulag']],
    ['nationality', 'Kirgise', ['kirgise']],
    ['hospital', 'ЭГ 2446', ['hospital']],
    ['birthPlace', 'Акмолинская обл., аул № 5', ['aul']],
    ['documentType', 'post_war_loss_list', ['post_war_loss_list']],
  ];
  for (const [field, value, expected] of cases) {
    it(`${value}: ${expected.join(', ')}`, () => {
      expect(explainedIn(field, value).map(({ id }) => id)).to.deep.equal(expected);
    });
  }

  it('are shown as the record writes them', () => {
    expect(explainedIn('conscriptionPlace', 'Ленинский ГВК')).to.deep.equal([{ id: 'rvk', word: 'ГВК' }]);
  });

  it('are not found inside other words, nor where they would mean something else', () => {
    expect(explainedIn('birthPlace', 'Спасское, Судский р-н')).to.deep.equal([]);
    expect(explainedIn('birthPlace', 'колхоз Сп. Восток')).to.deep.equal([]);
  });

  it('each have an explanation and a name in the messages', () => {
    for (const { id } of EXPLAINED_WORDS) expect(explainedMessages).to.include.keys(`word.${id}`, `word.${id}.name`);
  });
});
