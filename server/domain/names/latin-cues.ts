import type { WritingSystem } from './writing-system.ts';

/** A letter or a group of letters in a Latin word, and how much likelier (above 1) or less likely it makes each system. */
export type LatinCue = {
  sign: RegExp;
  /** The sign is a letter that plain ASCII words cannot have. */
  marked: boolean;
  /** By the system's place in `LATIN_PRIORS`. */
  factors: readonly { place: number; factor: number }[];
};

/** How likely each system is in a Latin word without any sign: most Latin forms of Kazakh names are free English ones. */
export const LATIN_PRIORS: readonly (readonly [system: WritingSystem, weight: number])[] = [
  ['english', 1],
  ['german', 0.3],
  ['polish', 0.15],
  ['kazakh-latin-2021', 0.15],
  ['nordic', 0.08],
  ['czech', 0.05],
  ['french', 0.04],
  ['turkish', 0.04],
  ['baltic', 0.02],
  ['dutch', 0.02],
  ['uzbek-latin', 0.02],
  ['kazakh-latin-2018', 0.02],
  ['kazakh-latin-2019', 0.02],
  ['kazakh-latin-2017', 0.01],
  ['hungarian', 0.01],
  ['romanian', 0.01],
  ['yanalif', 0.01],
];

/**
 * The signs, one a line: what is looked for (a regular expression; most are plain letters), then what it favours.
 * To be corrected by hand when the list of some country is misread.
 */
