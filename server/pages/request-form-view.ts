import type { Language } from '../../client/messages/translate.ts';
import type { Say } from '../../client/parts/say.ts';
import { tidyRow } from '../domain/row.ts';
import { canBeCalled, MOST_LETTER } from '../domain/search-request.ts';
import type { Submission } from '../requests/request-service.ts';
import type { FormErrors, FormValues } from './form-errors.ts';

/** The fields of the form as a browser without a script sends them, and the longest text each may hold. */
export const formFields = {
  givenName: 120,
  familyName: 120,
  patronymic: 120,
  birthDate: 40,
  birthAbout: 1,
  birthPlace: 200,
  conscriptionPlace: 200,
  calledAbout: 1,
  letter: MOST_LETTER,
  unit: 200,
  camp: 200,
  relatives: 300,
  name: 200,
  relation: 40,
  phone: 60,
  email: 200,
  language: 2,
  consent: 5,
  token: 64,
  soldier: 64,
} as const;

/** One plain address: nothing that a mail program would read as a name, a list or a comment. */
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]{2,}$/;
export const isEmail = (text: string): boolean => text.length <= 200 && EMAIL.test(text);

/** What has to be corrected, by field, before anything is sent on. */
export function formErrors(sent: Record<string, string>, say: Say): FormErrors {
  const errors: FormErrors = {};
  for (const [field, limit] of Object.entries(formFields)) {
    if ((sent[field]?.trim().length ?? 0) > limit) errors[field] = say('request.error.tooLong', { limit });
  }
  const has = (field: string) => Boolean(sent[field]?.trim());
  if (!has('givenName') && !has('familyName')) errors.givenName ??= say('request.error.empty');
  if (!has('name')) errors.name ??= say('request.error.applicant');
  if (!has('phone') && !has('email')) errors.phone ??= say('request.error.contact');
  if (has('phone') && !canBeCalled(sent.phone ?? '')) errors.phone ??= say('request.error.phone');
  if (has('email') && !isEmail(sent.email?.trim() ?? '')) errors.email ??= say('request.error.email');
  if (sent.consent !== 'true') errors.consent ??= say('request.error.consent');
  return errors;
}

const aboutWord: Record<Language, string> = { kk: 'шамамен', ru: 'около', en: 'about' };

/** The form in the service's words. "Approximately" is said in the date itself, where the reader of dates understands it. */
export function submissionOfForm(values: FormValues, page: Language): Submission {
  const language = (['kk', 'ru', 'en'] as const).find((one) => one === values.language) ?? page;
  const about = (text: string | undefined, flag: string | undefined) =>
    text && flag === '1' ? `${aboutWord[page]} ${text}` : text;
  const soldier = tidyRow({
    familyName: values.familyName,
    givenName: values.givenName,
    patronymic: values.patronymic,
    birthDate: about(values.birthDate, values.birthAbout),
    birthPlace: values.birthPlace,
    conscriptionPlace: about(values.conscriptionPlace, values.calledAbout),
    unit: values.unit,
    camp: values.camp,
    relatives: values.relatives,
  });
  return {
    soldier,
    applicant: {
      name: values.name ?? '',
      relation: values.relation ?? 'unsaid',
      email: values.email ?? null,
      phone: values.phone ?? null,
    },
    letter: values.letter ?? null,
    language,
    consent: values.consent === 'true',
    token: values.token ?? null,
  };
}

/** Which field of the form an error of the service is about. */
const fieldOfPointer: Record<string, string> = {
  '/soldier': 'givenName',
  '/applicant/name': 'name',
  '/applicant/email': 'email',
  '/applicant/phone': 'phone',
  '/letter': 'letter',
  '/consent': 'consent',
};

/** `/soldier/birthPlace` is the field `birthPlace`; a refused file is said at the files. */
export function requestFieldOf(pointer: string): string {
  if (pointer.startsWith('/files')) return 'files';
  return fieldOfPointer[pointer] ?? pointer.replace(/^\/(soldier\/)?/, '');
}
