import type { WritingSystem } from './writing-system.ts';

/** A letter or a group of letters in a Latin word, and how much more or less likely it makes a writing system. */
type Cue = { sign: RegExp; favours: Partial<Record<WritingSystem, number>> };

/** How likely each system is in a Latin word without any sign: most Latin forms of Kazakh names are free English ones. */
export const LATIN_PRIORS: Partial<Record<WritingSystem, number>> = {
  english: 1,
  german: 0.3,
  polish: 0.15,
  'kazakh-latin-2021': 0.15,
  french: 0.04,
  nordic: 0.08,
  czech: 0.05,
  baltic: 0.02,
  dutch: 0.02,
  turkish: 0.04,
  'uzbek-latin': 0.02,
  hungarian: 0.01,
  romanian: 0.01,
  yanalif: 0.01,
  'kazakh-latin-2017': 0.01,
  'kazakh-latin-2018': 0.02,
  'kazakh-latin-2019': 0.02,
};

/** The signs, each with the spelling it comes from. Corrected by hand when a list of some country is misread. */
export const LATIN_CUES: readonly Cue[] = [
  // German: sch and its company, umlauts, ß, tz, ck; w for в at the end (Polish too)
  { sign: /sch/, favours: { german: 25, english: 0.4, dutch: 4, polish: 0.1, nordic: 0.3 } },
  { sign: /tsch|dsch/, favours: { german: 8, english: 0.3 } },
  { sign: /ß/, favours: { german: 30 } },
  {
    sign: /[äöü]/,
    favours: { german: 3, 'kazakh-latin-2021': 8, 'kazakh-latin-2019': 4, nordic: 2, turkish: 2, polish: 1.5 },
  },
  { sign: /[aeiou]w(?:a|y|i|sky|ski|itsch|icz|na|y?m)?$/, favours: { german: 8, polish: 8, english: 0.4 } },
  { sign: /w/, favours: { german: 1.5, polish: 2, nordic: 0.5, czech: 0.2, yanalif: 0.1, 'kazakh-latin-2019': 3 } },
  { sign: /v/, favours: { german: 0.3, polish: 0.1, 'kazakh-latin-2019': 1, czech: 1.5, nordic: 1.5 } },
  { sign: /ff?$/, favours: { german: 2, french: 2 } },
  // Polish
  { sign: /sz|cz/, favours: { polish: 30, english: 0.1, german: 0.5, hungarian: 3 } },
  { sign: /[łżśźćąę]/, favours: { polish: 40, english: 0.1, german: 0.1 } },
  { sign: /[bdfghklmnprstvwz]ie/, favours: { polish: 3 } },
  { sign: /rz|dz/, favours: { polish: 2 } },
  // English and BGN
  { sign: /zh/, favours: { english: 5, german: 0.2, polish: 0.1, nordic: 0.7 } },
  { sign: /kh/, favours: { english: 3, french: 1.5, nordic: 4, german: 0.5, polish: 0.2 } },
  { sign: /(?<![tc])sh/, favours: { english: 4, german: 0.3, polish: 0.1, 'kazakh-latin-2018': 2, 'uzbek-latin': 3 } },
  { sign: /y[aeou]/, favours: { english: 3, german: 0.3, polish: 0.1, czech: 0.2, nordic: 0.3 } },
  // й written j: Germany, Poland, the North, Bohemia; not English or Kazakh Latin, where j is ж
  {
    sign: /[aeiou]j(?![aeiouäöü])/,
    favours: { polish: 5, german: 3, nordic: 6, czech: 5, baltic: 2, dutch: 2, english: 0.3, 'kazakh-latin-2021': 0.2 },
  },
  { sign: /j[eo][vw]/, favours: { german: 5, nordic: 5, czech: 5, polish: 3, english: 0.2, 'kazakh-latin-2021': 0.1 } },
  { sign: /^j(?![aeiouäöüáóúəyı])/, favours: { english: 1.2, 'kazakh-latin-2021': 2 } },
  // French
  { sign: /tch/, favours: { french: 6, english: 0.7 } },
  { sign: /ou/, favours: { french: 8, english: 0.7, german: 0.5 } },
  { sign: /^dj|[aeiou]dj/, favours: { french: 2 } },
  { sign: /ine$|[ïèêç]/, favours: { french: 4, english: 0.8 } },
  { sign: /gu[eiy]/, favours: { french: 4 } },
  // The North and the Low Countries
  { sign: /[øåæ]/, favours: { nordic: 40 } },
  {
    sign: /sj/,
    favours: { nordic: 10, dutch: 10, english: 0.3, german: 0.3, polish: 0.5, czech: 0.5, 'kazakh-latin-2021': 0.5 },
  },
  { sign: /zj/, favours: { nordic: 10, dutch: 20, english: 0.2, german: 0.2, polish: 0.3 } },
  { sign: /tsj|dzj|dsj/, favours: { nordic: 6, dutch: 6, english: 0.3, german: 0.3 } },
  { sign: /oe/, favours: { dutch: 20, german: 1.2 } },
  // Czech, scholarly, Baltic
  { sign: /[čšž]/, favours: { czech: 15, baltic: 15, nordic: 6, english: 0.1, german: 0.1 } },
  { sign: /[ěřůďť]|ová$/, favours: { czech: 40 } },
  { sign: /[āēīģķļņ]/, favours: { baltic: 40 } },
  { sign: /[ėįų]/, favours: { baltic: 30 } },
  { sign: /(?:[oe]vs|[oe]vas|[^aeiou]ins|skis|skas|[^aeiouy]js)$/, favours: { baltic: 60, english: 0.3 } },
  { sign: /[ûâŝʹʺ]/, favours: { czech: 20 } },
  // Hungarian, Romanian
  { sign: /[őű]/, favours: { hungarian: 100 } },
  { sign: /zs|gy|cs(?!h)/, favours: { hungarian: 12 } },
  { sign: /[șțăîţ]/, favours: { romanian: 100 } },
  { sign: /ici$|[cg]e[av]|gh[ei]/, favours: { romanian: 6 } },
  // Turkish, Azerbaijani, Uzbek
  {
    sign: /[şç]/,
    favours: { turkish: 12, 'kazakh-latin-2021': 40, 'kazakh-latin-2019': 20, romanian: 2, english: 0.2, yanalif: 2 },
  },
  {
    sign: /[ğı]/,
    favours: { turkish: 12, 'kazakh-latin-2021': 40, 'kazakh-latin-2019': 20, 'kazakh-latin-2018': 15, english: 0.2 },
  },
  { sign: /ə/, favours: { turkish: 60, yanalif: 80, english: 0.1 } },
  { sign: /[og]['’‘ʻʼ]/, favours: { 'uzbek-latin': 40, 'kazakh-latin-2017': 30, english: 0.5 } },
  // Kazakh Latin
  {
    sign: /q/,
    favours: {
      'kazakh-latin-2021': 8,
      'kazakh-latin-2019': 4,
      'uzbek-latin': 3,
      'kazakh-latin-2018': 4,
      german: 0.4,
      polish: 0.2,
      turkish: 2,
    },
  },
  { sign: /[ainscuy]['’‘ʻʼ]/, favours: { 'kazakh-latin-2017': 100, english: 0.5 } },
  { sign: /[áóúý]/, favours: { 'kazakh-latin-2018': 40, czech: 15, hungarian: 30, english: 0.4 } },
  { sign: /[ǵń]/, favours: { 'kazakh-latin-2018': 200, polish: 5, english: 0.2 } },
  { sign: /[ñŋū]/, favours: { 'kazakh-latin-2021': 100, 'kazakh-latin-2019': 100, baltic: 10, english: 0.2 } },
  { sign: /[ïý]/, favours: { 'kazakh-latin-2021': 30 } },
  { sign: /uly$|ulı$|qyzy$|qızı$/, favours: { 'kazakh-latin-2021': 2, english: 1.5 } },
  // Yanalif: its own letters never stand elsewhere
  { sign: /[ƣꞑɵьʙƶ]/, favours: { yanalif: 3000, english: 0.1, german: 0.1 } },
  { sign: /ç/, favours: { yanalif: 2 } },
];
