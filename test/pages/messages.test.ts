import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { fill, languages, type Message, type MessageTable, type Text } from '../../client/messages/translate.ts';

const folder = join(import.meta.dirname, '../../client/messages');

/** Words that are the same in two languages by right: names, and terms that both have. */
const SAME_BY_RIGHT = new Set(['site.name', 'queue.mine', 'request.about']);

type Entry = { file: string; key: string; message: Message };

async function readTables(): Promise<Entry[]> {
  const files = (await readdir(folder)).filter((file) => file !== 'translate.ts');
  const entries = await Promise.all(
    files.map(async (file) => {
      const tables = Object.values((await import(join(folder, file))) as Record<string, MessageTable>);
      return tables.flatMap((table) => Object.entries(table).map(([key, message]) => ({ file, key, message })));
    }),
  );
  return entries.flat();
}

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('texts a person reads', () => {
  let entries: Entry[];
  before(async () => {
    entries = await readTables();
  });

  it('are there: a few hundred of them', () => {
    expect(entries.length).to.be.greaterThan(300);
  });

  it('stand in all three languages and are nowhere empty', () => {
    const gaps = entries.flatMap(({ file, key, message }) =>
      languages
        .filter((language) => formsOf(message[language]).some((form) => form.trim() === ''))
        .map((language) => `${file} ${key} ${language}`),
    );
    expect(gaps).to.deep.equal([]);
  });

  it('are translated and not copied: longer texts differ between the languages', () => {
    const copies = entries.filter(({ key, message }) => {
      if (SAME_BY_RIGHT.has(key)) return false;
      const [kk = '', ru = '', en = ''] = languages.map((language) => formsOf(message[language]).at(-1));
      const sentence = (text: string) => text.replace(/\{\w+\}/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;
      return (sentence(kk) > 2 && kk === ru) || (sentence(en) > 2 && (en === ru || en === kk));
    });
    expect(copies.map(({ file, key }) => `${file} ${key}`)).to.deep.equal([]);
  });

  it('have the letters of their language: no Kazakh letter in Russian, no Cyrillic sentence in English', () => {
    const mixed = entries.filter(({ message }) => {
      const russian = formsOf(message.ru)
        .join(' ')
        .replace(/[«"][^»"]*[»"]/g, '');
      const english = formsOf(message.en)
        .join(' ')
        .replace(/[“"][^”"]*[”"]/g, '');
      return /[әғқңөұүһ]/i.test(russian) || (english.match(/\p{Script=Cyrillic}{3,}/gu)?.length ?? 0) > 1;
    });
    expect(mixed.map(({ file, key }) => `${file} ${key}`)).to.deep.equal([]);
  });

  it('use the same values in each language', () => {
    const different = entries.filter(({ message }) => {
      const sets = languages.map((language) => new Set(formsOf(message[language]).flatMap(placeholders)));
      const [first] = sets;
      return sets.some((set) => set.size !== first?.size || [...set].some((name) => !first?.has(name)));
    });
    expect(different.map(({ file, key }) => `${file} ${key}`)).to.deep.equal([]);
  });

  it('never stand twice under one key with different words', () => {
    const seen = new Map<string, string>();
    const clashes = entries.filter(({ key, message }) => {
      const text = JSON.stringify(message);
      const clash = seen.has(key) && seen.get(key) !== text;
      seen.set(key, text);
      return clash;
    });
    expect(clashes.map(({ file, key }) => `${file} ${key}`)).to.deep.equal([]);
  });
});

describe('filling a text', () => {
  const people: Message = {
    kk: { one: '{count} адам', other: '{count} адам' },
    ru: { one: '{count} человек', few: '{count} человека', many: '{count} человек', other: '{count} человека' },
    en: { one: '{count} person', other: '{count} people' },
  };

  it('chooses the Russian form by the number: 1, 2, 5, 21', () => {
    const said = [1, 2, 5, 21].map((count) => fill(people, 'ru', { count }));
    expect(said).to.deep.equal(['1 человек', '2 человека', '5 человек', '21 человек']);
  });

  it('leaves a place for a value that was not given, so that the gap is seen', () => {
    expect(fill({ kk: 'a', ru: 'b', en: 'at {when}' }, 'en')).to.equal('at {when}');
  });
});
