import { expect } from 'chai';
import { readFate } from '../../server/domain/fate.ts';
import { drawSoldier } from '../../server/domain/soldier.ts';
import { aMention } from '../soldiers/a-mention.ts';
import { readList, saved, table } from './read-list.ts';

const listed = async (header: string[], ...lines: string[][]) =>
  (await readList(saved(table(';', ['ФИО', 'Год рождения', ...header], ...lines), 'utf-8'))).rows;
const dated = async (heading: string) => {
  const [row] = await listed([heading], ['Каирбеков Сейткали', '1913', '12.05.1943']);
  return readFate(row?.fate ?? '').code;
};

describe('A date under a heading of death', () => {
  it('says that he died, in every language lists come in', async () => {
    const headings = ['Дата смерти', 'Дата гибели', 'Қайтыс болған күні', 'Қаза болған күні', 'Date of death'];
    const foreign = ['Todesdatum', 'Data śmierci', 'Dødsdato', 'Дата и место смерти'];
    for (const heading of [...headings, ...foreign]) expect(await dated(heading), heading).to.equal('died');
  });

  it('is no death where the heading leaves open what happened, or tells of something else', async () => {
    const headings = ['Дата выбытия', 'Дата', 'Дата пленения', 'Дата гибели или пропажи без вести'];
    const more = ['Дата освобождения', 'Lost date', 'Date of death or release', 'Хабарсыз кеткен күні'];
    for (const heading of [...headings, ...more]) expect(await dated(heading), heading).to.equal('unknown');
  });

  it('says nothing without a date, and gives way to every word of what became of him', async () => {
    const rows = await listed(
      ['Дата смерти', 'Причина выбытия', 'Примечание'],
      ['Каирбеков Сейткали', '1913', '', '', ''],
      ['Ибраев Мухамед', '1914', 'нет данных', '', ''],
      ['Есимов Касым', '1915', '07.1942', 'пропал без вести', ''],
      ['Бейсенов Асан', '1916', '07.1942', '', 'пропал без вести'],
      ['Омаров Серик', '1917', '03.1944', '', 'плита 4'],
    );
    expect(rows.map(({ fate }) => fate)).to.deep.equal([undefined, undefined, 'пропал без вести', undefined, 'умер']);
  });

  it('stands with the death in what lists and pages show of him', async () => {
    const [row] = await listed(['Дата смерти'], ['Каирбеков Сейткали', '1913', '12.05.1943']);
    const { fate, fateDate } = drawSoldier([aMention(row ?? {})]);
    expect([fate, fateDate?.earliest]).to.deep.equal(['died', '1943-05-12']);
  });
});
