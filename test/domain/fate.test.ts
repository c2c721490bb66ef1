import { expect } from 'chai';
import { FATE_CODES, FATES, type FateCode, fatesAgree, isFateCode, readFate } from '../../server/domain/fate.ts';

const SEEN: Partial<Record<FateCode, string[]>> = {
  killed: [
    'убит',
    'Убита',
    'погиб в бою',
    'погибла',
    'прогиб',
    'убит\r\nубит',
    'қаза тапты',
    'gefallen',
    'poległ',
    'killed in action',
    'пал смертью храбрых',
  ],
  died_of_wounds: [
    'умер от ран',
    'умер от ран6',
    'Умерла от ран',
    'ум. от ран',
    'алған жарақатынан қайтыс болды',
    'zmarł z ran',
    'died of wounds',
  ],
  died_of_illness: ['умер от болезни', 'ум. от бол.', 'умер от тифа', 'аурудан қайтыс болды'],
  died: ['умер', 'zmarł', 'gestorben', 'қайтыс болды'],
  missing: [
    'пропал без вести',
    'проп. б/в',
    'п/б/в',
    'б/в',
    'хабарсыз кетті',
    'vermisst',
    'zaginął bez wieści',
    'не вернулся с боевого задания',
  ],
  captured: ['попал в плен', 'тұтқынға түсті', 'Kriegsgefangener', 'в плену'],
  died_in_captivity: [
    'погиб в плену',
    'умер в плену',
    'умер в шталаге IV B',
    'тұтқында қаза тапты',
    'zmarł w niewoli',
    'gestorben im Lager',
  ],
  captured_released: ['попал в плен (освобожден)', 'освобождён из плена', 'тұтқыннан босатылды'],
  escaped: ['попал в плен (бежал)', 'бежал из плена'],
  left_wounded: ['выбыл по ранению', 'ранен', 'эвакуирован в госпиталь', 'жараланды'],
  left_on_field: ['оставлен на поле боя', 'остался в окружении'],
  executed: ['ВМН', 'ВМН (высшая мера наказания)', 'расстрелян', 'казнен', 'трибунал үкімімен атылды'],
  convicted: ['осужден', 'осужден (заочно)', 'арестован', 'осуждён (реабилитирован)'],
  penal_unit: ['отправлен в штрафную часть'],
  deserted: ['дезертировал', 'әскерден қашты'],
  defected: [
    'перешел на сторону врага',
    'остался на захваченной территории',
    'измена Родине',
    'попал в плен (сотрудничал с врагом)',
  ],
  other_death: [
    'умер по пути в госпиталь',
    'утонул',
    'сгорел в танке',
    'погиб при исполнении служебных обязанностей',
    'умер в санитарном поезде',
  ],
  survived: ['вернулся', 'жив', 'демобилизован', 'вернулся из плена', 'майданнан аман оралды'],
  unknown: ['', ' ', '-', 'неизвестно', 'судьба неизвестна'],
};

