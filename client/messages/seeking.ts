import type { MessageTable } from './translate.ts';

/** "Seeking relatives": the grave is known, the family is not. */
export const seekingMessages = {
  'seeking.title': { kk: 'Туыстарын іздейміз', ru: 'Ищем родных', en: 'Seeking relatives' },
  'seeking.lead': {
    kk: 'Бұл жауынгерлердің қайда жатқаны құжаттарда айтылған, бірақ отбасы бізге әлі жазған жоқ. Тегін, ауылын немесе ауданын танысаңыз, бізге хабарласыңыз.',
    ru: 'Где лежат эти люди, в документах сказано, а их семьи нам ещё не писали. Если вы узнали фамилию, аул или район, напишите нам.',
    en: 'Documents say where these men lie, but their families have not written to us yet. If you know the name, the village or the district, please write.',
  },
  'seeking.total': {
    kk: { one: 'Барлығы {count} адам.', other: 'Барлығы {count} адам.' },
    ru: {
      one: 'Всего {count} человек.',
      few: 'Всего {count} человека.',
      many: 'Всего {count} человек.',
      other: 'Всего {count} человека.',
    },
    en: { one: '{count} person in all.', other: '{count} people in all.' },
  },
  'seeking.everywhere': { kk: 'Барлық облыстар', ru: 'Все области', en: 'All oblasts' },
  'seeking.byOblast': { kk: 'Облыстар бойынша', ru: 'По областям', en: 'By oblast' },
  'seeking.byDistrict': { kk: 'Аудандар бойынша', ru: 'По районам', en: 'By district' },
  'seeking.oblastNote': {
    kk: 'Облыстар мен аудандар – соғыс жылдарындағы атаулары. Құжатта облысы жазылмағандар бұл тізімде жоқ, оларды аты-жөні бойынша іздеңіз.',
    ru: 'Области и районы названы так, как в годы войны. Тех, у кого в документах нет области, ищите по имени.',
    en: 'Oblasts and districts are those of the war years. Whoever has no oblast in his papers is found by name.',
  },
  'seeking.answer': { kk: 'Отбасын білемін', ru: 'Я знаю эту семью', en: 'I know the family' },
  'seeking.none': {
    kk: 'Мұнда әзірге ешкім жоқ.',
    ru: 'Здесь пока никого нет.',
    en: 'There is nobody here so far.',
  },
} as const satisfies MessageTable;
