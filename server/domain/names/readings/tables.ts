import type { LetterTable } from '../letter-table.ts';
import type { WritingSystem } from '../writing-system.ts';
import { arabic } from './arabic.ts';
import { kazakh, russian, slavicCyrillic, turkicCyrillic } from './cyrillic.ts';
import { baltic, czech } from './czech-baltic.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hungarian } from './hungarian.ts';
import { kazakhLatin2017, kazakhLatin2018, kazakhLatin2019, kazakhLatin2021 } from './kazakh-latin.ts';
import { nordic } from './nordic.ts';
import { polish } from './polish.ts';
import { romanian } from './romanian.ts';
import { turkish, uzbekLatin } from './turkish-uzbek.ts';
import { yanalif } from './yanalif.ts';

/** How each writing system is read. */
export const LETTER_TABLES: Readonly<Record<WritingSystem, LetterTable>> = {
  russian,
  kazakh,
  'turkic-cyrillic': turkicCyrillic,
  'slavic-cyrillic': slavicCyrillic,
  'kazakh-latin-2017': kazakhLatin2017,
  'kazakh-latin-2018': kazakhLatin2018,
  'kazakh-latin-2019': kazakhLatin2019,
  'kazakh-latin-2021': kazakhLatin2021,
  yanalif,
  turkish,
  'uzbek-latin': uzbekLatin,
  english,
  german,
  polish,
  french,
  nordic,
  czech,
  baltic,
  dutch,
  hungarian,
  romanian,
  arabic,
  unknown: english,
};
