import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';

/** What volunteers ask and tell families again and again, in the family's own language. */
export const MESSAGE_TEMPLATES = {
  ask_village: {
    question: true,
    kk: 'Ол қай ауылда, қай ауданда туып-өскен? Бұрынғы атауын білсеңіз, соны да жазыңыз.',
    ru: 'В каком селе и районе он родился и жил? Если помните прежнее название, напишите и его.',
    en: 'In which village and district was he born and did he live? Please add an older name if you know it.',
  },
  ask_father: {
    question: true,
    kk: 'Оның әкесінің аты кім? Құжатта тегі ретінде әкесінің немесе атасының аты жазылуы мүмкін.',
    ru: 'Как звали его отца? В бумагах вместо фамилии могло стоять имя отца или деда.',
    en: 'What was his father called? Papers may give the name of the father or grandfather as surname.',
  },
  ask_papers: {
    question: true,
    kk: 'Одан хат, қаралы қағаз немесе сурет сақталған ба? Телефонмен түсіріп, осы бетке қосыңыз.',
    ru: 'Сохранились ли письма, похоронка или снимки? Снимите их телефоном и добавьте на этой странице.',
    en: 'Are there letters, a death notice or photographs? Please photograph them and add them on this page.',
  },
  ask_last_letter: {
    question: true,
    kk: 'Соңғы хат қашан, қай жерден келді?',
    ru: 'Когда и откуда пришло последнее письмо?',
    en: 'When and from where did the last letter come?',
  },
  checking: {
    question: false,
    kk: 'Оған қатысы болуы мүмкін құжатты тексеріп жатырмыз. Басқа адам болып шығуы да мүмкін.',
    ru: 'Мы проверяем документ, который может относиться к нему. Может оказаться, что это другой человек.',
    en: 'We are checking a document that may concern him. It may turn out to be another man.',
  },
  nothing_yet: {
    question: false,
    kk: 'Әзірге табылмады. Өтініш жабылмайды: жаңа тізім түскен сайын қайта қараймыз.',
    ru: 'Пока не нашли. Запрос не закрыт: мы смотрим снова с каждым новым списком.',
    en: 'Nothing found so far. The request stays open: we look again with every new list.',
  },
} as const;

export type MessageTemplate = keyof typeof MESSAGE_TEMPLATES;
export const MESSAGE_TEMPLATE_NAMES = Object.keys(MESSAGE_TEMPLATES) as [MessageTemplate, ...MessageTemplate[]];

type Wanted = { text?: string | undefined; template?: MessageTemplate | undefined };

/** The text that goes to the family: the volunteer's own words, else the template in the family's language. */
export function messageText({ text, template }: Wanted, { language }: Pick<SearchRequest, 'language'>): string {
  if (text !== undefined && text !== '') return text;
  if (template !== undefined) return MESSAGE_TEMPLATES[template][language];
  throw new AppError('bad_input', 'Write a text or choose a template', {
    problems: [{ pointer: '/text', detail: 'problem.field.required' }],
  });
}
