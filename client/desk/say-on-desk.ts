import { deskMessages } from '../messages/desk.ts';
import { deskCaseMessages } from '../messages/desk-case.ts';
import { deskDecisionMessages } from '../messages/desk-decisions.ts';
import { deskFamilyMessages } from '../messages/desk-families.ts';
import { deskFindingMessages } from '../messages/desk-findings.ts';
import { deskSoldierMessages } from '../messages/desk-soldiers.ts';
import { evidenceMessages } from '../messages/evidence.ts';
import { fieldMessages } from '../messages/fields.ts';
import { importDeskMessages } from '../messages/import-desk.ts';
import { importResultMessages } from '../messages/import-result.ts';
import { progressMessages } from '../messages/progress.ts';
import { requestFormMessages } from '../messages/request-form.ts';
import { type Language, type Translate, translator } from '../messages/translate.ts';
import { wordMessages } from '../messages/words.ts';

/** The public texts come last: where both have a key, the desk's own words win. */
const catalogue = {
  ...wordMessages,
  ...requestFormMessages,
  ...fieldMessages,
  ...evidenceMessages,
  ...deskCaseMessages,
  ...deskDecisionMessages,
  ...deskFamilyMessages,
  ...deskSoldierMessages,
  ...deskFindingMessages,
  ...importDeskMessages,
  ...importResultMessages,
  ...progressMessages,
  ...deskMessages,
};

export type DeskKey = keyof typeof catalogue;
export type DeskSay = Translate<DeskKey>;

export function sayOnDesk(language: Language): DeskSay {
  return translator(catalogue, language);
}

/** The word for a code out of a record (`fate.killed`); the code itself where no table has it. */
export function wordFor(say: DeskSay, table: 'fate' | 'sex' | 'change' | 'relation', code: string): string {
  const key = `${table}.${code}`;
  const said = say(key as DeskKey);
  return said === key ? code : said;
}
