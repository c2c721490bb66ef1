/** One pair of written names and why it is, or is not, one name. */
export type NamePair = readonly [a: string, b: string, reason: string];

const pairs = (table: string): NamePair[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [a = '', b = '', reason = ''] = line.split('|').map((cell) => cell.trim());
      return [a, b, reason];
    });

/** Written by hand: one name as two clerks, two scripts or two offices have it. */
export const SAME: readonly NamePair[] = pairs(`
Қайырбеков | Каирбеков | Kazakh in a Russian paper: қ is к, йы is и
Қайырбеков | Kairbekow | German camp card
Қайырбеков | Kajrbekow | Polish book of graves
Каирбеков | Kajrbekowa | Polish genitive
Қайырбеков | Qaiyrbekov | Kazakh Latin of 2021
Қайырбеков | قايىربەكوۆ | Kazakh in Arabic letters
Қайырбеков | Kairbekov | English
Сейітқали | Сейткали | і lost in Russian
Сейітқали | Сеиткали | й written и
Сейітқали | Seitkali | English
Сейітқали | Сейтхали | қ heard as х
Сейітқали | Сейтгали | қ heard as г
Нұрмағамбетұлы | Нурмагамбетович | one patronymic in two languages
Нұрмағамбетұлы | Нурмагамбет улы | ending written apart
Нұрмағамбетұлы | Нурмагамбет оглы | Soviet оглы
Жұмабаев | Джумабаев | Soviet дж
Жұмабаев | Жумабаев | Russian letters
Жұмабаев | Zhumabayev | English
Жұмабаев | Schumabajew | German sch
Жұмабаев | Dschumabajew | German dsch
Жұмабаев | Żumabajew | Polish ż
Жұмабаев | Zumabajew | Polish ż without its mark
Жақыпов | Джакупов | Soviet дж, ы after а as у
Жамбыл | Джамбул | Soviet дж, ы as у
Шоқан | Чокан | Soviet ч
Шәкен | Чакен | Soviet ч
Есбай | Еспай | б after с is said п
Жеңісбек | Женыспек | б after с is said п, ң is н
Сатыбалды | Сатыпалды | б and п
Болат | Булат | о and у
Жанболатов | Жанбулатов | о and у inside
Жанболат | Жанбулатов | ending dropped in later papers
Бауыржан | Бауржан | ы lost
Жұлдыз | Жулдуз | ы after ұ is spoken ұ
Мұхамбет | Магамбет | forms of Muhammad
Мұхамбет | Махамбет | forms of Muhammad
Мұхаммед | Магомет | forms of Muhammad
Мұхамбетов | Магамбетов | the same, as a family name
Нұрмағамбетов | Нурмухамбетов | the same, inside a built name
Ахмет | Ахмед | final т and д
Ахметов | Ахмедов | final т and д
Ахмет | Achmed | German ch
Сейіт | Саид | forms of Sayyid
Сейіт | Сеид | forms of Sayyid
Ғабдолла | Абдулла | ғ lost at the start
Ғабдолла | Габдулла | ғ is г
Хасен | Касен | х and қ
Хасен | Асан | х lost at the start
Құсайын | Хусаин | forms of Husayn
Жүсіп | Юсуп | forms of Yusuf
Жүсіп | Джусуп | Soviet дж
Жақып | Якуб | forms of Yaqub
Ысқақ | Исхак | forms of Ishaq
Ибраһим | Ибрагим | һ is г
Ибраһим | Ибраим | һ lost
Әлімжан | Алимжан | ә is а
Әбдірахман | Абдрахман | і lost
Әбдірахманов | Абдурахманов | і as у
Дәулет | Давлет | у as в
Дәулетов | Даулетов | ә is а
Ғали | Али | ғ lost at the start
Ғұмар | Умар | forms of Umar
Сүлейменов | Сулейманов | ә, е and а
Сүлейменов | Suleimenow | German w
Өтегенов | Утегенов | ө is у
Өмірзақ | Умирзак | ө is у
Ерғали | Ергалий | й added
Тілеуберді | Тлеуберды | і lost
Қожахмет | Ходжахмет | қ as х, ж as дж
Қожабергенов | Кожабергенов | қ is к
Рысбек | Ырысбек | ы before р
Асайын | Асаин | йы is и
Мейіз | Меиз | йі is и
Байғабыл | Байгабыл | ғ is г
Қуанышбаев | Куаныш-Баев | written with a hyphen
Нұрмағамбет | Нур Магамбет | written apart
Сейтқали Нұр Мағамбет | Сейткали Нурмагамбет | written apart beside another word
Иванов | Ivanov | English
Иванов | Iwanow | German
Иванов | Iwanoff | German ff
Иванов | Иваноф | final в as ф
Иванов | Ivanoff | French and German ff
Иванов | Iwanowa | Polish genitive
Кузнецов | Kusnezow | German z is ц
Кузнецов | Kuznecow | Polish c is ц
Щербаков | Schtscherbakow | German schtsch
Щербаков | Szczerbakow | Polish szcz
Щербаков | Shcherbakov | English shch
Жуков | Shukow | German sh for ж
Жуков | Zhukov | English
Жуков | Joukov | French j and ou
Чайковский | Tschaikowski | German
Чайковский | Czajkowski | Polish
Чайковский | Tchaikovsky | French and English
Хохлов | Chochlow | German ch
Хохлов | Khokhlov | English kh
Яковлев | Jakowlew | German
Яковлев | Yakovlev | English
Юрьев | Jurjew | German
Фёдоров | Федоров | ё printed е
Фёдоров | Fjodorow | German
Соловьёв | Соловьев | ё printed е
Соловьев | Solowjew | German
Афанасьев | Afanasjew | German
Ковальский | Kowalski | Polish
Ковальский | Ковальского | genitive
Петров Иван | Петрову Ивану | dative
Шевченко | Schewtschenko | German
Шевченко | Szewczenko | Polish
Олександр | Александр | Ukrainian
Микола | Николай | Ukrainian form
Володимир | Владимир | Ukrainian form
Иван | Ваня | short form
Александр | Саша | short form
Каирбеков | Капрбеков | cursive и read as п
Каирбеков | Канрбеков | cursive и read as н
Тимофеев | Шимофеев | cursive т read as ш
Мамедов | Мамедоб | cursive в read as б
Ахметов | Охметов | а and о
Садыков | Садеков | ы and е
Садыков | Сaдыкoв | Latin letters in a Cyrillic word
Серік | Cерік | Latin C in a Cyrillic word
Ахметов | Ахмметов | letter doubled
Ахметов | Ахмтеов | neighbours swapped
Тлеубаев | Тлебаев | letter left out
Григорович | Григоровиш | a damaged ending
Қайырбеков Сейітқали | Сейткали Каирбеков | other order
Қайырбеков Сейітқали Нұрмағамбетұлы | Каирбеков Сейткали | no patronymic
Қайырбеков Сейітқали Нұрмағамбетұлы | Каирбеков С. Н. | initials
Каирбеков С.Н. | Сейткали Каирбеков | initials without a space
Қайырбеков Сейітқали Нұрмағамбетұлы | Нурмагамбетов Сейткали | the father's name as surname
Қайырбеков Сейітқали Нұрмағамбетұлы | Kajrbekowa Sejtkali | Polish genitive of the surname
Абдуллаев Ровнаг Ибрагим оглы | Rovnag Abdullayev | patronymic of two words missing
Ахмет Байтұрсынұлы | Ахмет Байтурсынов | a patronymic that became a surname
Жамбыл Жабаев | Джамбул Джабаев | дж twice
Бауыржан Момышұлы | Баурджан Момыш-улы | the general as he signed and as he was printed
Әлия Молдағұлова | Алия Молдагулова | feminine surname
Мәншүк Мәметова | Маншук Маметова | ә is а
Төлеген Тоқтаров | Тулеген Тохтаров | ө as у, қ as х
Талғат Бигелдинов | Талгат Бегельдинов | и as е
Рақымжан Қошқарбаев | Рахимжан Кошкарбаев | қ as х, ы as и
Рахимжан Кошкарбаев | Rachimschan Koschkarbajew | German
Рахимжан Кошкарбаев | Rachimżan Koszkarbajew | Polish
Иванов Пётр Сергеевич | Ivanov Petr | English, no patronymic
Иванов Пётр Сергеевич | Iwanow Pjotr Sergejewitsch | German
Иванов Пётр Сергеевич | Iwanow Piotr Siergiejewicz | Polish
Нұрлан Әбілқасымов | Nurlan Abilkasymov | English
Оспанов Қалижан | Ospanow Kalischan | German sch for ж
Шәкәрім | Шакарим | ә is а
Тұрсынбек | Турсунбек | ы after ұ is spoken ұ
Құдайберген | Кудайберген | Russian letters
Құдайберген | Худайберген | қ as х
КаирбековСейткали | Каирбеков Сейткали | a blank lost, the capital left
Абдиржан Калыбаевич Калыбаев | Калыбаевич Калыбаевабдиржан | run together, and the father's name before
Каирбековсейткали | Сейткали Каирбеков | a blank lost, and the capital
Қайыр беков Сейітқали | Каирбеков Сейткали | a blank too many
Дамдины Сухбаатар | Damdin Süchbaatar | Mongolian: the end of Дамдин is no family ending
Мажин | Мажен | the same in a Kazakh name, и and е
Kajrbekowa Achmeta | Қайырбеков Ахмет | Polish genitive of both names
Каирбекову Болату | Қайырбеков Болат | dative of both names
Ғөбәйҙуллин | Губайдуллин | Bashkir ҙ is д in Russian papers
Мұхаметжан | Мухамеджан | т and ж heard as дж
Kaszim-Zsomart Tokajev | Қасымжомарт Тоқаев | Hungarian: sz is с, zs is ж
Borisz Saposnyikov | Шапошников Борис | Hungarian: sz is с, s is ш, ny is нь
Valerii Ochanine | Ошанин Валерий | French: the -ine of one word tells how ch is read in it
Georgijs Žukovs | Георгий Жуков | Latvian nominative
Baurdžanas Momyš-Uly | Бауыржан Момышұлы | Lithuanian nominative
Norovõn Altanhujag | Норовын Алтанхуяг | Estonian õ is ы
Noermoechambetov | Нурмухамбетов | Dutch oe is у
Mağcan Cumabayev | Мағжан Жұмабаев | Turkish c is ж, дж
Seïfoulline | Сейфуллин | French ou and -ine
Мих. Иванов | Иванов Михаил | an abbreviation
Абд. Каирбеков | Қайырбеков Әбдірахман | an abbreviation
Ю. Каирбеков | Қайырбеков Жүсіп | the initial of Юсуп
Cambul Cabayev | Жамбыл Жабаев | Turkish c is дж, told by the -yev beside it
Georgij Zsukov | Георгий Жуков | Hungarian zs beside v
Sysoev | Сысоев | no Dutch oe before в
Шароф | Шараф | Uzbek о is а; -оф is the end of the name
Sharof | Шараф | Uzbek in Latin letters
Noersoeltan Nazarbajev | Нұрсұлтан Назарбаев | Dutch oe, and -jev as Czechs and Germans have it
Бауыржан Момышұлы | Baurdżan Momysz-uły | Polish
Бауыржан Момышұлы | Baourdjan Momych-Ouly | French
Шоқан Уәлиханов | Tschokan Walichanow | German, of the Russian form
Шоқан Уәлиханов | Czokan Walichanow | Polish, of the Russian form
Дінмұхамед Қонаев | Dinmoukhammed Kounaïev | French
Тұрар Рысқұлов | Turar Ryskuloff | -off
Жамбыл Жабаев | Djamboul Djabaïev | French
Жамбыл Жабаев | Dzjambul Dzjabajev | Norwegian
Мұхтар Әуезов | Мухтар Ауэзов | ә is а, е is э
Смағұл Сәдуақасов | Смагул Садвокасов | у before а as в
Ілияс Жансүгіров | Ильяс Джансугуров | two names as a Russian office heard them
`);