const CUES = `
# German: sch and its company, umlauts, ß, tz, ck; w for в at the end (Polish too)
sch                                          | german 25, english .4, dutch 4, polish .1, nordic .3
tsch|dsch                                    | german 8, english .3
ß                                            | german 30
[äöü]                                        | german 3, kazakh-latin-2021 8, kazakh-latin-2019 4, nordic 2, turkish 2, polish 1.5
[äöü].*ch|ch.*[äöü]                          | german 5
[aeiou]w(?:a|y|i|sky|ski|itsch|icz|na|y?m)?$ | german 8, polish 8, english .4
w                                            | german 1.5, polish 2, nordic .5, czech .2, yanalif .1, kazakh-latin-2019 3
v                                            | german .3, polish .1, kazakh-latin-2019 1, czech 1.5, nordic 1.5
ff?$                                         | german 2, french 2

# Polish
sz|cz                                        | polish 30, english .1, german .5, hungarian 3
[łżśźćąę]                                    | polish 40, english .1, german .1
[bdfghklmnprstvwz]ie                         | polish 3
rz|dz                                        | polish 2

# English and BGN
zh                                           | english 5, german .2, polish .1, nordic .7
kh                                           | english 3, french 1.5, nordic 4, german .5, polish .2
(?<![tc])sh                                  | english 4, german .3, polish .1, kazakh-latin-2018 2, uzbek-latin 3
y[aeou]                                      | english 3, german .3, polish .1, czech .2, nordic .3

# й written j: Germany, Poland, the North, Bohemia; not English or Kazakh Latin, where j is ж
[aeiou]j(?![aeiouäöü])                       | polish 5, german 3, nordic 6, czech 5, baltic 2, dutch 2, english .3, kazakh-latin-2021 .2
j[eo][vw]                                    | german 5, nordic 5, czech 5, polish 3, english .2, kazakh-latin-2021 .1
^j(?![aeiouäöüáóúəyı])                       | english 1.2, kazakh-latin-2021 2

# French
tch                                          | french 6, english .7
ou                                           | french 20, english .7, german .5
^dj|[aeiou]dj                                | french 2
[^aeiou]ine$                                 | french 25, english .8
[ïèêç]                                       | french 4, english .8
gu[eiy]                                      | french 4

# The North and the Low Countries
[øåæ]                                        | nordic 40
sj                                           | nordic 10, dutch 10, english .3, german .8, polish .5, czech .5, kazakh-latin-2021 .5
zj                                           | nordic 10, dutch 20, english .2, german .2, polish .3
tsj|dzj|dsj                                  | nordic 6, dutch 6, english .3, german .3
oe(?![vw])                                   | dutch 40, english .6

# Czech, scholarly, Baltic
[čšž]                                        | czech 15, baltic 15, nordic 6, english .1, german .1
[ěřůďť]|ová$                                 | czech 40
[āēīģķļņ]                                    | baltic 40
[ėįųõ]                                       | baltic 30
(?:[oe]vs|[oe]vas|[^aeiou]ins|skis|skas|js)$ | baltic 60, english .3
[čšž].*[^aeiou](?:as|is|us)$                 | baltic 12
[ûâŝʹʺ]                                      | czech 20

# Hungarian, Romanian
[őű]                                         | hungarian 100
zs(?!c)|gy|cs(?!h)                           | hungarian 25, polish .3, nordic .5
dzs                                          | hungarian 50, english .3
sz.*v|v.*sz                                  | hungarian 30, polish .3
zs(?!c).*v                                   | hungarian 4
ny[aeiou]|ty[aeo]                            | hungarian 4
[șțăîţ]                                      | romanian 300, english .3
ici$|[cg]e[av]|gh[ei]                        | romanian 6

# Turkish, Azerbaijani, Uzbek
^c[aou](?![lrs])                             | turkish 4
c[aeou].*[aeo]yev                            | turkish 12, english .4
[şç]                                         | turkish 12, kazakh-latin-2021 40, kazakh-latin-2019 20, romanian 2, english .2, yanalif 2
[ğı]                                         | turkish 12, kazakh-latin-2021 40, kazakh-latin-2019 20, kazakh-latin-2018 15, english .2
ə                                            | turkish 60, yanalif 80, english .1
[og]['’‘ʻʼ]                                  | uzbek-latin 40, kazakh-latin-2017 30, english .5

# Kazakh Latin
q                                            | kazakh-latin-2021 8, kazakh-latin-2019 4, uzbek-latin 3, kazakh-latin-2018 4, german 1, polish .5, turkish 2
[ainscuy]['’‘ʻʼ]                             | kazakh-latin-2017 400, english .5, kazakh-latin-2021 .2
[áóúý]                                       | kazakh-latin-2018 40, czech 15, hungarian 30, english .4
[ǵń]                                         | kazakh-latin-2018 200, polish 5, english .2
[ñŋū]                                        | kazakh-latin-2021 100, kazakh-latin-2019 100, baltic 10, english .2
ï                                            | kazakh-latin-2021 30

# ý is у in the alphabet of 2018 and й in Wikimedia's Latin; its company tells which
ý                                            | kazakh-latin-2021 15
ý.*[áóúǵńı]|[áóúǵńı].*ý                      | kazakh-latin-2018 15
ý.*[şçğñäöü]|[şçğñäöü].*ý                    | kazakh-latin-2021 30
[bcdfghjklmnpqrstvz]ý[bcdfghjklmnpqrstvz]    | kazakh-latin-2018 10

uly$|ulı$|qyzy$|qızı$                        | kazakh-latin-2021 2, english 1.5

# Yanalif: its own letters never stand elsewhere; a typist without them leaves ç for ж, c for ш, v for у, j for й
[ƣꞑɵьʙƶ]                                     | yanalif 3000, english .1, german .1
əv[bdfghklmnpqrstz]                          | yanalif 6
[bcdfghklmnprstvz]ij[abcdfghklmnopqrstuvxz]  | yanalif 8, dutch 3
[aeiou]j.*ç|ç.*[aeiou]j                      | yanalif 400
[bcdghjklmnpqrtxz]v[bcdghjklmnpqrtxz]        | yanalif 60
[bcdghjklmnpqrstxz]v[bcdghjklmnpqrtxz].*ç    | yanalif 10
c(?![hkzs])                                  | yanalif 12
c(?![hkzs]).*x|x.*c(?![hkzs])                | yanalif 8, english .3
[^aeiou]x|x[^aeiou]|x[aeiou]                 | kazakh-latin-2021 3, uzbek-latin 6, yanalif 3, turkish 3, german .4, polish .3, english .6
[aeiouy]j[bcdghklmnpqrst]                    | yanalif 3
ç                                            | yanalif 200, turkish 2
`;

function cueOf(line: string): LatinCue[] {
  const [sign = '', favours = ''] = line.split(' | ').map((cell) => cell.trim());
  if (sign === '' || sign.startsWith('#')) return [];
  const factors = favours.split(',').map((part) => {
    const [name = '', factor = ''] = part.trim().split(/\s+/);
    const place = LATIN_PRIORS.findIndex(([system]) => system === name);
    if (place < 0) throw new Error(`latin cues: "${name}" beside ${sign} is no Latin writing system`);
    return { place, factor: Number(factor) };
  });
  return [{ sign: new RegExp(sign), marked: !/[a-z]/.test(sign), factors }];
}

export const LATIN_CUES: readonly LatinCue[] = CUES.split('\n').flatMap(cueOf);
