import { expect } from 'chai';
import { readLastLetter } from '../../server/domain/last-letter.ts';

describe('The last letter home', () => {
  const TOLD: [string, string][] = [
    ['Последнее письмо пришло в марте 1943 г.', '1943-03'],
    ['Дед родился в 1912 году. Последнее письмо датировано 12.05.1942, из-под Харькова.', '1942-05-12'],
    ['последняя весточка была осенью, 1942', '1942'],
    ['Соңғы хаты 1942 жылдың мамырында келген екен', '1942-05'],
    ['соңғы хат 1943 жылы келді', '1943'],
    ['His last letter is of 3 May 1944.', '1944-05-03'],
  ];

  it('is read with its date in Russian, Kazakh and English', () => {
    for (const [text, edtf] of TOLD) expect(readLastLetter(text)?.edtf, text).to.equal(edtf);
  });

  it('is not taken from other dates of the story', () => {
    for (const text of [
      'Родился в 1913 году, призван в 1942.',
      'Последнее письмо не сохранилось. Погиб в марте 1943 года, так сказали соседи; точно никто в семье уже не помнит',
      'Последнее письмо бабушка хранила до 1987 года',
      '',
    ]) {
      expect(readLastLetter(text)?.edtf, text).to.equal(undefined);
    }
  });
});