/** Written by hand: names that look alike and belong to two men. */
export const NOT_SAME: readonly NamePair[] = pairs(`
Жұмабаев | Жұмабеков | бай and бек are two words
Жұмабаев | Жұмағалиев | another second word
Ахметов | Ахмедьяров | яр makes another name
Ахметов | Ахметжанов | жан makes another name
Нұрлан | Нұржан | two given names
Нұрлан | Ерлан | two given names
Нұрлан | Нұрбек | another second word
Сейітов | Саттаров | no rule leads from one to the other
Сейітов | Сейтжанов | жан makes another name
Серік | Берік | another first letter
Ерлан | Арман | two given names
Асқар | Асхат | two given names
Марат | Мұрат | two given names
Самат | Саят | two given names
Қанат | Қайрат | two given names
Болат | Талғат | two given names
Жанболат | Бекболат | another first word
Қуаныш | Қуандық | two given names
Тілеубек | Тілеуберді | another second word
Оспанов | Омаров | two families
Омаров | Амангелдиев | two families
Сүлейменов | Сейітов | two families
Абдуллаев | Абдрахманов | two built names
Абдуллаев | Асадуллаев | another first word
Әлиев | Уәлиев | Ali and Wali
Исаев | Мусаев | Isa and Musa
Исаев | Юсупов | Isa and Yusuf
Ибрагимов | Исмаилов | two prophets
Хасанов | Хусаинов | two brothers' names, not one
Каримов | Рахимов | two attributes
Касымов | Касенов | two names
Байжанов | Бекжанов | another first word
Байсеитов | Бейсенов | two names
Тоқтаров | Тоқаев | two names
Төлегенов | Төлеуов | two names
Молдағұлов | Момышұлы | two families
Иванов | Петров | two families
Иванов | Иваненко | another formation
Иванов | Иваницкий | another formation
Петров | Петренко | another formation
Кузнецов | Кузьмин | two families
Васильев | Власов | two families
Михайлов | Миронов | two families
Фёдоров | Фомин | two families
Степанов | Семёнов | two families
Павлов | Попов | two families
Григорьев | Герасимов | two families
Александр | Алексей | two given names
Андрей | Антон | two given names
Михаил | Никита | two given names
Николай | Никифор | two given names
Виктор | Валентин | two given names
Сергей | Семён | two given names
Пётр | Павел | two given names
Қайырбеков Сейітқали | Қайырбеков Нұрлан | brothers: the surname agrees, the given name contradicts
Иванов Пётр Сергеевич | Иванов Михаил Сергеевич | brothers: surname and patronymic agree
Қайырбеков Серік Нұрланұлы | Қайырбеков Берік Нұрланұлы | brothers with rhyming names
Ахметов Болат Серікұлы | Ахметов Марат Серикович | brothers in two languages
Иванов Иван Петрович | Сидоров Иван Петрович | given name and patronymic are common, the surname contradicts
Иванов Иван | Иванов Степан | the given name contradicts
Иванов И. П. | Иванов С. Т. | the initials contradict
Ахметов Серік Болатұлы | Жумабаев Серик Ахметович | one's father is called as the other's family
Иванов Александр | Александров Иван | the names swap, and their endings say they are two men
Иванов Пётр Сергеевич | Иванов Сергей Петрович | father and son
Омаров Қанат | Омарова Қанипа | brother and sister
Серік | С. | an initial alone says nothing
Қайырбеков Сейітқали Нұрмағамбетұлы | Каирбеков Нурлан Нурмагамбетович | brothers, however rare their family name is
Нигматуллин Ерлан Зайруллаевич | Нигматуллин Нурлан Зайруллаевич | brothers whose names sound a little alike
Өтепбергенов Серік Жарылқасынұлы | Утепбергенов Берик Жарылкасынович | brothers, both other parts rare and long
Қайырбеков Сейітқали Нұрмағамбетұлы | Каирбеков Н. Нурмагамбетович | a brother's initial
Нур. Иванов | Ник. Иванов | two abbreviations that share only a letter
Нұр. Иванов | Николай Иванов | an abbreviation of another name
Жандос | Досжан | the same two words in the other order are another name
Абайжан | Жаңабай | the same sounds in the other order
Болатбек | Бекболат | the same two words in the other order
Жаңабай | Жаңабек | another second word
Сәбит | Ғабит | another first letter
Мұқанов | Мусаев | two families
Қасымов | Ғасанов | two families
Дәулетов | Дуйсенов | two families
Тілеуберген | Құдайберген | another first word
Есенбай | Елеубай | two given names
Шәріпов | Шәкіров | two names
Омаров | Оразов | two names
Сәрсенбаев | Сейсенбаев | Wednesday and Tuesday
`);
