/**
 * Words that Kazakh names are built from: Нұр + Мұхамбет, Жан + болат. Alone they say little, so an agreement in an
 * element only counts beside an agreement in the rest. Columns: cluster | spellings | what it is, and why the spellings |
 * source. No source: general knowledge of the names.
 */
export const NAME_ELEMENTS = `
aga          | аға ага | elder brother
altyn        | алтын алтун | gold
aq           | ақ ак | white
ata          | ата | father
ay           | ай | moon
bala         | бала пала | child
bay          | бай пай вай | rich; бай is said пай after с з ш т қ к
bek          | бек пек бег бік бэк | lord; said пек after a voiceless sound
berdi        | берді берды бирди верди | gave
bergen       | берген бирген перген | has given
bi           | би бий | judge
bike         | бике бикеш биби | lady
bota         | бота | camel calf
din          | дин ддин уддин еддин | faith, in Arabic names
dos          | дос тос | friend
el           | ел ил эль | people
er           | ер эр ир | man, hero
geldi        | келді гелді келды гельды гелди | came
gul          | гүл гуль гюль | flower, in names of women
jan          | жан джан | soul
khan         | хан қан кан ган | khan; Kazakh says қан
kumis        | күміс кумус кумис | silver
kun          | күн кун гүн | sun
man          | ман |
mir          | мир мір мыр | prince
nur          | нұр нур | light
omir         | өмір омир умир умыр гумыр ғұмыр | life
qara         | қара кара хара | black, great
qazy         | ғазы газы қазы казы гази | warrior for the faith; judge
qozy         | қозы козы | lamb
qul          | құл кул құлы кулы | slave (of God)
qyz          | қыз кыз | girl
sary         | сары | yellow
tas          | тас дас | stone
tay          | тай дай | foal
toqty        | тоқты токты | lamb
tore         | төре торе туре тюре | lord of the line of khans
ulla         | олла улла алла лла уллах | of God, in Arabic names
zhigit       | жігіт джигит жигит | young man
zhol         | жол джол | road
zhuma        | жұма джума жума юма | Friday
zhylqy       | жылқы жилкы джилкы джылкы | horse
`;
