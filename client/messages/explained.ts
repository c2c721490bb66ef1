import type { MessageTable } from './translate.ts';

/** Words of the records, explained where they stand and together on one page. `.name` is how the word is headed there. */
export const explainedMessages = {
  'explained.title': { kk: 'Құжаттардағы сөздер', ru: 'Слова документов', en: 'Words of the records' },
  'explained.lead': {
    kk: 'Соғыс құжаттары қысқартулармен, сол кездің тілімен жазылған. Мұнда жиі кездесетіндерінің мағынасы берілген.',
    ru: 'Военные документы полны сокращений и слов своего времени. Здесь сказано, что значат самые частые.',
    en: 'War papers are full of abbreviations and of words of their time. Here is what the most frequent ones mean.',
  },
  'explained.what': { kk: '«{word}» деген не?', ru: 'Что значит «{word}»?', en: 'What does “{word}” mean?' },
  'explained.group.fate': { kk: 'Тағдыры туралы', ru: 'О судьбе', en: 'About his fate' },
  'explained.group.service': { kk: 'Қызметі туралы', ru: 'О службе', en: 'About his service' },
  'explained.group.captivity': { kk: 'Тұтқындық туралы', ru: 'О плене', en: 'About captivity' },
  'explained.group.document': { kk: 'Құжаттар туралы', ru: 'О документах', en: 'About the papers' },
  'explained.group.place': {
    kk: 'Жерлер мен қабірлер туралы',
    ru: 'О местах и могилах',
    en: 'About places and graves',
  },

  'word.missing.name': { kk: 'Хабарсыз кетті', ru: 'Пропал без вести', en: 'Missing in action' },
  'word.missing': {
    kk: 'Бөлім жауынгердің қайда екенін білмегенде осылай жазатын: ұрыста қаза тапқан, тұтқынға түскен, қоршауда қалған болуы мүмкін. Соғыстан кейінгі тізімдерде күні көбіне есептеп қойылған: соңғы хаттан бірнеше ай кейін.',
    ru: 'Так писали, когда в части не знали, где боец: он мог погибнуть, попасть в плен, остаться в окружении. В послевоенных списках день чаще всего рассчитан: несколько месяцев после последнего письма.',
    en: 'Written when the unit did not know where the man was: he may have been killed, taken prisoner or left in an encirclement. In post-war lists the day is mostly a calculated one, some months after the last letter.',
  },
  'word.left.name': { kk: 'Шықты (выбыл)', ru: 'Выбыл', en: 'Left the strength (выбыл)' },
  'word.left': {
    kk: 'Бөлім тізімінен шыққанын ғана білдіреді: жараланып госпитальға кеткен, басқа бөлімге ауысқан, хабарсыз кеткен немесе қаза тапқан болуы мүмкін. Өлім туралы хабар емес.',
    ru: 'Значит только, что его больше нет в списках части: ранен и отправлен в госпиталь, переведён, пропал или погиб. Само по себе это не весть о смерти.',
    en: 'Says only that he is no longer on the list of his unit: wounded and sent to hospital, moved to another unit, missing or killed. By itself it is no news of a death.',
  },
  'word.captured.name': { kk: 'Тұтқынға түсті', ru: 'Попал в плен', en: 'Taken prisoner' },
  'word.captured': {
    kk: 'Бұл мәлімет көбіне неміс карточкаларынан немесе тұтқыннан оралғандардың айтуынан белгілі. Кеңес мәлімдемесінде сол адам «хабарсыз кетті» болып қала береді.',
    ru: 'Известно чаще всего из немецких карточек или со слов вернувшихся из плена. В советском донесении тот же человек остаётся «пропавшим без вести».',
    en: 'Known mostly from German cards or from men who came back. In the Soviet report the same man remains “missing in action”.',
  },
  'word.left_on_field.name': { kk: 'Ұрыс даласында қалды', ru: 'Оставлен на поле боя', en: 'Left on the battlefield' },
  'word.left_on_field': {
    kk: 'Бөлім шегінгенде алып шыға алмаған: қаза тапқан не ауыр жараланған деп есептелген. Кейде ол тұтқынға түскен болып шығады.',
    ru: 'Часть отошла и не смогла его вынести: его считали убитым или тяжело раненным. Иногда оказывается, что он попал в плен.',
    en: 'The unit fell back and could not carry him out: he was taken for dead or badly wounded. Sometimes he turns out to have been taken prisoner.',
  },
  'word.labour_army.name': { kk: 'Еңбек армиясы', ru: 'Трудовая армия', en: 'Labour army' },
  'word.labour_army': {
    kk: 'Майданға емес, зауыт, шахта, құрылысқа әскери комиссариат арқылы шақырылғандар. Олар туралы құжаттар әскер мұрағатында емес, көбіне кәсіпорын мен облыс мұрағаттарында.',
    ru: 'Призванные через военкомат не на фронт, а на заводы, шахты и стройки. Документы о них чаще не в военном архиве, а в архивах предприятий и областей.',
    en: 'Men called up not for the front but for factories, mines and building sites. Their papers are mostly not in the army archive but in those of the works and the oblasts.',
  },

  'word.rvk.name': {
    kk: 'РВК, ГВК, ОВК (әскери комиссариат)',
    ru: 'РВК, ГВК, ОВК (военкомат)',
    en: 'Call-up office (“РВК, ГВК, ОВК”)',
  },
  'word.rvk': {
    kk: 'Аудандық, қалалық, облыстық әскери комиссариат: жауынгерді әскерге шақырған мекеме. Ол жауынгердің туған жерімен бірдей болмауы мүмкін.',
    ru: 'Районный, городской, областной военный комиссариат: учреждение, которое призвало солдата. Это не обязательно место, где он родился.',
    en: 'District, town or oblast call-up office: the office that called him up. It need not be the place where he was born.',
  },
  'word.rifle.name': {
    kk: '«сд», «сп», «сбр» деген қысқартулар',
    ru: 'Сокращения «сд», «сп», «сбр»',
    en: 'Rifle units (“сд, сп, сбр”)',
  },
  'word.rifle': {
    kk: '«сд» – атқыштар дивизиясы, «сп» – атқыштар полкі, «сбр» – атқыштар бригадасы. Дивизияда үш атқыштар полкі, шамамен он мың адам болған.',
    ru: '«сд» – стрелковая дивизия, «сп» – стрелковый полк, «сбр» – стрелковая бригада. В дивизии было три стрелковых полка, около десяти тысяч человек.',
    en: '“сд” is a rifle division, “сп” a rifle regiment, “сбр” a rifle brigade. A division had three rifle regiments, about ten thousand men.',
  },
  'word.cavalry.name': {
    kk: '«кд», «кп» деген қысқартулар',
    ru: 'Сокращения «кд», «кп»',
    en: 'Cavalry units (“кд, кп”)',
  },
  'word.cavalry': {
    kk: '«кд» – атты әскер дивизиясы, «кп» – атты әскер полкі.',
    ru: '«кд» – кавалерийская дивизия, «кп» – кавалерийский полк.',
    en: '“кд” is a cavalry division, “кп” a cavalry regiment.',
  },
  'word.guards.name': { kk: 'Гвардиялық', ru: 'Гвардейская', en: 'Guards' },
  'word.guards': {
    kk: 'Ұрыста ерекше көзге түскен бөлімдерге берілген атақ. Бөлім атақпен бірге жаңа нөмір алатын, сондықтан бір дивизия құжаттарда екі нөмірмен кездеседі.',
    ru: 'Звание, которое давали частям за бои. Вместе с ним часть получала новый номер, поэтому одна дивизия стоит в документах под двумя номерами.',
    en: 'A title given to units for their fighting. With it came a new number, so one division stands in the papers under two numbers.',
  },
  'word.red_army_man.name': { kk: 'Қызыләскер', ru: 'Красноармеец', en: 'Red Army man (красноармеец)' },
  'word.red_army_man': {
    kk: 'Қатардағы жауынгердің атағы. Бір адам құжаттарда «қызыләскер» деп те, «қатардағы» деп те жазылады: бұл бір атақ.',
    ru: 'Звание рядового. В одних бумагах человек «красноармеец», в других «рядовой»: это одно и то же.',
    en: 'The rank of a private. One paper says “красноармеец”, another “рядовой”: they are the same.',
  },
  'word.politruk.name': { kk: 'Политрук, комиссар', ru: 'Политрук, комиссар', en: 'Politruk, commissar' },
  'word.politruk': {
    kk: 'Саяси қызметкерлердің атағы, 1942 жылғы қазанға дейін болды. Кейін олар жалпы атақтарға көшірілді, сондықтан бір адамның екі атағы болуы мүмкін.',
    ru: 'Звания политработников, были до октября 1942 года. Потом их перевели на общие звания, поэтому у одного человека их может быть два.',
    en: 'Ranks of political workers, in use until October 1942. Then they were given ordinary ranks, so one man may stand under two.',
  },
  'word.transit.name': { kk: 'ВПП және ЗСП', ru: 'ВПП и ЗСП', en: 'Transit point (“ВПП, ЗСП”)' },
  'word.transit': {
    kk: '«ВПП» – әскери-жөнелту пункті, «ЗСП» – запастағы атқыштар полкі. Шақырылғандар мен госпитальдан шыққандар майданға осылар арқылы жіберілді; тізімінен адамның қай бөлімге кеткенін табуға болады.',
    ru: '«ВПП» – военно-пересыльный пункт, «ЗСП» – запасной стрелковый полк. Через них отправляли на фронт призванных и выписанных из госпиталя; по их спискам видно, в какую часть ушёл человек.',
    en: '“ВПП” is a transit point, “ЗСП” a reserve rifle regiment. Recruits and men out of hospital went to the front through them; their lists show to which unit a man was sent.',
  },
  'word.field_post.name': {
    kk: 'ППС, п/п (дала поштасы)',
    ru: 'ППС, п/п (полевая почта)',
    en: 'ППС, п/п (field post)',
  },
  'word.field_post': {
    kk: 'Майдандағы хаттың мекенжайы. Жарияланған кестелер бойынша нөмірден бөлімді анықтауға болады.',
    ru: 'Адрес письма на фронт. По опубликованным таблицам номер переводят в название части.',
    en: 'The address of a letter to the front. Published tables turn its number into the name of a unit.',
  },
  'word.hospital.name': {
    kk: 'Госпитальдар: ЭГ, ППГ, медсанбат',
    ru: 'Лечебные части: ЭГ, ППГ, медсанбат',
    en: 'Hospitals (“ЭГ, ППГ, медсанбат”)',
  },
  'word.hospital': {
    kk: 'Медсанбат дивизияның өзінде, «ППГ» (жылжымалы дала госпиталі) майдан маңында, «ЭГ» (эвакогоспиталь) тылда болды. Сол жерде қайтыс болғандар көбіне госпиталь зиратына жерленген.',
    ru: 'Медсанбат был при дивизии, «ППГ» (полевой подвижной госпиталь) – у фронта, «ЭГ» (эвакогоспиталь) – в тылу. Умерших чаще всего хоронили на кладбище госпиталя.',
    en: 'A medical battalion (“медсанбат”) belonged to a division, a “ППГ” (mobile field hospital) stood near the front, an “ЭГ” (evacuation hospital) in the rear. The dead were mostly buried in the hospital’s cemetery.',
  },

  'word.stalag.name': { kk: 'Шталаг', ru: 'Шталаг (Stalag)', en: 'Stalag' },
  'word.stalag': {
    kk: 'Қатардағы тұтқындарға арналған неміс лагері. Рим саны – әскери округ, әріп – сол округтегі лагерь: «IV B» – IV округтің B лагері. 300-ден басталатын нөмірлер кеңес тұтқындарына ашылған лагерьлер.',
    ru: 'Немецкий лагерь для рядовых пленных. Римская цифра – военный округ, буква – лагерь в нём: «IV B» – лагерь B в IV округе. Номера от 300 – лагеря, открытые для советских пленных.',
    en: 'A German camp for prisoners of the ranks. The Roman number is the military district, the letter the camp in it: “IV B” is camp B of district IV. Numbers from 300 are camps opened for Soviet prisoners.',
  },
  'word.dulag.name': { kk: 'Дулаг', ru: 'Дулаг (Dulag)', en: 'Dulag' },
  'word.dulag': {
    kk: 'Майдан шебіндегі өткінші лагерь: тұтқындарды осында жинап, шталагтарға айдайтын.',
    ru: 'Пересыльный лагерь у фронта: здесь собирали пленных и гнали дальше, в шталаги.',
    en: 'A transit camp near the front: prisoners were gathered there and driven on to the Stalags.',
  },
  'word.oflag.name': { kk: 'Офлаг', ru: 'Офлаг (Oflag)', en: 'Oflag' },
  'word.oflag': {
    kk: 'Тұтқын офицерлерге арналған неміс лагері.',
    ru: 'Немецкий лагерь для пленных офицеров.',
    en: 'A German camp for captured officers.',
  },
  'word.camp_number.name': { kk: 'Лагерь нөмірі', ru: 'Лагерный номер', en: 'Camp number' },
  'word.camp_number': {
    kk: 'Тұтқынның жетонындағы нөмір. Ол лагерьмен бірге ғана бір адамды білдіреді: басқа лагерьде сол нөмір басқа адамдікі.',
    ru: 'Номер на жетоне пленного. Он указывает на одного человека только вместе с лагерем: в другом лагере такой же номер был у другого.',
    en: 'The number on the prisoner’s tag. It means one man only together with the camp: in another camp the same number was another man’s.',
  },
  'word.kirgise.name': { kk: 'Kirgise, «қырғыз»', ru: 'Kirgise, «киргиз»', en: 'Kirgise (“киргиз”)' },
  'word.kirgise': {
    kk: 'Ол кезде қазақтарды да осылай жазған: орысша құжаттарда 1925 жылға дейін, неміс карточкаларында бүкіл соғыс бойы. Сондықтан бұл сөз қазақ емес дегенді білдірмейді.',
    ru: 'Так тогда записывали и казахов: в русских бумагах до 1925 года, в немецких карточках – всю войну. Это слово не значит, что человек не казах.',
    en: 'Kazakhs were written down so too: in Russian papers until 1925, on German cards all through the war. The word does not mean that he was not a Kazakh.',
  },
  'word.pow_card.name': {
    kk: 'Тұтқын карточкасы (Personalkarte)',
    ru: 'Карточка военнопленного (Personalkarte)',
    en: 'Prisoner’s card (Personalkarte)',
  },
  'word.pow_card': {
    kk: 'Неміс лагерінде толтырылған: аты-жөні, әкесінің аты, туған жылы мен жері, қай жерде қолға түскені, лагерьлері, кейде суреті мен қайтыс болған күні. Аты-жөнін қалай естісе, солай неміс әріптерімен жазған.',
    ru: 'Заполнена в немецком лагере: имя, отчество, год и место рождения, где взят в плен, лагеря, иногда фотография и день смерти. Имя писали на слух немецкими буквами.',
    en: 'Filled in at a German camp: name, father’s name, year and place of birth, where he was captured, the camps, sometimes a photograph and the day of death. The name was written by ear in German letters.',
  },

  'word.loss_report.name': {
    kk: 'Орны толмас шығындар туралы мәлімдеме',
    ru: 'Донесение о безвозвратных потерях',
    en: 'Report of irrecoverable losses',
  },
  'word.loss_report': {
    kk: 'Бөлім қаза тапқандар мен хабарсыз кеткендер туралы жоғары штабқа жіберген тізім. Асығыс, қалай естісе, солай толтырылған.',
    ru: 'Список погибших и пропавших, который часть посылала в вышестоящий штаб. Заполняли наспех и на слух.',
    en: 'The list of killed and missing that a unit sent to the staff above it. Filled in in haste and by ear.',
  },
  'word.post_war_loss_list.name': {
    kk: 'Соғыстан кейінгі мәлімдеме',
    ru: 'Послевоенное донесение',
    en: 'Post-war report',
  },
  'word.post_war_loss_list': {
    kk: '1946–1948 жылдары әскери комиссариаттар үй-үйді аралап, туыстарынан сұрап жазған. Бөлімі мен күні көбіне соңғы хат бойынша қойылған.',
    ru: 'В 1946–1948 годах военкоматы обходили дворы и записывали со слов родных. Часть и дату чаще всего ставили по последнему письму.',
    en: 'In 1946 to 1948 call-up offices went from house to house and wrote down what relatives told. Unit and date mostly follow the last letter.',
  },
  'word.memory_book.name': { kk: 'Боздақтар кітабы', ru: 'Книга памяти', en: 'Book of memory' },
  'word.memory_book': {
    kk: 'Боздақтар – Қазақстан облыстары бойынша 1990-жылдары шыққан естелік кітаптары. Олар бұрынғы тізімдерден жинақталған, сондықтан қатесі де солардан көшкен.',
    ru: 'Книги памяти «Боздақтар» по областям Казахстана, вышли в 1990-х. Составлены по прежним спискам и повторяют их ошибки.',
    en: 'The books Bozdaqtar, by oblast of Kazakhstan, printed in the 1990s. They were gathered from earlier lists and repeat their errors.',
  },
  'word.burial_passport.name': {
    kk: 'Жерлеу орнының паспорты',
    ru: 'Паспорт воинского захоронения',
    en: 'Passport of a military burial',
  },
  'word.burial_passport': {
    kk: 'Бауырластар зиратының есеп құжаты: орны, саны, есімдері. Есім онда жазылғанымен, адам басқа жерде жатуы мүмкін.',
    ru: 'Учётный документ братской могилы: место, число, имена. Имя может в нём стоять, хотя человек лежит в другом месте.',
    en: 'The record card of a common grave: the place, the number, the names. A name may stand in it although the man lies elsewhere.',
  },
  'word.exclusion_order.name': {
    kk: 'Тізімнен шығару туралы бұйрық',
    ru: 'Приказ об исключении из списков',
    en: 'Order of exclusion from the lists',
  },
  'word.exclusion_order': {
    kk: 'Офицерлер туралы бұйрық: қаза тапқан немесе хабарсыз кеткен офицер тізімнен шығарылды. Көбіне соғыстан кейін шыққан.',
    ru: 'Приказ об офицерах: погибшего или пропавшего исключали из списков. Часто издан уже после войны.',
    en: 'An order about officers: one who was killed or missing was struck off the lists. Often issued after the war.',
  },
  'word.medallion.name': { kk: 'Медальон', ru: 'Медальон', en: 'Identity capsule' },
  'word.medallion': {
    kk: 'Ішінде жауынгердің деректері жазылған қағазы бар кішкене қобдиша. 1942 жылғы қарашада жабдықтан алынды, сондықтан кейін қаза тапқандарда болмайды.',
    ru: 'Маленький футляр с бумагой, где записаны данные бойца. В ноябре 1942 года медальоны сняли со снабжения, у погибших позже их нет.',
    en: 'A small capsule with a paper of the man’s details. Taken from supply in November 1942, so men who died later have none.',
  },
  'word.death_notice.name': { kk: 'Қара қағаз', ru: 'Похоронка (извещение)', en: 'Death notice' },
  'word.death_notice': {
    kk: 'Отбасыға әскери комиссариат арқылы келген хабар. Онда көбіне қаза тапқан күні мен жерленген жері жазылады.',
    ru: 'Извещение семье через военкомат. В нём часто названы день гибели и место, где похоронен.',
    en: 'The notice sent to the family through the call-up office. It often names the day of death and the place of burial.',
  },
  'word.fond.name': { kk: 'Қор, тізімдеме, іс, парақ', ru: 'Фонд, опись, дело, лист', en: 'Fond, list, file, sheet' },
  'word.fond': {
    kk: 'Құжаттың мұрағаттағы мекенжайы. Осы нөмірлермен мұрағаттан көшірмесін сұратуға болады. «ЦАМО» – Ресей Қорғаныс министрлігінің Подольскідегі орталық мұрағаты.',
    ru: 'Адрес документа в архиве. По этим номерам можно запросить копию. «ЦАМО» – Центральный архив Министерства обороны России в Подольске.',
    en: 'Where the paper lies in the archive. With these numbers a copy can be asked for. “ЦАМО” is the central archive of the Russian Ministry of Defence in Podolsk.',
  },

  'word.aul.name': { kk: '№ ауыл, ауылдық кеңес', ru: 'Аул №, аульный совет', en: 'Aul No., aul soviet' },
  'word.aul': {
    kk: '1930-жылдары ауылдар нөмірмен аталды: бұл – бір қоныс емес, ауылдық кеңестің аумағы. Қазіргі қай ауылға сай екенін облыс мұрағаты айта алады.',
    ru: 'В 1930-х аулы носили номера: это не одно селение, а земля аульного совета. Какому нынешнему аулу он соответствует, скажет областной архив.',
    en: 'In the 1930s auls were known by numbers: not one settlement but the land of an aul soviet. The oblast archive can tell which village of today it is.',
  },
  'word.mass_grave.name': { kk: 'Бауырластар зираты', ru: 'Братская могила', en: 'Common grave' },
  'word.mass_grave': {
    kk: 'Бірнеше адам бірге жерленген қабір. Тақтада есім тұрса да, тізім кейін, басқа жерлерден көшіргенде жасалған болуы мүмкін.',
    ru: 'Могила, где похоронены несколько человек. Имя на плите могло появиться позже, когда сюда переносили останки из других мест.',
    en: 'A grave of several people. A name on its plate may have been added later, when remains were brought there from other places.',
  },
  'word.reburial.name': { kk: 'Қайта жерлеу', ru: 'Перезахоронение', en: 'Reburial' },
  'word.reburial': {
    kk: 'Соғыстан кейін шағын қабірлер ірі зираттарға көшірілді. Кейде тек есім көшіріліп, сүйек бұрынғы орнында қалған.',
    ru: 'После войны мелкие могилы переносили на большие кладбища. Бывало, что переносили только имя, а останки оставались на месте.',
    en: 'After the war small graves were moved to large cemeteries. Sometimes only the name was moved and the remains stayed.',
  },
} as const satisfies MessageTable;
