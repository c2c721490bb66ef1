import type { MessageTable } from './translate.ts';

/** Deciding at the desk, and what a second person says of a decision. */
export const deskDecisionMessages = {
  'decide.title': { kk: 'Шешіміңіз', ru: 'Ваше решение', en: 'Your decision' },
  'decide.reason': { kk: 'Неге (міндетті)', ru: 'Почему (обязательно)', en: 'Why (required)' },
  'decide.level': { kk: 'Дәлел деңгейі', ru: 'Уровень доказательств', en: 'Level of evidence' },
  'decide.levelA': {
    kk: 'A: құжаттар тізбегімен дәлелденген',
    ru: 'A: доказано цепочкой документов',
    en: 'A: proven by a chain of documents',
  },
  'decide.levelB': { kk: 'B: ықтимал', ru: 'B: вероятно', en: 'B: probable' },
  'decide.levelC': { kk: 'C: мүмкін', ru: 'C: возможно', en: 'C: possible' },
  'decide.same': { kk: 'Сол адам', ru: 'Тот же человек', en: 'The same man' },
  'decide.different': { kk: 'Басқа адам', ru: 'Другой', en: 'Another man' },
  'decide.unsure': { kk: 'Шеше алмаймын', ru: 'Не могу решить', en: 'I cannot decide' },
  'decide.secondPerson': {
    kk: 'A және B деңгейлерін екінші адам растайды: сол үшін өтініш кезекке өзі қайтады. Шешімді қайтарып алуға болады.',
    ru: 'Уровни A и B подтверждает второй человек: для этого запрос сам вернётся в очередь. Решение можно отозвать.',
    en: 'Levels A and B are confirmed by a second person: the request then goes back to the queue by itself. A decision can be withdrawn.',
  },
  'decide.claimFirst': {
    kk: 'Шешу үшін өтінішті өзіңізге алыңыз.',
    ru: 'Чтобы решать, возьмите запрос себе.',
    en: 'Take the request to decide.',
  },
  'decide.saved': { kk: 'Шешім сақталды.', ru: 'Решение сохранено.', en: 'The decision is saved.' },
  'decide.savedSecond': {
    kk: 'Шешім сақталды. Өтініш екінші адамды күтеді.',
    ru: 'Решение сохранено. Запрос ждёт второго человека.',
    en: 'The decision is saved. The request waits for a second person.',
  },
  'decide.confirmedNow': { kk: 'Шешім расталды.', ru: 'Решение подтверждено.', en: 'The decision is confirmed.' },
  'decide.withdrawnNow': { kk: 'Шешім қайтарып алынды.', ru: 'Решение отозвано.', en: 'The decision is withdrawn.' },
  'decide.nothingToWithdraw': {
    kk: 'Қайтарып алатын өз шешіміңіз жоқ.',
    ru: 'У вас нет решения, которое можно отозвать.',
    en: 'You have no decision to withdraw.',
  },
  'decide.evidenceThen': {
    kk: 'Шешім кезіндегі дәлелдер',
    ru: 'Свидетельства на момент решения',
    en: 'The evidence at that moment',
  },
  'decide.compareNow': {
    kk: 'Қазіргі деректермен салыстыру',
    ru: 'Сравнить по нынешним данным',
    en: 'Compare as the data are now',
  },
  'decide.own': {
    kk: 'Өз шешіміңізді басқа адам растауы керек.',
    ru: 'Ваше решение должен подтвердить другой человек.',
    en: 'Your decision has to be confirmed by somebody else.',
  },
  'decide.made': { kk: 'Қабылданған шешімдер', ru: 'Принятые решения', en: 'Decisions made' },
  'decide.madeDisputed': {
    kk: 'Қабылданған шешімдер: екінші адам келіспеді',
    ru: 'Принятые решения: второй человек не согласился',
    en: 'Decisions made: the second person did not agree',
  },
  'decide.disputed': {
    kk: 'Екінші адам шешіммен келіспеді: «{reason}»',
    ru: 'Второй человек не согласился с решением: «{reason}»',
    en: 'The second person did not agree with the decision: “{reason}”',
  },
  'decide.disputedRead': { kk: 'Екі пікірді де оқу', ru: 'Прочитать оба мнения', en: 'Read both views' },
  'doubt.likelier': {
    kk: 'Басқа кандидаттың ықтималдығы жоғары: {name} – {other}, ал мұнікі – {own}.',
    ru: 'Другой кандидат вероятнее: {name} – {other}, а этот – {own}.',
    en: 'Another candidate is likelier: {name} – {other}, and this one – {own}.',
  },
  'doubt.low': {
    kk: 'Бұл кандидаттың ықтималдығы – {own}: «{band}» шегінен төмен.',
    ru: 'Вероятность этого кандидата – {own}: ниже черты «{band}».',
    en: 'The probability of this candidate is {own}: below the line “{band}”.',
  },
  'doubt.levelA': {
    kk: 'A деңгейі – оның сол адам екенін құжаттар дәлелдейді деген сөз. Қай құжаттар?',
    ru: 'Уровень A значит: документы доказывают, что это он. Какие?',
    en: 'Level A means that documents prove it is he. Which ones?',
  },
  'doubt.levelB': {
    kk: 'B деңгейі – оның сол адам болуы ықтимал деген сөз. Бұған не негіз?',
    ru: 'Уровень B значит: это, вероятно, он. Что говорит за него?',
    en: 'Level B means that it is probably he. What speaks for him?',
  },
  'decide.withdrawNote': {
    kk: 'Бұл қорытындыны екі адам бекіткен, отбасы оны оқыған болуы мүмкін. Неге қайтарып алғаныңызды жазыңыз.',
    ru: 'За это заключение отвечают двое, и семья могла его прочитать. Напишите, почему оно отзывается.',
    en: 'Two people answer for this conclusion, and the family may have read it. Write why it is taken back.',
  },
  'decide.withdraw': { kk: 'Шешімді қайтарып алу', ru: 'Отозвать решение', en: 'Withdraw the decision' },
  'decide.confirm': { kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' },
  'decide.object': { kk: 'Келіспеймін', ru: 'Не могу согласиться', en: 'I do not agree' },
  'decide.objectNote': {
    kk: 'Бұл шешім қорытынды болмайды, өтініш кезекке қайтады. Екі пікір де осы жерде қалады, шешім қабылдаған адам өз бетінде көреді.',
    ru: 'Решение не станет заключением, запрос вернётся в очередь. Оба мнения останутся здесь; тот, кто решил, увидит это на своей главной странице.',
    en: 'The decision does not become a conclusion, and the request goes back to the queue. Both views stay here; whoever decided sees it on her home.',
  },
  'decide.objectedNow': {
    kk: 'Қарсылығыңыз жазылды.',
    ru: 'Ваше несогласие записано.',
    en: 'Your objection is written down.',
  },
  'decide.objected': {
    kk: 'Келіспеді: {who}, {when}',
    ru: 'Несогласие: {who}, {when}',
    en: 'Not agreed: {who}, {when}',
  },
  'decide.objectionBack': { kk: 'Қарсылығымды қайтарып алу', ru: 'Отозвать несогласие', en: 'Take my objection back' },
  'decide.objectionBackNow': {
    kk: 'Қарсылығыңыз қайтарылды: шешім екінші адамды қайта күтеді.',
    ru: 'Несогласие отозвано: решение снова ждёт второго человека.',
    en: 'Your objection is taken back: the decision waits for a second person again.',
  },
  'decide.objectionGone': {
    kk: '{when} қайтарып алды.',
    ru: 'Отозвано {when}.',
    en: 'Taken back {when}.',
  },
  'decide.objectedState': {
    kk: 'екінші адам келіспеді',
    ru: 'второй человек не согласился',
    en: 'the second person did not agree',
  },
  'decide.confirmed': {
    kk: 'екінші адам растады',
    ru: 'подтверждено вторым человеком',
    en: 'confirmed by a second person',
  },
  'decide.waitsConfirm': {
    kk: 'екінші адамның растауын күтеді',
    ru: 'ждёт подтверждения второго человека',
    en: 'waits for a second person',
  },
  'decide.withdrawnState': {
    kk: '{who} қайтарып алды, {when}',
    ru: 'отозвано: {who}, {when}',
    en: 'withdrawn by {who}, {when}',
  },
} as const satisfies MessageTable;
