/**
 * Words that Kazakh names are built from: Нұр + Мұхамбет, Жан + болат. Alone they say little, so an agreement in an
 * element only counts beside an agreement in the rest. Columns: cluster | spellings | what it is, and why the spellings.
 */
export const NAME_ELEMENTS = `
bay      | бай пай вай                | rich; бай is said пай after с з ш т қ к
bek      | бек пек бег бік бэк        | lord; said пек after a voiceless sound
jan      | жан джан | soul
khan     | хан қан кан ган            | khan; Kazakh says қан
nur      | нұр нур                    | light
gul      | гүл гуль гюль | flower, in names of women
ay       | ай                         | moon
kun      | күн кун гүн                | sun
er       | ер эр ир                   | man, hero
el       | ел ил эль                  | people
altyn    | алтын алтун                | gold
kumis    | күміс кумус кумис          | silver
berdi    | берді берды бирди верди    | gave
bergen   | берген бирген перген       | has given
geldi    | келді гелді келды гельды гелди | came
qul      | құл кул құлы кулы | slave (of God)
tay      | тай дай                    | foal
bala     | бала пала                  | child
bike     | бике бикеш биби            | lady
qara     | қара кара хара             | black, great
aq       | ақ ак                      | white
sary     | сары                       | yellow
qyz      | қыз кыз                    | girl
ata      | ата                        | father
aga      | аға ага                    | elder brother
mir      | мир мір мыр                | prince
din      | дин ддин уддин еддин       | faith, in Arabic names
ulla     | олла улла алла лла уллах   | of God, in Arabic names
qazy     | ғазы газы қазы казы гази   | warrior for the faith; judge
man      | ман |
tas      | тас дас                    | stone
bota     | бота                       | camel calf
toqty    | тоқты токты                | lamb
omir     | өмір омир умир умыр гумыр ғұмыр | life
dos      | дос тос                    | friend
zhol     | жол джол                   | road
zhigit   | жігіт джигит жигит         | young man
tore     | төре торе туре тюре тура   | lord of the line of khans
bi       | би бий                     | judge
zhuma    | жұма джума жума юма        | Friday
qozy     | қозы козы                  | lamb
zhylqy   | жылқы жилкы джилкы джылкы  | horse
`;
