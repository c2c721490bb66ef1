import type { MemorialProps, WrittenForm } from '../../client/pages/memorial-page.tsx';
import { letterDifference, spellingLanguage } from '../../client/parts/letter-runs.ts';
import type { Mention } from '../domain/mention.ts';
import { arabicInCyrillic } from '../domain/names/arabic-letters.ts';
import { kazakhInLatin, kazakhInRussian, russianInLatin } from '../domain/names/name-letters.ts';
import type { NameForm, SoldierSummary } from '../domain/soldier.ts';
import { documentWord, type PageContext } from './page-words.ts';

type Script = 'kk' | 'ru' | 'kk-Latn' | 'kk-Arab';
type Spelled = MemorialProps['scripts'][number];

const scriptOf = (form: NameForm): string => spellingLanguage(form.full, form.documentType);
const isWhole = ({ familyName, givenName }: NameForm): boolean => familyName !== null && givenName !== null;

/** The form of the reader's own writing that a paper has, else the fullest one of the most trusted paper. */
export function headingForm({ name, names }: SoldierSummary, language: PageContext['language']): NameForm {
  const wanted: Script = language === 'en' ? 'kk-Latn' : language;
  return names.find((form) => scriptOf(form) === wanted && isWhole(form)) ?? name;
}

export function headingOf(name: NameForm): { familyName: string; givenNames: string } {
  if (!name.familyName) return { familyName: name.full, givenNames: '' };
  return { familyName: name.familyName, givenNames: [name.givenName, name.patronymic].filter(Boolean).join(' ') };
}

/** Surname first, as it stands on a stone. */
function fullOf(form: NameForm): string {
  const { familyName, givenNames } = headingOf(form);
  return [familyName, givenNames].filter(Boolean).join(' ');
}

/**
 * The name in the other writings: as a paper has it, else letter by letter, which the page says. A Kazakh spelling is never
 * made out of a Russian one: which letter it was, nobody knows.
 */
export function otherScripts({ name, names }: SoldierSummary, shown: NameForm): Spelled[] {
  const inScript = (script: Script): NameForm | undefined =>
    [name, ...names].find((form) => scriptOf(form) === script && isWhole(form)) ??
    names.find((form) => scriptOf(form) === script);
  const kazakh = inScript('kk');
  const russian = inScript('ru');
  const latin = inScript('kk-Latn');
  const arabic = inScript('kk-Arab');
  const byLetters = (text: string, lang: string): Spelled => ({ text, lang, byLetters: true });
  const inRussian = russian ?? (kazakh ? byLetters(kazakhInRussian(fullOf(kazakh)), 'ru') : undefined);
  const inLatin =
    latin ??
    (kazakh
      ? byLetters(kazakhInLatin(fullOf(kazakh)), 'kk-Latn')
      : russian
        ? byLetters(russianInLatin(fullOf(russian)), 'ru-Latn')
        : undefined);
  // The Arabic alphabet of Kazakh tells қ from к and ы from й, so it can be read; Russian letters cannot be turned back.
  const read = kazakh || russian || !arabic ? undefined : byLetters(arabicInCyrillic(fullOf(arabic)), 'kk');
  return [kazakh, read, inRussian, inLatin].flatMap((form): Spelled[] => {
    if (form === undefined || form === shown) return [];
    if ('byLetters' in form) return [form];
    const text = fullOf(form);
    return text === fullOf(shown) ? [] : [{ text, lang: scriptOf(form), byLetters: false }];
  });
}

/** The Kazakh form, where a paper has one: the other spellings are shown against it. */
export function kazakhOrFirst({ name, names }: SoldierSummary): NameForm {
  return names.find((form) => scriptOf(form) === 'kk') ?? name;
}

const MOST_CHANGES = 8;

/** One paper's spelling, its letters marked where they differ from the form it is shown against. */
export function writtenForm(mention: Mention, reference: NameForm, { say }: PageContext): WrittenForm {
  const { fullName, documentType } = mention.understood;
  // Another script altogether differs in every letter: marking them all would say nothing.
  const arabic = /\p{Script=Arabic}/u.test(fullName);
  const { runs, changes } = letterDifference(reference.full, fullName);
  return {
    document: documentWord(say, documentType),
    runs: arabic ? [{ text: fullName, marked: false }] : runs,
    lang: spellingLanguage(fullName, documentType),
    changes: arabic
      ? ''
      : changes
          .slice(0, MOST_CHANGES)
          .map(({ from, to }) => changeText(from, to))
          .join(', '),
  };
}

function changeText(from: string, to: string): string {
  if (from.trim() === '') return `+ ${to.trim()}`;
  return to.trim() === '' ? `− ${from.trim()}` : `${from} → ${to}`;
}
