import { deskMessages } from '../messages/desk.ts';
import { fieldMessages } from '../messages/fields.ts';
import { type Language, type Translate, translator } from '../messages/translate.ts';

const catalogue = { ...deskMessages, ...fieldMessages };

export type DeskKey = keyof typeof catalogue;
export type DeskSay = Translate<DeskKey>;

export function sayOnDesk(language: Language): DeskSay {
  return translator(catalogue, language);
}
