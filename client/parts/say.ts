import { aboutMessages } from '../messages/about.ts';
import { explainedMessages } from '../messages/explained.ts';
import { hospitalMessages } from '../messages/hospitals.ts';
import { kinMessages } from '../messages/kin.ts';
import { mailMessages } from '../messages/mail.ts';
import { memorialMessages } from '../messages/memorial.ts';
import { memoryMessages } from '../messages/memories.ts';
import { oblastMessages } from '../messages/oblasts.ts';
import { placeMessages } from '../messages/places.ts';
import { reportMessages } from '../messages/reports.ts';
import { requestFormMessages } from '../messages/request-form.ts';
import { searchMessages } from '../messages/search.ts';
import { seekingMessages } from '../messages/seeking.ts';
import { sheetMessages } from '../messages/sheet.ts';
import { siteMessages } from '../messages/site.ts';
import { statusMessages } from '../messages/status.ts';
import { type Language, type Translate, translator } from '../messages/translate.ts';
import { wordMessages } from '../messages/words.ts';

/** Every text of the public pages, from one table an area. */
const catalogue = {
  ...siteMessages,
  ...searchMessages,
  ...aboutMessages,
  ...kinMessages,
  ...memorialMessages,
  ...memoryMessages,
  ...mailMessages,
  ...placeMessages,
  ...requestFormMessages,
  ...statusMessages,
  ...wordMessages,
  ...explainedMessages,
  ...oblastMessages,
  ...reportMessages,
  ...sheetMessages,
  ...hospitalMessages,
  ...seekingMessages,
};

export type MessageKey = keyof typeof catalogue;
export type Say = Translate<MessageKey>;

export function sayIn(language: Language): Say {
  return translator(catalogue, language);
}
