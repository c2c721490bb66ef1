/**
 * Which oblast a place stood under before its own oblast existed. A record of 1941 names Alma-Ata where a list of 1946
 * names Taldy-Kurgan, and the family today says Жетісу; none of them contradicts the other.
 * `sourced` rows are read in pages named in the places list; `unverified` ones are general knowledge, good for matching only.
 */
type OblastChange = {
  oblast: string;
  cameFrom: readonly string[];
  on: string;
  confidence: 'sourced' | 'unverified';
};

const OBLAST_CHANGES: readonly OblastChange[] = [
  { oblast: 'obl-akmolinsk', cameFrom: ['obl-karaganda'], on: '1939-10-14', confidence: 'sourced' },
  { oblast: 'obl-semipalatinsk', cameFrom: ['obl-east-kazakhstan'], on: '1939-10-14', confidence: 'sourced' },
  { oblast: 'obl-taldy-kurgan', cameFrom: ['obl-alma-ata'], on: '1944-03-16', confidence: 'sourced' },
  {
    oblast: 'obl-kokchetav',
    cameFrom: ['obl-north-kazakhstan', 'obl-akmolinsk'],
    on: '1944-03-16',
    confidence: 'sourced',
  },
  { oblast: 'obl-north-kazakhstan', cameFrom: ['obl-karaganda'], on: '1936-07-29', confidence: 'sourced' },
  { oblast: 'obl-kustanai', cameFrom: ['obl-aktyubinsk'], on: '1936-07-29', confidence: 'unverified' },
  { oblast: 'obl-pavlodar', cameFrom: ['obl-east-kazakhstan'], on: '1938-01-15', confidence: 'unverified' },
  { oblast: 'obl-kzyl-orda', cameFrom: ['obl-south-kazakhstan'], on: '1938-01-15', confidence: 'unverified' },
  { oblast: 'obl-guryev', cameFrom: ['obl-west-kazakhstan'], on: '1938-01-15', confidence: 'unverified' },
  {
    oblast: 'obl-dzhambul',
    cameFrom: ['obl-south-kazakhstan', 'obl-alma-ata'],
    on: '1939-10-14',
    confidence: 'unverified',
  },
  // After 1945 the north of Akmolinsk oblast, Kokchetav with it, went round once more.
  { oblast: 'obl-kokchetav', cameFrom: ['obl-akmolinsk'], on: '1997-05-03', confidence: 'sourced' },
];

/** Names of today's regions, as families use them, and the oblasts of the war years that lie in them. */
export const REGIONS_TODAY: readonly (readonly [names: readonly string[], oblasts: readonly string[]])[] = [
  [
    ['Абай', 'область Абай', 'Абайская'],
    ['obl-semipalatinsk', 'obl-east-kazakhstan'],
  ],
  [
    ['Жетісу', 'Жетысу', 'Жетысуская', 'Zhetysu'],
    ['obl-taldy-kurgan', 'obl-alma-ata'],
  ],
  [['Ұлытау', 'Улытау', 'Улытауская', 'Ulytau'], ['obl-karaganda']],
  [['Түркістан', 'Туркестанская', 'Turkistan'], ['obl-south-kazakhstan']],
  [['Маңғыстау', 'Мангистауская', 'Мангышлакская', 'Mangystau'], ['obl-guryev']],
  [['Атырауская', 'Atyrau'], ['obl-guryev']],
  [['Жамбылская', 'Жамбыл'], ['obl-dzhambul']],
  [
    ['Тургайская', 'Торғай'],
    ['obl-kustanai', 'obl-akmolinsk'],
  ],
  [['Жезказганская', 'Джезказганская', 'Жезқазған'], ['obl-karaganda']],
  [['Кокшетауская', 'Көкшетау'], ['obl-kokchetav']],
  [['Талдыкорганская', 'Талдықорған'], ['obl-taldy-kurgan']],
  [['Шымкентская', 'Шымкент'], ['obl-south-kazakhstan']],
  [['Алма-Ата', 'Алматы', 'А-Атинская'], ['obl-alma-ata']],
];

/** The year in which an oblast was first made, as far as the changes tell; 0 for one that was there from the start. */
export function oblastBegan(oblastId: string): number {
  const years = OBLAST_CHANGES.filter((change) => change.oblast === oblastId).map(({ on }) => Number(on.slice(0, 4)));
  return years.length === 0 ? 0 : Math.min(...years);
}

const related = new Map<string, string[]>();

/** Oblasts one step earlier or later in history: papers of one man may name either. */
export function relatedOblasts(oblastId: string): string[] {
  const known = related.get(oblastId);
  if (known) return known;
  const found = OBLAST_CHANGES.flatMap(({ oblast, cameFrom }) => {
    if (oblast === oblastId) return cameFrom;
    return cameFrom.includes(oblastId) ? [oblast] : [];
  });
  related.set(oblastId, [...new Set(found)]);
  return related.get(oblastId) ?? [];
}

/** Whether two oblasts are the same ground at different times. Not so for two daughters of one oblast. */
export function areRelatedOblasts(a: string, b: string): boolean {
  return a !== b && relatedOblasts(a).includes(b);
}

// Oblasts outside Kazakhstan that stand in the same papers. Some sound like one of ours (Орловская like Орал).
const OTHER_OBLASTS =
  /^(?:москов|ленинград|калинин|твер|смолен|орлов|курск|белгород|воронеж|сталинград|волгоград|ростов|тульск|калуж|новгород|псков|великолук|брянск|рязан|тамбов|пензен|саратов|куйбыш|самар|чкалов|оренбург|челябин|свердлов|омск|новосибир|алтайск|кемеров|томск|иркут|читин|горьков|иванов|ярослав|вологод|архангел|мурман|киров|молотов|пермск|ульянов|астрахан|краснодар|ставропол|крымск|харьков|киев|черкас|полтав|сумск|черниг|днепропетр|запорож|сталинск|донецк|ворошиловград|луган|одес|николаев|винниц|житомир|львов|витеб|минск|могил|гомел|брест|гроднен|ташкент|самарканд|ферган|фрунзен|ошск|джалал)/iu;

/** Whether a name is an oblast outside Kazakhstan, which no sound may pull into it. */
export function isOtherOblast(name: string): boolean {
  return OTHER_OBLASTS.test(name.trim());
}