describe('the fate of a soldier', () => {
  it('reads the words of the papers into one code', () => {
    for (const [code, texts] of Object.entries(SEEN)) {
      for (const text of texts) expect(readFate(text).code, text).to.equal(code);
    }
  });

  it('is read in Kazakh without Kazakh letters, and takes no Russian name for such a word', () => {
    const written: Record<string, FateCode> = {
      'туткында олди': 'died_in_captivity',
      'туткында каза тапты': 'died_in_captivity',
      'туткынга тусти': 'captured',
      'туткыннан кашып кетти': 'escaped',
      'каза болды': 'killed',
      'хабарсыз кетти': 'missing',
      'жаракатынан кайтыс болды': 'died_of_wounds',
      'тағдыры белгисиз': 'unknown',
    };
    for (const [text, code] of Object.entries(written))
      expect(readFate(text), text).to.include({ code, understood: true });
    const russian: Record<string, FateCode> = {
      'умер, г. Казань': 'died',
      'умер в казахском ауле': 'died',
      'умер в Хабаровске': 'died',
      'в плену, станция Кашира': 'captured',
      'погиб в с. Аманкарагай': 'killed',
      'тұтқында болды': 'captured',
      тұтқындалды: 'captured',
    };
    for (const [text, code] of Object.entries(russian)) expect(readFate(text).code, text).to.equal(code);
    expect(readFate('Казань').understood).to.equal(false);
  });

  /** The texts of each code, as a family reads them; null: no rule knows the text. */
  const expectRead = (texts: readonly (readonly [FateCode | null, readonly string[]])[]): void => {
    for (const [code, written] of texts) {
      for (const text of written) {
        const { code: read, understood } = readFate(text);
        expect(understood ? read : null, text).to.equal(code);
      }
    }
  };

  it('takes a man who was let go for no executed one, and none of the words that end alike', () => {
    expectRead([
      [
        'survived',
        ['әскерден босатылды', 'аскерден босатылды', 'освобождён от воинской службы', 'освобожден по болезни'],
      ],
      ['left_wounded', ['жараланып босатылды', 'ауруханадан босатылды']],
      [null, ['тоқтатылды', 'бөлімі таратылды', 'опатылды', 'жұмыстан босатылды', 'ескерткіш орнатылды']],
      ['executed', ['атылды', 'атылған', 'ату жазасына кесілді', 'высшая мера']],
      ['died', ['умер в Высшей школе']],
    ]);
  });

  it('tells a stay in hospital from an illness, and Tiflis from typhus', () => {
    expectRead([
      ['left_wounded', ['ауруханада емделді', 'ауруханаға жатқызылды', 'ауруханада жатып шықты', 'аурухана']],
      [
        'died_of_illness',
        ['ауру', 'аурудан қайтыс болды', 'сүзектен қайтыс болды', 'тиф', 'умер от брюшного тифа', 'паратиф'],
      ],
      ['died', ['умер в Тифлисе', 'ранен, умер в госпитале', 'ауруханада қайтыс болды', 'қайтыс болған ауруханада']],
      ['died_of_wounds', ['ауруханада жарақатынан қайтыс болды']],
      [null, ['Тифлис']],
    ]);
  });

  it('never reads that somebody did not come back as that he did', () => {
    expectRead([
      ['missing', ['аман оралмады', 'тірі қалмады', 'тірі оралмады', 'аман келмеді', 'тири емес', 'тірі емес']],
      ['missing', ['соғыстан оралмады', 'қайтпады', 'кайтпады', 'соғыстан қайтып келмеді', 'майданнан оралған жоқ']],
      ['missing', ['домой не вернулся', 'живым не возвратился', 'в живых не остался', 'не остался жив']],
      [
        'missing',
        ['did not return', 'never returned', 'did not survive', 'nicht heimgekehrt', 'nie wrócił', 'nie przeżył'],
      ],
      ['missing', ['жаралы болып, оралмады']],
      ['captured', ['попал в плен, не вернулся', 'не вернулся из плена', 'тұтқыннан оралмады']],
      ['killed', ['убит, не вернулся с боевого задания', 'қаза тапты, елге оралмады']],
      ['died', ['нет в живых']],
      ['survived', ['соғыстан оралды', 'майданнан аман келді', 'елге қайтып келді', 'остался в живых', 'przeżył']],
      ['killed', ['Оралдың түбінде қаза тапты']],
      [null, ['майданнан келген хат', 'Аманкелді', 'survived by his wife']],
    ]);
  });

  it('takes a notice of a death for a death, and only the lack of any word for a missing man', () => {
    expectRead([
      ['killed', ['қаза тапты деген хабар келді', 'құрбан болды', 'оққа ұшты']],
      ['died', ['өлді деген хабар келген', 'дүниеден өтті']],
      [
        'missing',
        ['хабар-ошарсыз кетті', 'хабар ошарсыз', 'хабары жоқ', 'хабары болмады', 'хат-хабар келмеді', 'хабар бермеді'],
      ],
      ['missing', ['із-түссіз кетті', 'жоғалып кетті']],
      [null, ['хабар келді', 'ерлікпен соғысты']],
    ]);
  });

  it('takes a black paper that came for a death, and none that did not come', () => {
    expectRead([
      [
        'died',
        ['қара қағаз келді', 'кара кагаз келди', 'Қара қағаз 1943 ж. келген', 'қара қағазы келіпті', 'қарақағаз алдық'],
      ],
      ['died', ['үйге қара қағаз келді', 'пришла похоронка', 'получили похоронку в 1942', 'похоронка пришла']],
      ['missing', ['қара қағаз келді: хабарсыз кетті', 'қара қағаз келмеді', 'қара қағаз келген жоқ']],
      ['killed', ['қара қағаз келді, ерлікпен қаза тапты', 'пришла похоронка: убит под Ржевом']],
      ['died_of_wounds', ['получили похоронку, умер от ран']],
      [null, ['қара қағаз', 'қара қағаз алған жоқ', 'қара қағаз алмадық', 'ақ қағаз келді', 'қара қағазсыз келді']],
      [
        null,
        ['похоронка', 'не пришла похоронка', 'похоронка не пришла', 'похоронку не получили', 'похоронка на брата'],
      ],
    ]);
  });

  it('takes a man who ran on a mine for killed, unless the paper says that he lived or that something else did', () => {
    expectRead([
      ['killed', ['подорвался на мине', 'Подорвалась на мине', 'подорвался', 'подорвался на своей мине 12.03.1943']],
      ['killed', ['погиб, подорвался на мине', 'подорвался на мине у д. Легионово']],
      [
        'left_wounded',
        ['подорвался на мине, ранен', 'подорвался на мине, контужен', 'подорвался, эвакуирован в госпиталь'],
      ],
      ['survived', ['подорвался на мине, остался жив']],
      ['died_of_wounds', ['подорвался на мине, умер от ран']],
      [null, ['подорвался на мине, лишился ноги', 'подорвался на мине, выжил', 'чуть не подорвался', 'не подорвался']],
      [
        null,
        ['танк подорвался на мине', 'подорвалась машина', 'машина подорвалась', 'подорвал мост', 'подорвал здоровье'],
      ],
      [null, ['подорвано здоровье', 'подорвать']],
    ]);
  });

  it('reads no death from a black paper that was false, or that came for another man', () => {
    expectRead([
      [null, ['пришла похоронка, жив', 'пришла похоронка (жив)', 'на него пришла похоронка, а он живой']],
      [
        null,
        [
          'похоронка на брата пришла',
          'пришла похоронка на отца',
          'получили похоронку на сына',
          'похоронка на мать пришла',
        ],
      ],
      [null, ['получили похоронку, оказалось ошибкой', 'ложная похоронка пришла', 'похоронка пришла ошибочно']],
      [null, ['пришла похоронка, потом письмо от него', 'пришла похоронка соседу', 'ПРИШЛА ПОХОРОНКА, ЖИВ']],
      [
        null,
        [
          'қара қағаз ағасына келді',
          'қара қағаз інісіне келді',
          'кара кагаз агасына келди',
          'қара қағаз баласына келді',
        ],
      ],
      [null, ['қара қағаз қате келді', 'әкесінің қара қағазы келді', 'қара қағаз келді, бірақ қате екен']],
      ['survived', ['қара қағаз келді, тірі', 'пришла похоронка, но он вернулся', 'қара қағаз келді, соғыстан қайтты']],
      ['died', ['на него пришла похоронка', 'мать получила похоронку 12 марта 1943 г.', 'қара қағаз үйге келді']],
      ['died', ['оның қара қағазы 1943 жылы наурызда келіпті', 'кара кагазы 1943 жылы кантарда уйине келди']],
    ]);
  });

  it('reads no death from a mine where another, a horse or a tank ran on it, or where more is told of him', () => {
    expectRead([
      [
        null,
        ['подорвался на мине его товарищ', 'подорвался на мине сын', 'брат подорвался', 'Брат подорвался на мине'],
      ],
      [null, ['на мине подорвался его танк', 'трактор подорвался', 'тягач подорвался', 'Конь подорвался на мине']],
      [
        null,
        ['подорвался на мине, ослеп', 'подорвался на мине, остался без обеих ног', 'подорвался на мине, контузия'],
      ],
      [
        null,
        [
          'подорвался на мине, отправлен в медсанбат',
          'подорвался, лежал в медсанбате',
          'подорвался на мине, был спасён',
        ],
      ],
      [null, ['подорвался на мине под Ржевом, был спасён', 'под Ржевом Брат подорвался на мине']],
      [
        null,
        ['ПОДОРВАЛСЯ НА МИНЕ ТАНК', 'Подорвался На Мине Под Танком', 'подорвался на мине в МСБ', 'подорвался с братом'],
      ],
      [
        'killed',
        [
          'подорвался на минном поле',
          'на противотанковой мине подорвался',
          'подорвался на минах в г. Ржев 01.02.44 г., насмерть',
        ],
      ],
      ['killed', ['подорвался при разминировании 12 марта 1944 г.', 'подорвался на мине в районе высоты 205,4']],
      [
        'killed',
        ['ст. сержант Иванов подорвался на мине под Ржевом', 'Иванов И. И. подорвался на мине в июле 1943 года'],
      ],
      [
        'killed',
        ['ПОДОРВАЛСЯ НА МИНЕ У Д. ЛЕГИОНОВО', 'подорвался на мине близ д. Малое Кропотово Калининской области'],
      ],
    ]);
  });

  it('reads no fate out of the name of a village', () => {
    expectRead([
      ['killed', ['убит в д. Власово', 'убит у д. Легионово', 'погиб у д. Пленково', 'убит под Плёнкино']],
      ['killed', ['убит, х. Арестово', 'убит, д. Пропалово', 'УБИТ У Д. ВЛАСОВО', 'погиб, похоронен в деревне Лагерь']],
      ['killed', ['Власово ауылында қаза тапты']],
      ['died_of_wounds', ['умер от ран у х. Арестово']],
      ['died_in_captivity', ['умер в шталаге у г. Власово']],
      ['missing', ['без вести пропал под Харьковом', 'Пропал Без Вести', 'п. Без вести']],
      ['convicted', ['Попал под Трибунал']],
      ['defected', ['служил у Власова', 'власовец', 'легионер']],
      [null, ['д. Власово', 'Легионово', 'Арестово']],
    ]);
  });

  it('reads no fate out of a part of another word', () => {
    expectRead([
      [
        null,
        ['упал с лошади', 'попал под поезд', 'выпал из вагона', 'Лопатино', 'лопата', 'Семипалатинск', 'Пленарный'],
      ],
      [null, ['Усик', 'Усиков', 'экран.', 'Таран.', 'шум.', 'Дум.', 'сохранен', 'heart defect', 'Наварино']],
      ['killed', ['погиб в наступлении', 'погиб при отступлении', 'убит на укреплении', 'пал', 'пала', 'павший']],
      ['killed', ['погиб в бою с немцами', 'служил честно, погиб в бою с противником', 'убит предателем']],
      ['killed', ['перешел в наступление, убит противником', 'gefallen im Ruhrgebiet']],
      ['died', ['ум. 1942', 'died in the desert']],
      ['left_wounded', ['ран.', 'тяж. ран.', 'үсік шалды', 'усик шалды']],
      ['captured', ['военнопленный', 'пленён', 'w niewoli']],
    ]);
  });

  it('keeps the text as written', () => {
    expect(readFate('умер от ран6').text).to.equal('умер от ран6');
  });

  it('says when it did not understand, instead of guessing', () => {
    expect(readFate('выбыл')).to.include({ code: 'unknown', understood: false });
    expect(readFate('')).to.include({ code: 'unknown', understood: true });
  });

  it('marks every fate that hurts as sensitive and no other', () => {
    const sensitive = FATE_CODES.filter((code) => FATES[code].sensitive);
    expect(sensitive).to.have.members(['executed', 'convicted', 'penal_unit', 'deserted', 'defected', 'suicide']);
    expect(readFate('ВМН').sensitive).to.equal(true);
    expect(readFate('убит').sensitive).to.equal(false);
  });

  it('knows which fates are certain death and which leave hope', () => {
    expect(readFate('умер от ран').outcome).to.equal('dead');
    expect(readFate('пропал без вести').outcome).to.equal('open');
    expect(readFate('демобилизован').outcome).to.equal('alive');
  });

  it('lets "missing" go with "died in captivity", but not "killed" with "came home"', () => {
    expect(fatesAgree('missing', 'died_in_captivity')).to.equal('compatible');
    expect(fatesAgree('killed', 'died_of_wounds')).to.equal('differ');
    expect(fatesAgree('killed', 'died')).to.equal('compatible');
    expect(fatesAgree('survived', 'died')).to.equal('contradict');
    expect(fatesAgree('killed', 'survived')).to.equal('contradict');
    expect(fatesAgree('killed', 'killed')).to.equal('same');
    expect(fatesAgree('unknown', 'killed')).to.equal('unknown');
  });

  it('tells a code from another text', () => {
    expect(isFateCode('killed')).to.equal(true);
    expect(isFateCode('constructor')).to.equal(false);
  });
});
